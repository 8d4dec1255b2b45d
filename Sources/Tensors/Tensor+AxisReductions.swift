import CKernels

extension Tensor {
  /// Sums along an axis: (m, n) to (n,) along axis 0 and to (m,) along axis 1.
  ///
  /// With `keepingDimensions` the axis is kept with length 1, so that the result broadcasts against
  /// the tensor: (m, n) to (m, 1). A negative axis counts from the end.
  /// ```swift
  /// let dZ = Tensor([[1, 2, 3], [4, 5, 6]])
  /// print(try dZ.sum(axis: 0))  // [5. 7. 9.]
  /// print(try dZ.sum(axis: 1, keepingDimensions: true))
  /// // [[ 6.]
  /// //  [15.]]
  /// ```
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

  /// Sums along several axes, or all of them if `axes` is empty.
  ///
  /// - Throws: `ShapeError.axis` or `ShapeError.duplicateAxis`.
  public func sum(axes: [Int], keepingDimensions: Bool = false) throws -> Tensor {
    let axes = try resolved(axes, "sum")
    // The innermost axis goes first, so that the others keep their indices.
    return try axes.sorted(by: >).reduce(self) {
      try $0.sum(axis: $1, keepingDimensions: keepingDimensions)
    }
  }

  /// Computes the means along an axis.
  ///
  /// - Throws: `ShapeError.axis` if there is no such axis.
  public func mean(axis: Int, keepingDimensions: Bool = false) throws -> Tensor {
    let axis = try resolved(axis, "mean")
    return try sum(axis: axis, keepingDimensions: keepingDimensions) / Double(layout[axis])
  }

  /// Computes the means along several axes, or all of them if `axes` is empty.
  ///
  /// - Throws: `ShapeError.axis` or `ShapeError.duplicateAxis`.
  public func mean(axes: [Int], keepingDimensions: Bool = false) throws -> Tensor {
    let axes = try resolved(axes, "mean")
    let terms = axes.reduce(1.0) { $0 * Double(layout[$1]) }
    return try sum(axes: axes, keepingDimensions: keepingDimensions) / terms
  }

  /// Computes the variances along an axis: the mean squared distances from the means.
  ///
  /// - Throws: `ShapeError.axis` if there is no such axis.
  public func variance(axis: Int, keepingDimensions: Bool = false) throws -> Tensor {
    let axis = try resolved(axis, "variance")
    let centred = try self - mean(axis: axis, keepingDimensions: true)
    return try centred.squared().mean(axis: axis, keepingDimensions: keepingDimensions)
  }

  /// Computes the standard deviations along an axis: the square roots of the variances.
  ///
  /// - Throws: `ShapeError.axis` if there is no such axis.
  public func standardDeviation(axis: Int, keepingDimensions: Bool = false) throws -> Tensor {
    let axis = try resolved(axis, "standardDeviation")
    return try sqrt(variance(axis: axis, keepingDimensions: keepingDimensions))
  }

  /// Computes the Euclidean norms √Σx² along an axis.
  ///
  /// - Throws: `ShapeError.axis` if there is no such axis.
  public func norm(axis: Int, keepingDimensions: Bool = false) throws -> Tensor {
    let axis = try resolved(axis, "norm")
    return try sqrt(squared().sum(axis: axis, keepingDimensions: keepingDimensions))
  }
}

// MARK: The shared loops

extension Tensor {
  /// Returns the axis counted from the front.
  func resolved(_ axis: Int, _ operation: String) throws -> Int {
    guard -rank <= axis, axis < rank else {
      throw ShapeError.axis(operation: operation, axis: axis, shape: shape)
    }
    return axis < 0 ? axis + rank : axis
  }

  /// Returns the axes counted from the front, each named once; all of them for an empty list.
  func resolved(_ axes: [Int], _ operation: String) throws -> [Int] {
    guard !axes.isEmpty else { return Array(0..<rank) }
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

  /// Returns the layout without an axis, or with that axis set to length 1.
  func layout(reducing axis: Int, _ keepingDimensions: Bool) -> Layout {
    if rank == 2, keepingDimensions {
      return axis == 0
        ? Layout(rows: 1, columns: layout.columns) : Layout(rows: layout.rows, columns: 1)
    }
    var result = shape
    if keepingDimensions { result[axis] = 1 } else { result.remove(at: axis) }
    return Layout(result)
  }

  /// Reduces an axis: `body` reads length × inner numbers and writes inner numbers.
  @inline(__always)
  func folding(
    _ axis: Int, _ keepingDimensions: Bool,
    _ body: (UnsafePointer<Double>, UnsafeMutablePointer<Double>, Int, Int) -> Void
  ) -> Tensor {
    let reduced = layout(reducing: axis, keepingDimensions)
    let length = layout[axis]
    let (outer, inner) = extent(around: axis)
    guard length > 0, inner > 0, outer > 0 else {
      return Tensor.zeros(shape: reduced.shape)
    }
    let source = self.elements
    let elements = [Double].filling(outer * inner) { y in
      source.withUnsafeBufferPointer { x in
        if let x = x.baseAddress, let y {
          for i in 0..<outer { body(x + i * length * inner, y + i * inner, length, inner) }
        }
      }
    }
    return Tensor(reduced, elements)
  }
}
