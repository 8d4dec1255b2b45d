import GradedTesting
import Tensors
import Text
import XCTest

@testable import Syllabus

/// Tests the eigenvectors that learners use for the principal components of colours.
final class EigenvectorsTests: FrameworkTestCase {
  func testEigenvectorsAreThoseOfNumPy() throws {
    // From numpy.linalg.eigh of the covariance in Tests/Peers/classic_networks.py, with this
    // course's choice of signs.
    var random = RandomState(seed: 3)
    let pixels = try random.rand(2, 2, 3, 3).reshaped(-1, 3)
    let centred = try pixels - pixels.mean(axis: 0)
    let (values, vectors) = try (dot(centred.T, centred) / 12).symmetricEigenvectors
    let expected = Tensor([
      0.111_334_844_208_737_32, 0.067_380_566_504_060_49, 0.046_747_475_740_859_246,
    ])
    XCTAssert(values.isClose(to: expected, relativeTolerance: 1e-12, absoluteTolerance: 0))
    let columns = Tensor([
      [0.297_464_693_085_381_37, 0.467_400_486_788_007_6, 0.832_497_171_957_931_7],
      [0.519_020_351_342_083_5, 0.652_698_569_124_213_2, -0.551_908_011_135_863_4],
      [0.801_331_786_003_999_6, -0.596_256_121_824_789_7, 0.048_435_585_328_370_95],
    ])
    XCTAssert(vectors.isClose(to: columns, relativeTolerance: 1e-10, absoluteTolerance: 0))
  }

  func testEachEigenvectorIsScaledByItsEigenvalue() throws {
    var random = RandomState(seed: 1)
    for n in 1...7 {
      let B = random.randn(n, n)
      let A = try B + B.T
      let (values, vectors) = try A.symmetricEigenvectors
      let difference = try dot(A, vectors) - vectors * values
      XCTAssertLessThan(difference.norm(), 1e-12 * A.norm(), "A v should equal λ v, n = \(n)")
      let squares = try dot(vectors.T, vectors) - Tensor.identity(n)
      XCTAssertLessThan(
        squares.norm(), 1e-13 * Double(n), "the eigenvectors should be orthonormal, n = \(n)")
      XCTAssertEqual(
        values.elements, values.elements.sorted(by: >), "the largest eigenvalue should come first")
      for column in 0..<n {
        let v = try vectors.column(column).elements
        XCTAssertEqual(
          v.max { abs($0) < abs($1) }.map { $0 > 0 }, true, "the largest entry should be positive")
      }
    }
  }

  func testTheFirstOfEqualEntriesIsPositive() throws {
    let (values, vectors) = try Tensor([[2, 1], [1, 2]]).symmetricEigenvectors
    XCTAssertEqual("\(values)", "[3. 1.]")
    XCTAssertEqual("\(vectors)", "[[ 0.70710678  0.70710678]\n [ 0.70710678 -0.70710678]]")
    XCTAssertEqual(try Tensor.zeros(2, 2).symmetricEigenvectors.values, Tensor([0, 0]))
  }

  func testOnlySquareMatricesHaveEigenvectors() {
    for shape in [[2, 3], [4], [2, 2, 2]] {
      XCTAssertThrowsError(try Tensor.zeros(shape: shape).symmetricEigenvectors) { error in
        XCTAssertEqual(error as? NotSquareError, NotSquareError(shape: shape))
      }
    }
    let error = NotSquareError(shape: [2, 3])
    XCTAssertEqual(
      error.phrase(.english),
      "eigenvectors: expected as many rows as columns, (3, 3) for the covariance of three channels, "
        + "got [2, 3]")
    XCTAssertEqual(
      error.phrase(.chinese), "特征向量：需要行数与列数相等的矩阵，三个通道的协方差是 (3, 3)，得到的是 [2, 3]")
  }
}
