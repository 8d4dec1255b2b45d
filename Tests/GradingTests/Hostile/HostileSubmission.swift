import Coursework
import Foundation
import SyntheticClasses

@testable import Grading
@testable import Reports

/// A submission of Tests/HostileSubmissions/ and what must come of it.
///
/// Its folder holds the hostile functions alone; the rest of the file is the course's own solution,
/// so that whatever else loses a point has been harmed by them.
struct HostileSubmission: Codable, Sendable {
  let name: String
  /// The week that it attacks.
  let week: String
  /// The attempt, in a line.
  let attempt: String
  /// The exercises that it gives up for the attack; none when it is the whole week.
  let attacks: [String]
  /// The verdict that at least one test of the attacked exercises must give.
  let verdict: Verdict
  /// Another verdict that is as good: a submission that takes all memory may first run out of time.
  var or: Verdict?
  /// Texts that must stand in the messages that the student reads.
  let words: [String]
  /// Texts that must stand in no message.
  var absent: [String]?
  /// Whether the other exercises of the submission keep all their points.
  let spares: Bool
  /// The points of tests whose answers a release shows to everybody; 0 for all others.
  var points: Double?
  /// The group of submissions that are graded together.
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

  static let folder = RunEnvironment.current.package.appending(path: "Tests/HostileSubmissions")

  static func all() throws -> [HostileSubmission] {
    let table = try Data(contentsOf: folder.appending(path: "corpus.json"))
    return try JSONDecoder().decode([HostileSubmission].self, from: table)
  }

  /// The file that a student would hand in.
  ///
  /// - Parameters:
  ///   - solved: the week that it attacks.
  ///   - marks: the texts that replace `__PID__`, `__PACKAGE__` and the like.
  /// - Returns: the text of the file.
  /// - Throws: any error in reading the hostile functions.
  func source(in solved: SolvedWeek, _ marks: [String: String]) throws -> Data {
    let file = Self.folder.appending(path: "\(name)/\(solved.week.module).swift")
    var hostile = try String(contentsOf: file, encoding: .utf8)
    for (mark, value) in marks { hostile = hostile.replacing(mark, with: value) }
    return Data(solved.right(besides: hostile).utf8)
  }
}
