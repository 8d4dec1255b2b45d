import GradedTesting
import XCTest

@testable import Coursework

final class FunctionTextTests: FrameworkTestCase {
  private let source = """
    import Tensors

    // A remark.
    /// Half.
    ///
    /// Of x.
    public func half(_ x: Double) throws -> Double {
      if x > 0 {
        return x / 2
      }
      return 0
    }

    /// The logistic function.
    public func sigmoid(
      _ z: Tensor, slope: Double = 1
    ) throws -> Tensor {
      try 1 / (1 + exp(-z))
    }
    public func sigmoidDerivative(_ z: Tensor) throws -> Tensor {
      z
    }
    """

  private func text(_ name: String) -> String? {
    FunctionText(named: name, in: source)?.text.joined(separator: "\n")
  }

  func testFunctionIsFoundWithItsDocumentation() {
    XCTAssertEqual(
      text("half"),
      """
      /// Half.
      ///
      /// Of x.
      public func half(_ x: Double) throws -> Double {
        if x > 0 {
          return x / 2
        }
        return 0
      }
      """)
    XCTAssertEqual(FunctionText(named: "half", in: source)?.lines, 3..<12)
  }

  func testSignatureOfSeveralLinesIsFound() {
    XCTAssertEqual(
      text("sigmoid"),
      """
      /// The logistic function.
      public func sigmoid(
        _ z: Tensor, slope: Double = 1
      ) throws -> Tensor {
        try 1 / (1 + exp(-z))
      }
      """)
  }

  func testANameThatIsAPrefixOfAnotherIsDistinguished() {
    XCTAssertEqual(
      text("sigmoidDerivative"),
      "public func sigmoidDerivative(_ z: Tensor) throws -> Tensor {\n  z\n}")
  }

  func testMissingFunctionIsNil() {
    XCTAssertNil(text("softmax"))
    XCTAssertNil(text("sig"))
  }

  func testFunctionThatIsNeverClosedIsNil() {
    XCTAssertNil(FunctionText(named: "a", in: "public func a() {\n  }\n"))
  }
}
