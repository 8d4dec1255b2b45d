import CKernels
import Foundation
import GradedTesting
import XCTest

/// x y + z rounded once, at every vector width, against the system's `fma`.
///
/// On x86 the width 2 has no instruction for it and computes the same bits in software.
final class KernelFusedTests: FrameworkTestCase {
  func testSumsThatNearlyCancelAreRoundedOnce() {
    check { number in
      let (x, y) = (number(), number())
      return (x, y, -(x * y) * (1 + (number() * 3).rounded() * 0x1p-52))
    }
  }

  /// A product of 52 bits, and a sum so large that the product ends half way between two doubles.
  func testSumsHalfWayBetweenTwoDoublesAreRoundedOnce() {
    check { number in
      let x = 1 + (abs(number()) * 0x1p26).rounded() * 0x1p-26
      let z = x * x * exp2((number() * 4).rounded() + 53)
      return (number() < 0 ? -x : x, x, z)
    }
  }

  /// (1 + d)(1 - d) = 1 - d² beside a sum whose unit is 2: no double holds what is left.
  func testSumsAlmostHalfWayBetweenTwoDoublesAreRoundedOnce() {
    check { number in
      let d = ((abs(number()) * 8).rounded() + 1) * 0x1p-30
      let z = 0x1p53 + 2 * (abs(number()) * 1000).rounded()
      return (1 + d, 1 - d, number() < 0 ? -z : z)
    }
  }

  func testNumbersOfAllSizesAreRoundedOnce() {
    check { number in
      (
        number() * exp2((number() * 1000).rounded()), number() * exp2((number() * 1000).rounded()),
        number() * exp2((number() * 1000).rounded())
      )
    }
  }

  func testSubnormalProductsAreRoundedOnce() {
    check { number in
      (
        number() * exp2(-520), number() * exp2((number() * 40).rounded() - 520),
        number() * exp2(-1040)
      )
    }
  }

  func testZerosOnesAndTheEndsOfTheRangeAreThoseOfTheSystem() {
    let few = [
      0, -0.0, 1, -1, 1 + 0x1p-52, 0x1p-53, 0x1p-1074, 0x1p-1022, 0x1p500, 0x1p1023, .infinity,
      .nan,
    ]
    for x in few {
      for y in few {
        check(few.map { (x, y, $0) })
      }
    }
  }

  /// Checks 4000 triples, each drawn by a function from numbers in [-1, 1).
  private func check(_ draw: (() -> Double) -> (Double, Double, Double)) {
    var numbers = FullMantissas(seed: 9)
    check((0..<4000).map { _ in draw { numbers.next() } })
  }

  /// Checks x y + z as the first element of a product of (1, 2) and (2, 2), 1 z + x y.
  private func check(_ triples: [(x: Double, y: Double, z: Double)]) {
    forEachWidth { width in
      for (x, y, z) in triples {
        var c = [0.0, 0]
        ck_matmul([1, x], 2, 1, [z, 1, y, 1], 2, 1, &c, 1, 2, 2, 0, 1)
        let expected = (0.0).addingProduct(1, z).addingProduct(x, y)
        XCTAssertTrue(
          c[0].bitPattern == expected.bitPattern || c[0].isNaN && expected.isNaN,
          "\(x) · \(y) + \(z) is \(c[0]), not \(expected), with width \(width)")
      }
    }
  }
}
