import CKernels
import GradedTesting
import XCTest

/// The orders of summation that CKernels.h promises, against plain loops, bit for bit and for every
/// vector width of this machine.
final class KernelSumTests: FrameworkTestCase {
  override func tearDown() {
    _ = ck_use_width(0)
  }

  func testProductAddsInTheOrderOfItsShape() {
    for (m, n, k) in shapes {
      for (turnsA, turnsB) in [(false, false), (true, false), (false, true), (true, true)] {
        let product = Product(m: m, n: n, k: k, turnsA: turnsA, turnsB: turnsB)
        let expected = product.plain()
        forEachWidth { width in
          let c = product.kernel(rows: [0, m], columns: [0, n])
          XCTAssertEqual(c, expected, "\(product), width \(width)")
        }
      }
    }
  }

  func testProductDoesNotDependOnTheSplit() {
    for (m, n, k) in shapes where m * n > 1 {
      let product = Product(m: m, n: n, k: k, turnsA: false, turnsB: m % 2 == 0)
      let whole = product.kernel(rows: [0, m], columns: [0, n])
      let split = product.kernel(rows: [0, m / 3, m / 2, m], columns: [0, n / 2, n])
      XCTAssertEqual(split, whole, "\(product)")
    }
  }

  func testProductOfNothingIsZeroOrEmpty() {
    XCTAssertEqual(
      Product(m: 2, n: 3, k: 0, turnsA: false, turnsB: false).kernel(
        rows: [0, 2], columns: [0, 3]),
      [0, 0, 0, 0, 0, 0])
    for (m, n) in [(0, 3), (3, 0), (0, 0)] {
      let product = Product(m: m, n: n, k: 2, turnsA: false, turnsB: false)
      XCTAssertEqual(product.kernel(rows: [0, m], columns: [0, n]), [])
    }
  }

  /// 32 lanes, folded in halves: small integers below, between and above the powers that matter.
  func testSumOfIntegersIsExact() {
    for n in [0, 1, 2, 31, 32, 33, 2047, 2048, 2049, 100_000] {
      let x = (0..<n).map(Double.init)
      forEachWidth { width in
        XCTAssertEqual(ck_sum(x, n), Double(n * (n - 1) / 2), "0 + 1 + ... to \(n), width \(width)")
        XCTAssertEqual(
          ck_dot(x, [Double](repeating: 2, count: n), n), Double(n * (n - 1)),
          "inner product of \(n), width \(width)")
      }
    }
  }

  func testSumTakes32LanesThenHalves() {
    for n in [5, 40, 100, 2048] {
      let x = numbers(n, seed: 3)
      var lanes = [Double](repeating: 0, count: 32)
      for i in 0..<n { lanes[i % 32] += x[i] }
      for half in [16, 8, 4, 2, 1] {
        for l in 0..<half { lanes[l] += lanes[l + half] }
      }
      forEachWidth { width in XCTAssertEqual(ck_sum(x, n), lanes[0], "\(n), width \(width)") }
    }
  }

  func testInnerProductTakes32LanesThenHalves() {
    for n in [5, 40, 100, 2048] {
      let (x, y) = (numbers(n, seed: 3), numbers(n, seed: 4))
      var lanes = [Double](repeating: 0, count: 32)
      for i in 0..<n { lanes[i % 32].addProduct(x[i], y[i]) }
      for half in [16, 8, 4, 2, 1] {
        for l in 0..<half { lanes[l] += lanes[l + half] }
      }
      forEachWidth { width in XCTAssertEqual(ck_dot(x, y, n), lanes[0], "\(n), width \(width)") }
    }
  }

  /// A running sum of a million tenths is 1.3e-6 too large.
  func testSumOfAMillionTenthsLosesNoDigits() {
    let x = [Double](repeating: 0.1, count: 1_000_000)
    XCTAssertEqual(ck_sum(x, x.count), 100_000, accuracy: 1e-9)
  }

  func testSumDownAddsInAscendingOrder() {
    for (rows, columns) in [(0, 3), (1, 1), (7, 9), (8, 8), (20, 33), (3, 1100)] {
      let x = numbers(rows * columns, seed: 5)
      var expected = [Double](repeating: 0, count: columns)
      for i in 0..<rows {
        for j in 0..<columns { expected[j] += x[i * columns + j] }
      }
      forEachWidth { width in
        var y = [Double](repeating: .nan, count: columns)
        ck_sum_down(x, &y, rows, columns)
        XCTAssertEqual(y, expected, "\(rows) x \(columns), width \(width)")
      }
    }
  }

