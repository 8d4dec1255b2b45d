import GradedTesting
import Tensors
import XCTest

final class TensorTests: FrameworkTestCase {
  // MARK: Values

  func testNestedLiteralsGiveRowMajorElements() {
    XCTAssertEqual(Tensor(3).shape, [])
    XCTAssertEqual(Tensor([1, 2]).shape, [2])
    XCTAssertEqual(Tensor([[1, 2, 3], [4, 5, 6]]).shape, [2, 3])
    XCTAssertEqual(Tensor([[1, 2, 3], [4, 5, 6]]).elements, [1, 2, 3, 4, 5, 6])
    XCTAssertEqual(Tensor([[[1, 2]], [[3, 4]], [[5, 6]]]).shape, [3, 1, 2])
    XCTAssertEqual(Tensor([[[[1], [2]]]]).shape, [1, 1, 2, 1])
    XCTAssertEqual(Tensor([[Double]]()).shape, [0, 0])
    XCTAssertEqual(Tensor.row([1, 2]).shape, [1, 2])
    XCTAssertEqual(Tensor.column([1, 2]).shape, [2, 1])
    XCTAssertEqual(Tensor.identity(2), Tensor([[1, 0], [0, 1]]))
    XCTAssertEqual(Tensor.full([2], 7), Tensor([7, 7]))
    XCTAssertEqual(Tensor.ones(1, 2), .ones(shape: [1, 2]))
  }

  func testChangingACopyLeavesTheFirstAlone() {
    let first = Tensor([[1, 2], [3, 4]])
    var copy = first
    copy[0, 1] = 9
    copy *= 2
    XCTAssertEqual(first, Tensor([[1, 2], [3, 4]]))
    XCTAssertEqual(copy, Tensor([[2, 18], [6, 8]]))
  }

  func testCompoundAssignmentTakesItselfItsTransposeAndBroadcasts() throws {
    var x = Tensor([[1, 2], [3, 4]])
    try x += x
    XCTAssertEqual(x, Tensor([[2, 4], [6, 8]]))
    try x -= x.T
    XCTAssertEqual(x, Tensor([[0, -2], [2, 0]]))
    try x += Tensor.row([1, 2])
    XCTAssertEqual(x, Tensor([[1, 0], [3, 2]]))
    try x *= Tensor([[2, 2], [2, 2]])
    try x /= Tensor.column([1, 2])
    XCTAssertEqual(x, Tensor([[2, 0], [3, 2]]))
  }

  func testSubscriptsReachEveryElementOfEveryRank() {
    for shape in [[3], [2, 3], [2, 3, 2], [2, 1, 3, 2]] {
      var x = Tensor.zeros(shape: shape)
      var expected = 0.0
      for place in 0..<x.count {
        var rest = place
        var index = [Int](repeating: 0, count: shape.count)
        for axis in stride(from: shape.count - 1, through: 0, by: -1) {
          index[axis] = rest % shape[axis]
          rest /= shape[axis]
        }
        expected += 1
        switch shape.count {
        case 1: x[index[0]] = expected
        case 2: x[index[0], index[1]] = expected
        case 3: x[index[0], index[1], index[2]] = expected
        default: x[index[0], index[1], index[2], index[3]] = expected
        }
      }
      XCTAssertEqual(x.elements, (1...x.count).map(Double.init), "\(shape)")
    }
    XCTAssertEqual(Tensor([5, 6])[1], 6)
    XCTAssertEqual(Tensor([[[5, 6]]])[0, 0, 1], 6)
    XCTAssertEqual(Tensor([[[[5, 6]]]])[0, 0, 0, 1], 6)
  }

  func testEqualityNeedsEqualShapesAndRefusesNaN() {
    XCTAssertNotEqual(Tensor([1, 2]), Tensor([[1, 2]]))
    XCTAssertNotEqual(Tensor(.nan), Tensor(.nan))
    XCTAssertEqual(Tensor([0.0]), Tensor([-0.0]))
  }

