import Coursework
import Foundation
import Intake
import Syllabus
import Text
import XCTest

/// A folder of submissions for one test, removed behind it.
final class ClassFolder {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.appending(path: "class-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  @discardableResult
  func write(_ path: String, _ text: String) throws -> URL {
    try write(path, Data(text.utf8))
  }

  @discardableResult
  func write(_ path: String, _ data: Data) throws -> URL {
    let file = url.appending(path: path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try data.write(to: file)
    return file
  }

  func date(_ path: String, _ seconds: Double) throws {
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSince1970: seconds)],
      ofItemAtPath: url.appending(path: path).path)
  }
}

extension ClassFolder {
  /// A week of the course.
  static func week(_ id: String) -> Week {
    guard let week = Course.weeks.first(where: { $0.id == id }) else { fatalError("no week \(id)") }
    return week
  }
}

extension Roster {
  /// Reads a roster from a text.
  init(_ text: String, file: String = "roster.csv") throws {
    try self.init(data: Data(text.utf8), file: file)
  }
}

extension SubmissionReader {
  /// Reads a class that has any of the course's weeks.
  init(
    _ path: URL, roster: Roster? = nil, limits: IntakeLimits = IntakeLimits(),
    language: Language = .current
  ) throws {
    try self.init(
      path, weeks: Course.weeks, roster: roster, limits: limits, language: language)
  }
}

extension Submission {
  /// The sources as texts.
  var texts: [String: String] { sources.mapValues { String(decoding: $0, as: UTF8.self) } }
}

extension SubmissionReader {
  /// Every submission of every student.
  func all() throws -> [Submission] { try students.flatMap { try submissions(of: $0) } }
}
