import CKernels
import GradedTesting
import Tensors
import XCTest

/// Kernels whose every element is exact: comparisons, signs and copies.
final class KernelElementTests: FrameworkTestCase {
  func testComparisonsAndSignsHoldAtEveryWidth() throws {
    let numbers: [Double] = [-2, -0.0, 0, 1, 1.5, .nan, .infinity, -.infinity, 1, 3, -1]
    let x = Tensor(numbers)
    try forEachWidth { width in
      let found: [(String, Tensor, (Double) -> Bool)] = [
        (".>", x .> 1, { $0 > 1 }), (".<", x .< 1, { $0 < 1 }), (".>=", x .>= 1, { $0 >= 1 }),
        (".<=", x .<= 1, { $0 <= 1 }), (".==", x .== 1, { $0 == 1 }), (".!=", x .!= 1, { $0 != 1 }),
      ]
      for (name, mask, holds) in found {
        XCTAssertEqual(mask.elements, numbers.map { holds($0) ? 1 : 0 }, "\(name), width \(width)")
      }
      XCTAssertEqual(try (x .== x).elements, numbers.map { $0.isNaN ? 0 : 1 }, "width \(width)")
      let signs = sign(x).elements
      XCTAssertEqual(Array(signs[..<5]), [-1, 0, 0, 1, 1], "width \(width)")
      XCTAssertTrue(signs[5].isNaN, "width \(width)")
      XCTAssertEqual(Array(signs[6...]), [1, -1, 1, 1, -1], "width \(width)")
    }
  }

  func testRunsAreCopiedWhateverTheirLength() {
    for run in [0, 1, 2, 3, 4, 5, 6, 8, 9, 16, 31, 32, 33] {
      let count = 5
      let x = (0..<count * (run + 2)).map(Double.init)
      var y = [Double](repeating: -1, count: count * (run + 1))
      ck_copy_runs(x, run + 2, &y, run + 1, run, count)
      var expected: [Double] = []
      for i in 0..<count {
        let start = i * (run + 2)
        expected += x[start..<start + run]
        expected.append(-1)
      }
      XCTAssertEqual(y, expected, "runs of \(run)")
    }
  }
}
