import GradedTesting
import Tensors
import XCTest

final class DotTests: FrameworkTestCase {
  private func transposedCopy(_ x: Tensor) -> Tensor {
    var result = Tensor.zeros(x.columns, x.rows)
    for i in 0..<x.rows { for j in 0..<x.columns { result[j, i] = x[i, j] } }
    return result
  }

  func testTransposedFactorGivesTheBitsOfACopy() throws {
    var random = RandomState(seed: 2)
    for (m, k, n) in [(3, 5, 4), (1, 9, 7), (7, 9, 1), (20, 33, 17), (65, 70, 66), (1, 40, 1)] {
      let A = random.randn(m, k)
      let B = random.randn(k, n)
      let expected = try dot(A, B)
      let (At, Bt) = (transposedCopy(A), transposedCopy(B))
      XCTAssertEqual(At, A.T)
      XCTAssertEqual(try dot(At.T, B), expected, "A transposed, \((m, k, n))")
      XCTAssertEqual(try dot(A, Bt.T), expected, "B transposed, \((m, k, n))")
      XCTAssertEqual(try dot(At.T, Bt.T), expected, "both transposed, \((m, k, n))")
      XCTAssert(try dot(Bt, At).T.isClose(to: expected), "(AB)ᵀ = BᵀAᵀ, \((m, k, n))")
    }
  }

  func testEveryNumberOfThreadsGivesTheSameBits() throws {
    let before = Tensor.threads
    defer { Tensor.threads = before }
    var random = RandomState(seed: 3)
    for (m, k, n) in [
      (150, 200, 130), (20, 3000, 40), (1, 3000, 900), (900, 3000, 1), (7, 3000, 61),
      (3, 200_000, 5),
    ] {
      let A = random.randn(m, k)
      let B = random.randn(k, n)
      Tensor.threads = 1
      let expected = try dot(A, B)
      for threads in [2, 3, 8] {
        Tensor.threads = threads
        XCTAssertEqual(try dot(A, B), expected, "\(threads) threads, \((m, k, n))")
        XCTAssertEqual(try dot(A, transposedCopy(B).T), expected, "transposed, \((m, k, n))")
      }
    }
  }

  func testProductWithTheIdentityIsTheMatrix() throws {
    var random = RandomState(seed: 4)
    let A = random.randn(13, 29)
    XCTAssertEqual(try dot(A, .identity(29)), A)
    XCTAssertEqual(try dot(.identity(13), A), A)
  }

  func testNumberOfThreadsIsAtLeastOne() {
    let before = Tensor.threads
    defer { Tensor.threads = before }
    Tensor.threads = 0
    XCTAssertEqual(Tensor.threads, 1)
  }
}
