public import Text

/// The points of each week, and what to do next.
public struct ScoreTable: Sendable {
  private let records: [Record]
  private let weeks: [Week]

  /// Sums the records by week.
  public init(_ records: [Record], weeks: [Week]) {
    self.records = records
    self.weeks = weeks
  }

  private var tested: [Week] {
    weeks.filter { week in records.contains { $0.week == week.id } }
  }

  /// The table with a line for every tested week, followed by the next exercise.
  public func text(_ language: Language) -> String {
    var lines = [""]
    for week in tested {
      let own = records.filter { $0.week == week.id }
      let points = own.reduce(0) { $0 + $1.points }
      let possible = own.reduce(0) { $0 + $1.possible }
      let passed = own.count { $0.verdict == .passed }
      lines.append(
        "\(padded(week.id, to: 6)) " + score(points, of: possible, bar: 10) + " "
          + Phrase("points", zh: "分")(language) + "   \(passed) / \(own.count) "
          + Phrase("tests", zh: "项测试")(language) + "   \(week.title(language))")
    }
    lines.append(advice(for: nextExercise(), language))
    return lines.joined(separator: "\n")
  }

  /// Returns the first exercise, in the order of the syllabus, that does not score in full; for a
  /// blocked one, the exercise that blocks it.
  public func nextExercise() -> ExerciseInfo? {
    for info in tested.flatMap(\.exercises).map(\.info) {
      let open = records.of(info).filter { $0.verdict != .passed }
      guard let first = open.first else { continue }
      return weeks.flatMap(\.exercises).map(\.info).first { $0.id == first.blockedBy } ?? info
    }
    return nil
  }

  /// Returns the first exercise of the course that does not score in full or was never tested.
  public func nextInCourse() -> ExerciseInfo? {
    let known = Set(records.map(\.exerciseID))
    let all = weeks.flatMap(\.exercises).map(\.info)
    let candidates = [nextExercise(), all.first { !known.contains($0.id) }].map { $0?.id }
    return all.first { candidates.contains($0.id) }
  }

  /// Returns where to continue: the exercise, its file, and the help for it.
  public func advice(for next: ExerciseInfo?, _ language: Language) -> String {
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

  /// The points scored in the tested part of a week, out of those of the whole week.
  public func score(of week: Week, bar width: Int) -> String {
    let points = records.filter { $0.week == week.id }.reduce(0) { $0 + $1.points }
    return score(points, of: week.points, bar: width)
  }

  private func score(_ points: Double, of possible: Double, bar width: Int) -> String {
    "\(bar(points / possible, width))  "
      + "\(padded(points.brief, to: 4, .right)) / \(padded(possible.brief, to: 4))"
  }

  private func bar(_ share: Double, _ width: Int) -> String {
    let filled =
      share.isFinite ? min(width, max(0, Int((share * Double(width)).rounded(.down)))) : 0
    return String(repeating: "█", count: filled) + String(repeating: "░", count: width - filled)
  }
}
