import Foundation
import FrameworkTesting
import GradedTesting
import Text
import XCTest

@testable import Banks
@testable import Quizzing

/// Takes exams with the real `course`, line by line; at the end of its input it leaves.
final class ExamCommandTests: QuizTestCase {
  override var banks: String? { Samples.folder }

  private func sessions() throws -> [SessionRecord] {
    try store.load(now: Date()).progress.sessions
  }

  /// The values of its seed stand in it, so with another seed other answers would be marked.
  func testABankWithoutKeysGoesOnWithNoExamOfAnotherSeed() throws {
    XCTAssertTrue(
      try quiz(["sample", "--exam", "--seed", "3"]).output.contains("Question 1 of 7"))
    let banks = home + "/keyless"
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
    XCTAssertEqual(try quiz(["sample", "--exam"], banks: banks, input: allOnes).code, 0)
    for (language, sentence) in [
      ("en", "has no keys: name the folder of the banks themselves with --banks"),
      ("zh", "不含答案：请用 --banks 指定原题库的目录"),
    ] {
      let marked = try quiz(["grade", "Sample-answers.json"], banks: banks, language: language)
      XCTAssertEqual(marked.code, 64)
      XCTAssertTrue(marked.complaint.contains(sentence), marked.complaint)
      XCTAssertEqual(marked.output, "")
    }
    let marked = try quiz(["grade", "Sample-answers.json", "--seed", "7"])
    XCTAssertTrue(marked.output.contains(" / 9 "), marked.output)
    XCTAssertEqual(
      try quiz(["sample"], banks: banks).complaint,
      "error: this bank has no keys, so nothing can be explained: take it with --exam\n")
  }