  func testClosenessIsRelativeOrAbsoluteAndRefusesNaN() {
    let x = Tensor([1, .infinity])
    XCTAssert(x.isClose(to: Tensor([1 + 1e-6, .infinity])))
    XCTAssertFalse(x.isClose(to: Tensor([1 + 1e-4, .infinity])))
    XCTAssert(x.isClose(to: Tensor([1.5, .infinity]), absoluteTolerance: 0.5))
    XCTAssertFalse(x.isClose(to: Tensor([1, -.infinity])))
    XCTAssertFalse(x.isClose(to: Tensor([1, 1e300])))
    XCTAssertFalse(x.isClose(to: Tensor([[1, .infinity]])))
    XCTAssertFalse(Tensor(.nan).isClose(to: Tensor(.nan)))
  }

  func testInfinityIsNotFiniteAndOnlyNaNIsNaN() {
    XCTAssert(Tensor([1, 2]).allFinite)
    XCTAssertFalse(Tensor([1, .infinity]).allFinite)
    XCTAssertFalse(Tensor([1, .infinity]).hasNaN)
    XCTAssert(Tensor([1, .nan]).hasNaN)
  }

  // MARK: Reductions over all

  func testReductionsTakeAllElements() throws {
    let x = Tensor([[3, -1, 4], [1, -5, 9]])
    XCTAssertEqual(x.sum(), 11)
    XCTAssertEqual(x.mean(), 11.0 / 6)
    XCTAssertEqual(x.max(), 9)
    XCTAssertEqual(x.min(), -5)
    XCTAssertEqual(try x.argmax(), 5)
    XCTAssertEqual(try x.argmin(), 4)
    XCTAssertEqual(try x.T.argmin(), 3)
    XCTAssertEqual(Tensor([[3, 0], [0, 4]]).norm(), 5)
    XCTAssertEqual(Tensor([1, 3]).variance(), 1)
    XCTAssertEqual(Tensor([1, 5]).standardDeviation(), 2)
    XCTAssert(Tensor([1, .nan]).max().isNaN)
    XCTAssert(Tensor([.nan, 1]).min().isNaN)
  }

  func testReductionsOfNothingAreZeroOrNaN() throws {
    let nothing = Tensor.zeros(0, 3)
    XCTAssertEqual(nothing.sum(), 0)
    XCTAssert(nothing.mean().isNaN)
    XCTAssert(nothing.max().isNaN)
    XCTAssertEqual(try nothing.sum(axis: 0), .zeros(3))
    XCTAssert(try nothing.mean(axis: 0).hasNaN)
    XCTAssertEqual(try nothing.sum(axis: 1).shape, [0])
  }

  // MARK: Windows

  func testSetSliceReplacesOnlyTheWindow() throws {
    var x = Tensor.zeros(2, 3).T
    try x.setSlice(axis: 0, 1..<3, to: Tensor([[1, 2], [3, 4]]))
    XCTAssertEqual(x, Tensor([[0, 0], [1, 2], [3, 4]]))
    try x.setSlice(axis: -1, 0..<1, to: .column([7, 8, 9]))
    XCTAssertEqual(x, Tensor([[7, 0], [8, 2], [9, 4]]))
  }

  func testRowsAndColumnsAreMatricesInTheOrderAskedFor() throws {
    let x = Tensor([[1, 2, 3], [4, 5, 6]])
    XCTAssertEqual(try x.columns(1..<3), Tensor([[2, 3], [5, 6]]))
    XCTAssertEqual(try x.columns(at: [2, 0, 2]), Tensor([[3, 1, 3], [6, 4, 6]]))
    XCTAssertEqual(try x.rows(1..<2), Tensor([[4, 5, 6]]))
    XCTAssertEqual(try x.rows(at: [1, 0]), Tensor([[4, 5, 6], [1, 2, 3]]))
    XCTAssertEqual(try x.row(1), Tensor([[4, 5, 6]]))
    XCTAssertEqual(try x.column(1), Tensor([[2], [5]]))
    XCTAssertEqual(try x.columns(3..<3).shape, [2, 0])
    XCTAssertEqual(try x.rows(at: []).shape, [0, 3])
  }