  func testTransposeSwapsRowsAndColumns() {
    for (rows, columns) in [(1, 1), (3, 5), (8, 16), (70, 67), (129, 2)] {
      let x = numbers(rows * columns, seed: 5)
      forEachWidth { width in
        var y = [Double](repeating: .nan, count: x.count)
        ck_transpose(x, &y, rows, columns)
        let expected = (0..<x.count).map { x[$0 % rows * columns + $0 / rows] }
        XCTAssertEqual(y, expected, "\(rows) x \(columns), width \(width)")
      }
    }
  }

  private let shapes = [
    (1, 2, 5), (1, 209, 300), (300, 1, 209), (4, 400, 2), (1, 400, 4), (4, 2, 400), (2, 3, 1),
    (20, 209, 500), (209, 20, 33), (9, 25, 17), (50, 50, 400), (100, 500, 200), (3, 20, 211),
    (8, 8, 31), (8, 8, 32), (5, 13, 40), (3, 5, 5000),
  ]

  private func forEachWidth(_ body: (Int32) -> Void) {
    for width in [Int32(2), 4, 8] where ck_use_width(width) == width { body(width) }
  }
}

/// Numbers between -1 and 1 whose mantissas are full, so that every sum rounds.
private func numbers(_ count: Int, seed: UInt64) -> [Double] {
  var state = seed
  return (0..<count).map { _ in
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Double(Int64(bitPattern: state)) / 0x1p63
  }
}

/// A product of two matrices of numbers, each of them stored by rows or, if turned, by columns.
private struct Product: CustomStringConvertible {
  let m, n, k: Int
  let turnsA, turnsB: Bool
  let a, b: [Double]

  init(m: Int, n: Int, k: Int, turnsA: Bool, turnsB: Bool) {
    (self.m, self.n, self.k, self.turnsA, self.turnsB) = (m, n, k, turnsA, turnsB)
    a = numbers(m * k, seed: 1)
    b = numbers(k * n, seed: 2)
  }

  var description: String {
    "(\(m) x \(k))\(turnsA ? ", by columns," : "") (\(k) x \(n))\(turnsB ? ", by columns" : "")"
  }

  private var aStrides: (row: Int, column: Int) { turnsA ? (1, m) : (k, 1) }
  private var bStrides: (row: Int, column: Int) { turnsB ? (1, k) : (n, 1) }

  /// Few long sums take 32 lanes, as `ck_dot` does; all others go on in ascending order.
  func plain() -> [Double] {
    guard m * n > 64 || k < 32 else { return lanes() }
    var c = [Double](repeating: 0, count: m * n)
    let (aStrides, bStrides) = (aStrides, bStrides)
    for i in 0..<m {
      for p in 0..<k {
        let element = a[i * aStrides.row + p * aStrides.column]
        // Tens of millions of times without optimization, where a range costs more than the sum.
        // Every product is fused with its sum, by the system's `fma`.
        var place = i * n
        var other = p * bStrides.row
        while place < (i + 1) * n {
          c[place].addProduct(element, b[other])
          place += 1
          other += bStrides.column
        }
      }
    }
    return c
  }

  private func lanes() -> [Double] {
    (0..<m * n).map { element in
      let (i, j) = (element / n, element % n)
      let x = (0..<k).map { a[i * aStrides.row + $0 * aStrides.column] }
      let y = (0..<k).map { b[$0 * bStrides.row + j * bStrides.column] }
      return ck_dot(x, y, k)
    }
  }

  /// The product by blocks between the given bounds.
  func kernel(rows: [Int], columns: [Int]) -> [Double] {
    var c = [Double](repeating: .nan, count: m * n)
    for (firstRow, lastRow) in zip(rows, rows.dropFirst()) {
      for (firstColumn, lastColumn) in zip(columns, columns.dropFirst()) {
        ck_matmul_block(
          a, aStrides.row, aStrides.column, b, bStrides.row, bStrides.column, &c, m, n, k,
          firstRow, lastRow, firstColumn, lastColumn)
      }
    }
    return c
  }
}
