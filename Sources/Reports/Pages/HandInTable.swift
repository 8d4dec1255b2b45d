import Gradebooks
import Grading
import Intake
import Text

/// The facts about every hand-in of a class, each with its source: who, when, and what.
struct HandInTable {
  private let context: PageContext
  private var rows: [String] = []
  private var language: Language { context.language }

  init(_ context: PageContext) { self.context = context }

  /// Adds a student's attempts; `link` is the student's name with its link.
  mutating func add(_ link: String, _ attempts: [SubmissionResult]) {
    for attempt in attempts {
      guard let handIn = attempt.handIn else { continue }
      rows.append(
        "<tr><td>\(link)</td><td class=\"number\">\(attempt.attempt)</td><td>\(who(handIn))</td>"
          + "<td>\(when(handIn))</td><td>\(what(handIn, attempt.refusals))</td></tr>")
    }
  }

  /// The collapsed table; empty without any facts.
  var html: String {
    guard !rows.isEmpty else { return "" }
    let head = [
      (Phrase("Student", zh: "学生"), ""), (Phrase("Attempt", zh: "次数"), " class=\"number\""),
      (Phrase("Whose, by", zh: "归属依据"), ""), (Phrase("When, by", zh: "时间依据"), ""),
      (Phrase("Files", zh: "文件"), ""),
    ].map { "<th\($0.1)>\($0.0(language))</th>" }
    let summary = Phrase(
      "\(rows.count) attempt\(rows.count == 1 ? "" : "s"): whose, when and what, and by which source",
      zh: "\(rows.count) 次提交：是谁的、何时、交了什么，各以什么为依据")(language)
    return """
      <details><summary>\(summary)</summary>
      <div class="scroll"><table class="small"><thead><tr>\(head.joined())</tr></thead>
      <tbody>\(rows.joined(separator: "\n"))</tbody></table></div></details>
      """
  }

  // MARK: The facts

  private func who(_ handIn: HandIn) -> String {
    let clue = handIn.clue.map { clue in
      Markup.name(clue.text)
        + (clue.column.map { column in
          Phrase(" in “", zh: "，“")(language) + Markup.name(column)
            + Phrase("”", zh: "”一列")(language)
        } ?? "")
    }
    let kind: Phrase =
      switch handIn.owner {
      case .label: Phrase("the hand-in's name; no roster", zh: "提交的名称（没有名单）")
      case .found(.id): Phrase("an id", zh: "编号")
      case .found(.name): Phrase("the name", zh: "姓名")
      case .found(.nearName):
        Phrase("a similar name, the only one", zh: "相近的姓名（名单里只有一个）")
      case .found(.group): Phrase("the group's name", zh: "小组名称")
      case .found(.policy): Phrase("the policy", zh: "评分规则")
      case .unknown: Phrase("nobody on the roster", zh: "名单里没有")
      case .ambiguous(let students):
        Phrase(
          "may be " + students.map(\.id).joined(separator: ", "),
          zh: "可能是 " + students.map(\.id).joined(separator: "、"))
      }
    let text = Visible.html(kind(language))
    guard let clue, case .found(let evidence) = handIn.owner, evidence != .policy else {
      return text
    }
    return text + Phrase(": ", zh: "：")(language) + clue
  }

  private func when(_ handIn: HandIn) -> String {
    guard let weeks = handIn.weekTimes else { return times(handIn.times) }
    return weeks.sorted { $0.key < $1.key }.map { week, all in
      "\(Visible.html(week)): \(times(all))"
    }.joined(separator: "<br>")
  }

  private func times(_ all: [HandIn.Time]) -> String {
    all.map { time in
      StatedTime(time, points: nil, zone: context.zone).phrase(language)
    }.map(Visible.html).joined(separator: "; ")
  }

  private func what(_ handIn: HandIn, _ refusals: [Refusal]) -> String {
    var lines = handIn.weeks.isEmpty ? [] : [Visible.html(handIn.weeks.joined(separator: ", "))]
    lines += handIn.taken.map { "\(Markup.name($0.name)): \(Visible.html($0.reason))" }
    if !handIn.left.isEmpty {
      lines.append(
        Phrase("left: ", zh: "未采用：")(language)
          + handIn.left.map(Markup.name).joined(separator: ", "))
    }
    lines += refusals.map { refusal in
      Phrase("refused: ", zh: "未收：")(language)
        + "\(Markup.name(refusal.name)): \(Visible.html(refusal.reason))"
    }
    return lines.isEmpty ? "–" : lines.joined(separator: "<br>")
  }
}
