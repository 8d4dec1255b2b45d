public import Text

/// Points per week, and what to do next.
public struct ScoreTable: Sendable {
  private let records: [Record]
  private let weeks: [Week]

  public init(_ records: [Record], weeks: [Week]) {
    self.records = records
    self.weeks = weeks
  }

  /// The table with a line for every week that was tested, and the next exercise below it.
  public func text(_ language: Language) -> String {
    let tested = weeks.filter { week in records.contains { $0.week == week.id } }
    var lines = [""]
    for week in tested {
      let own = records.filter { $0.week == week.id }
      let points = own.reduce(0) { $0 + $1.points }
      let possible = own.reduce(0) { $0 + $1.possible }
      let passed = own.count { $0.verdict == .passed }
      lines.append(
        score(of: week, points, of: possible, bar: 10, language)
          + "   \(passed) / \(own.count) "
          + Phrase("tests", zh: "项测试")(language) + "   \(week.title(language))")
    }
    lines.append(advice(for: nextExercise(), language))
    return lines.joined(separator: "\n")
  }

  /// Every week of the course, tested or not, and the next exercise.
  public func overview(_ language: Language) -> String {
    var lines = weeks.map { week in
      let own = records.filter { $0.week == week.id }
      let points = own.reduce(0) { $0 + $1.points }
      return score(of: week, points, of: week.points, bar: 20, language)
        + "   \(week.title(language))"
    }
    lines.append("")
    let known = Set(records.map { "\($0.week).\($0.exercise)" })
    let all = weeks.flatMap(\.exercises).map(\.info)
    let next = all.first { !known.contains($0.id) } ?? nextExercise()
    let open = nextExercise()
    lines.append(advice(for: first(of: [open, next], in: all), language))
    return lines.joined(separator: "\n")
  }

  /// The one of these exercises that comes first in the syllabus.
  private func first(of candidates: [ExerciseInfo?], in all: [ExerciseInfo]) -> ExerciseInfo? {
    let ids = Set(candidates.compactMap { $0?.id })
    return all.first { ids.contains($0.id) }
  }

  /// The first exercise that does not score in full, in the order of the syllabus.
  public func nextExercise() -> ExerciseInfo? {
    weeks.lazy.flatMap(\.exercises).map(\.info).first { info in
      records.contains {
        $0.week == info.week && $0.exercise == info.name && $0.verdict != .passed
      }
    }
  }

  private func advice(for next: ExerciseInfo?, _ language: Language) -> String {
    guard let next else {
      return Phrase("Everything tested here passes.", zh: "这里测试的内容全部通过。")(language)
    }
    let week = weeks.first { $0.id == next.week }
    let file = week.map { "Exercises/\($0.folder)/\($0.module).swift" } ?? ""
    return Phrase("next: \(next.name) in \(file)", zh: "接下来：\(file) 里的 \(next.name)")(language)
      + "\n"
      + Phrase(
        "help: swift run course hint \(next.id)", zh: "提示：swift run course hint \(next.id)")(
        language)
  }

  private func score(
    of week: Week, _ points: Double, of possible: Double, bar width: Int, _ language: Language
  ) -> String {
    "\(padded(week.id, to: 6)) \(bar(points / possible, width))  "
      + "\(padded(points.brief, to: 4, .right)) / \(padded(possible.brief, to: 4)) "
      + Phrase("points", zh: "分")(language)
  }

  private func bar(_ share: Double, _ width: Int) -> String {
    let filled =
      share.isFinite ? min(width, max(0, Int((share * Double(width)).rounded(.down)))) : 0
    return String(repeating: "█", count: filled) + String(repeating: "░", count: width - filled)
  }
}
