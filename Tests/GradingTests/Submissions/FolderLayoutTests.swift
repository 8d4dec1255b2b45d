import Foundation
import Gradebooks
import GradedTesting
import Grading
import Intake
import XCTest

final class FolderLayoutTests: FrameworkTestCase {
  private let inPlace = "Exercises/C1W2-LogisticRegression/LogisticRegression.swift"

  func testEachFolderIsAStudent() throws {
    let folder = try ClassFolder()
    try folder.write("ana/LogisticRegression.swift", "// ana")
    try folder.write("ana/ShallowNetwork.swift", "// ana 2")
    try folder.write("ana/notes.txt", "not ours")
    try folder.write("李雷/LogisticRegression.swift", "// 李雷")
    try folder.write("zoe/README.md", "nothing of the course")
    let reader = try SubmissionReader(folder.url)
    XCTAssertEqual(reader.students.map(\.id), ["ana", "zoe", "李雷"])
    let all = try reader.all()
    XCTAssertEqual(
      all.map(\.texts), [["C1W2": "// ana", "C1W3": "// ana 2"], [:], ["C1W2": "// 李雷"]])
    XCTAssertEqual(all.map(\.attempt), [1, 1, 1])
    XCTAssertEqual(all.flatMap(\.refusals), [])
  }

  func testAWholePackageGivesTheFilesInTheirPlace() throws {
    let folder = try ClassFolder()
    try folder.write("ana/course-main/\(inPlace)", "// mine")
    try folder.write("ana/course-main/Package.swift", "fatalError()")
    try folder.write("ana/course-main/.build/LogisticRegression.swift", "// a build's copy")
    try folder.write("ana/course-main/__MACOSX/LogisticRegression.swift", "// a shadow")
    try folder.write("ana/course-main/backup/LogisticRegression.swift", "// old")
    let submission = try XCTUnwrap(SubmissionReader(folder.url).all().first)
    XCTAssertEqual(submission.texts, ["C1W2": "// mine"])
    XCTAssertEqual(submission.refusals, [])
  }

  func testAPackageAloneIsOneStudent() throws {
    let folder = try ClassFolder()
    try folder.write("ana/\(inPlace)", "// mine")
    let reader = try SubmissionReader(folder.url.appending(path: "ana"))
    XCTAssertEqual(reader.students, [Student(id: "ana", name: "ana")])
    XCTAssertEqual(try reader.all().map(\.texts), [["C1W2": "// mine"]])
  }

  func testLooseFilesAreGroupedByTheNameBeforeThem() throws {
    let folder = try ClassFolder()
    try folder.write("ana_LogisticRegression.swift", "// 1")
    try folder.write("ana-ShallowNetwork.swift", "// 2")
    try folder.write("li lei - LogisticRegression.swift", "// 3")
    try folder.write("grades.csv", "no submission")
    let reader = try SubmissionReader(folder.url)
    XCTAssertEqual(reader.students.map(\.id), ["ana", "li lei"])
    XCTAssertEqual(
      try reader.all().map(\.texts), [["C1W2": "// 1", "C1W3": "// 2"], ["C1W2": "// 3"]])
    XCTAssertEqual(
      reader.remarks.map(\.description), ["grades.csv: no student's submission; left out"])
  }

  func testCanvasDownloadKeepsWhatWasNotUploadedAgain() throws {
    let folder = try ClassFolder()
    try folder.write("doejane_12345_901_LogisticRegression.swift", "// first")
    try folder.write("doejane_12345_902_ShallowNetwork.swift", "// only")
    try folder.write("doejane_LATE_12345_903_LogisticRegression-2.swift", "// third")
    try folder.write("lilei_777_904_report.pdf", "no source")
    let reader = try SubmissionReader(folder.url)
    XCTAssertEqual(
      reader.students, [Student(id: "12345", name: "doejane"), Student(id: "777", name: "lilei")])
    let all = try reader.all()
    XCTAssertEqual(all.map(\.attempt), [1, 3, 1])
    XCTAssertEqual(
      all.map(\.texts),
      [
        ["C1W2": "// first", "C1W3": "// only"], ["C1W2": "// third", "C1W3": "// only"], [:],
      ])
  }

  func testAMoodleDownloadIsRead() throws {
    let folder = try ClassFolder()
    try folder.write("Jane Doe_4711_assignsubmission_file_/LogisticRegression.swift", "// 1")
    try folder.write("王 小明_4712_assignsubmission_file_LogisticRegression.swift", "// 2")
    try folder.write("王 小明_4712_assignsubmission_onlinetext_onlinetext.html", "<p>hello")
    let reader = try SubmissionReader(folder.url)
    XCTAssertEqual(
      reader.students, [Student(id: "4711", name: "Jane Doe"), Student(id: "4712", name: "王 小明")])
    XCTAssertEqual(try reader.all().map(\.texts), [["C1W2": "// 1"], ["C1W2": "// 2"]])
  }

  func testTheDateIsThatOfTheNewestSource() throws {
    let folder = try ClassFolder()
    try folder.write("ana/LogisticRegression.swift", "// 1")
    try folder.write("ana/ShallowNetwork.swift", "// 2")
    try folder.write("ana/notes.txt", "later, and no source")
    try folder.date("ana/LogisticRegression.swift", 1_700_000_000)
    try folder.date("ana/ShallowNetwork.swift", 1_700_000_500)
    let submission = try XCTUnwrap(SubmissionReader(folder.url).all().first)
    XCTAssertEqual(submission.submitted, Date(timeIntervalSince1970: 1_700_000_500))
  }

  func testTwoDifferentCopiesAreRefusedAndEqualOnesTaken() throws {
    let folder = try ClassFolder()
    try folder.write("ana/a/LogisticRegression.swift", "// 1")
    try folder.write("ana/b/LogisticRegression.swift", "// 2")
    try folder.write("ben/a/LogisticRegression.swift", "// 3")
    try folder.write("ben/b/LogisticRegression.swift", "// 3")
    let all = try SubmissionReader(folder.url).all()
    XCTAssertEqual(all.map(\.texts), [[:], ["C1W2": "// 3"]])
    XCTAssertEqual(
      all[0].refusals,
      [
        Refusal(
          name: "LogisticRegression.swift",
          reason: "handed in 2 times with different content: a/LogisticRegression.swift, "
            + "b/LogisticRegression.swift; hand in one")
      ])
  }
}
