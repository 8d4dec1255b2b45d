import Coursework
import Foundation
import Gradebooks
import Grading
import Intake
import Text

/// One student's page: the marks and, for every failure, the input, both values, and the reason.
struct StudentPage {
  let row: Gradebook.Row
  let gradebook: Gradebook
  /// All attempts of the student.
  let attempts: [SubmissionResult]
  let context: PageContext

  var language: Language { context.language }

  var html: String {
    let weeks = zip(gradebook.weeks, row.weeks).map { week($0, $1) }
    return Page(
      title: row.student.name.isEmpty ? row.student.id : row.student.name, language: language,
      body: ([header, notes, overview] + weeks + [attemptTable, footer]).joined(separator: "\n")
    ).html
  }

  private var header: String {
    let percent = row.percent.map { "<span class=\"faint\">· \(decimal($0)) %</span>" } ?? ""
    return """
      <header>
      <p class="faint small">\(Phrase("Your work, graded", zh: "你的作业成绩")(language))</p>
      <div class="row"><h1>\(Markup.name(row.student.name))</h1>
      <div class="total">\(Markup.mark(row.total, of: row.possible)) \(percent)</div></div>
      <p class="faint small code">\(Markup.name(row.student.id))</p>
      \(Markup.bar((row.percent ?? 0) / 100))
      </header>
      """
  }

  /// Notes for the student that precede the marks.
  private var notes: String {
    var notes = row.flags.compactMap { flag in
      flag.studentPhrase(language).map { (isUrgent: flag.isUrgent, text: Visible.html($0)) }
    }
    let refusals = attempts.flatMap(\.refusals)
    if !refusals.isEmpty {
      let items = refusals.prefix(20).map {
        "<li><span class=\"code\">\(Markup.name($0.name))</span>: \(Visible.html($0.reason))</li>"
      }
      let head = Phrase("Not taken from what you handed in:", zh: "你提交的以下内容没有采用：")(language)
      notes.append((true, "\(head)<ul class=\"plain\">\(items.joined())</ul>"))
    }
    let taken = attempts.flatMap { $0.handIn?.taken ?? [] }
    if !taken.isEmpty {
      let items = taken.prefix(20).map {
        "<li><span class=\"code\">\(Markup.name($0.name))</span>: \(Visible.html($0.reason))</li>"
      }
      let head = Phrase("Taken from what you handed in:", zh: "你提交的以下内容已采用：")(language)
      notes.append((false, "\(head)<ul class=\"plain\">\(items.joined())</ul>"))
    }
    let left = attempts.flatMap { $0.handIn?.left ?? [] }
    if !left.isEmpty {
      let names = left.prefix(20).map { "<span class=\"code\">\(Markup.name($0))</span>" }
      let head = Phrase("No files of the course, and left:", zh: "以下文件与课程无关，没有采用：")(language)
      notes.append((false, "\(head) \(names.joined(separator: ", "))"))
    }
    return notes.map {
      "<div class=\"note\($0.isUrgent ? " urgent" : "")\">\($0.text)</div>"
    }.joined(separator: "\n")
  }

  /// An overview with one linked line per week.
  private var overview: String {
    guard row.weeks.count > 1 else { return "" }
    let lines = zip(gradebook.weeks, row.weeks).map { column, mark in
      let fraction = column.possible > 0 ? (mark.points ?? 0) / column.possible : 0
      return "<tr><td><a href=\"#\(Self.anchor(column.id))\">"
        + "\(Visible.html(context.title(of: column.id)))</a></td><td>\(Markup.bar(fraction))</td>"
        + "<td class=\"number\">\(Markup.mark(mark.points, of: column.possible))</td></tr>"
    }
    return
      "<section><table class=\"overview\"><tbody>\(lines.joined(separator: "\n"))</tbody></table>"
      + "</section>"
  }

  /// Returns a week's id in a form that is valid in HTML.
  static func anchor(_ week: String) -> String {
    "week-" + week.filter { $0.isASCII && ($0.isLetter || $0.isNumber) }
  }

  /// The marks of every attempt, for students with more than one.
  private var attemptTable: String {
    guard attempts.count > 1 else { return "" }
    let lines = attempts.map { attempt in
      let counting = row.weeks.filter { $0.attempt == attempt.attempt }.map(\.week)
      return "<tr><td class=\"number\">\(attempt.attempt)</td>"
        + "<td>\(attempt.submitted.map(context.time) ?? "–")</td>"
        + "<td>\(counting.isEmpty ? "–" : counting.joined(separator: ", "))</td></tr>"
    }
    return """
      <section><h2>\(Phrase("Attempts", zh: "历次提交")(language))</h2>
      <div class="scroll"><table><thead><tr><th class="number">\
      \(Phrase("Attempt", zh: "次数")(language))</th>\
      <th>\(Phrase("Handed in", zh: "提交时间")(language))</th>\
      <th>\(Phrase("Counts for", zh: "计入")(language))</th></tr></thead>
      <tbody>\(lines.joined(separator: "\n"))</tbody></table></div></section>
      """
  }

