import Coursework
import Foundation
import Syllabus

@testable import Grading

/// A submission of Tests/HostileSubmissions/ and what must come of it.
///
/// Its folder holds the hostile functions alone; the rest of the file is the course's own solution,
/// so that whatever else loses a point has been harmed by them.
struct HostileSubmission: Codable {
  let name: String
  /// The week that it attacks.
  let week: String
  /// What it attempts, in a line.
  let attempt: String
  /// The exercises that it gives up for the attack; none when it is the whole week.
  let attacks: [String]
  /// What the tests of the attacked exercises are to say, one of them at least.
  let verdict: Verdict
  /// What must stand in the message that the student reads.
  let words: [String]
  /// What must stand in no message.
  var absent: [String]?
  /// Whether the other exercises of the submission keep all their points.
  let spares: Bool
  /// The points of tests whose answers a release shows to everybody; 0 for all others.
  var points: Double?
  /// What it is run together with.
  let group: Group

  enum Group: String, Codable {
    /// It ends within a second.
    case quick
    /// It waits until its time is over.
    case slow
    /// It takes what it can get of memory, processes or disk.
    case bomb
    /// It keeps the compiler busy.
    case compiler
  }

  static let folder = Surroundings.current.package.appending(path: "Tests/HostileSubmissions")

  static func all() throws -> [HostileSubmission] {
    let table = try Data(contentsOf: folder.appending(path: "corpus.json"))
    return try JSONDecoder().decode([HostileSubmission].self, from: table)
  }

  /// The file that a student would hand in.
  ///
  /// - Parameter marks: what stands in place of `__PID__`, `__PORT__` and `__PACKAGE__`.
  func source(_ marks: [String: String]) throws -> Data {
    guard let week = Course.weeks.first(where: { $0.id == self.week }) else {
      throw CocoaError(.fileNoSuchFile)
    }
    let file = Self.folder.appending(path: "\(name)/\(week.module).swift")
    var hostile = try String(contentsOf: file, encoding: .utf8)
    for (mark, value) in marks { hostile = hostile.replacing(mark, with: value) }
    var lines = try BuiltJudge.solution(week).components(separatedBy: "\n")
    for function in Self.functions(in: hostile, of: week) { lines.removeFunction(function) }
    return Data((lines.joined(separator: "\n") + "\n" + hostile).utf8)
  }

  /// The exercises that a text defines.
  private static func functions(in text: String, of week: Week) -> [String] {
    week.exercises.map(\.assignment.name).filter { text.contains("public func \($0)(") }
  }
}

extension [String] {
  /// Takes out a function that begins at the left margin, with the comment before it.
  fileprivate mutating func removeFunction(_ name: String) {
    guard let head = firstIndex(where: { $0.hasPrefix("public func \(name)(") }),
      let end = self[head...].firstIndex(of: "}")
    else { return }
    let start = self[..<head].lastIndex { !$0.hasPrefix("///") } ?? startIndex
    removeSubrange((start + 1)...end)
  }
}
