public import Tensors
public import Text

extension Tensor {
  /// The eigenvalues and eigenvectors of a symmetric matrix, in descending order of the
  /// eigenvalues.
  ///
  ///     A vₖ = λₖ vₖ
  ///
  /// Every eigenvector has length 1. Its sign is chosen such that its entry of largest magnitude
  /// (the first one, if several are equal) is positive. The result is meaningful only for symmetric
  /// matrices.
  ///
  /// ```swift
  /// let (values, vectors) = try Tensor([[2, 1], [1, 2]]).symmetricEigenvectors
  /// print(values)  // [3. 1.]
  /// print(vectors)
  /// // [[ 0.70710678  0.70710678]
  /// //  [ 0.70710678 -0.70710678]]
  /// ```
  ///
  /// Rotations make one entry after the other zero, as in C. G. J. Jacobi's method of 1846.
  ///
  /// - Throws: `NotSquareError` unless this is a matrix with as many rows as columns.
  public var symmetricEigenvectors: (values: Tensor, vectors: Tensor) {
    get throws {
      guard rank == 2, rows == columns else { throw NotSquareError(shape: shape) }
      let n = rows
      var A = self
      var V = Tensor.identity(n)
      for _ in 0..<64 {
        let scale = A.norm()
        var isDiagonal = true
        for p in 0..<n {
          for q in 0..<n where q > p && abs(A[p, q]) > 1e-17 * scale {
            isDiagonal = false
            // The angle that makes A[p, q] zero.
            let theta = (A[q, q] - A[p, p]) / (2 * A[p, q])
            let t = (theta < 0 ? -1 : 1) / (abs(theta) + (theta * theta + 1).squareRoot())
            let c = 1 / (t * t + 1).squareRoot()
            let s = t * c
            for k in 0..<n {
              (A[k, p], A[k, q]) = (c * A[k, p] - s * A[k, q], s * A[k, p] + c * A[k, q])
            }
            for k in 0..<n {
              (A[p, k], A[q, k]) = (c * A[p, k] - s * A[q, k], s * A[p, k] + c * A[q, k])
            }
            for k in 0..<n {
              (V[k, p], V[k, q]) = (c * V[k, p] - s * V[k, q], s * V[k, p] + c * V[k, q])
            }
          }
        }
        if isDiagonal { break }
      }
      let order = (0..<n).sorted { A[$0, $0] > A[$1, $1] }
      let vectors = try order.map { k in
        let v = try V.column(k)
        let size = v.map { abs($0) }.max()
        let largest = v.elements.first { abs($0) >= (1 - 1e-9) * size } ?? 1
        return largest < 0 ? -v : v
      }
      return (
        Tensor(order.map { A[$0, $0] }),
        vectors.isEmpty ? self : try Tensor.concatenate(vectors, axis: 1)
      )
    }
  }
}

/// A shape that is not a square matrix and therefore has no eigenvectors.
public struct NotSquareError: PhrasedError, Equatable {
  /// The shape received.
  public let shape: [Int]

  /// The error as a sentence in both languages.
  public var phrase: Phrase {
    Phrase(
      "eigenvectors: expected as many rows as columns, (3, 3) for the covariance of three channels, got \(shape)",
      zh: "特征向量：需要行数与列数相等的矩阵，三个通道的协方差是 (3, 3)，得到的是 \(shape)")
  }
}
