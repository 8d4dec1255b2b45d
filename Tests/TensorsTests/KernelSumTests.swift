import CKernels
import GradedTesting
import XCTest

/// The orders of summation that CKernels.h promises, against plain loops, bit for bit and for every
/// vector width of this machine.
final class KernelSumTests: FrameworkTestCase {
  func testProductAddsInTheOrderOfItsShape() {
    for (m, n, k) in shapes {
      for (first, second) in [(false, false), (true, false), (false, true), (true, true)] {
        let product = Product(m: m, n: n, k: k, transposesA: first, transposesB: second)
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
      let product = Product(m: m, n: n, k: k, transposesA: false, transposesB: m % 2 == 0)
      let whole = product.kernel(rows: [0, m], columns: [0, n])
      let split = product.kernel(rows: [0, m / 3, m / 2, m], columns: [0, n / 2, n])
      XCTAssertEqual(split, whole, "\(product)")
    }
  }

  /// A large result is written past the cache, by another loop.
  func testALargeProductHasTheBitsOfItsRowsAlone() {
    let (m, n, k, rows) = (700, 3001, 6, 9)
    let a = numbers(m * k, seed: 1)
    let b = numbers(k * n, seed: 2)
    var whole = [Double](repeating: .nan, count: m * n)
    ck_matmul(a, k, 1, b, n, 1, &whole, m, n, k, 0, m)
    for first in [0, 300, m - rows] {
      var alone = [Double](repeating: .nan, count: rows * n)
      ck_matmul(Array(a[(first * k)...]), k, 1, b, n, 1, &alone, rows, n, k, 0, rows)
      XCTAssertEqual(
        Array(whole[(first * n)..<((first + rows) * n)]), alone, "\(rows) rows from row \(first)")
    }
  }

  func testProductOfNothingIsZeroOrEmpty() {
    XCTAssertEqual(
      Product(m: 2, n: 3, k: 0, transposesA: false, transposesB: false).kernel(
        rows: [0, 2], columns: [0, 3]),
      [0, 0, 0, 0, 0, 0])
    for (m, n) in [(0, 3), (3, 0), (0, 0)] {
      let product = Product(m: m, n: n, k: 2, transposesA: false, transposesB: false)
      XCTAssertEqual(product.kernel(rows: [0, m], columns: [0, n]), [])
    }
  }

  /// Counts below, at and above those where the lanes and the blocks of the kernels end.
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
    (8, 8, 31), (8, 8, 32), (5, 13, 40), (3, 5, 5000), (7, 20, 50), (9, 12, 60), (17, 4, 20),
    (6, 50, 4), (9, 77, 5),
  ]
}

/// So many numbers with full mantissas.
private func numbers(_ count: Int, seed: UInt64) -> [Double] {
  var numbers = FullMantissas(seed: seed)
  return (0..<count).map { _ in numbers.next() }
}

/// A product of two matrices of numbers, each of them stored by rows or, if transposed, by
/// columns.
private struct Product: CustomStringConvertible {
  let m, n, k: Int
  let transposesA, transposesB: Bool
  let a, b: [Double]

  init(m: Int, n: Int, k: Int, transposesA: Bool, transposesB: Bool) {
    (self.m, self.n, self.k) = (m, n, k)
    (self.transposesA, self.transposesB) = (transposesA, transposesB)
    a = numbers(m * k, seed: 1)
    b = numbers(k * n, seed: 2)
  }

  var description: String {
    let (first, second) = (transposesA ? ", by columns," : "", transposesB ? ", by columns" : "")
    return "(\(m) x \(k))\(first) (\(k) x \(n))\(second)"
  }

  private var aStrides: (row: Int, column: Int) { transposesA ? (1, m) : (k, 1) }
  private var bStrides: (row: Int, column: Int) { transposesB ? (1, k) : (n, 1) }

  /// The product by plain loops.
  ///
  /// Few long sums take 32 lanes, as `ck_dot` does, which a test of its own compares with loops; all
  /// others add in ascending order.
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
