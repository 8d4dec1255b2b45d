import Files
import Foundation

/// A format of the results for other programs.
public enum ExportFormat: String, Sendable, CaseIterable {
  /// `canvas.csv`, `moodle.csv`, `blackboard.csv` or `brightspace.csv`, depending on the roster.
  case platform
  /// The students' pages in the form in which the roster's platform imports feedback.
  case feedback
  /// Gradescope's `results.json`, one file per student.
  case gradescope
  /// JUnit XML, one file per student.
  case junit
  /// Exercism's `results.json`, version 3, one file per student.
  case exercism

  /// Whether the format has one file per student, written only on request.
  public var isPerStudent: Bool { self != .platform && self != .feedback }

  /// Writes one student's file; nothing if the format cannot express that a mark is unknown.
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
