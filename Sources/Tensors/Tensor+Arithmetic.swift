import CKernels

// MARK: Tensor with tensor

extension Tensor {
  /// Adds the elements, broadcast as in NumPy: aligned at the right, two axes must have equal
  /// lengths or one of them length 1, and an axis of length 1 is repeated.
  /// ```swift
  /// let Z = Tensor([[1, 2, 3], [4, 5, 6]])
  /// let b = Tensor.column([10, 20])
  /// print(try Z + b)
  /// // [[11. 12. 13.]
  /// //  [24. 25. 26.]]
  /// ```
  /// - Throws: `ShapeError.broadcast` if the shapes do not fit.
  public static func + (a: consuming Tensor, b: consuming Tensor) throws -> Tensor {
    try binary(CK_ADD, "+", a, b)
  }

  /// Subtracts the elements, broadcast as in NumPy.
  ///
  /// Throws `ShapeError` if the shapes do not fit.
  public static func - (a: consuming Tensor, b: consuming Tensor) throws -> Tensor {
    try binary(CK_SUBTRACT, "-", a, b)
  }

  /// Multiplies the elements, broadcast as in NumPy.
  ///
  /// Throws `ShapeError` if the shapes do not fit. For the matrix product use `dot`.
  public static func * (a: consuming Tensor, b: consuming Tensor) throws -> Tensor {
    try binary(CK_MULTIPLY, "*", a, b)
  }

  /// Divides the elements, broadcast as in NumPy.
  ///
  /// Throws `ShapeError` if the shapes do not fit.
  public static func / (a: consuming Tensor, b: consuming Tensor) throws -> Tensor {
    try binary(CK_DIVIDE, "/", a, b)
  }

  /// Adds a tensor that broadcasts to the shape of the left side; throws `ShapeError` otherwise.
  public static func += (a: inout Tensor, b: Tensor) throws { try a.combine(CK_ADD, "+=", b) }
  /// Subtracts a tensor that broadcasts to the shape of the left side.
  public static func -= (a: inout Tensor, b: Tensor) throws { try a.combine(CK_SUBTRACT, "-=", b) }
  /// Multiplies by a tensor that broadcasts to the shape of the left side.
  public static func *= (a: inout Tensor, b: Tensor) throws { try a.combine(CK_MULTIPLY, "*=", b) }
  /// Divides by a tensor that broadcasts to the shape of the left side.
  public static func /= (a: inout Tensor, b: Tensor) throws { try a.combine(CK_DIVIDE, "/=", b) }
}

// MARK: Tensor with number

extension Tensor {
  /// Adds the number to every element.
  public static func + (a: consuming Tensor, b: Double) -> Tensor { binary(CK_ADD, a, b) }
  /// Adds the number to every element.
  public static func + (a: Double, b: consuming Tensor) -> Tensor { binary(CK_ADD, a, b) }
  /// Subtracts the number from every element.
  public static func - (a: consuming Tensor, b: Double) -> Tensor { binary(CK_SUBTRACT, a, b) }
  /// Subtracts every element from the number.
  public static func - (a: Double, b: consuming Tensor) -> Tensor { binary(CK_SUBTRACT, a, b) }
  /// Multiplies every element by the number.
  public static func * (a: consuming Tensor, b: Double) -> Tensor { binary(CK_MULTIPLY, a, b) }
  /// Multiplies every element by the number.
  public static func * (a: Double, b: consuming Tensor) -> Tensor { binary(CK_MULTIPLY, a, b) }
  /// Divides every element by the number.
  public static func / (a: consuming Tensor, b: Double) -> Tensor { binary(CK_DIVIDE, a, b) }
  /// Divides the number by every element.
  public static func / (a: Double, b: consuming Tensor) -> Tensor { binary(CK_DIVIDE, a, b) }
  /// Adds the number to every element.
  public static func += (a: inout Tensor, b: Double) { a.combine(CK_ADD, b) }
  /// Subtracts the number from every element.
  public static func -= (a: inout Tensor, b: Double) { a.combine(CK_SUBTRACT, b) }
  /// Multiplies every element by the number.
  public static func *= (a: inout Tensor, b: Double) { a.combine(CK_MULTIPLY, b) }
  /// Divides every element by the number.
  public static func /= (a: inout Tensor, b: Double) { a.combine(CK_DIVIDE, b) }

  /// Changes the sign of every element.
  public static prefix func - (a: consuming Tensor) -> Tensor { a.applying(ck_negate) }

