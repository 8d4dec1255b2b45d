import GradedTesting
import Tensors
import XCTest

/// Every operation against NumPy's result for the same operands.
final class OperationTests: FrameworkTestCase {
  private struct Row: Decodable {
    struct Stored: Decodable {
      var shape: [Int]
      var elements: String
    }

    var name: String
    var operands: [Stored]
    var axes: [Int]
    var keeping: Bool
    var result: Stored
  }

  func testResultsEqualNumPys() throws {
    let rows: [Row] = try peerValues("tensors-operations.json")
    XCTAssertGreaterThan(rows.count, 700)
    for row in rows {
      let operands = try row.operands.map { try tensor($0) }
      let expected = try tensor(row.result)
      let place = "\(row.name) of \(operands.map(\.shape)), axes \(row.axes), \(row.keeping)"
      let actual = try result(row.name, operands, row.axes, row.keeping)
      XCTAssertEqual(actual.shape, expected.shape, place)
      if ["mean", "means", "variance", "standardDeviation", "norm"].contains(row.name) {
        XCTAssert(
          actual.isClose(to: expected, relativeTolerance: 1e-14, absoluteTolerance: 1e-15),
          "\(place): \(actual) is not \(expected)")
      } else {
        assertSameBits(actual.elements, expected.elements, place)
      }
      // A matrix that is stored column by column must behave the same.
      let transposed = try operands.map { $0.rank == 2 ? try $0.T.rowMajorCopy.T : $0 }
      let again = try result(row.name, transposed, row.axes, row.keeping)
      XCTAssertEqual(again.shape, actual.shape, "transposed storage: \(place)")
      assertSameBits(again.elements, actual.elements, "transposed storage: \(place)")
    }
  }

  private func tensor(_ stored: Row.Stored) throws -> Tensor {
    try Tensor(shape: stored.shape, elements: numbers(stored.elements))
  }

  private func result(
    _ name: String, _ x: [Tensor], _ axes: [Int], _ keeping: Bool
  ) throws -> Tensor {
    let axis = axes.first ?? 0
    switch name {
    case "+": return try x[0] + x[1]
    case "-": return x.count == 1 ? -x[0] : try x[0] - x[1]
    case "*": return try x[0] * x[1]
    case "/": return try x[0] / x[1]
    case "maximum": return try maximum(x[0], x[1])
    case "minimum": return try minimum(x[0], x[1])
    case ".>": return try x[0] .> x[1]
    case ".<": return try x[0] .< x[1]
    case ".>=": return try x[0] .>= x[1]
    case ".<=": return try x[0] .<= x[1]
    case ".==": return try x[0] .== x[1]
    case ".!=": return try x[0] .!= x[1]
    case "dot": return try dot(x[0], x[1])
    case "sum": return try x[0].sum(axis: axis, keepingDimensions: keeping)
    case "sums": return try x[0].sum(axes: axes, keepingDimensions: keeping)
    case "means": return try x[0].mean(axes: axes, keepingDimensions: keeping)
    case "mean": return try x[0].mean(axis: axis, keepingDimensions: keeping)
    case "max": return try x[0].max(axis: axis, keepingDimensions: keeping)
    case "min": return try x[0].min(axis: axis, keepingDimensions: keeping)
    case "argmax": return try x[0].argmax(axis: axis, keepingDimensions: keeping)
    case "argmin": return try x[0].argmin(axis: axis, keepingDimensions: keeping)
    case "variance": return try x[0].variance(axis: axis, keepingDimensions: keeping)
    case "standardDeviation":
      return try x[0].standardDeviation(axis: axis, keepingDimensions: keeping)
    case "norm": return try x[0].norm(axis: axis, keepingDimensions: keeping)
    case "transposed": return try x[0].transposed(axes)
    case "concatenate": return try x[0].concatenated(with: x[1], axis: axis)
    case "stack": return try Tensor.stack(x, axis: axis)
    case "slice 1..<2":
      return try x[0].slice(axis: axis, x[0].shape[axis] > 1 ? 1..<2 : 0..<0)
    case "slice at 1, 0, 1": return try x[0].slice(axis: axis, at: [1, 0, 1])
    case "entry 1": return try x[0].entry(1, axis: axis)
    case "round": return round(x[0])
    case "floor": return floor(x[0])
    case "sign": return sign(x[0])
    case "abs": return abs(x[0])
    case "sqrt": return sqrt(x[0])
    case "squared": return x[0].squared()
    case "select": return try select(x[0], x[1], x[2])
    case "arange": return try .arange(x[0].scalar, x[1].scalar, step: x[2].scalar)
    case "linspace": return try .linspace(x[0].scalar, x[1].scalar, count: Int(x[2].scalar))
    default:
      XCTFail("unknown operation \(name)")
      return Tensor(.nan)
    }
  }
}

extension Tensor {
  /// The same tensor, certainly stored row by row.
  fileprivate var rowMajorCopy: Tensor {
    get throws { try Tensor(shape: shape, elements: elements) }
  }
}
