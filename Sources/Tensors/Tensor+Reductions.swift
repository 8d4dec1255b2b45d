import CKernels

// MARK: Over all elements

extension Tensor {
  /// The sum of all elements; 0 if there are none.
  public func sum() -> Double {
    let x = elements
    return ck_sum(x, x.count)
  }

  /// The mean of all elements; NaN if there are none.
  public func mean() -> Double { sum() / Double(count) }

  /// The largest element; NaN if one of them is NaN or there are none.
  public func max() -> Double { argmax().map { elements[$0] } ?? .nan }

  /// The smallest element; NaN if one of them is NaN or there are none.
  public func min() -> Double { argmin().map { elements[$0] } ?? .nan }

  /// Where the largest element first occurs in row-major order, or nil if there are no elements.
  ///
  /// A NaN counts as the largest, as in NumPy.
  public func argmax() -> Int? { Extreme.largest.first(in: elements) }

  /// Where the smallest element first occurs in row-major order, or nil if there are no elements.
  ///
  /// A NaN counts as the smallest, as in NumPy.
  public func argmin() -> Int? { Extreme.smallest.first(in: elements) }

  /// The mean squared distance from the mean, 1/n Σ (x - μ)²; NaN if there are no elements.
  public func variance() -> Double { (self - mean()).squared().mean() }

  /// The square root of the variance.
  public func standardDeviation() -> Double { variance().squareRoot() }

  /// The Euclidean norm √Σx², which for a matrix is the Frobenius norm.
  public func norm() -> Double {
    ck_dot(elements, elements, count).squareRoot()
  }
}

// MARK: Along axes

extension Tensor {
  /// The sums along an axis: (m, n) to (n,) along axis 0 and to (m,) along axis 1.
  ///
  /// With `keepingDimensions` the axis stays with length 1, so that the result broadcasts against
  /// the tensor: (m, n) to (m, 1). A negative axis counts from the end.
  /// - Throws: `ShapeError.axis` if there is no such axis.
  public func sum(axis: Int, keepingDimensions: Bool = false) throws -> Tensor {
    let axis = try resolved(axis, "sum")
    return folding(axis, keepingDimensions) { x, y, length, inner in
      if inner == 1 {
        y[0] = ck_sum(x, length)
      } else {
        ck_sum_down(x, y, length, inner)
      }
    }
  }

  /// The sums along several axes, all of them if `axes` is empty.
  ///
  /// - Throws: `ShapeError.axis` or `ShapeError.duplicateAxis`.
  public func sum(axes: [Int], keepingDimensions: Bool = false) throws -> Tensor {
    let axes = try resolved(axes, "sum")
    // The innermost axis goes first, so that the others keep their numbers.
    return try axes.sorted(by: >).reduce(self) {
      try $0.sum(axis: $1, keepingDimensions: keepingDimensions)
    }
  }

  /// The means along an axis.
  ///
  /// - Throws: `ShapeError.axis` if there is no such axis.
  public func mean(axis: Int, keepingDimensions: Bool = false) throws -> Tensor {
    let axis = try resolved(axis, "mean")
    return try sum(axis: axis, keepingDimensions: keepingDimensions) / Double(shape[axis])
  }

  /// The means along several axes, all of them if `axes` is empty.
  ///
  /// - Throws: `ShapeError.axis` or `ShapeError.duplicateAxis`.
  public func mean(axes: [Int], keepingDimensions: Bool = false) throws -> Tensor {
    let axes = try resolved(axes, "mean")
    let terms = axes.reduce(1.0) { $0 * Double(shape[$1]) }
    return try sum(axes: axes, keepingDimensions: keepingDimensions) / terms
  }

  /// The variances along an axis: the mean squared distance from that axis's mean.
  ///
  /// - Throws: `ShapeError.axis` if there is no such axis.
  public func variance(axis: Int, keepingDimensions: Bool = false) throws -> Tensor {
    let axis = try resolved(axis, "variance")
    let centred = try self - mean(axis: axis, keepingDimensions: true)
    return try centred.squared().mean(axis: axis, keepingDimensions: keepingDimensions)
  }

  /// The square roots of the variances along an axis.
  ///
  /// - Throws: `ShapeError.axis` if there is no such axis.
  public func standardDeviation(axis: Int, keepingDimensions: Bool = false) throws -> Tensor {
    let axis = try resolved(axis, "standardDeviation")
    return try sqrt(variance(axis: axis, keepingDimensions: keepingDimensions))
  }

  /// The Euclidean norms √Σx² along an axis.
  ///
  /// - Throws: `ShapeError.axis` if there is no such axis.
  public func norm(axis: Int, keepingDimensions: Bool = false) throws -> Tensor {
    let axis = try resolved(axis, "norm")
    return try sqrt(squared().sum(axis: axis, keepingDimensions: keepingDimensions))
  }

