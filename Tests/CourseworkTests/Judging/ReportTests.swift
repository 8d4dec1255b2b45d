import GradedTesting
import Tensors
import Text
import XCTest

@testable import Coursework

final class ReportTests: FrameworkTestCase {
  private let call = Call(
    info: Sample.propagate.info,
    arguments: [.tensor(Tensor([[1], [2]])), .number(0.5)],
    outcome: .success(.tensor(Tensor([1, 2, 4]))))

  private func failure(
    _ actual: Tensor, _ expected: Tensor, _ note: Phrase? = nil
  ) throws -> any Error {
    do {
      try expect(actual, equals: expected, note)
      throw XCTSkip("the values are equal")
    } catch {
      return error
    }
  }

  func testWrongNumbersWithAllThatIsKnown() throws {
    let report = Report(
      error: try failure(
        Tensor([1, 2, 4]), Tensor([1, 2, 3]), Phrase("at zero", zh: "在零点")),
      call: call, printed: "shape\n(2, 1)",
      diagnosis: Diagnosis(reasons: [
        .init(cause: .misconception(Sample.missingMinus), parts: [])
      ]))
    XCTAssertEqual(
      report.text(.english),
      """
      at zero
      1 of 3 numbers are wrong
        first [2]: expected 3.0, got 4.0
      expected:
        [1. 2. 3.]
      got:
        [1. 2. 4.]
      called with
        w = shape (2, 1)
        [[1.]
         [2.]]
        X = 0.5
      why: The minus is missing.
      your code printed:
        shape
        (2, 1)
      help: swift run course hint C9W1.propagate
      """)
    XCTAssertEqual(
      report.text(.chinese),
      """
      在零点
      3 个数中有 1 个不对
        第一个 [2]：期望 3.0，实际 4.0
      期望：
        [1. 2. 3.]
      实际：
        [1. 2. 4.]
      调用参数
        w = 形状 (2, 1)
        [[1.]
         [2.]]
        X = 0.5
      原因：少了负号。
      你的代码打印了：
        shape
        (2, 1)
      提示：swift run course hint C9W1.propagate
      """)
  }

  func testCrash() {
    let report = Report(
      error: CallFailure.crashed(.signalled(4), words: "Fatal error: Index out of range"),
      call: Call(
        info: Sample.sigmoid.info, arguments: [.tensor(Tensor([1, 2]))],
        outcome: .failure(.timedOut(seconds: 1))),
      printed: "", diagnosis: nil)
    XCTAssertEqual(
      report.text(.english),
      """
      sigmoid: it crashed (trap): Fatal error: Index out of range
      called with
        z = [1. 2.]  shape (2,)
      help: swift run course hint C9W1.sigmoid
      """)
  }

  func testAnErrorThatIsThrownShowsTheShapesOfAllArguments() {
    let parameters = Value.record([
      .init("W1", .tensor(.zeros(4, 2))), .init("b1", .tensor(.zeros(4, 1))),
    ])
    let layers = Value.list([.record([.init("W", .tensor(.zeros(1, 4)))])])
    XCTAssertEqual(
      parameters.shapes(named: "parameters").map { "\($0.name) \($0.shape)" },
      ["W1 [4, 2]", "b1 [4, 1]"])
    XCTAssertEqual(
      layers.shapes(named: "layers").map { "\($0.name) \($0.shape)" }, ["layers[0].W [1, 4]"])
    let report = Report(
      error: CallFailure.threw("no"),
      call: Call(
        info: Sample.sigmoid.info, arguments: [parameters],
        outcome: .failure(.timedOut(seconds: 1))),
      printed: "", diagnosis: nil)
    XCTAssertTrue(report.text(.english).contains("\nshapes: W1 (4, 2)  b1 (4, 1)\n"))
    XCTAssertTrue(report.text(.chinese).contains("\n形状：W1 (4, 2)  b1 (4, 1)\n"))
  }

  func testErrorsOfTheCourseFollowTheLanguage() {
    let report = Report(error: TestRunError.notBuilt, call: nil, printed: "", diagnosis: nil)
    XCTAssertEqual(
      report.text(.english), "the tests are not built; run: swift build --build-tests")
    XCTAssertEqual(report.text(.chinese), "测试还没有构建；请运行：swift build --build-tests")
  }

  func testBrokenLaw() {
    let law = Phrase("sigmoid(-z) + sigmoid(z) is 1", zh: "sigmoid(-z) + sigmoid(z) 等于 1")
    XCTAssertThrowsError(try expect(false, law)) {
      let report = Report(
        error: $0, call: nil, printed: "",
        diagnosis: Diagnosis(reasons: [
          .init(cause: .observation(.scaled(by: .constant(-1))), parts: [])
        ]))
      XCTAssertEqual(
        report.text(.english),
        """
        sigmoid(-z) + sigmoid(z) is 1
        why: Every number has the wrong sign: look for a minus that is missing or one too many.
        """)
      XCTAssertEqual(
        report.text(.chinese),
        """
        sigmoid(-z) + sigmoid(z) 等于 1
        原因：每个数的符号都反了：检查是少写还是多写了一个负号。
        """)
    }
  }

  func testLargeArgumentIsClipped() {
    let tensor = Value.tensor(.full([200, 3], 0.5))
    XCTAssertEqual(
      tensor.clippedText(.english),
      """
      shape (200, 3)
      [[0.5 0.5 0.5]
       [0.5 0.5 0.5]
       [0.5 0.5 0.5]
       [0.5 0.5 0.5]
      …
      """)
  }

  func testHugeTextIsClipped() {
    XCTAssertLessThan(Value.text(String(repeating: "x", count: 1_000_000)).text.count, 1100)
  }
}
