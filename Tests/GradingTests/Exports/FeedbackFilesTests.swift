import Files
import Foundation
import FrameworkTesting
import GradedTesting
import Text
import XCTest

@testable import Coursework
@testable import Gradebooks
@testable import Grading
@testable import Intake
@testable import Reports

/// Feedback in the names by which each platform finds its student.
final class FeedbackFilesTests: FrameworkTestCase {
  /// The names in the archive, as Python's `zipfile` lists them.
  private func names(
    _ table: String, handIns: [String: [String]] = [:], held: [String] = []
  ) throws -> [String] {
    let folder = try temporaryFolder()
    let roster = try Roster(table)
    var options = Results.Options()
    options.handIns = handIns
    var policy = Policy()
    policy.held = held
    try Results(
      Sample.classInfo(weeks: ["W1"]),
      submissions: roster.students.map { Sample.attempt($0.id, passing: ["a": 4]) },
      policy: policy, roster: roster, options: options, course: Sample.weeks
    ).write(to: folder, exports: [.feedback])
    let exports = folder.appending(path: "exports")
    let files = (try? FileManager.default.contentsOfDirectory(atPath: exports.path)) ?? []
    guard let archive = files.first else { return [] }
    let answer = try StartedProgram(
      [
        "-c", "import sys, zipfile; print(*zipfile.ZipFile(sys.argv[1]).namelist(), sep='\\n')",
        exports.appending(path: archive).path,
      ], of: URL(fileURLWithPath: "/usr/bin/python3")
    ).answer()
    return [archive] + answer.output.split(separator: "\n").map(String.init)
  }

  func testMoodleFindsTheParticipantBetweenUnderscores() throws {
    let table = """
      Identifier,Full name,Email address,Status,Grade,Maximum Grade
      Participant 4711,Ann_Lee/x,ann@x.org,Submitted,,100
      Participant 4712,李雷,li@x.org,Submitted,,100
      """
    XCTAssertEqual(
      try names(table, held: ["4712"]),
      ["feedback-moodle.zip", "4711_4711_assignfeedback_file_/feedback.html"],
      "the name is that of the attempt; whose marks are held back gets none")
  }

  func testAnIdOfACoursesListIsNoParticipantsNumber() throws {
    let table = """
      First name,Last name,ID number,Email address
      Ann,Lee,12,a@x.org
      Bo,Ray,13,b@x.org
      """
    XCTAssertEqual(
      try names(
        table,
        handIns: [
          "12": ["Ann Lee_4711_assignsubmission_file"], "13": ["Team Ray_12_assignsubmission_file"],
        ]),
      ["feedback-moodle.zip", "12_4711_assignfeedback_file_/feedback.html"],
      "nobody else's, and none by a team's number")
  }

  func testCanvasFindsTheUploadByItsNumber() throws {
    let table = "Student,ID,SIS Login ID,Section\nAnn Lee,901,ann,A\nBen Ray,902,ben,A\n"
    XCTAssertEqual(
      try names(
        table,
        handIns: ["901": ["leeann_LATE_901_5551_File.swift", "leeann_901_5559_File-1.swift"]]),
      ["feedback-canvas.zip", "student_901_5559_feedback.txt"])
  }

  func testBrightspaceGetsItsFoldersBack() throws {
    let folder = "12345-67890 - Ann Lee - Nov 20, 2026 1010 PM"
    XCTAssertEqual(
      try names(
        "OrgDefinedId,Username,Last Name,First Name,End-of-Line Indicator\n#901,#ann,Lee,Ann,#\n",
        handIns: ["901": [folder]]),
      ["feedback-brightspace.zip", "\(folder)/feedback.html"])
  }
}
