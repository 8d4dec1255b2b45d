import GradedTesting
import Tensors
import XCTest

final class ArithmeticTests: FrameworkTestCase {
  /// -(ln 0.5 + ln 0.75) / 2.
  func testTheCrossEntropyCostIsThatWorkedOutByHand() throws {
    let A = Tensor([[0.5, 0.25]])
    let Y = Tensor([[1, 0]])
    let cost = try -(Y * log(A) + (1 - Y) * log(1 - A)).sum() / Double(A.columns)
    XCTAssertEqual(cost, 0.490414626505863, accuracy: 1e-15)
  }
}
