import GradedTesting
import Tensors
import XCTest

/// The examples that the documentation prints.
final class DocumentationTests: FrameworkTestCase {
  func testExamplesPrintWhatTheDocumentationSays() throws {
    let A = Tensor([[1, 2, 3], [4, 5, 6]])
    XCTAssertEqual("\(A.shape) \(A[1, 0])", "[2, 3] 4.0")
    XCTAssertEqual(
      "\(try Tensor([[1, 2], [3, 4]]).dot(Tensor.column([1, 1])))", "[[3.]\n [7.]]")
    XCTAssertEqual("\(try A + Tensor.column([10, 20]))", "[[11. 12. 13.]\n [24. 25. 26.]]")
    XCTAssertEqual("\(try A.sum(axis: 0))", "[5. 7. 9.]")
    XCTAssertEqual("\(try A.sum(axis: 1, keepingDimensions: true))", "[[ 6.]\n [15.]]")
    XCTAssertEqual("\(try Tensor.arange(6).reshaped(2, -1))", "[[0. 1. 2.]\n [3. 4. 5.]]")
    XCTAssertEqual("\(try A.columns(at: [2, 0]))", "[[3. 1.]\n [6. 4.]]")
    var random = RandomState(seed: 1)
    XCTAssertEqual(
      "\(random.randn(2, 2))", "[[ 1.62434536 -0.61175641]\n [-0.52817175 -1.07296862]]")
  }
}
