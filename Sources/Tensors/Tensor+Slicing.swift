extension Tensor {
  // MARK: Matrices

  /// Returns a range of rows of a matrix, as a matrix.
  ///
  /// - Throws: `ShapeError` if this is not a matrix or the range is out of bounds.
  public func rows(_ range: Range<Int>) throws -> Tensor {
    try matrix("rows").slice(0, range, "rows")
  }

  /// Returns a range of columns of a matrix, as a matrix: a mini-batch of examples.
  ///
  /// - Throws: `ShapeError` if this is not a matrix or the range is out of bounds.
  public func columns(_ range: Range<Int>) throws -> Tensor {
    try matrix("columns").slice(1, range, "columns")
  }

  /// Returns the rows of a matrix at the given indices, in that order.
  ///
  /// - Throws: `ShapeError` if this is not a matrix or an index is out of bounds.
  public func rows(at indices: [Int]) throws -> Tensor {
    try matrix("rows").gather(0, indices, "rows")
  }

  /// Returns the columns of a matrix at the given indices, in that order: the examples shuffled.
  /// ```swift
  /// let X = Tensor([[1, 2, 3], [4, 5, 6]])
  /// print(try X.columns(at: [2, 0]))
  /// // [[3. 1.]
  /// //  [6. 4.]]
  /// ```
  ///
  /// - Throws: `ShapeError` if this is not a matrix or an index is out of bounds.
  public func columns(at indices: [Int]) throws -> Tensor {
    try matrix("columns").gather(1, indices, "columns")
  }

  /// Returns one row of a matrix as a (1, n) matrix.
  ///
  /// - Throws: `ShapeError` if this is not a matrix or the index is out of bounds.
  public func row(_ i: Int) throws -> Tensor { try matrix("row").gather(0, [i], "row") }

  /// Returns one column of a matrix as an (m, 1) matrix.
  ///
  /// - Throws: `ShapeError` if this is not a matrix or the index is out of bounds.
  public func column(_ j: Int) throws -> Tensor { try matrix("column").gather(1, [j], "column") }

  // MARK: Any rank

  /// Returns a range of an axis, keeping the rank.
  ///
  /// - Throws: `ShapeError.axis` or `ShapeError.range`.
  public func slice(axis: Int, _ range: Range<Int>) throws -> Tensor {
    try slice(resolved(axis, "slice"), range, "slice")
  }

  /// Returns the entries of an axis at the given indices, in that order, keeping the rank.
  ///
  /// - Throws: `ShapeError.axis` or `ShapeError.index`.
  public func slice(axis: Int, at indices: [Int]) throws -> Tensor {
    try gather(resolved(axis, "slice"), indices, "slice")
  }

  /// Returns one entry of an axis, removing that axis: `X.entry(2)` is image 2 of (m, h, w, c).
  ///
  /// - Throws: `ShapeError.axis` or `ShapeError.index`.
  public func entry(_ index: Int, axis: Int = 0) throws -> Tensor {
    let axis = try resolved(axis, "entry")
    let part = try gather(axis, [index], "entry")
    var shape = shape
    shape.remove(at: axis)
    return part.reshaped(unchecked: shape)
  }

  /// Replaces a range of an axis.
  ///
  /// - Throws: `ShapeError.axis`, `ShapeError.range`, or `ShapeError.window` if the shapes differ.
  public mutating func setSlice(axis: Int, _ range: Range<Int>, to part: Tensor) throws {
    let axis = try resolved(axis, "setSlice")
    try check(range, axis, "setSlice")
    var window = shape
    window[axis] = range.count
    guard part.shape == window else {
      throw ShapeError.window(given: part.shape, window: window)
    }
    makeRowMajor()
    write(part.elements, axis: axis, from: range.lowerBound, length: range.count)
  }

  // MARK: The shared loops

  private func matrix(_ operation: String) throws -> Tensor {
    guard rank == 2 else { throw ShapeError.notAMatrix(operation: operation, shape) }
    return self
  }

  private func check(_ range: Range<Int>, _ axis: Int, _ operation: String) throws {
    guard range.lowerBound >= 0, range.upperBound <= shape[axis] else {
      throw ShapeError.range(operation: operation, range, axis: axis, shape: shape)
    }
  }

  /// Returns the number of blocks before an axis and the number of contiguous elements after it.
  func extent(around axis: Int) -> (outer: Int, inner: Int) {
    var (outer, inner) = (1, 1)
    for other in 0..<axis { outer *= shape[other] }
    for other in (axis + 1)..<shape.count { inner *= shape[other] }
    return (outer, inner)
  }

  private func slice(_ axis: Int, _ range: Range<Int>, _ operation: String) throws -> Tensor {
    try check(range, axis, operation)
    var result = shape
    result[axis] = range.count
    let (outer, inner) = extent(around: axis)
    let run = range.count * inner
    let source = elements
    return Tensor(
      uncheckedShape: result,
      elements: .filling(outer * run) { target in
        guard run > 0, let target else { return }
        source.withUnsafeBufferPointer { x in
          guard let x = x.baseAddress else { return }
          for i in 0..<outer {
            let first = x + (i * shape[axis] + range.lowerBound) * inner
            (target + i * run).initialize(from: first, count: run)
          }
        }
      })
  }

  private func gather(_ axis: Int, _ indices: [Int], _ operation: String) throws -> Tensor {
    for index in indices where index < 0 || index >= shape[axis] {
      throw ShapeError.index(operation: operation, index, axis: axis, shape: shape)
    }
    var result = shape
    result[axis] = indices.count
    guard let size = elementCount(of: result) else { throw ShapeError.invalidShape(result) }
    let (outer, inner) = extent(around: axis)
    let source = elements
    let runs = Self.runs(of: indices)
    return Tensor(
      uncheckedShape: result,
      elements: .filling(size) { target in
        guard size > 0, var target else { return }
        source.withUnsafeBufferPointer { x in
          guard let x = x.baseAddress else { return }
          for i in 0..<outer {
            let block = x + i * shape[axis] * inner
            for run in runs {
              let count = run.count * inner
              if count == 1 {
                target[0] = block[run.lowerBound]
              } else {
                target.initialize(from: block + run.lowerBound * inner, count: count)
              }
              target += count
            }
          }
        }
      })
  }

  /// Merges consecutive indices into ranges, so that neighbours are copied at once.
  private static func runs(of indices: [Int]) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    for index in indices {
      if let last = runs.last, last.upperBound == index {
        runs[runs.count - 1] = last.lowerBound..<index + 1
      } else {
        runs.append(index..<index + 1)
      }
    }
    return runs
  }

  /// Overwrites a part of an axis of a row-major tensor, with all arguments known to fit.
  mutating func write(_ part: [Double], axis: Int, from start: Int, length: Int) {
    let (outer, inner) = extent(around: axis)
    let (run, step) = (length * inner, shape[axis] * inner)
    guard outer * run > 0 else { return }
    storage.withUnsafeMutableBufferPointer { target in
      part.withUnsafeBufferPointer { source in
        guard let target = target.baseAddress, let source = source.baseAddress else { return }
        for i in 0..<outer {
          (target + i * step + start * inner).update(from: source + i * run, count: run)
        }
      }
    }
  }
}