  private var footer: String {
    let line = Phrase(
      "Graded with release \(gradebook.release) of the course.",
      zh: "使用课程版本 \(gradebook.release) 评分。")(
        language)
    return "<section><p class=\"faint small\">\(Visible.html(line))</p></section>"
  }
}

/// The data that all pages of a class share.
struct PageContext {
  let language: Language
  let hidden: HiddenTests
  let zone: TimeZone?
  private let titles: [String: Phrase]
  private let sentences: [String: Phrase]

  init(
    language: Language, hidden: HiddenTests, zone: TimeZone?, course: [Week],
    misconceptions: [String: [Misconception]]
  ) {
    self.language = language
    self.hidden = hidden
    self.zone = zone
    titles = Dictionary(course.map { ($0.id, $0.title) }) { first, _ in first }
    let known = misconceptions.flatMap { exercise, all in
      all.map { ("\(exercise)/\($0.id)", $0.sentence) }
    }
    sentences = Dictionary(known) { first, _ in first }
  }

  func title(of week: String) -> String {
    titles[week].map { "\(week) \($0(language))" } ?? week
  }

  /// Returns the sentence of an exercise's misconception.
  func sentence(_ misconception: String, of exercise: String) -> String? {
    sentences["\(exercise)/\(misconception)"]?(language)
  }

  /// Formats a time in the class's time zone, such as `2026-03-08 23:59 +01:00`.
  func time(_ date: Date) -> String { date.text(in: zone) }
}

extension Gradebook.Flag {
  /// Returns the student's version of a flag; nil if it concerns only the instructor.
  fileprivate func studentPhrase(_ language: Language) -> String? {
    switch self {
    case .missing, .unknownTime, .excused, .noPoints: phrase(language)
    case .lateByFile: nil
    case .undecidedTime(let week, _, _, _, _), .differingTimes(let week, _, _, _),
      .laterPlatformDeadline(let week, _, _, _), .unknownOrder(let week, _, _, _):
      Phrase(
        "\(week): it is not known yet when this was handed in; your instructor will decide.",
        zh: "\(week)：还不知道提交时间，由教师决定。")(language)
    case .unread(let weeks, let attempt, _, _):
      Phrase(
        "\(weeks.joined(separator: ", ")): no file of the course could be taken of attempt "
          + "\(attempt); your instructor will look at it.",
        zh: "\(weeks.joined(separator: "、"))：第 \(attempt) 次提交里没有可用的课程文件，教师会查看。")(language)
    case .disputed, .missingOrUnmatched, .missingThoughSubmitted:
      Phrase(
        "It is not known yet which hand-in is yours; your instructor will decide.",
        zh: "还不能确定哪一份提交是你的，由教师决定。")(language)
    case .unmatched:
      Phrase(
        "It is not known yet whose hand-in this is.", zh: "还不知道这份提交是谁的。")(language)
    case .ungraded, .withdrawn, .held, .otherTimes: nil
    // The page lists the files.
    case .takenAs: nil
    // Each affected test says so itself.
    case .onlyFixedInputs, .doubtfulTime, .olderThanRelease: nil
    case .fault(let attempt, _), .incomplete(let attempt, _):
      Phrase(
        "Attempt \(attempt) has not been graded yet. This is not your fault, and it will be "
          + "done again.",
        zh: "第 \(attempt) 次提交还没有评分。这不是你的问题，稍后会重新评分。")(language)
    case .manual(let mark, let points, _, let reason),
      .conflict(let mark, let points, _, _, let reason):
      Phrase(
        "\(mark): your instructor gave \(decimal(points)) points: \(reason)",
        zh: "\(Self.name(mark, .chinese))：教师评定为 \(decimal(points)) 分：\(reason)")(language)
    case .otherRelease(let attempt, let release, let graded):
      Phrase(
        "Attempt \(attempt) was made from release \(release) of the course and graded with "
          + "release \(graded). That costs no points by itself.",
        zh: "第 \(attempt) 次提交所用的课程版本是 \(release)，评分所用的是 \(graded)。版本不同本身不扣分。")(language)
    }
  }
}
