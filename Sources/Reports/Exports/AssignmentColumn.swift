import Coursework
import Foundation
import Intake
import Syllabus
import Text

/// A column of a platform's table that holds the grades of one assignment.
struct AssignmentColumn: Sendable, Equatable {
  /// As it stands in the table.
  let heading: String
  /// The platform's number; empty where it has none.
  let id: String
  /// The name without number and worth.
  let title: String
  /// Its place in the table.
  let index: Int

  /// The assignments of a table, by the forms in which platforms write them.
  static func all(of roster: Roster) -> [AssignmentColumn] {
    roster.header.enumerated().compactMap { index, heading in
      switch roster.kind {
      case .canvas:
        // `title_with_id` of Canvas's assignments.
        guard let found = heading.wholeMatch(of: #/\s*(.*?)\s*\((\d+)\)\s*/#) else { return nil }
        return AssignmentColumn(
          heading: heading, id: String(found.2), title: String(found.1), index: index)
      case .blackboard:
        guard let column = BlackboardColumn(heading) else { return nil }
        return AssignmentColumn(
          heading: heading, id: column.id, title: column.title, index: index)
      case .brightspace:
        guard let found = heading.wholeMatch(of: #/\s*(.*?) Points Grade(\s*<.*>)?\s*/#) else {
          return nil
        }
        return AssignmentColumn(heading: heading, id: "", title: String(found.1), index: index)
      default: return nil
      }
    }
  }

  /// What is found for a week.
  enum Found: Equatable {
    case one(AssignmentColumn)
    case several([AssignmentColumn])
    case none
  }

  /// The column that has the name of a week.
  ///
  /// One that is called exactly so goes first. A quiz or a discussion is never taken by itself.
  static func candidates(
    for week: Week, among columns: [AssignmentColumn], course: [Week]
  ) -> Found {
    let exact = columns.filter { $0.isExactly(week) }
    if exact.count == 1 { return .one(exact[0]) }
    let named = columns.filter { $0.names(week, course: course) }
    if named.isEmpty { return .none }
    return named.count == 1 && !named[0].isOtherWork ? .one(named[0]) : .several(named)
  }

  /// Whether an instructor means it by a number or a name.
  func isCalled(_ choice: String) -> Bool {
    [id, title, heading].contains { !$0.isEmpty && $0.lowercased() == choice.lowercased() }
  }

  private func isExactly(_ week: Week) -> Bool {
    let title = Self.words(title)
    let names = Self.names(of: week)
    return ([[week.id]] + names + names.map { [week.id] + $0 }).contains { name in
      Self.words(name.joined(separator: " ")) == title
    }
  }

  /// Whether its title has the id of a week, or, where it has no id of any week, a name of it.
  func names(_ week: Week, course: [Week]) -> Bool {
    let own = Self.words(title)
    let ids = course.map(\.id).filter { Self.contains($0, own) }
    guard ids.isEmpty else { return ids.contains(week.id) }
    return Self.names(of: week).contains { name in
      let name = Self.words(name.joined(separator: " "))
      return name.isSubsequence(of: own)
    } || !week.title.chinese.isEmpty && title.contains(week.title.chinese)
  }

  private static func names(of week: Week) -> [[String]] {
    [[week.title.english], [week.title.chinese], [week.module], camelWords(week.module)]
  }

  /// Whether an id stands there as a word, or as two: `C1 W2`.
  private static func contains(_ id: String, _ words: [String]) -> Bool {
    let id = id.lowercased()
    return words.contains(id) || zip(words, words.dropFirst()).contains { $0 + $1 == id }
  }

  private var isOtherWork: Bool {
    let other: Set<String> = [
      "quiz", "quizzes", "exam", "midterm", "test", "discussion", "forum", "survey", "attendance",
      "reading", "lecture", "测验", "考试", "讨论", "小测", "阅读", "考勤",
    ]
    let words = Self.words(title)
    return words.contains(where: other.contains)
      || other.contains { word in !word.allSatisfy(\.isASCII) && title.contains(word) }
  }

  private static func words(_ text: String) -> [String] {
    text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
  }

  private static func camelWords(_ name: String) -> [String] {
    name.reduce(into: [""]) { words, letter in
      if letter.isUppercase, words[words.count - 1].last?.isLowercase == true { words.append("") }
      words[words.count - 1].append(letter)
    }
  }
}

extension [String] {
  /// Whether these words stand side by side in others.
  fileprivate func isSubsequence(of words: [String]) -> Bool {
    guard !isEmpty, count <= words.count else { return false }
    return (0...(words.count - count)).contains { Array(words[$0..<($0 + count)]) == self }
  }
}
