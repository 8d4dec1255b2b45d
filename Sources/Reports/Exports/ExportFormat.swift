import Files
import Foundation

/// A form in which other programs take the results.
public enum ExportFormat: String, Sendable, CaseIterable {
  /// `canvas.csv`, `moodle.csv`, `blackboard.csv` or `brightspace.csv`, as the roster is.
  case platform
  /// The students' pages in the form in which the platform takes feedback back, as the roster is.
  case feedback
  /// Gradescope's `results.json`, a file a student.
  case gradescope
  /// JUnit XML, a file a student.
  case junit
  /// Exercism's `results.json`, version 3, a file a student.
  case exercism

  /// Whether it is a file a student, written when it is asked for.
  public var isPerStudent: Bool { self != .platform && self != .feedback }

  /// Writes one student's file; nothing where the format has no way to say that a mark is not
  /// known.
  func write(_ student: GradedStudent, to folder: URL, named name: String) throws {
    let encoder = JSONEncoder.ordered()
    let data: Data?
    switch self {
    case .platform, .feedback: data = nil
    case .gradescope: data = try GradescopeResults(student).map(encoder.encode)
    case .junit: data = Data(JUnitReport(student: student).xml.utf8)
    case .exercism: data = try ExercismResults(student).map(encoder.encode)
    }
    guard let data else { return }
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try RenewableFile.write(
      data, to: folder.appending(path: name + (self == .junit ? ".xml" : ".json")))
  }
}
