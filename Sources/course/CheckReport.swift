import Coursework
import Syllabus
import Text

/// The records of a check, an exercise a line, and the whole story of the first that fails.
struct CheckReport {
  private let records: [Record]
  private let exercises: [any AnyExercise]
  private let details: Int

  init(_ records: [Record], of exercises: [any AnyExercise], details: Int) {
    self.records = records
    self.exercises = exercises
    self.details = details
  }

  func text(_ language: Language) -> String {
    var lines: [String] = []
    var told = 0
    var week = ""
    let width = exercises.map { displayWidth(of: $0.info.name) }.max() ?? 0
    for info in exercises.map(\.info) {
      if info.week != week {
        week = info.week
        let title = Course.weeks.first { $0.id == week }?.title(language) ?? ""
        lines.append(Console.paint("\(week)  \(title)", .bold))
      }
      let own = records.filter { $0.week == info.week && $0.exercise == info.name }
      lines.append(line(of: info, own, width, language))
      // What is explained first; then the shortest message, which has the smallest input.
      let failures = own.filter(\.verdict.isRed).sorted {
        (-$0.reasonRank, $0.message.count) < (-$1.reasonRank, $1.message.count)
      }
      for failure in failures where told < details {
        told += 1
        lines.append(story(of: failure))
      }
    }
    lines.append(ScoreTable(records, weeks: Course.weeks).text(language))
    return lines.joined(separator: "\n")
  }

  private func line(
    of info: ExerciseInfo, _ own: [Record], _ width: Int, _ language: Language
  ) -> String {
    let points = own.reduce(0) { $0 + $1.points }
    let worst = own.map(\.verdict).max { rank($0) < rank($1) } ?? .notStarted
    let (mark, colour): (String, Console.Colour) =
      switch worst {
      case .passed: ("✓", .green)
      case .notStarted: ("·", .grey)
      case .blocked: ("⊘", .yellow)
      case .wrong, .crashed, .timedOut, .doesNotCompile: ("✗", .red)
      }
    let score = "\(number(points)) / \(number(info.points))"
    let passed = own.count { $0.verdict == .passed }
    let comma = Phrase(", ", zh: "，")(language)
    let culprit = worst == .blocked ? own.compactMap(\.blockedBy).first : nil
    let word =
      culprit.map { Phrase("blocked by \($0)", zh: "被 \($0) 卡住")(language) }
      ?? worst.phrase(language)
    let rest = worst == .passed ? "" : "   \(word)\(comma)\(passed) / \(own.count)"
    return Console.paint("  \(mark) ", colour) + padded(info.name, to: width)
      + "  " + padded(score, to: 9, .right) + Console.paint(rest, colour)
  }

  private func story(of record: Record) -> String {
    let body = record.message.split(separator: "\n", omittingEmptySubsequences: false)
    return ([record.test] + body).map { Console.wrapped("      \($0)") }.joined(separator: "\n")
  }

  private func rank(_ verdict: Verdict) -> Int {
    switch verdict {
    case .passed: 0
    case .notStarted: 1
    case .blocked: 2
    case .wrong: 3
    case .timedOut: 4
    case .crashed: 5
    case .doesNotCompile: 6
    }
  }

  private func number(_ value: Double) -> String {
    value == value.rounded() ? "\(Int(value))" : "\(value)"
  }
}
