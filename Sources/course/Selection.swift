import Commands
import Coursework
import Syllabus
import Text

/// Resolves weeks and exercises named on the command line.
enum Selection {
  static func week(_ word: String) throws(CommandError) -> Week {
    if let found = named(word) { return found }
    throw .unknown(.week, word, nearest: Spelling.nearest(word, names), known: ids)
  }

  private static func named(_ word: String) -> Week? {
    let folded = word.lowercased()
    return Course.weeks.first {
      [$0.id, $0.module, $0.folder].contains { $0.lowercased() == folded }
    }
  }

  private static var ids: [String] { Course.weeks.map(\.id) }
  private static var names: [String] { Course.weeks.flatMap { [$0.id, $0.module] } }

  /// Returns the weeks of a list such as `C1W2,C1W3`, in the order of the syllabus; all for nil.
  static func weeks(_ list: String?) throws(CommandError) -> [Week] {
    guard let list else { return Course.weeks }
    var chosen: Set<String> = []
    for word in list.split(separator: ",") { chosen.insert(try week(String(word)).id) }
    guard !chosen.isEmpty else {
      throw .badValue(
        option: "--weeks", list,
        expected: Phrase("weeks such as C1W2,C1W3", zh: "形如 C1W2,C1W3 的周"))
    }
    return Course.weeks.filter { chosen.contains($0.id) }
  }

  /// Returns the weeks that the words name, in their order; all without words.
  static func weeks(named words: [String]) throws(CommandError) -> [Week] {
    if words.isEmpty { return Course.weeks }
    var weeks: [Week] = []
    for word in words { weeks.append(try week(word)) }
    return weeks
  }

  /// Returns an exercise by its name or id, `propagate` or `C1W2.propagate`.
  static func exercise(
    _ word: String
  ) throws(CommandError) -> (week: Week, exercise: any AnyExercise) {
    let all = Course.weeks.flatMap { week in week.exercises.map { (week: week, exercise: $0) } }
    let folded = word.lowercased()
    let found = all.filter {
      let info = $0.exercise.info
      return info.id.lowercased() == folded || info.name.lowercased() == folded
    }
    if found.count == 1 { return found[0] }
    if found.count > 1 {
      throw .ambiguous(.exercise, word, found.map(\.exercise.info.id))
    }
    throw .unknown(.exercise, word, nearest: Spelling.nearest(word, exerciseNames))
  }

  private static var exerciseNames: [String] {
    Course.exercises.flatMap { [$0.info.name, $0.info.id] }
  }

  /// Returns the exercises that a word names, a week's or a single one; all for nil.
  static func exercises(_ word: String?) throws(CommandError) -> [any AnyExercise] {
    guard let word else { return Course.exercises }
    if let week = named(word) { return week.exercises }
    do {
      return [try exercise(word).exercise]
    } catch .unknown {
      throw .unknown(
        .weekOrExercise, word, nearest: Spelling.nearest(word, exerciseNames + names))
    }
  }
}

extension CommandError.Noun {
  static let week = Self("week", zh: "这一周")
  static let exercise = Self("exercise", zh: "这个练习")
  fileprivate static let weekOrExercise = Self("week or exercise", zh: "这一周，也没有这个练习")
}

extension Argument {
  private static let weekNames = Completion.words { Course.weeks.map(\.id) }
  private static let exerciseIDs = Completion.words { Course.exercises.map(\.info.id) }

  static let week = Argument(Phrase("WEEK", zh: "周"), completion: weekNames)
  static let weeks = Argument(Phrase("WEEK", zh: "周"), .any, completion: weekNames)
  static let exercise = Argument(Phrase("EXERCISE", zh: "练习"), completion: exerciseIDs)
  static let weekOrExercise = Argument(
    Phrase("WEEK|EXERCISE", zh: "周|练习"), .optional,
    completion: .words { Course.weeks.map(\.id) + Course.exercises.map(\.info.id) })
}

extension Option {
  /// Declares the option `--weeks C1W2,C1W3`.
  static func weeks(_ summary: Phrase) -> Option {
    Option("--weeks", "C1W2,C1W3", summary, completion: .words { Course.weeks.map(\.id) })
  }
}
