import Foundation
import GradedTesting
import Tensors
import XCTest

/// Operators write into the memory of tensors that nothing else uses.
final class OverwritingTests: FrameworkTestCase {
  private typealias Operation = (name: String, apply: (Tensor, Tensor) throws -> Tensor)

  private let operations: [Operation] = [
    ("+", { try $0 + $1 }), ("-", { try $0 - $1 }), ("*", { try $0 * $1 }), ("/", { try $0 / $1 }),
    (".>", { try $0 .> $1 }), ("maximum", { try maximum($0, $1) }),
    ("minimum", { try minimum($0, $1) }), ("a + 1", { a, _ in a + 1 }), ("2 - b", { 2 - $1 }),
    ("-a", { a, _ in -a }), ("squared", { a, _ in a.squared() }), ("exp", { a, _ in exp(a) }),
    ("log", { log($1) }), ("tanh", { a, _ in tanh(a) }), ("sqrt", { sqrt($1) }),
    ("abs", { a, _ in abs(a) }), ("sign", { a, _ in sign(a) }),
  ]

  /// Pairs of a matrix and an operand that broadcasts with it, of all layouts.
  private func pairs(_ rows: Int, _ columns: Int) -> [(String, Tensor, Tensor)] {
    var random = RandomState(seed: 7)
    let matrix = random.randn(rows, columns)
    return [
      ("same shape", matrix, random.uniform(low: 1, high: 2, shape: [rows, columns])),
      ("transposed", matrix, random.uniform(low: 1, high: 2, shape: [columns, rows]).T),
      ("column", matrix, random.uniform(low: 1, high: 2, shape: [rows, 1])),
      ("row", matrix, random.uniform(low: 1, high: 2, shape: [1, columns])),
      ("column first", random.uniform(low: 1, high: 2, shape: [rows, 1]), matrix.squared()),
      ("number", matrix, Tensor([[1.5]])),
    ]
  }

  /// Whether two tensors have the same shape and bits, where a NaN equals a NaN.
  private func same(_ a: Tensor, _ b: Tensor) -> Bool {
    guard a.shape == b.shape else { return false }
    let hasSameBits = a.elements.withUnsafeBytes { x in
      b.elements.withUnsafeBytes { y in
        guard let x = x.baseAddress, let y = y.baseAddress else { return true }
        return memcmp(x, y, a.count * 8) == 0
      }
    }
    // Element by element, which takes far longer, only where a NaN may have other bits.
    return hasSameBits
      || zip(a.elements, b.elements).allSatisfy {
        $0.bitPattern == $1.bitPattern || ($0.isNaN && $1.isNaN)
      }
  }

  /// A copy in memory of its own, stored in the same order.
  private func temporary(_ a: Tensor) throws -> Tensor { try a + Tensor.zeros(shape: a.shape) }

  func testATensorThatIsStillUsedDoesNotChange() throws {
    for (pair, a, b) in pairs(5, 4) {
      let (aBefore, bBefore) = (Array(a.elements), Array(b.elements))
      for (name, apply) in operations {
        _ = try apply(a, b)
        XCTAssertEqual(a.elements, aBefore, "\(name) changed its left side, \(pair)")
        XCTAssertEqual(b.elements, bBefore, "\(name) changed its right side, \(pair)")
      }
    }
  }

  func testATensorThatIsNoLongerUsedGivesItsMemoryToTheResult() {
    func address(_ x: Tensor) -> UnsafePointer<Double>? {
      x.elements.withUnsafeBufferPointer { $0.baseAddress }
    }
    let x = Tensor.zeros(3, 4) + 1
    let memory = address(x)
    let doubled = 2 * (consume x)
    XCTAssertEqual(address(doubled), memory, "2 * x was written to memory of its own")
  }

  func testATensorCombinedWithItselfDoesNotChange() throws {
    let a = Tensor([[1, -2], [3, 4]])
    XCTAssertEqual(try a - a, Tensor.zeros(2, 2))
    XCTAssertEqual(try (a + 1) * (a + 1), Tensor([[4, 1], [16, 25]]))
    var b = a
    try b -= b
    XCTAssertEqual(b, Tensor.zeros(2, 2))
    XCTAssertEqual(a, Tensor([[1, -2], [3, 4]]))
  }

  func testTemporariesGiveTheBitsOfStoredTensors() throws {
    for (rows, columns) in [(1, 1), (5, 4), (3, 70), (20, 211)] {
      for (pair, a, b) in pairs(rows, columns) {
        for (name, apply) in operations {
          let expected = try apply(a, b)
          XCTAssert(same(try apply(temporary(a), b), expected), "\(name), left, \(pair)")
          XCTAssert(same(try apply(a, temporary(b)), expected), "\(name), right, \(pair)")
          XCTAssert(
            same(try apply(temporary(a), temporary(b)), expected), "\(name), both, \(pair)")
        }
      }
    }
  }

  func testEveryNumberOfThreadsGivesTheSameBits() throws {
    let before = Tensor.threads
    defer { Tensor.threads = before }
    // Enough elements for the threads, and no multiple of what they share out.
    for (pair, a, b) in pairs(613, 701) {
      for (name, apply) in operations {
        Tensor.threads = 1
        let expected = try apply(a, b)
        for threads in [2, 3, 7] {
          Tensor.threads = threads
          XCTAssert(same(try apply(a, b), expected), "\(name), \(threads) threads, \(pair)")
        }
      }
    }
  }

  func testEveryNumberOfThreadsCopiesTheSameElements() throws {
    let before = Tensor.threads
    defer { Tensor.threads = before }
    var random = RandomState(seed: 8)
    let X = random.rand(61, 53, 97)
    func copies() throws -> [Tensor] {
      var written = X
      try written.setSlice(axis: 1, 5..<15, to: Tensor.ones(61, 10, 97))
      return [
        try X.slice(axis: 1, 3..<50), try X.slice(axis: 1, at: Array(2..<40)),
        try X.slice(axis: 0, at: [60, 0, 7] + Array(stride(from: 1, to: 60, by: 2))),
        try X.slice(axis: 2, at: Array((0..<97).reversed())),
        try .concatenate([X, X.squared()], axis: 1), written,
      ]
    }
    Tensor.threads = 1
    let expected = try copies()
    for threads in [2, 3, 7] {
      Tensor.threads = threads
      XCTAssertEqual(try copies(), expected, "\(threads) threads")
    }
  }
}
