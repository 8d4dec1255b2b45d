import Foundation
import FrameworkTesting
import GradedTesting
import Text
import XCTest

@testable import Coursework
@testable import Grading

/// The check of an instructor's own suites before anything is built.
final class HiddenSuitesTests: FrameworkTestCase {
  /// The refusal of a folder with these files; empty if it is accepted.
  private func sentence(_ files: [String: String]) throws -> String {
    let folder = try temporaryFolder()
    for (name, text) in files { try Data(text.utf8).write(to: folder.appending(path: name)) }
    do {
      try HiddenSuites.check(folder)
      return ""
    } catch {
      return Phrase(of: error)(.english).replacing(folder.path, with: "own")
    }
  }

  private let good = """
    import Coursework
    import GradedTesting
    import Syllabus
    import Tensors

    // import LogisticRegression, as one might think
    final class OwnTests: GradedTestCase {
      override class var exercise: any AnyExercise { C1W2.sigmoid }
      func testHalf() throws { try grade(1) { try expect(C1W2.sigmoid(Tensor(0)), equals: Tensor(0.5)) } }
    }
    """

  func testASuiteOfGradedTestCasesIsAccepted() throws {
    XCTAssertEqual(try sentence(["OwnTests.swift": good]), "")
  }

  func testAFolderThatIsMissingOrEmptyIsAnError() throws {
    XCTAssertEqual(
      try sentence([:]), "own holds no .swift file; --hidden takes a folder with XCTest files")
    XCTAssertThrowsError(try HiddenSuites.check(URL(fileURLWithPath: "/nowhere"))) {
      XCTAssertEqual(
        Phrase(of: $0)(.english),
        "there is no folder /nowhere; --hidden takes a folder with XCTest files")
    }
  }

  func testAnOrdinaryXCTestFileIsRefusedLineByLine() throws {
    let natural = """
      import XCTest
      @testable import LogisticRegression

      final class SigmoidTests: XCTestCase {
        func testHalf() throws { XCTAssertEqual(try sigmoid(Tensor(0)), Tensor(0.5)) }
      }
      final class MoreTests: GradedTestCase {
        func testHalf() throws {}
      }
      """
    XCTAssertEqual(
      try sentence(["A.swift": natural]),
      """
      A.swift:2: imports LogisticRegression, but a learner's code is never part of the judge; import \
      Syllabus and call the function as C1W2.sigmoid(…)
      A.swift:4: SigmoidTests is an XCTestCase; a hidden test is a subclass of GradedTestCase that names \
      its exercise and calls grade(points) { … }, as GradingAClass.md shows
      A.swift:7: MoreTests does not say which exercise it grades; add override class var exercise: any \
      AnyExercise { C1W2.sigmoid }
      """)
  }

  func testATestThatFailsOnTheReferenceSolutionIsRefusedByName() {
    func record(_ test: String, _ verdict: Verdict) -> Record {
      Record(
        of: Sample.weeks[0].exercises[0].info, test: test,
        finding: TestOutcome(verdict: verdict, message: "got 2", misconception: nil), possible: 1,
        seconds: 1)
    }
    let problems = PristineTests.problems(
      onReference: [record("testGood", .passed), record("testBad", .wrong)])
    XCTAssertEqual(
      problems.map { $0.phrase(.english) },
      [
        "--hidden: W1.a testBad fails on the course's own solution, so it would fail everybody: got 2"
      ])
    XCTAssertEqual(
      GradingError.badHiddenSuites(problems).phrase(.chinese),
      "--hidden: W1.a testBad 在参考答案上都不通过，会让所有人失分：got 2")
  }

  func testProblemsAreSaidInChinese() {
    XCTAssertEqual(
      GradingError.noHiddenFolder(folder: "own").phrase(.chinese),
      "找不到文件夹 own；--hidden 需要一个放 XCTest 文件的文件夹")
    let source = """
      import LogisticRegression
      final class A: XCTestCase {}
      final class B: GradedTestCase {}
      """
    let text = GradingError.badHiddenSuites(HiddenSuites.problems(of: source, "A.swift"))
      .phrase(.chinese)
    for words in [
      "A.swift:1: 导入了 LogisticRegression", "A.swift:2: A 是 XCTestCase", "A.swift:3: B 没有写明",
    ] {
      XCTAssertTrue(text.contains(words), text)
    }
  }

  func testTheExampleOfThePageIsAHiddenSuite() throws {
    let page = try String(
      contentsOf: RunEnvironment.current.package.appending(
        path: "Sources/course/Course.docc/GradingAClass.md"), encoding: .utf8)
    let start = try XCTUnwrap(page.range(of: "```swift\nimport Coursework\n"))
    let code = "import Coursework\n" + page[start.upperBound...].components(separatedBy: "```")[0]
    XCTAssertEqual(HiddenSuites.problems(of: code, "Own.swift"), [])
    XCTAssertTrue(code.contains("override class var exercise: any AnyExercise { C1W2.sigmoid }"))
  }
}
