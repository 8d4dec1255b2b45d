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
    guard range.lowerBound >= 0, range.upperBound <= layout[axis] else {
      throw ShapeError.range(operation: operation, range, axis: axis, shape: shape)
    }
  }

  /// Returns the number of blocks before an axis and the number of contiguous elements after it.
  func extent(around axis: Int) -> (outer: Int, inner: Int) {
    var (outer, inner) = (1, 1)
    for other in 0..<axis { outer *= layout[other] }
    for other in (axis + 1)..<rank { inner *= layout[other] }
    return (outer, inner)
  }

  /// Returns the layout with another length of an axis.
  private func layout(_ axis: Int, resizedTo length: Int) -> Layout {
    if rank == 2 {
      return axis == 0
        ? Layout(rows: length, columns: layout.columns) : Layout(rows: layout.rows, columns: length)
    }
    var result = shape
    result[axis] = length
    return Layout(result)
  }

  private func slice(_ axis: Int, _ range: Range<Int>, _ operation: String) throws -> Tensor {
    try check(range, axis, operation)
    let (outer, inner) = extent(around: axis)
    let (run, step) = (range.count * inner, layout[axis] * inner)
    let source = elements
    return Tensor(
      layout(axis, resizedTo: range.count),
      .filling(outer * run) { target in
        guard run > 0, let target else { return }
        source.withUnsafeBufferPointer { x in
          guard let x = x.baseAddress else { return }
          let first = x + range.lowerBound * inner
          Threads.split(outer, picoseconds: run * Threads.arithmetic) { start, count in
            for i in start..<start + count {
              (target + i * run).initialize(from: first + i * step, count: run)
            }
          }
        }
      })
  }

  private func gather(_ axis: Int, _ indices: [Int], _ operation: String) throws -> Tensor {
    let length = layout[axis]
    for index in indices where index < 0 || index >= length {
      throw ShapeError.index(operation: operation, index, axis: axis, shape: shape)
    }
    let result = layout(axis, resizedTo: indices.count)
    guard let size = elementCount(of: result.shape) else {
      throw ShapeError.invalidShape(result.shape)
    }
    if let range = Self.range(of: indices) { return try slice(axis, range, operation) }
    let (outer, inner) = extent(around: axis)
    let source = elements
    return Tensor(
      result,
      .filling(size) { target in
        guard size > 0, let target else { return }
        source.withUnsafeBufferPointer { x in
          guard let x = x.baseAddress else { return }
          let run = indices.count * inner
          Threads.split(outer, picoseconds: run * Threads.arithmetic) { first, count in
            var place = target + first * run
            for i in first..<first + count {
              let block = x + i * length * inner
              for index in indices {
                if inner == 1 {
                  place[0] = block[index]
                } else {
                  place.initialize(from: block + index * inner, count: inner)
                }
                place += inner
              }
            }
          }
        }
      })
  }

  /// Returns the range that consecutive indices make up; nil if they do not, or there are none.
  private static func range(of indices: [Int]) -> Range<Int>? {
    guard let first = indices.first, let last = indices.last,
      last - first == indices.count - 1,
      indices.indices.allSatisfy({ indices[$0] == first + $0 })
    else { return nil }
    return first..<last + 1
  }

  /// Overwrites a part of an axis of a row-major tensor, with all arguments known to fit.
  mutating func write(_ part: [Double], axis: Int, from start: Int, length: Int) {
    let (outer, inner) = extent(around: axis)
    let (run, step) = (length * inner, layout[axis] * inner)
    guard outer * run > 0 else { return }
    storage.withUnsafeMutableBufferPointer { target in
      part.withUnsafeBufferPointer { source in
        guard let target = target.baseAddress, let source = source.baseAddress else { return }
        let first = target + start * inner
        Threads.split(outer, picoseconds: run * Threads.arithmetic) { start, count in
          for i in start..<start + count {
            (first + i * step).update(from: source + i * run, count: run)
          }
        }
      }
    }
  }
}
