import Coursework
import Foundation
import FrameworkTesting
import GradedTesting
import Syllabus
import Text
import XCTest

/// Tests `course hint`, `reset`, `status` and `assign`.
final class LearnerCommandTests: FrameworkTestCase {
  private func package() throws -> CoursePackage { try CoursePackage(in: temporaryFolder()) }

  private let file = "Exercises/C1W2-LogisticRegression/LogisticRegression.swift"

  private func record(
    _ exercise: any AnyExercise, _ verdict: Verdict, _ points: Double
  ) throws -> String {
    let object: [String: Any] = [
      "week": exercise.info.week, "exercise": exercise.info.name, "test": "testIt",
      "verdict": verdict.rawValue, "points": verdict == .passed ? points : 0, "possible": points,
      "message": "", "misconception": NSNull(), "seconds": 0.1,
    ]
    return String(decoding: try JSONSerialization.data(withJSONObject: object), as: UTF8.self)
      + "\n"
  }

  // MARK: hint

  func testHintsAreShownOneByOneAndTheLastIsRepeated() throws {
    let package = try package()
    func ladder(_ language: Language) throws -> [String] {
      try Hints(of: C1W2.week, in: RunEnvironment.current.package, language)(for: "sigmoid")
    }
    let (hints, chinese) = (try ladder(.english), try ladder(.chinese))
    for (step, hint) in (Array(hints.indices) + [hints.count - 1]).map({ ($0, hints[$0]) }) {
      let answer = try package.course("hint", "sigmoid")
      let more = step + 1 < hints.count ? "More: swift run course hint C1W2.sigmoid\n" : ""
      XCTAssertEqual(
        answer.output,
        "C1W2.sigmoid, hint \(step + 1) of 3\n\(hint)\n\(more)")
      XCTAssertEqual(answer.code, 0)
      XCTAssertEqual(answer.complaint, "")
    }
    XCTAssertEqual(
      try package.course("hint", "c1w2.SIGMOID", "--again", "--lang=zh").output,
      """
      C1W2.sigmoid，第 1 条提示，共 3 条
      \(chinese[0])
      还想看下一条：swift run course hint C1W2.sigmoid

      """)
  }

  // MARK: reset

  func testAResetKeepsTheCodeAndDropsItsPoints() throws {
    let package = try package()
    let stub = try package.text(file)
    try package.solve("C1W2-LogisticRegression")
    let written = try package.text(file)
    try package.write(
      record(C1W2.sigmoid, .passed, 5) + record(C1W2.softmax, .passed, 4),
      to: ".course/progress.jsonl")

    let backup = package.folder.appending(path: ".course/backup/LogisticRegression-1.swift").path
    let answer = try package.course("reset", "sigmoid")
    XCTAssertEqual(
      answer.output, "C1W2.sigmoid is a stub again; your file was kept as \(backup)\n")
    XCTAssertEqual(answer.code, 0)
    XCTAssertEqual(try String(contentsOfFile: backup, encoding: .utf8), written)
    XCTAssertEqual(
      try package.text(file).components(separatedBy: "// YOUR CODE HERE").count, 2)
    XCTAssertFalse(try package.text(".course/progress.jsonl").contains("sigmoid"))
    XCTAssertTrue(try package.text(".course/progress.jsonl").contains("softmax"))

    XCTAssertEqual(
      try package.course("reset", "sigmoid").output, "C1W2.sigmoid is already a stub\n")
    XCTAssertEqual(
      try package.course("reset", "sigmoid", language: "zh").output, "C1W2.sigmoid 本来就是空函数\n")
    XCTAssertEqual(
      try package.course("reset", "C1W2.softmax", language: "zh").output,
      "C1W2.softmax 已恢复为空函数；原来的文件保存在 "
        + backup.replacing("-1.swift", with: "-2.swift") + "\n")
    XCTAssertNotEqual(stub, written)
  }

  // MARK: status

  func testStatusDropsThePointsOfDeletedCode() throws {
    let package = try package()
    let stubs = try package.text(file)
    try package.solve("C1W2-LogisticRegression")
    try package.write(record(C1W2.sigmoid, .passed, 5), to: ".course/progress.jsonl")
    let before = try package.course("status").output
    XCTAssertTrue(before.contains("     5 / "), before)
    try package.write(stubs, to: file)
    let after = try package.course("status").output
    XCTAssertFalse(after.contains("     5 / "), after)
    XCTAssertTrue(after.contains("\nnext: sigmoid in \(file)\n"), after)
    XCTAssertEqual(try package.text(".course/progress.jsonl"), "")
    // The word `status` is optional.
    XCTAssertEqual(try package.course().output, after)
  }

  func testADamagedProgressFileIsReported() throws {
    let package = try package()
    try package.write("nonsense\n", to: ".course/progress.jsonl")
    let path = package.folder.appending(path: ".course/progress.jsonl").path
    for (language, start) in [
      ("en", "error: \(path):1: not a record: "), ("zh", "错误：\(path):1：不是记录："),
    ] {
      let answer = try package.course("status", language: language)
      XCTAssertTrue(answer.complaint.hasPrefix(start), answer.complaint)
      XCTAssertEqual(answer.code, 65)
    }
  }

  // MARK: assign

  func testAssignWritesDifferencesAndKeepsTheOldFile() throws {
    let package = try package()
    XCTAssertEqual(try package.course("assign", "C1W2").output, "\(file): up to date\n")
    XCTAssertEqual(
      try package.course("assign", "C1W2", language: "zh").output, "\(file)：无需改动\n")
    try package.write("mine\n", to: file)
    let backup = package.folder.appending(path: ".course/backup/LogisticRegression-1.swift").path
    XCTAssertEqual(
      try package.course("assign", "logisticregression").output,
      "\(file): written; the previous file was kept as \(backup)\n")
    XCTAssertEqual(try String(contentsOfFile: backup, encoding: .utf8), "mine\n")
    try package.write("mine\n", to: file)
    XCTAssertEqual(
      try package.course("assign", "C1W2", "--lang", "zh").output,
      "\(file)：已写入；原来的文件保存在 \(backup.replacing("-1.swift", with: "-2.swift"))\n")
  }
}
