public import Coursework
public import Foundation

/// Writes the stubs of Exercises/ from Solutions/.
public struct Assigning: Sendable {
  private let package: URL

  public init(package: URL) {
    self.package = package
  }

  /// The learner's file of a week.
  public func exerciseFile(_ week: Week) -> URL {
    ExerciseFile(of: week, in: package).url
  }

  /// What the learner's file of a week holds before anything is written.
  public func stub(_ week: Week) throws -> String {
    let path = "Solutions/\(week.folder)/\(week.module).swift"
    let solution = try String(contentsOf: package.appending(path: path), encoding: .utf8)
    return try Stub(of: solution, file: path).text
  }

  /// Writes the stub of a week. A file that holds anything else is first kept under
  /// `.course/backup/`.
  ///
  /// - Returns: the backup, or nil when there was nothing to lose.
  public func assign(_ week: Week) throws -> URL? {
    try ExerciseFile(of: week, in: package).replace(with: stub(week))
  }

  /// Puts the stub of one function back into the learner's file.
  ///
  /// - Returns: the backup of the file as it was; nil when the function is still the stub.
  public func reset(_ assignment: Assignment, of week: Week) throws -> URL? {
    try ExerciseFile(of: week, in: package).reset(assignment.name, from: stub(week))
  }
}