  /// Returns the square of every element.
  public consuming func squared() -> Tensor {
    overwriting { x, z, _, count in ck_binary(CK_MULTIPLY, x, x, z, count) }
  }
}

// MARK: The shared loops

extension Tensor {
  static func binary(
    _ operation: ck_operation, _ name: StaticString, _ a: consuming Tensor, _ b: consuming Tensor
  ) throws -> Tensor {
    guard a.layout == b.layout else { return try broadcasting(operation, name, a, b) }
    if !a.storage.isUnique(), b.storage.isUnique() {
      return b.overwriting { y, z, start, count in
        a.storage.withUnsafeBufferPointer { x in
          ck_binary(operation, x.baseAddress.map { $0 + start }, y, z, count)
        }
      }
    }
    return a.overwriting(operation, by: b)
  }

  /// Combines this tensor with one of the same layout.
  @inline(__always)
  private consuming func overwriting(_ operation: ck_operation, by other: Tensor) -> Tensor {
    overwriting { x, z, start, count in
      other.storage.withUnsafeBufferPointer { y in
        ck_binary(operation, x, y.baseAddress.map { $0 + start }, z, count)
      }
    }
  }

  @inline(never)
  private static func broadcasting(
    _ operation: ck_operation, _ name: StaticString, _ a: consuming Tensor,
    _ b: consuming Tensor
  ) throws -> Tensor {
    if a.repeats(b) { return a.combined(operation, withVector: b) }
    let commutes = operation == CK_ADD || operation == CK_MULTIPLY
    if commutes, b.repeats(a) { return b.combined(operation, withVector: a) }
    let plan = try Broadcast(operation: name.description, a.shape, b.shape)
    let (x, y) = (a.elements, b.elements)
    return Tensor(
      uncheckedShape: plan.shape,
      elements: .filling(plan.count) { z in
        if let z { plan.apply(operation, x, y, z) }
      })
  }

  /// Returns whether the other is a row, a column or a single number that is repeated to fill this
  /// matrix, such as the bias of a layer or the norm of each row.
  ///
  /// These cases are so frequent that they skip the general plan.
  private func repeats(_ other: Tensor) -> Bool {
    let (matrix, vector) = (layout, other.layout)
    guard matrix.rank == 2, vector.rank == 2, !matrix.isTransposed, !vector.isTransposed else {
      return false
    }
    return (vector.rows == matrix.rows && vector.columns == 1)
      || (vector.rows == 1 && vector.columns == matrix.columns)
  }

  /// Combines this matrix with a vector that it repeats.
  private consuming func combined(
    _ operation: ck_operation, withVector vector: Tensor
  ) -> Tensor {
    let (rows, columns) = (layout.rows, layout.columns)
    let isColumn = vector.layout.rows == rows
    return overwriting(picoseconds: 0) { x, z, _, _ in
      guard let x, let z else { return }
      vector.storage.withUnsafeBufferPointer { buffer in
        guard let v = buffer.baseAddress else { return }
        Threads.split(rows, picoseconds: columns * Threads.arithmetic) { row, count in
          let (x, z) = (x + row * columns, z + row * columns)
          if isColumn {
            ck_binary_column(operation, x, v + row, z, count, columns)
          } else {
            ck_binary_row(operation, x, v, z, count, columns)
          }
        }
      }
    }
  }

  private mutating func combine(
    _ operation: ck_operation, _ name: StaticString, _ b: Tensor
  ) throws {
    if layout == b.layout {
      self = (consume self).overwriting(operation, by: b)
      return
    }
    if repeats(b) {
      self = (consume self).combined(operation, withVector: b)
      return
    }
    let result = try Self.broadcasting(operation, name, self, b)
    guard result.shape == shape else {
      throw ShapeError.growth(operation: name.description, shape, b.shape)
    }
    self = result
  }

  static func binary(_ operation: ck_operation, _ a: consuming Tensor, _ b: Double) -> Tensor {
    a.overwriting { x, z, _, count in ck_binary_scalar(operation, x, b, z, count) }
  }

  static func binary(_ operation: ck_operation, _ a: Double, _ b: consuming Tensor) -> Tensor {
    b.overwriting { x, z, _, count in ck_scalar_binary(operation, a, x, z, count) }
  }

  private mutating func combine(_ operation: ck_operation, _ b: Double) {
    self = Self.binary(operation, consume self, b)
  }
}
