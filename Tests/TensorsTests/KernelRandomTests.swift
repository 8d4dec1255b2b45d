import GradedTesting
import XCTest

@testable import Tensors

final class KernelRandomTests: FrameworkTestCase {
  /// The C++ standard prescribes this number: the 10,000th of `std::mt19937`, whose seed is 5489.
  func testTenThousandthNumberIsTheOneOfTheStandard() {
    forEachWidth { width in
      var random = RandomState(seed: 5489)
      for _ in 1..<10_000 { _ = random.next32() }
      XCTAssertEqual(random.next32(), 4_123_659_995, "width \(width)")
    }
  }

  func testATensorHoldsTheNumbersOfSingleDraws() {
    forEachWidth { width in
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
}
