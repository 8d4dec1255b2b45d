import Foundation
import FrameworkTesting
import GradedTesting
import Text
import XCTest

@testable import Banks
@testable import Quizzing

/// Takes exams with the real `course`, line by line; at the end of its input it leaves.
final class ExamCommandTests: FrameworkTestCase {
  private var scratch: Scratch?

  override func setUpWithError() throws {
    try super.setUpWithError()
    scratch = try Scratch()
  }

  override func tearDown() { scratch = nil }

  private var folder: String { scratch?.path ?? "/tmp" }

  private func quiz(
    _ words: [String], banks: String = Samples.folder, language: String = "en"
  ) throws -> StartedProgram.Answer {
    try StartedProgram(
      ["quiz"] + words + ["--banks", banks], language: language,
      environment: ["HOME": folder, "XDG_DATA_HOME": folder, "COURSE_PLAIN": "1"],
      in: URL(fileURLWithPath: folder)
    ).answer()
  }

  private func sessions() throws -> [SessionRecord] {
    try ProgressStore(variables: ["XDG_DATA_HOME": folder]).load(now: Date()).progress.sessions
  }

  /// The values of its seed stand in it, so with another seed other answers would be marked.
  func testABankWithoutKeysGoesOnWithNoExamOfAnotherSeed() throws {
    XCTAssertTrue(
      try quiz(["sample", "--exam", "--seed", "3"]).output.contains("Question 1 of 7"))
    let banks = folder + "/keyless"
    try FileManager.default.createDirectory(atPath: banks, withIntermediateDirectories: false)
    let export = try quiz(
      ["export", "sample", "--keyless", "--seed", "7", "--out", banks + "/Sample-Exam.zh.md"],
      language: "zh")
    XCTAssertEqual(export.code, 0, export.complaint)
    XCTAssertEqual(export.complaint, "注意：该文件只含一个种子的数值；其他种子请另行导出\n")
    XCTAssertTrue(try quiz(["sample", "--exam"], banks: banks).output.contains("Question 1 of 7"))
    XCTAssertEqual(try sessions().map(\.seed), [3, 7])
    XCTAssertTrue(
      try quiz(["sample", "--exam"], banks: banks).output.contains("Going on with question 1"))
    XCTAssertEqual(try sessions().map(\.seed), [3, 7])
    let refused = try quiz(["sample", "--exam", "--seed", "8"], banks: banks)
    XCTAssertEqual(
      refused.complaint,
      "error: this bank was written for one seed: leave --seed and --exam-secret out\n")
    XCTAssertEqual(
      try quiz(["sample"], banks: banks).complaint,
      "error: this bank has no keys, so nothing can be explained: take it with --exam\n")
  }

  func testATimeLimitThatIsGivenOnResumingCounts() throws {
    let exam = ["sample", "--exam", "--seed", "3", "--time-limit"]
    let begun = try quiz(exam + ["60"]).output
    XCTAssertNotNil(begun.firstMatch(of: /(1:00:00|59:\d\d) left/), begun)
    let resumed = try quiz(exam + ["90"]).output
    XCTAssertTrue(resumed.contains("Going on with question 1 of 7."), resumed)
    XCTAssertNotNil(resumed.firstMatch(of: /1:(30|29):\d\d left/), resumed)
    XCTAssertEqual(try sessions().map(\.timeLimit), [5400])
  }

  func testAFileThatWritesTheQuizsNameOtherwiseIsOfTheSameClass() throws {
    let bank = try Samples.bank("Sample-Types.en.md")
    for (name, quiz, count) in [("a", "Sample", 7), ("b", "Sample", 7), ("c", "SAMPLE", 1)] {
      var file = AnswerFile(
        try session(mode: .exam, seed: Int(name.utf8.first ?? 0)),
        bank: bank.structureFingerprint, finished: morning + 60)
      file.quiz = quiz
      file.answers = Array(file.answers.prefix(count))
      try file.data().write(to: URL(fileURLWithPath: folder + "/\(name).json"))
    }
    let graded = try quiz(["grade", "a.json", "b.json", "c.json"])
    XCTAssertTrue(
      graded.output.contains("lacks 6 of the questions that seed 99 gives"), graded.output)
    XCTAssertFalse(graded.output.contains("0 / 1"), graded.output)
  }

  func testAnExamMayComeInARandomOrderAndIsMarkedAllTheSame() throws {
    XCTAssertEqual(
      try quiz(["sample", "--exam", "--seed", "3", "--shuffle", "--questions", "5"]).code, 0)
    let shuffled = try XCTUnwrap(try sessions().first)
    let bank = try Samples.bank("Sample-Types.en.md")
    let inOrder = QuestionDraw.choose(bank.questions, count: 5, seed: 3).map { "Sample/\($0.id)" }
    XCTAssertNotEqual(shuffled.questions, inOrder)
    XCTAssertEqual(Set(shuffled.questions), Set(inOrder))
    let graded = try GradedExam(
      AnswerFile(shuffled, bank: bank.structureFingerprint, finished: Date()), file: "a",
      bank: bank, scoring: .perOption, expecting: .init(count: 5))
    XCTAssertEqual(graded.items.map { "Sample/\($0.question)" }, inOrder)
    XCTAssertEqual(graded.remarks, [])
  }
}
