import CKernels

// MARK: Over all elements

extension Tensor {
  /// Returns the largest element; NaN if any element is NaN or there are none.
  public func max() -> Double { Extreme.largest.place(in: elements)?.value ?? .nan }

  /// Returns the smallest element; NaN if any element is NaN or there are none.
  public func min() -> Double { Extreme.smallest.place(in: elements)?.value ?? .nan }

  /// Returns the index at which the largest element first occurs in row-major order.
  ///
  /// A NaN counts as the largest.
  ///
  /// - Throws: `ShapeError.nothingToReduce` if there are no elements.
  public func argmax() throws -> Int {
    guard let found = Extreme.largest.place(in: elements) else {
      throw ShapeError.nothingToReduce(operation: "argmax", axis: nil, shape: shape)
    }
    return found.index
  }

  /// Returns the index at which the smallest element first occurs in row-major order.
  ///
  /// A NaN counts as the smallest.
  ///
  /// - Throws: `ShapeError.nothingToReduce` if there are no elements.
  public func argmin() throws -> Int {
    guard let found = Extreme.smallest.place(in: elements) else {
      throw ShapeError.nothingToReduce(operation: "argmin", axis: nil, shape: shape)
    }
    return found.index
  }
}

// MARK: Along an axis

extension Tensor {
  /// Returns the largest elements along an axis; NaN where any of them is NaN.
  ///
  /// - Throws: `ShapeError.axis`, or `ShapeError.nothingToReduce` if the axis is empty.
  public func max(axis: Int, keepingDimensions: Bool = false) throws -> Tensor {
    try values(.largest, axis, "max", keepingDimensions)
  }

  /// Returns the smallest elements along an axis; NaN where any of them is NaN.
  ///
  /// - Throws: `ShapeError.axis`, or `ShapeError.nothingToReduce` if the axis is empty.
  public func min(axis: Int, keepingDimensions: Bool = false) throws -> Tensor {
    try values(.smallest, axis, "min", keepingDimensions)
  }

  /// Returns the indices along an axis at which the largest elements first occur, such as the
  /// classes that a softmax layer predicts.
  ///
  /// A NaN counts as the largest.
  ///
  /// - Throws: `ShapeError.axis`, or `ShapeError.nothingToReduce` if the axis is empty.
  public func argmax(axis: Int, keepingDimensions: Bool = false) throws -> Tensor {
    try places(.largest, axis, "argmax", keepingDimensions)
  }

  /// Returns the indices along an axis at which the smallest elements first occur.
  ///
  /// A NaN counts as the smallest.
  ///
  /// - Throws: `ShapeError.axis`, or `ShapeError.nothingToReduce` if the axis is empty.
  public func argmin(axis: Int, keepingDimensions: Bool = false) throws -> Tensor {
    try places(.smallest, axis, "argmin", keepingDimensions)
  }

  private func values(
    _ extreme: Extreme, _ axis: Int, _ operation: String, _ keepingDimensions: Bool
  ) throws -> Tensor {
    let axis = try resolvedNonempty(axis, operation)
    let kernel = extreme == .largest ? CK_MAXIMUM : CK_MINIMUM
    return folding(axis, keepingDimensions) { x, y, length, inner in
      guard inner > 1 else {
        var best = x[0]
        for i in 1..<Swift.max(length, 1) where extreme.isBetter(x[i], than: best) { best = x[i] }
        y[0] = best
        return
      }
      y.update(from: x, count: inner)
      for i in 1..<Swift.max(length, 1) { ck_binary(kernel, y, x + i * inner, y, inner) }
    }
  }

  private func places(
    _ extreme: Extreme, _ axis: Int, _ operation: String, _ keepingDimensions: Bool
  ) throws -> Tensor {
    let axis = try resolvedNonempty(axis, operation)
    var best = [Double](repeating: 0, count: extent(around: axis).inner)
    return folding(axis, keepingDimensions) { x, y, length, inner in
      for j in 0..<inner {
        best[j] = x[j]
        y[j] = 0
      }
      for i in 1..<Swift.max(length, 1) {
        let row = x + i * inner
        for j in 0..<inner where extreme.isBetter(row[j], than: best[j]) {
          best[j] = row[j]
          y[j] = Double(i)
        }
      }
    }
  }

  private func resolvedNonempty(_ axis: Int, _ operation: String) throws -> Int {
    let axis = try resolved(axis, operation)
    guard layout[axis] > 0 else {
      throw ShapeError.nothingToReduce(operation: operation, axis: axis, shape: shape)
    }
    return axis
  }
}

/// The extreme to search for.
///
/// A NaN beats any number, as in NumPy.
private enum Extreme {
  case largest
  case smallest

  @inline(__always)
  func isBetter(_ x: Double, than best: Double) -> Bool {
    guard best == best else { return false }
    return self == .largest ? !(x <= best) : !(x >= best)
  }

  func place(in x: [Double]) -> (index: Int, value: Double)? {
    guard var best = x.first else { return nil }
    var place = 0
    for i in 1..<Swift.max(x.count, 1) where isBetter(x[i], than: best) {
      best = x[i]
      place = i
    }
    return (place, best)
  }
}
