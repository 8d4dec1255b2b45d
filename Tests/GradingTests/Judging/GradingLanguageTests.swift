import Coursework
import Foundation
import GradedTesting
import Releases
import Syllabus
import Text
import XCTest

@testable import Grading
@testable import Intake
@testable import Reports

/// All that is recorded of a submission is in the language that was asked for.
///
/// Both languages are asked for in one process, whose environment speaks but one.
final class GradingLanguageTests: FrameworkTestCase {
  private let week = C1W2.week
  private let head = "public func sigmoid(_ z: Tensor) throws -> Tensor {"

  private func graded(_ source: String, _ language: Language) throws -> WeekResult {
    let grader = try BuiltJudge.grader(self, weeks: [week], language: language)
    let submission = Submission(
      student: Student(id: "ana", name: "Ana"), sources: [week.id: Data(source.utf8)])
    let result = try XCTUnwrap(try grader.grade([submission]).first)
    XCTAssertNil(result.fault)
    return result.weeks[0]
  }

  private func firstMessage(of result: WeekResult) throws -> String {
    try XCTUnwrap(result.tests.first { $0.record.exercise == "sigmoid" }).record.message
  }

  func testWhatIsNotStartedIsSaidInTheLanguageAskedFor() throws {
    let stub = try Assigning(package: RunEnvironment.current.package).stub(week)
    for (language, sentence) in [
      (Language.english, "sigmoid is not written yet"), (.chinese, "sigmoid 还没有写"),
    ] {
      let message = try firstMessage(of: graded(stub, language))
      XCTAssertEqual(message, sentence)
    }
  }

  func testMessagesOfJudgeAndWorkerAreInTheLanguageAskedFor() throws {
    let source = try BuiltJudge.solution(week).replacingOccurrences(
      of: head,
      with: head
        + "\n  print(String(repeating: \"x\", count: 5000))\n  _ = try dot(z, Tensor([1, 2]))")
    for (language, words) in [
      (Language.english, ["it threw an error: ", "your code printed:", "… (905 more bytes)"]),
      (.chinese, ["它抛出了错误：", "你的代码打印了：", "……（还有 905 字节）"]),
    ] {
      let message = try firstMessage(of: graded(source, language))
      for word in words { XCTAssertTrue(message.contains(word), message) }
    }
  }

  func testASignatureThatHasChangedIsSaidInTheLanguageAskedFor() throws {
    let source = try BuiltJudge.solution(week).replacingOccurrences(
      of: head, with: "public func sigmoid(_ z: Tensor, _ k: Double = 1) throws -> Tensor {")
    for (language, sentence) in [
      (Language.english, "a function no longer has the signature that was given: "),
      (.chinese, "有函数的签名与给出的不一致："),
    ] {
      let result = try graded(source, language)
      let diagnostic = try XCTUnwrap(result.diagnostics.first).message
      XCTAssertTrue(diagnostic.hasPrefix(sentence), diagnostic)
      XCTAssertTrue(try firstMessage(of: result).contains(sentence))
    }
  }

  func testAFaultIsRecordedInTheLanguageAskedFor() throws {
    for (language, words) in [
      (Language.english, "LogisticRegression.swift cannot be written ("), (.chinese, "无法写入 "),
    ] {
      let classGrader = try BuiltJudge.grader(self, weeks: [week], language: language)
      let grader = try SubmissionGrader(grader: classGrader, number: 0)
      defer { grader.end() }
      // A folder in the place of the file keeps it from being written.
      let file = classGrader.folder.appending(
        path: "0/compiler/sources/\(SubmissionCompiler.path(of: week))")
      try FileManager.default.createDirectory(at: file, withIntermediateDirectories: true)
      let submission = Submission(
        student: Student(id: "ana", name: "Ana"), sources: [week.id: Data("import Tensors\n".utf8)])
      let fault = try XCTUnwrap(grader.grade(submission)?.fault)
      XCTAssertTrue(fault.contains(words), fault)
    }
  }

  func testAHandInThatVanishesIsAFaultInTheLanguageAskedFor() throws {
    for (language, words) in [
      (Language.english, "ana.zip cannot be read: "), (.chinese, "无法读取 "),
    ] {
      let folder = try ClassFolder()
      try folder.write("class/ana.zip", "no archive")
      let reader = try SubmissionReader(folder.url.appending(path: "class"), language: language)
      try FileManager.default.removeItem(at: folder.url.appending(path: "class/ana.zip"))
      let grader = try BuiltJudge.grader(self, weeks: [week], language: language)
      let header = Journal.Header(
        digest: "d", weeks: [week.id], seed: 7, language: language, sandbox: [])
      let journal = try Journal(folder: folder.url.appending(path: "results"), header: header)
      let outcome = try ClassRun(reader, grader: grader, journal: journal).run { _ in }
      let faults = outcome.submissions.map { $0.fault ?? "" }
      XCTAssertEqual(faults.count, 1)
      XCTAssertTrue(faults[0].contains(words), faults[0])
    }
  }

  func testAPartThatIsNotTakenIsSaidInTheLanguageAskedFor() throws {
    let folder = try ClassFolder()
    try folder.write("ana.zip", "no archive")
    for (language, reason) in [
      (Language.english, "not a zip archive, whatever its name says"),
      (.chinese, "名字像 zip，内容却不是 zip 压缩包"),
    ] {
      let reader = try SubmissionReader(folder.url, language: language)
      XCTAssertEqual(try reader.all().flatMap(\.refusals).map(\.reason), [reason])
    }
  }

  func testEveryCompilationProblemIsSaidInBothLanguages() {
    let cases: [(CompilationProblem, String, String)] = [
      (
        .compilerStopped(seconds: 60),
        "the compiler was stopped after 60 s: simplify the longest formulas",
        "编译超过 60 秒，已被中止：请简化最长的公式"
      ),
      (
        .compilerFlooded, "the compiler said more than anybody reads and was stopped",
        "编译器输出的内容太多，已被中止"
      ),
      (
        .compilerCrashed(gigabytes: 3),
        "the compiler crashed or used more than 3 GB on this file",
        "编译这个文件时，编译器崩溃了，或者用了超过 3 GB 内存"
      ),
      (.compilerRefuses(output: "o"), "the compiler refuses this file: o", "编译器不接受这个文件：o"),
      (
        .otherSignature(said: "s"), "a function no longer has the signature that was given: s",
        "有函数的签名与给出的不一致：s"
      ),
      (
        .nameTaken("main"), "it defines a name that the course's own program has already: main",
        "它定义的名称与课程自身的程序重复：main"
      ),
      (
        .nameMissing("f()"), "it uses a name that nothing defines here: f()",
        "它用到的名称在这里没有定义：f()"
      ),
      (
        .moduleMissing("FoundationXML"),
        "it uses FoundationXML, which is not there when a class is graded, and which no exercise needs",
        "它用到了 FoundationXML：给全班评分时没有这个模块，练习也都用不到它"
      ),
      (.notLinked(output: "o"), "it cannot be linked: o", "无法链接：o"),
    ]
    for (problem, english, chinese) in cases {
      XCTAssertEqual(problem.phrase(.english), english)
      XCTAssertEqual(problem.phrase(.chinese), chinese)
    }
  }
}
