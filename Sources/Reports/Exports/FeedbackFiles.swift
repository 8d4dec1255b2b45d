import Coursework
import Files
import Foundation
import Gradebooks
import Grading
import Intake
import Text

/// An archive of the students' pages in the form in which their platform imports feedback.
///
/// - Moodle: *Upload multiple feedback files in a zip* takes files below a folder
///   `name_4711_assignfeedback_file_`, where 4711 is the participant's number in the worksheet
///   (`assignfeedback_file_zip_importer::is_valid_filename_for_import`).
/// - Canvas: *Upload submissions* takes files whose names hold, between underscores, the numbers of
///   a student and of an upload, as the downloaded ones do; the comment shows the file under the
///   name of that upload (`infer_comment_context_from_filename`). So the feedback is plain text.
/// - Brightspace: *Add feedback files* takes the downloaded folders, each with its own name.
struct FeedbackFiles {
  private enum Form {
    case moodle, canvas, brightspace
  }

  private let form: Form?
  /// Whether the roster's ids are the numbers of a Moodle assignment's participants.
  private let hasParticipantNumbers: Bool
  /// The students' names on the roster, by id.
  private let nameOfID: [String: String]
  private let options: Results.Options
  private var files: [(name: String, content: Data)] = []

  /// The names that may be in `exports/` from an earlier run.
  static let names = ["feedback-moodle.zip", "feedback-canvas.zip", "feedback-brightspace.zip"]

  init(roster: Roster?, options: Results.Options) {
    self.options = options
    hasParticipantNumbers = roster?.hasParticipantNumbers ?? false
    nameOfID = Dictionary((roster?.students ?? []).map { ($0.id, $0.name) }) { first, _ in first }
    form =
      switch roster?.kind {
      case .moodle: .moodle
      case .canvas: .canvas
      case .brightspace: .brightspace
      default: nil
      }
  }

  /// Adds a student's feedback, unless nothing was handed in that it could answer.
  mutating func add(_ student: GradedStudent, page: String) {
    let row = student.row
    let handIns = options.handIns[row.student.id] ?? []
    switch form {
    case .moodle:
      let numbers =
        hasParticipantNumbers
        ? [row.student.id]
        : handIns.compactMap { Self.participant(in: $0, called: nameOfID[row.student.id] ?? "") }
      guard let number = numbers.last, number.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
        !row.attempts.isEmpty
      else { return }
      // An underscore would end the name too early, and a slash would begin a folder.
      let name = row.student.name.map { "_/\\:".contains($0) ? "-" : $0 }
      files.append(
        ("\(String(name))_\(number)_assignfeedback_file_/feedback.html", Data(page.utf8)))
    case .canvas:
      let uploads = handIns.compactMap { Self.upload(of: $0, by: row.student.id) }
      guard let upload = uploads.max() else { return }
      files.append(
        ("student_\(row.student.id)_\(upload)_feedback.txt", Data(student.feedbackText.utf8)))
    case .brightspace:
      guard let folder = handIns.last else { return }
      files.append(("\(folder)/feedback.html", Data(page.utf8)))
    case nil: return
    }
  }

  /// Writes the archive; none if there is nothing to return.
  func write(to folder: URL) throws {
    guard !files.isEmpty, let form else { return }
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let sorted = files.sorted { $0.name < $1.name }
    try StoredArchive.data(of: sorted).write(
      to: folder.appending(path: "feedback-\(form).zip"), options: .atomic)
  }

  /// Extracts the participant's number from `Jane Doe_4711_assignsubmission_file`; nil for another's
  /// name, such as that of a team.
  private static func participant(in name: String, called student: String) -> String? {
    guard let match = name.firstMatch(of: #/^(.+)_(\d+)_assignsubmission_/#) else { return nil }
    func letters(_ text: some StringProtocol) -> [Character] {
      text.lowercased().precomposedStringWithCanonicalMapping.filter(\.isLetter).sorted()
    }
    return letters(match.1) == letters(student) ? String(match.2) : nil
  }

  /// Extracts the number of an upload from `doejane_LATE_901_5551_File.swift`.
  private static func upload(of name: String, by student: String) -> Int? {
    let parts = name.split(separator: "_")
    let numbers = parts.filter { $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }
    guard numbers.count >= 2, String(numbers[0]) == student else { return nil }
    return Int(numbers[1])
  }
}

extension GradedStudent {
  /// The student's feedback as plain text: the marks, the comments, and the failures.
  var feedbackText: String {
    let language = context.language
    var lines = ["\(row.student.name) (\(row.student.id))", ""]
    for (column, mark) in zip(gradebook.weeks, row.weeks) {
      let points = mark.points.map(decimal) ?? "–"
      lines.append("\(context.title(of: column.id)): \(points) / \(decimal(column.possible))")
      lines += mark.comments.map { "  \(Visible.line($0))" }
      for (exercise, points) in zip(column.exercises, mark.exercises) {
        lines.append(
          "  \(exercise.id): \(points.map(decimal) ?? "–") / \(decimal(exercise.possible))")
      }
      for test in tests(of: column) where test.result.record.verdict != .passed {
        guard context.hidden == .shown || !test.result.isHidden else { continue }
        let record = test.result.record
        lines.append("  \(test.title): \(record.verdict.phrase(language))")
        let message = MessageText.clipped(record.message, to: 1000).text
        lines += message.split(separator: "\n").map { "    \(Visible.line(String($0)))" }
      }
      lines.append("")
    }
    return lines.joined(separator: "\r\n")
  }
}
