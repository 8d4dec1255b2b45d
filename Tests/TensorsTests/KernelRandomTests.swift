import CKernels
import GradedTesting
import XCTest

@testable import Tensors

final class KernelRandomTests: FrameworkTestCase {
  override func tearDown() {
    _ = ck_use_width(0)
    super.tearDown()
  }

  /// The C++ standard prescribes this number: the 10,000th of `std::mt19937`, whose seed is 5489.
  func testTenThousandthNumberIsTheOneOfTheStandard() {
    for width in [Int32(2), 4, 8] where ck_use_width(width) == width {
      var random = RandomState(seed: 5489)
      for _ in 1..<10_000 { _ = random.next32() }
      XCTAssertEqual(random.next32(), 4_123_659_995, "width \(width)")
    }
  }

  func testATensorHoldsTheNumbersOfSingleDraws() {
    for width in [Int32(2), 4, 8] where ck_use_width(width) == width {
      for count in [1, 7, 311, 312, 313, 1000] {
        var single = RandomState(seed: 7)
        var whole = single
        // An odd number of words drawn before leaves pairs that straddle two blocks of 624.
        XCTAssertEqual(single.next32(), whole.next32())
        let expected = (0..<count).map { _ in single.rand() }
        XCTAssertEqual(whole.rand(count).elements, expected, "\(count) numbers, width \(width)")
        XCTAssertEqual(whole.next32(), single.next32(), "the draw after \(count) numbers")
      }
    }
  }

  func testComparisonsAndSignsHoldAtEveryWidth() throws {
    let numbers: [Double] = [-2, -0.0, 0, 1, 1.5, .nan, .infinity, -.infinity, 1, 3, -1]
    let x = Tensor(numbers)
    for width in [Int32(2), 4, 8] where ck_use_width(width) == width {
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
