import CKernels

// MARK: Over all elements

extension Tensor {
  /// Returns the sum of all elements; 0 if there are none.
  public func sum() -> Double {
    let x = elements
    return ck_sum(x, x.count)
  }

  /// Returns the mean of all elements; NaN if there are none.
  public func mean() -> Double { sum() / Double(count) }

  /// Returns the mean squared distance from the mean, 1/n Σ (x - μ)²; NaN if there are no elements.
  public func variance() -> Double { (self - mean()).squared().mean() }

  /// Returns the square root of the variance.
  public func standardDeviation() -> Double { variance().squareRoot() }

  /// Returns the Euclidean norm √Σx², which for a matrix is the Frobenius norm.
  public func norm() -> Double {
    let x = elements
    return ck_dot(x, x, x.count).squareRoot()
  }
}
