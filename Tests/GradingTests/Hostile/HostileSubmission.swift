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
  /// What it attempts, in a line.
  let attempt: String
  /// The exercises that it gives up for the attack; none when it is the whole week.
  let attacks: [String]
  /// What the tests of the attacked exercises are to say, one of them at least.
  let verdict: Verdict
  /// Or this: what becomes of who takes all memory depends on how fast the machine gives it.
  var or: Verdict?
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

  static let folder = RunEnvironment.current.package.appending(path: "Tests/HostileSubmissions")

  static func all() throws -> [HostileSubmission] {
    let table = try Data(contentsOf: folder.appending(path: "corpus.json"))
    return try JSONDecoder().decode([HostileSubmission].self, from: table)
  }

  /// The file that a student would hand in.
  ///
  /// - Parameters:
  ///   - solved: the week that it attacks.
  ///   - marks: what stands in place of `__PID__`, `__PACKAGE__` and their like.
  /// - Returns: the text of the file.
  /// - Throws: what keeps the hostile functions from being read.
  func source(in solved: SolvedWeek, _ marks: [String: String]) throws -> Data {
    let file = Self.folder.appending(path: "\(name)/\(solved.week.module).swift")
    var hostile = try String(contentsOf: file, encoding: .utf8)
    for (mark, value) in marks { hostile = hostile.replacing(mark, with: value) }
    return Data(solved.right(besides: hostile).utf8)
  }
}
