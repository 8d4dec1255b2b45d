import Coursework
import Syllabus
import Terminals
import Text

/// The report of a check: one line per exercise, and the full details of the first failure.
struct CheckReport {
  private let records: [Record]
  private let exercises: [any AnyExercise]
  private let details: Int

  /// Creates a report on exercises that gives the details of this many failures.
  init(_ records: [Record], of exercises: [any AnyExercise], details: Int) {
    self.records = records
    self.exercises = exercises
    self.details = details
  }

  /// Whether nothing is wrong: a blocked exercise counts as wrong, since the one it waits for fails
  /// even if that was not asked for.
  var isGood: Bool { !records.contains { $0.verdict.isRed || $0.verdict == .blocked } }

  /// The whole report as `course check` prints it.
  func text(_ language: Language) -> String {
    let table = ScoreTable(records, weeks: Course.weeks).text(language)
    return (lines(language).map(Console.text) + [Console.wrapped(table)]).joined(separator: "\n")
  }

  /// The exercises with the details of their failures, not yet wrapped.
  func lines(_ language: Language) -> [StyledLine] {
    var lines: [StyledLine] = []
    var told = 0
    var week = ""
    for info in exercises.map(\.info) {
      if info.week != week {
        week = info.week
        let title = Course.weeks.first { $0.id == week }?.title(language) ?? ""
        lines.append(StyledLine("\(week)  \(title)", .bold))
      }
      lines.append(line(of: info, language))
      for failure in records.of(info).failuresToTell where told < details {
        told += 1
        lines += story(of: failure)
      }
    }
    return lines
  }

  private func line(of info: ExerciseInfo, _ language: Language) -> StyledLine {
    let own = records.of(info)
    let worst = own.map(\.verdict).max { $0.gravity < $1.gravity } ?? .notStarted
    let points = own.reduce(0) { $0 + $1.points }
    let score = "\(number(points)) / \(number(info.points))"
    let passed = own.count { $0.verdict == .passed }
    let comma = Phrase(", ", zh: "，")(language)
    let culprit = worst == .blocked ? own.compactMap(\.blockedBy).first : nil
    let word =
      culprit.map { Phrase("blocked by \($0)", zh: "被 \($0) 卡住")(language) }
      ?? worst.phrase(language)
    let rest = worst == .passed ? "" : "   \(word)\(comma)\(passed) / \(own.count)"
    let width = exercises.map { displayWidth(of: $0.info.name) }.max() ?? 0
    return StyledLine([
      StyledText(text: "  \(worst.mark) ", style: worst.style),
      StyledText(
        text: padded(info.name, to: width) + "  " + padded(score, to: 9, .right)),
      StyledText(text: rest, style: worst.style),
    ])
  }

  private func story(of record: Record) -> [StyledLine] {
    let body = record.message.split(separator: "\n", omittingEmptySubsequences: false)
    return ([Substring(record.test)] + body).map { StyledLine("      \($0)") }
  }

  private func number(_ value: Double) -> String {
    value == value.rounded() ? "\(Int(value))" : "\(value)"
  }
}

extension Verdict {
  /// The mark before an exercise's name.
  var mark: String {
    switch self {
    case .passed: "✓"
    case .notStarted: "·"
    case .blocked: "⊘"
    case .wrong, .crashed, .timedOut, .doesNotCompile: "✗"
    }
  }

  /// The colour of the mark.
  var style: TextStyle {
    switch self {
    case .passed: .right
    case .notStarted: .dim
    case .blocked: .caution
    case .wrong, .crashed, .timedOut, .doesNotCompile: .wrong
    }
  }

  /// The rank of a verdict: among those of an exercise's tests, the highest stands for the
  /// exercise.
  var gravity: Int {
    switch self {
    case .passed: 0
    case .notStarted: 1
    case .blocked: 2
    case .wrong: 3
    case .timedOut: 4
    case .crashed: 5
    case .doesNotCompile: 6
    }
  }
}
