import GradedTesting
import Tensors
import XCTest

/// The text of every error, as an operation throws it.
final class ShapeErrorTests: FrameworkTestCase {
  private let A = Tensor.zeros(4, 3)
  private let v = Tensor.zeros(3)

  private func assertShapeError(
    _ expected: String, file: StaticString = #filePath, line: UInt = #line,
    _ body: () throws -> some Any
  ) {
    XCTAssertThrowsError(try body(), file: file, line: line) { error in
      XCTAssert(error is ShapeError, "\(error)", file: file, line: line)
      XCTAssertEqual("\(error)", expected, file: file, line: line)
    }
  }

  func testBroadcastNamesTheLengthsThatDiffer() {
    assertShapeError(
      "+: (4, 3) and (2, 3) do not fit together: counted from the right, two axes must be equally "
        + "long or one of them 1, but 4 meets 2"
    ) { try A + .zeros(2, 3) }
    assertShapeError(
      "maximum: (3,) and (4, 1, 2) do not fit together: counted from the right, two axes must be "
        + "equally long or one of them 1, but 3 meets 2"
    ) { try maximum(v, .zeros(4, 1, 2)) }
  }

  func testEveryOperationNamesItself() {
    let B = Tensor.zeros(2, 2)
    let names: [(String, () throws -> Tensor)] = [
      ("+", { try self.A + B }), ("-", { try self.A - B }), ("*", { try self.A * B }),
      ("/", { try self.A / B }), ("maximum", { try maximum(self.A, B) }),
      ("minimum", { try minimum(self.A, B) }), (".>", { try self.A .> B }),
      (".<", { try self.A .< B }), (".>=", { try self.A .>= B }), (".<=", { try self.A .<= B }),
      (".==", { try self.A .== B }), (".!=", { try self.A .!= B }),
      ("combine", { try self.A.combine(with: B, +) }),
      ("select", { try select(self.A, B, B) }),
    ]
    for (name, operation) in names {
      XCTAssertThrowsError(try operation(), name) { error in
        XCTAssertEqual(
          error as? ShapeError, .broadcast(operation: name, [4, 3], [2, 2]), "\(error)")
      }
    }
  }

  func testAssignmentDoesNotGrowTheLeftSide() {
    var x = Tensor.zeros(1, 3)
    assertShapeError(
      "+=: (1, 3) cannot take (4, 3): the right side must broadcast to the shape of the left side"
    ) { try x += A }
    XCTAssertEqual(x, .zeros(1, 3), "a refused assignment must change nothing")
  }

  func testDotNamesBothShapes() {
    assertShapeError(
      "dot: (4, 3) by (2, 5): the columns of the first (3) must equal the rows of the second (2)"
    ) { try dot(A, .zeros(2, 5)) }
    assertShapeError(
      "dot: (3,) by (4, 3): the length of the first (3) must equal the rows of the second (4)"
    ) { try dot(v, A) }
    assertShapeError(
      "dot: (4, 3) by (4,): the columns of the first (3) must equal the length of the second (4)"
    ) { try dot(A, .zeros(4)) }
    assertShapeError(
      "dot: (3, 4) by (3, 4): the columns of the first (4) must equal the rows of the second (3)"
    ) { try dot(A.T, A.T) }
  }

  func testDotOfOtherRanksIsRefused() {
    assertShapeError("dot: () by (3,): both must be matrices or vectors (rank 2 or 1)") {
      try dot(Tensor(2), v)
    }
    assertShapeError("dot: (4, 3) by (3, 1, 1): both must be matrices or vectors (rank 2 or 1)") {
      try dot(A, .zeros(3, 1, 1))
    }
  }

  func testConstructionChecksTheShape() {
    assertShapeError("shape (2, 3) holds 6 elements, but 1 was given") {
      try Tensor(shape: [2, 3], elements: [1])
    }
    assertShapeError("shape () holds 1 element, but 2 were given") {
      try Tensor(shape: [], elements: [1, 2])
    }
    let invalid =
      " is not a shape: there may be at most 64 lengths, none negative, and their product must fit in "
      + "memory"
    assertShapeError("(-1,)" + invalid) { try Tensor(shape: [-1], elements: []) }
    assertShapeError("(4294967296, 4294967296)" + invalid) {
      try Tensor(shape: [1 << 32, 1 << 32], elements: [])
    }
    assertShapeError("(0, 9223372036854775807)" + invalid) {
      try Tensor(shape: [0, .max], elements: [])
    }
    XCTAssertThrowsError(try Tensor(shape: Array(repeating: 1, count: 65), elements: [1]))
  }

