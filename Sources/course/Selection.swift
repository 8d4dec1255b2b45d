import Coursework
import Syllabus
import Text

/// Finds what a word on the command line names.
enum Selection {
  static func week(_ word: String) throws -> Week {
    let weeks = Course.weeks
    let folded = word.lowercased()
    let found = weeks.first {
      [$0.id, $0.module, $0.folder].contains { $0.lowercased() == folded }
    }
    if let found { return found }
    throw UsageError.unknownWeek(
      word, nearest: Spelling.nearest(word, weeks.flatMap { [$0.id, $0.module] }))
  }

  /// The weeks of a list, `C1W2,C1W3`, in the order of the syllabus; all for nil.
  static func weeks(_ list: String?) throws -> [Week] {
    guard let list else { return Course.weeks }
    let chosen = try list.split(separator: ",").map { try week(String($0)).id }
    guard !chosen.isEmpty else {
      throw UsageError.badValue(
        "--weeks", list, expected: Phrase("weeks such as C1W2,C1W3", zh: "形如 C1W2,C1W3 的周"))
    }
    return Course.weeks.filter { chosen.contains($0.id) }
  }

  /// An exercise by its name or id, `propagate` or `C1W2.propagate`.
  static func exercise(_ word: String) throws -> (week: Week, exercise: any AnyExercise) {
    let all = Course.weeks.flatMap { week in week.exercises.map { (week: week, exercise: $0) } }
    let folded = word.lowercased()
    let found = all.filter {
      let info = $0.exercise.info
      return info.id.lowercased() == folded || info.name.lowercased() == folded
    }
    if found.count == 1 { return found[0] }
    if found.count > 1 {
      throw UsageError.ambiguousExercise(word, found.map(\.exercise.info.id))
    }
    let names = all.flatMap { [$0.exercise.info.name, $0.exercise.info.id] }
    throw UsageError.unknownExercise(word, nearest: Spelling.nearest(word, names))
  }

  /// The exercises that a word names: a week's, or one; all for nil.
  static func exercises(_ word: String?) throws -> [any AnyExercise] {
    guard let word else { return Course.exercises }
    if let week = try? week(word) { return week.exercises }
    do {
      return [try exercise(word).exercise]
    } catch UsageError.unknownExercise(let word, let nearest) {
      let weeks = Course.weeks.flatMap { [$0.id, $0.module] }
      throw UsageError.unknownExercise(word, nearest: nearest ?? Spelling.nearest(word, weeks))
    }
  }
}
