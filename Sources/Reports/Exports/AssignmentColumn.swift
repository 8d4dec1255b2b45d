import Coursework
import Foundation
import Intake
import Syllabus
import Text

/// A column of a platform's table for the grades of one assignment.
struct AssignmentColumn: Sendable, Equatable {
  /// The heading in the table.
  let heading: String
  /// The platform's number; empty if it has none.
  let id: String
  /// The name without the number and the maximum.
  let title: String
  /// The index in the table.
  let index: Int

  /// Finds the assignments of a table, by the forms in which platforms write them.
  static func all(of roster: Roster) -> [AssignmentColumn] {
    roster.header.enumerated().compactMap { index, heading in
      switch roster.kind {
      case .canvas:
        // The form `title_with_id` of Canvas's assignments.
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

  /// The result of the search for a week's column.
  enum Found: Equatable {
    case one(AssignmentColumn)
    case several([AssignmentColumn])
    case none
  }

  /// Finds the columns whose names may mean a week.
  ///
  /// An exact match takes precedence. A quiz or a discussion is never chosen automatically.
  static func candidates(
    for week: Week, among columns: [AssignmentColumn], course: [Week]
  ) -> Found {
    let exact = columns.filter { $0.isExactly(week) }
    if exact.count == 1 { return .one(exact[0]) }
    let named = columns.filter { $0.names(week, course: course) }
    if named.isEmpty { return .none }
    return named.count == 1 && !named[0].isOtherWork ? .one(named[0]) : .several(named)
  }

  /// Returns whether an instructor's number or name means this column.
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

  /// Returns whether the title contains the id of a week or, if it contains no week's id, a name of
  /// it.
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

  /// Returns whether an id occurs as one word or as two: `C1 W2`.
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
  /// Returns whether these words occur contiguously in others.
  fileprivate func isSubsequence(of words: [String]) -> Bool {
    guard !isEmpty, count <= words.count else { return false }
    return (0...(words.count - count)).contains { Array(words[$0..<($0 + count)]) == self }
  }
}
