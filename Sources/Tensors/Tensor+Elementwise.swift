extension Tensor {
  /// Applies a function to every element.
  @inlinable
  public func map(_ transform: (Double) throws -> Double) rethrows -> Tensor {
    try replacingElements(elements.map(transform))
  }

  /// Returns a tensor of the same shape with other elements.
  @usableFromInline
  func replacingElements(_ elements: [Double]) -> Tensor {
    Tensor(isTransposed ? Layout(rows: rows, columns: columns) : layout, elements)
  }

  /// Applies a function to pairs of elements, broadcast as in NumPy.
  ///
  /// - Throws: `ShapeError.broadcast` if the shapes do not fit, and any error of the function.
  public func combine(
    with other: Tensor, _ transform: (Double, Double) throws -> Double
  ) throws -> Tensor {
    try combining("combine", self, other, transform)
  }

  /// Whether no element is infinite or NaN.
  public var allFinite: Bool { storage.allSatisfy { $0.isFinite } }

  /// Whether any element is NaN.
  public var hasNaN: Bool { storage.contains { $0.isNaN } }

  /// Returns whether the shapes are equal and |a - b| ≤ absoluteTolerance + relativeTolerance |b|
  /// for all pairs of elements, the rule of NumPy's `allclose`.
  ///
  /// Equal infinities are close; a NaN is close to nothing.
  public func isClose(
    to other: Tensor, relativeTolerance: Double = 1e-5, absoluteTolerance: Double = 1e-8
  ) -> Bool {
    guard shape == other.shape else { return false }
    let (x, y) = (elements, other.elements)
    return x.indices.allSatisfy { i in
      if x[i] == y[i] { return true }
      guard x[i].isFinite, y[i].isFinite else { return false }
      return Swift.abs(x[i] - y[i]) <= absoluteTolerance + relativeTolerance * Swift.abs(y[i])
    }
  }
}

/// Selects the elements of `a` where the mask is nonzero and those of `b` elsewhere, broadcast as
/// in NumPy.
///
/// - Throws: `ShapeError.broadcast` if the shapes do not fit.
public func select(_ mask: Tensor, _ a: Tensor, _ b: Tensor) throws -> Tensor {
  let shape = try Broadcast(
    operation: "select", Broadcast(operation: "select", mask.shape, a.shape).shape, b.shape
  ).shape
  let m = try mask.broadcast(to: shape)
  let x = try a.broadcast(to: shape)
  let y = try b.broadcast(to: shape)
  return Tensor(
    uncheckedShape: shape,
    elements: .filling(m.count) { target in
      guard let target else { return }
      for i in m.indices { target[i] = m[i] != 0 ? x[i] : y[i] }
    })
}

extension Tensor {
  /// Returns the elements with axes of length 1 repeated to fill a shape known to fit.
  fileprivate func broadcast(to shape: [Int]) throws -> [Double] {
    guard self.shape != shape else { return elements }
    return try combining("select", self, Tensor.zeros(shape: shape)) { x, _ in x }.storage
  }
}

/// Applies a function to pairs of elements, broadcast.
@inline(__always)
func combining(
  _ operation: String, _ a: Tensor, _ b: Tensor, _ transform: (Double, Double) throws -> Double
) throws -> Tensor {
  let plan = try Broadcast(operation: operation, a.shape, b.shape)
  let (x, y) = (a.elements, b.elements)
  var elements = [Double](repeating: 0, count: plan.count)
  try elements.withUnsafeMutableBufferPointer { buffer in
    guard let z = buffer.baseAddress else { return }
    try plan.forEachRun(x, y, z) { x, xMoves, y, yMoves, z, length in
      for i in 0..<length {
        z[i] = try transform(x[xMoves ? i : 0], y[yMoves ? i : 0])
      }
    }
  }
  return Tensor(uncheckedShape: plan.shape, elements: elements)
}