  func testReshapeNamesBothShapes() {
    assertShapeError("reshaped: (4, 3) holds 12 elements and cannot become (5, -1)") {
      try A.reshaped(5, -1)
    }
    assertShapeError("reshaped: () holds 1 element and cannot become (2,)") {
      try Tensor(1).reshaped(2)
    }
    assertShapeError("reshaped: (4, 3) holds 12 elements and cannot become (-1, -1)") {
      try A.reshaped(-1, -1)
    }
    assertShapeError("reshaped: (4, 3) holds 12 elements and cannot become (-2, -6)") {
      try A.reshaped(-2, -6)
    }
    assertShapeError("reshaped: (0, 3) holds 0 elements and cannot become (0, -1)") {
      try Tensor.zeros(0, 3).reshaped(0, -1)
    }
  }

  func testScalarNeedsOneElement() {
    assertShapeError("scalar: the tensor must hold exactly one element, but its shape is (4, 3)") {
      try A.scalar
    }
  }

  func testMatrixOperationsNameTheShape() {
    assertShapeError("columns: expected a matrix, but the shape is (3,)") { try v.columns(0..<1) }
    assertShapeError("rows: expected a matrix, but the shape is (3,)") { try v.rows(at: [0]) }
    assertShapeError("row: expected a matrix, but the shape is ()") { try Tensor(1).row(0) }
    assertShapeError("column: expected a matrix, but the shape is (3,)") { try v.column(0) }
  }

  func testAxisOutsideTheShapeIsRefused() {
    assertShapeError(
      "sum: axis 2 does not exist in (4, 3): axes go from 0 to 1, or from -2 to -1 counted from the "
        + "end"
    ) { try A.sum(axis: 2) }
    assertShapeError(
      "argmax: axis -3 does not exist in (4, 3): axes go from 0 to 1, or from -2 to -1 counted from "
        + "the end"
    ) { try A.argmax(axis: -3) }
    assertShapeError("mean: axis 0 does not exist in (): a single number has no axes") {
      try Tensor(1).mean(axis: 0)
    }
  }

  func testDuplicateAxesAreRefused() {
    assertShapeError("sum: axis -1 of (4, 3) is named twice") { try A.sum(axes: [1, -1]) }
    assertShapeError("mean: axis 0 of (4, 3) is named twice") { try A.mean(axes: [0, 0]) }
  }

  func testOrderOfAxesMustBeComplete() {
    assertShapeError(
      "transposed: [0, 0] is not an order of the axes of (4, 3): every axis from 0 to 1 must occur "
        + "once"
    ) { try A.transposed([0, 0]) }
  }

  func testRangeOutsideAnAxisIsRefused() {
    assertShapeError(
      "columns: 1..<4 reaches outside axis 1 of (4, 3), whose indices are 0..<3"
    ) { try A.columns(1..<4) }
    assertShapeError("slice: -1..<2 reaches outside axis 0 of (4, 3), whose indices are 0..<4") {
      try A.slice(axis: 0, -1..<2)
    }
  }

  func testIndexOutsideAnAxisIsRefused() {
    assertShapeError("rows: 4 lies outside axis 0 of (4, 3), whose indices are 0..<4") {
      try A.rows(at: [0, 4])
    }
    assertShapeError("entry: -1 lies outside axis 1 of (4, 3), whose indices are 0..<3") {
      try A.entry(-1, axis: 1)
    }
  }

  func testExtremeOfNothingIsRefused() {
    assertShapeError("max: axis 0 of (0, 3) is empty, and no numbers have no max") {
      try Tensor.zeros(0, 3).max(axis: 0)
    }
    assertShapeError("argmin: (0, 3) is empty, and no numbers have no argmin") {
      try Tensor.zeros(0, 3).argmin()
    }
  }

  func testJoinedShapesMustFit() {
    assertShapeError("concatenate: (4, 3) and (4, 2) must be equal except in axis 0") {
      try A.concatenated(with: .zeros(4, 2))
    }
    assertShapeError("concatenate: (4, 3) and (3,) must be equal except in axis 1") {
      try A.concatenated(with: v, axis: 1)
    }
    assertShapeError("stack: (4, 3) and (3, 4) must be equal") {
      try Tensor.stack([A, .zeros(3, 4)])
    }
    assertShapeError("stack: expected at least one tensor, but the list is empty") {
      try Tensor.stack([])
    }
    assertShapeError("concatenate: expected at least one tensor, but the list is empty") {
      try Tensor.concatenate([])
    }
  }

  func testWindowMustHaveTheShapeOfTheSlice() {
    var x = A
    assertShapeError("setSlice: the window has shape (2, 3), but the tensor given has (3,)") {
      try x.setSlice(axis: 0, 1..<3, to: v)
    }
  }
}
