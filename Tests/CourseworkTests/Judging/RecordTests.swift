import Foundation
import FrameworkTesting
import GradedTesting
import XCTest

@testable import Coursework

/// Tests records, their file, and the progress between runs.
final class RecordTests: FrameworkTestCase {
  private var folder = URL(fileURLWithPath: "/")

  override func setUpWithError() throws {
    try super.setUpWithError()
    folder = try temporaryFolder()
  }

  func testLineIsOneObjectWithEveryMember() throws {
    let record = Sample.record(
      Sample.sigmoid, "testZero", .wrong, 2, message: "a \"b\"/\n汉", misconception: "missing-minus")
    XCTAssertEqual(
      String(decoding: try record.line, as: UTF8.self),
      #"{"exercise":"sigmoid","message":"a \"b\"/\n汉","misconception":"missing-minus","#
        + #""points":0,"possible":2,"seconds":0.25,"test":"testZero","verdict":"wrong","#
        + #""week":"C9W1"}"# + "\n")
  }

  func testMissingMisconceptionIsNull() throws {
    XCTAssertEqual(
      String(decoding: try Sample.record(Sample.relu, "testA", .passed, 2.5).line, as: UTF8.self),
      #"{"exercise":"relu","message":"","misconception":null,"points":2.5,"possible":2.5,"#
        + #""seconds":0.25,"test":"testA","verdict":"passed","week":"C9W2"}"# + "\n")
  }

  func testOnlyAPassScores() {
    for verdict in Verdict.allCases {
      XCTAssertEqual(
        Sample.record(Sample.relu, "testA", verdict, 2).points, verdict == .passed ? 2 : 0)
    }
  }

  func testAppendedRecordsReturnInOrder() throws {
    let file = RecordFile(folder.appending(path: "records.jsonl"))
    let records = [
      Sample.record(Sample.sigmoid, "testA", .passed, 1),
      Sample.record(Sample.sigmoid, "testB", .timedOut, 1, message: "slow"),
    ]
    for record in records { try file.append(record) }
    XCTAssertEqual(try file.records(), records)
  }

  func testAppendingSideBySideMixesNoLines() throws {
    let file = RecordFile(folder.appending(path: "records.jsonl"))
    let record = Sample.record(
      Sample.relu, "testA", .wrong, 1, message: String(repeating: "x", count: 5000))
    DispatchQueue.concurrentPerform(iterations: 40) { _ in try? file.append(record) }
    XCTAssertEqual(try file.records().count { $0 == record }, 40)
  }

  func testFolderThatIsMissingIsAnError() {
    XCTAssertThrowsError(
      try RecordFile(URL(fileURLWithPath: "/nowhere/records")).append(
        Sample.record(Sample.relu, "testA", .passed, 1))
    ) {
      XCTAssertEqual(
        "\($0)", "cannot write the records to /nowhere/records: No such file or directory")
    }
  }

  func testDamagedLineIsNamedByItsNumber() throws {
    let url = folder.appending(path: "records.jsonl")
    let line = try Sample.record(Sample.relu, "testA", .passed, 1).line
    try (line + Data("{\n".utf8)).write(to: url)
    XCTAssertThrowsError(try RecordFile(url).records()) {
      XCTAssertTrue("\($0)".hasPrefix("\(url.path):2: not a record: "), "\($0)")
    }
  }

  // MARK: Progress

  func testTheFirstMergeCreatesTheFile() throws {
    let progress = ProgressFile(file: folder.appending(path: "deep/progress.jsonl"))
    XCTAssertEqual(try progress.records(), [])
    let record = Sample.record(Sample.relu, "testA", .passed, 1)
    try progress.merge([record])
    XCTAssertEqual(try progress.records(), [record])
  }

  func testMergeReplacesTheSameTestAndKeepsTheOthers() throws {
    let progress = ProgressFile(file: folder.appending(path: "progress.jsonl"))
    let kept = Sample.record(Sample.sigmoid, "testA", .passed, 1)
    let sameName = Sample.record(Sample.propagate, "testA", .passed, 1)
    try progress.merge([kept, sameName, Sample.record(Sample.sigmoid, "testB", .wrong, 1)])
    let fresh = Sample.record(Sample.sigmoid, "testB", .passed, 1)
    try progress.merge([fresh])
    XCTAssertEqual(try progress.records(), [kept, sameName, fresh])
  }

  func testDamagedFilesAreKeptUnderAnotherName() throws {
    let url = folder.appending(path: "progress.jsonl")
    let progress = ProgressFile(file: url)
    let record = Sample.record(Sample.relu, "testA", .passed, 1)
    for text in ["first", "second"] {
      try Data(text.utf8).write(to: url)
      try progress.merge([record])
      XCTAssertEqual(try progress.records(), [record])
    }
    for (number, text) in [(1, "first"), (2, "second")] {
      XCTAssertEqual(
        try String(
          contentsOf: folder.appending(path: "progress-\(number).damaged"), encoding: .utf8),
        text)
    }
  }
}
