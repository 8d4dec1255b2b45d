import CKernels

extension Tensor {
  /// Returns the same elements in another shape.
  ///
  /// One length may be -1 and is then computed from the others.
  ///
  /// `images.reshaped(m, -1).T` makes every image of (m, h, w, c) a column of (h·w·c, m).
  /// ```swift
  /// print(try Tensor.arange(6).reshaped(2, -1))
  /// // [[0. 1. 2.]
  /// //  [3. 4. 5.]]
  /// ```
  /// - Throws: `ShapeError.reshape` if the shape does not hold exactly these elements.
  public func reshaped(_ shape: Int...) throws -> Tensor { try reshaped(shape: shape) }

  /// Returns the same elements in another, computed shape.
  ///
  /// One length may be -1 and is then computed from the others.
  ///
  /// - Throws: `ShapeError.reshape` if the shape does not hold exactly these elements.
  public func reshaped(shape wanted: [Int]) throws -> Tensor {
    var result = wanted
    if let free = wanted.firstIndex(of: -1) {
      result[free] = 1
      guard let known = elementCount(of: result), known > 0, count.isMultiple(of: known) else {
        throw ShapeError.reshape(from: shape, to: wanted)
      }
      result[free] = count / known
    }
    guard elementCount(of: result) == count else {
      throw ShapeError.reshape(from: shape, to: wanted)
    }
    return Tensor(uncheckedShape: result, elements: elements)
  }

  /// All elements as a vector, in row-major order.
  public var flattened: Tensor { Tensor(uncheckedShape: [count], elements: elements) }

  /// Permutes the axes: axis i of the result is axis `axes[i]` of this tensor.
  ///
  /// - Throws: `ShapeError.axisOrder` unless every axis occurs once.
  public func transposed(_ axes: [Int]) throws -> Tensor {
    let order = axes.map { $0 < 0 ? $0 + rank : $0 }
    guard order.sorted() == Array(shape.indices) else {
      throw ShapeError.axisOrder(axes, shape: shape)
    }
    return permuted(order)
  }

  /// Permutes the axes in an order known to name every axis once.
  func permuted(_ order: [Int]) -> Tensor {
    guard order != Array(shape.indices) else { return self }
    guard rank != 2 else { return T }
    var strides = [Int](repeating: 1, count: rank)
    for axis in stride(from: rank - 2, through: 0, by: -1) {
      strides[axis] = strides[axis + 1] * shape[axis + 1]
    }
    let lengths = order.map { shape[$0] }
    let steps = order.map { strides[$0] }
    guard count > 0 else { return Tensor(uncheckedShape: lengths, elements: []) }
    let (last, lastLength, lastStep) = (rank - 1, lengths[rank - 1], steps[rank - 1])
    let elements = [Double].filling(count) { z in
      guard let z else { return }
      var index = [Int](repeating: 0, count: last)
      var (source, target) = (0, 0)
      storage.withUnsafeBufferPointer { x in
        while true {
          for i in 0..<lastLength {
            z[target + i] = x[source + i * lastStep]
          }
          target += lastLength
          var axis = last - 1
          while axis >= 0 {
            index[axis] += 1
            source += steps[axis]
            if index[axis] < lengths[axis] { break }
            source -= steps[axis] * lengths[axis]
            index[axis] = 0
            axis -= 1
          }
          if axis < 0 { break }
        }
      }
    }
    return Tensor(uncheckedShape: lengths, elements: elements)
  }

  /// Joins tensors along an axis in which their lengths may differ.
  ///
  /// - Throws: `ShapeError` if the list is empty, there is no such axis, or other axes differ.
  public static func concatenate(_ parts: [Tensor], axis: Int = 0) throws -> Tensor {
    let operation = "concatenate"
    guard let first = parts.first else { throw ShapeError.nothingToJoin(operation: operation) }
    let axis = try first.resolved(axis, operation)
    var shape = first.shape
    shape[axis] = 0
    for part in parts {
      var other = part.shape
      if other.count > axis { other[axis] = first.shape[axis] }
      guard other == first.shape else {
        throw ShapeError.join(operation: operation, first.shape, part.shape, axis: axis)
      }
      shape[axis] += part.shape[axis]
    }
    guard let size = elementCount(of: shape) else { throw ShapeError.invalidShape(shape) }
    let (outer, inner) = first.extent(around: axis)
    let step = shape[axis] * inner
    let sources = parts.map(\.elements)
    // As many blocks of all parts at a time as fit in the first-level cache.
    let together = step < 4096 ? 4096 / Swift.max(step, 1) : 1
    let elements = [Double].filling(size) { target in
      guard size > 0, let target else { return }
      Threads.split(outer, picoseconds: step * Threads.arithmetic) { first, count in
        for block in stride(from: first, to: first + count, by: together) {
          var place = target + block * step
          for (part, source) in zip(parts, sources) {
            let run = part.layout[axis] * inner
            source.withUnsafeBufferPointer { source in
              guard let source = source.baseAddress else { return }
              ck_copy_runs(
                source + block * run, run, place, step, run,
                Swift.min(together, first + count - block))
            }
            place += run
          }
        }
      }
    }
    return Tensor(uncheckedShape: shape, elements: elements)
  }

  /// Joins this tensor and another along an axis.
  ///
  /// - Throws: `ShapeError` if there is no such axis, or another axis differs.
  public func concatenated(with other: Tensor, axis: Int = 0) throws -> Tensor {
    try Tensor.concatenate([self, other], axis: axis)
  }

  /// Joins tensors of equal shape along a new axis.
  ///
  /// - Throws: `ShapeError` if the list is empty, shapes differ, or the axis does not fit.
  public static func stack(_ parts: [Tensor], axis: Int = 0) throws -> Tensor {
    guard let first = parts.first else { throw ShapeError.nothingToJoin(operation: "stack") }
    let axis = try Tensor.zeros(shape: [0] + first.shape).resolved(axis, "stack")
    for part in parts where part.shape != first.shape {
      throw ShapeError.join(operation: "stack", first.shape, part.shape, axis: axis)
    }
    var shape = first.shape
    shape.insert(1, at: axis)
    return try concatenate(parts.map { $0.reshaped(unchecked: shape) }, axis: axis)
  }
}