  func testATimeLimitThatIsGivenOnResumingCounts() throws {
    let exam = ["sample", "--exam", "--seed", "3", "--time-limit"]
    let begun = try quiz(exam + ["60"]).output
    // The minutes that a busy machine takes between the start and the first line do not matter.
    XCTAssertNotNil(begun.firstMatch(of: /(1:00:00|5\d:\d\d) left/), begun)
    let resumed = try quiz(exam + ["90"]).output
    XCTAssertTrue(resumed.contains("Going on with question 1 of 7."), resumed)
    XCTAssertNotNil(resumed.firstMatch(of: /1:(30|2\d):\d\d left/), resumed)
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
      try file.data().write(to: URL(fileURLWithPath: home + "/\(name).json"))
    }
    let graded = try quiz(["grade", "a.json", "b.json", "c.json"])
    XCTAssertTrue(
      graded.output.contains("lacks 6 of the questions that seed 99 gives"), graded.output)
    XCTAssertFalse(graded.output.contains("0 / 1"), graded.output)
  }

  /// Answers the first questions of an exam, and leaves.
  private func begin(_ words: [String], answering count: Int) throws -> StartedProgram.Answer {
    try quiz(
      ["sample", "--exam"] + words, input: String(repeating: "1\n", count: count) + ":q\n")
  }

  func testALoneCutFileHasNoMarkUntilTheNumberIsNamed() throws {
    XCTAssertEqual(try quiz(["sample", "--exam", "--seed", "3"], input: allOnes).code, 0)
    let path = home + "/Sample-answers.json"
    var file = try AnswerFile.read(path)
    XCTAssertEqual(file.asked, 7)
    file.answers = Array(file.answers.prefix(1))
    file.asked = 1
    try file.data().write(to: URL(fileURLWithPath: home + "/cut.json"))
    let lone = try quiz(["grade", "cut.json", "--out", "marks.csv", "--results", "results"])
    XCTAssertEqual(lone.code, 0, lone.complaint)
    let row = try String(contentsOfFile: home + "/marks.csv", encoding: .utf8)
      .split(separator: "\r\n")[1].split(separator: ",", omittingEmptySubsequences: false)
    XCTAssertEqual(row[6...8], ["", "", ""])
    XCTAssertFalse(FileManager.default.fileExists(atPath: home + "/results"))
    XCTAssertTrue(
      try quiz(["grade", "cut.json"], language: "zh").output.contains("成绩须由人决定"))
    let known = try quiz(["grade", "cut.json", "--questions", "7"])
    XCTAssertTrue(known.output.contains(" / 9 "), known.output)
  }

  /// A note about all files is printed once, and a remark about one file in its own line.
  func testTheNumberThatTheFilesAgreeOnIsSaidOnce() throws {
    let bank = try Samples.bank("Sample-Types.en.md")
    let questions = bank.questionsByKey
    for seed in 1...3 {
      let keys = QuestionDraw.choose(
        bank.keys, count: 4, seed: seed)
      var file = AnswerFile(
        try QuizSession(
          record(keys, mode: .exam, seed: seed), questions: questions, now: morning),
        bank: bank.structureFingerprint, finished: morning + 60)
      if seed == 3 { file.answers.removeLast() }
      try file.data().write(to: URL(fileURLWithPath: home + "/\(seed).json"))
    }
    let files = ["1.json", "2.json", "3.json"]
    for (language, note, lacks) in [
      (
        "en",
        "Sample: 4 of 7 questions count, as most files say; to be sure, name the number with "
          + "--questions.\n", "(lacks 1 of the questions that seed 3 gives"
      ),
      ("zh", "Sample：题库有 7 题，按多数答卷只计 4 题；要确保无误，请用 --questions 指明题数。\n", "（计 0 分）"),
    ] {
      let graded = try quiz(["grade"] + files, language: language).output
      XCTAssertEqual(graded.components(separatedBy: note).count, 2, graded)
      XCTAssertTrue(graded.contains(lacks), graded)
      XCTAssertEqual(graded.components(separatedBy: "  (").count, 2, "one remark: \(graded)")
      let known = try quiz(["grade", "--questions", "4"] + files, language: language).output
      XCTAssertFalse(known.contains(note), known)
    }
  }

  private var allOnes: String { String(repeating: "1\n", count: 7) + "\n" }

  /// The seed of an exam's secret goes with the file, and only the same word gives it again.
  func testAnExamsSecretIsTheSameWhenAskingAndWhenGrading() throws {
    let secret = ["--exam-secret", "word", "--seed", "2"]
    XCTAssertEqual(
      try quiz(["sample", "--exam", "--questions", "4"] + secret, input: allOnes).code, 0)
    let file = try AnswerFile.read(home + "/Sample-answers.json")
    XCTAssertEqual(file.seed, ExamSeed.seed(secret: "word", number: 2))
    XCTAssertEqual(file.asked, 4)
    let graded = try quiz(["grade", "Sample-answers.json", "--questions", "4"] + secret)
    XCTAssertEqual(graded.code, 0)
    let row = try XCTUnwrap(graded.output.split(separator: "\n").first)
    XCTAssertFalse(row.contains("("), "nothing is remarked on: \(row)")
    for other in [["--exam-secret", "word"], ["--exam-secret", "words", "--seed", "2"]] {
      let remarked = try quiz(["grade", "Sample-answers.json", "--questions", "4"] + other)
      XCTAssertTrue(remarked.output.contains("has seed \(file.seed), expected"), remarked.output)
    }
    XCTAssertEqual(
      try quiz(["sample"] + secret).complaint,
      "error: --exam-secret belongs to an exam: add --exam\n")
    XCTAssertEqual(
      try quiz(["sample"] + secret, language: "zh").complaint,
      "错误：--exam-secret 用于考试：请加上 --exam\n")
    let large = try quiz(["sample", "--seed", "1000000001"])
    XCTAssertEqual(large.code, 64)
    XCTAssertTrue(large.complaint.contains("1000000001"), large.complaint)
  }

  func testAnInterruptedExamGoesOnBySecretAndByNumber() throws {
    for words in [
      ["--exam-secret", "word"], ["--questions", "4"], ["--questions", "4", "--seed", "8"],
    ] {
      XCTAssertTrue(try begin(words, answering: 1).output.contains("Question 2 of"))
      let left = try sessions()
      let again = try begin(words, answering: 0)
      XCTAssertTrue(again.output.contains("Going on with question 2 of"), again.output)
      XCTAssertEqual(try sessions().map(\.id), left.map(\.id), "\(words)")
    }
    XCTAssertEqual(try sessions().count, 3)
  }

  /// An empty session may be newer than an evening's work.
  func testAnExamWithAnswersGoesOnBeforeANewerEmptyOne() throws {
    XCTAssertTrue(try begin(["--seed", "3"], answering: 2).output.contains("Question 3 of 7"))
    XCTAssertTrue(try begin(["--seed", "4"], answering: 0).output.contains("Question 1 of 7"))
    XCTAssertEqual(try sessions().map(\.seed), [3, 4])
    let resumed = try begin([], answering: 0)
    XCTAssertTrue(resumed.output.contains("Going on with question 3 of 7."), resumed.output)
    // Of two with answers it is the newer one.
    XCTAssertTrue(
      try begin(["--seed", "4"], answering: 1).output.contains("Going on with question 1 of 7."))
    XCTAssertTrue(try begin([], answering: 0).output.contains("Going on with question 2 of 7."))
  }

  func testPracticeThatWasLeftWaitsForAnExamWithItsSeed() throws {
    XCTAssertTrue(
      try quiz(["sample", "--seed", "3"], input: "1\n:q\n").output.contains("Enter to go on"))
    XCTAssertTrue(try begin(["--seed", "3"], answering: 1).output.contains("Question 2 of 7"))
    for (language, sentence) in [
      ("en", "What was left has the seed of an exam and waits until that is handed in."),
      ("zh", "上次未完成的练习与一场考试的种子相同，交卷后才能继续。"),
    ] {
      let practice = try quiz(["sample", "--questions", "7"], language: language)
      XCTAssertTrue(practice.output.contains(sentence), practice.output)
      XCTAssertFalse(practice.output.contains("Going on"), practice.output)
    }
    XCTAssertEqual(
      try sessions().filter { $0.seed == 3 }.map(\.mode), [.practice, .exam], "it is not lost")
    // Another quiz's exam hides nothing, and once handed in this one does not either.
    XCTAssertEqual(try quiz(["sample", "--exam", "--seed", "3"], input: allOnes).code, 0)
    let after = try quiz(["sample", "--seed", "3"])
    XCTAssertTrue(after.output.contains("Going on with question 1 of 7."), after.output)
  }

  func testReviewAndExportRefuseTheSeedOfAnExamThatIsOpen() throws {
    XCTAssertTrue(try quiz(["sample", "--seed", "8"], input: "1\n\n1\n\n:q\n").code == 0)
    XCTAssertTrue(try begin(["--seed", "3"], answering: 1).output.contains("Question 2 of 7"))
    let refusal = "error: seed 3 is that of an exam which is not handed in yet: "
    let review = try quiz(["review", "--seed", "3"])
    XCTAssertEqual(review.complaint, refusal + "practise with another one\n")
    XCTAssertTrue(try quiz(["review", "--seed", "4"]).output.contains("Question 1 of"))
    for words in [["json"], ["gift"], ["csv"], ["markdown", "--seeds", "1"]] {
      let export = try quiz(["export", "sample", "--seed", "3", "--format"] + words)
      XCTAssertEqual(
        export.complaint,
        refusal + "export its key afterwards, or its questions with --without-answers\n")
      XCTAssertEqual(export.code, 64)
    }
    XCTAssertEqual(
      try quiz(["export", "sample", "--seed", "1", "--seeds", "5", "--format", "gift"]).code, 64,
      "the third of these seeds is the exam's")
    XCTAssertEqual(
      try quiz(["export", "sample", "--seed", "3", "--without-answers"]).code, 0)
    XCTAssertEqual(try quiz(["export", "sample", "--seed", "3", "--keyless"]).code, 0)
    XCTAssertEqual(try quiz(["export", "sample", "--seed", "4", "--format", "gift"]).code, 0)
    XCTAssertEqual(try quiz(["sample", "--exam", "--seed", "3"], input: allOnes).code, 0)
    XCTAssertEqual(try quiz(["export", "sample", "--seed", "3", "--format", "gift"]).code, 0)
  }

  func testAnExamMayComeInARandomOrderAndIsMarkedAllTheSame() throws {
    XCTAssertEqual(
      try quiz(["sample", "--exam", "--seed", "3", "--shuffle", "--questions", "5"]).code, 0)
    let shuffled = try XCTUnwrap(try sessions().first)
    let bank = try Samples.bank("Sample-Types.en.md")
    let inOrder = QuestionDraw.choose(bank.questions, count: 5, seed: 3).map { "Sample/\($0.id)" }
    XCTAssertNotEqual(shuffled.questions, inOrder)
    XCTAssertEqual(Set(shuffled.questions), Set(inOrder))
    let questions = bank.questionsByKey
    let session = try QuizSession(shuffled, questions: questions, now: Date())
    let graded = try GradedExam(
      AnswerFile(session, bank: bank.structureFingerprint, finished: Date()), file: "a",
      bank: bank, scoring: .perOption, expecting: .init(count: 5))
    XCTAssertEqual(graded.items.map { "Sample/\($0.question)" }, inOrder)
    XCTAssertEqual(graded.remarks, [])
  }
}