  /// The largest elements along an axis; NaN where one of them is NaN.
  ///
  /// - Throws: `ShapeError.axis`, or `ShapeError.nothingToReduce` if the axis is empty.
  public func max(axis: Int, keepingDimensions: Bool = false) throws -> Tensor {
    try extreme(.largest, axis, "max", keepingDimensions).values
  }

  /// The smallest elements along an axis; NaN where one of them is NaN.
  ///
  /// - Throws: `ShapeError.axis`, or `ShapeError.nothingToReduce` if the axis is empty.
  public func min(axis: Int, keepingDimensions: Bool = false) throws -> Tensor {
    try extreme(.smallest, axis, "min", keepingDimensions).values
  }

  /// The indices along an axis at which the largest elements first occur.
  ///
  /// - Throws: `ShapeError.axis`, or `ShapeError.nothingToReduce` if the axis is empty.
  public func argmax(axis: Int, keepingDimensions: Bool = false) throws -> Tensor {
    try extreme(.largest, axis, "argmax", keepingDimensions).places
  }

  /// The indices along an axis at which the smallest elements first occur.
  ///
  /// - Throws: `ShapeError.axis`, or `ShapeError.nothingToReduce` if the axis is empty.
  public func argmin(axis: Int, keepingDimensions: Bool = false) throws -> Tensor {
    try extreme(.smallest, axis, "argmin", keepingDimensions).places
  }
}

// MARK: The shared loops

/// Which end of the order is looked for. A NaN wins against any number, as in NumPy.
private enum Extreme {
  case largest
  case smallest

  @inline(__always)
  func isBetter(_ x: Double, than best: Double) -> Bool {
    guard best == best else { return false }
    return self == .largest ? !(x <= best) : !(x >= best)
  }

  func first(in x: [Double]) -> Int? {
    guard var best = x.first else { return nil }
    var place = 0
    for i in 1..<Swift.max(x.count, 1) where isBetter(x[i], than: best) {
      best = x[i]
      place = i
    }
    return place
  }
}

extension Tensor {
  /// The axis counted from the front.
  func resolved(_ axis: Int, _ operation: String) throws -> Int {
    guard -shape.count <= axis, axis < shape.count else {
      throw ShapeError.axis(operation: operation, axis: axis, shape: shape)
    }
    return axis < 0 ? axis + shape.count : axis
  }

  /// The axes counted from the front, each named once; all of them for an empty list.
  func resolved(_ axes: [Int], _ operation: String) throws -> [Int] {
    guard !axes.isEmpty else { return Array(shape.indices) }
    var result: [Int] = []
    for axis in axes {
      let found = try resolved(axis, operation)
      guard !result.contains(found) else {
        throw ShapeError.duplicateAxis(operation: operation, axis: axis, shape: shape)
      }
      result.append(found)
    }
    return result
  }

  /// The shape without an axis, or with its length set to 1.
  private func shape(reducing axis: Int, _ keepingDimensions: Bool) -> [Int] {
    var result = shape
    if keepingDimensions { result[axis] = 1 } else { result.remove(at: axis) }
    return result
  }

  /// Folds an axis: `body` reads length x inner numbers and writes inner numbers.
  @inline(__always)
  private func folding(
    _ axis: Int, _ keepingDimensions: Bool,
    _ body: (UnsafePointer<Double>, UnsafeMutablePointer<Double>, Int, Int) -> Void
  ) -> Tensor {
    let reduced = shape(reducing: axis, keepingDimensions)
    let length = shape[axis]
    let (outer, inner) = extent(around: axis)
    guard length > 0, inner > 0, outer > 0 else {
      return Tensor.zeros(shape: reduced)
    }
    let source = self.elements
    let elements = [Double](unsafeUninitializedCapacity: outer * inner) { buffer, count in
      source.withUnsafeBufferPointer { x in
        if let x = x.baseAddress, let y = buffer.baseAddress {
          for i in 0..<outer { body(x + i * length * inner, y + i * inner, length, inner) }
        }
      }
      count = outer * inner
    }
    return Tensor(uncheckedShape: reduced, elements: elements)
  }

  private func extreme(
    _ which: Extreme, _ axis: Int, _ operation: String, _ keepingDimensions: Bool
  ) throws -> (values: Tensor, places: Tensor) {
    let axis = try resolved(axis, operation)
    guard shape[axis] > 0 else {
      throw ShapeError.nothingToReduce(operation: operation, axis: axis, shape: shape)
    }
    var places = Tensor.zeros(shape: shape(reducing: axis, keepingDimensions))
    var base = 0
    let values = folding(axis, keepingDimensions) { x, y, length, inner in
      for j in 0..<inner {
        var best = x[j]
        var place = 0
        for i in 1..<Swift.max(length, 1) where which.isBetter(x[i * inner + j], than: best) {
          best = x[i * inner + j]
          place = i
        }
        y[j] = best
        places.storage[base + j] = Double(place)
      }
      base += inner
    }
    return (values, places)
  }
}