  func testReshapeKeepsTheOrder() throws {
    let x = Tensor.arange(24)
    XCTAssertEqual(try x.reshaped(2, -1, 4).shape, [2, 3, 4])
    XCTAssertEqual(try x.reshaped(2, 3, 4).flattened, x)
    XCTAssertEqual(try x.reshaped(4, 6).T.flattened[1], 6)
    XCTAssertEqual(try Tensor.zeros(0, 3).reshaped(-1, 5).shape, [0, 5])
    // The course's way from images to columns: each column is one image.
    let images = try x.reshaped(2, 2, 2, 3)
    XCTAssertEqual(try images.reshaped(2, -1).T.column(1).flattened, .arange(12, 24))
  }

  // MARK: Functions

  func testFunctionOfANumberHasTheBitsOfThatOfATensor() {
    var random = RandomState(seed: 4)
    for _ in 0..<1000 {
      let x = random.normal(standardDeviation: 5)
      XCTAssertEqual(Tensors.exp(x), exp(Tensor(x)).elements[0])
      XCTAssertEqual(Tensors.tanh(x), tanh(Tensor([x, x, x, x, x])).elements[2])
      XCTAssertEqual(Tensors.log(abs(x)), log(Tensor([abs(x)])).elements[0])
      XCTAssertEqual(Tensors.pow(x, 3), pow(Tensor([x]), 3).elements[0])
    }
  }

  func testPowersOfWholeExponents() {
    XCTAssertEqual(Tensors.pow(3.0, 4), 81)
    XCTAssertEqual(Tensors.pow(2.0, -2), 0.25)
    XCTAssertEqual(Tensors.pow(-2.0, 3), -8)
    XCTAssertEqual(Tensors.pow(0.0, 0), 1)
    XCTAssertEqual(Tensors.pow(2.0, 0.5), 2.0.squareRoot(), accuracy: 1e-15)
    let t = 10
    XCTAssertEqual(Tensors.pow(0.95, t), 0.5987369392383787, accuracy: 1e-15)
    XCTAssertEqual(Tensors.pow(0.95, 10), 0.5987369392383787, accuracy: 1e-15)
    XCTAssertEqual(Tensors.pow(Tensor([4, 9]), 0.5), Tensor([2, 3]))
    XCTAssertEqual(Tensors.pow(Tensor([4, 8]), -1), Tensor([0.25, 0.125]))
  }

  func testMapAndCombineApplyTheirFunctionToEachElement() throws {
    XCTAssertEqual(Tensor([[1, 2], [3, 4]]).T.map { $0 + 1 }, Tensor([[2, 4], [3, 5]]))
    XCTAssertEqual(
      try Tensor.column([1, 2]).combine(with: .row([10, 20])) { $0 + $1 },
      Tensor([[11, 21], [12, 22]]))
  }

  func testComparisonWithANumberIsAMaskOfOnesAndZeros() {
    let x = Tensor([0.25, 0.5, 0.75, .nan])
    XCTAssertEqual(x .> 0.5, Tensor([0, 0, 1, 0]))
    XCTAssertEqual(x .>= 0.5, Tensor([0, 1, 1, 0]))
    XCTAssertEqual(x .< 0.5, Tensor([1, 0, 0, 0]))
    XCTAssertEqual(x .<= 0.5, Tensor([1, 1, 0, 0]))
    XCTAssertEqual(x .== 0.5, Tensor([0, 1, 0, 0]))
    XCTAssertEqual(x .!= 0.5, Tensor([1, 0, 1, 1]))
  }
}
