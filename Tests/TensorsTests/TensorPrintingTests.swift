import GradedTesting
import Tensors
import XCTest

final class TensorPrintingTests: FrameworkTestCase {
  private struct Printed: Decodable {
    var shape: [Int]
    var elements: String
    var text: String
  }

  func testDescriptionEqualsNumPys() throws {
    let table: [Printed] = try peerValues("tensors-printing.json")
    XCTAssertGreaterThan(table.count, 300)
    for row in table {
      let tensor = try Tensor(shape: row.shape, elements: numbers(row.elements))
      XCTAssertEqual(tensor.description, row.text, "shape \(row.shape)")
    }
  }

  func testDescriptionOfTransposedMatrixShowsItsRows() {
    XCTAssertEqual(Tensor([[1, 2], [3, 4]]).T.description, "[[1. 3.]\n [2. 4.]]")
  }

  func testDebugDescriptionNamesTheShape() {
    XCTAssertEqual(Tensor([1, 2]).debugDescription, "Tensor (2,)\n[1. 2.]")
  }
}
