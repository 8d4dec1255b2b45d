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
  public static func + (a: Tensor, b: Tensor) throws -> Tensor { try binary(CK_ADD, "+", a, b) }

  /// Subtracts the elements, broadcast as in NumPy.
  ///
  /// Throws `ShapeError` if the shapes do not fit.
  public static func - (a: Tensor, b: Tensor) throws -> Tensor {
    try binary(CK_SUBTRACT, "-", a, b)
  }

  /// Multiplies the elements, broadcast as in NumPy.
  ///
  /// Throws `ShapeError` if the shapes do not fit. For the matrix product use `dot`.
  public static func * (a: Tensor, b: Tensor) throws -> Tensor {
    try binary(CK_MULTIPLY, "*", a, b)
  }

  /// Divides the elements, broadcast as in NumPy.
  ///
  /// Throws `ShapeError` if the shapes do not fit.
  public static func / (a: Tensor, b: Tensor) throws -> Tensor { try binary(CK_DIVIDE, "/", a, b) }

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
  public static func + (a: Tensor, b: Double) -> Tensor { binary(CK_ADD, a, b) }
  /// Adds the number to every element.
  public static func + (a: Double, b: Tensor) -> Tensor { binary(CK_ADD, a, b) }
  /// Subtracts the number from every element.
  public static func - (a: Tensor, b: Double) -> Tensor { binary(CK_SUBTRACT, a, b) }
  /// Subtracts every element from the number.
  public static func - (a: Double, b: Tensor) -> Tensor { binary(CK_SUBTRACT, a, b) }
  /// Multiplies every element by the number.
  public static func * (a: Tensor, b: Double) -> Tensor { binary(CK_MULTIPLY, a, b) }
  /// Multiplies every element by the number.
  public static func * (a: Double, b: Tensor) -> Tensor { binary(CK_MULTIPLY, a, b) }
  /// Divides every element by the number.
  public static func / (a: Tensor, b: Double) -> Tensor { binary(CK_DIVIDE, a, b) }
  /// Divides the number by every element.
  public static func / (a: Double, b: Tensor) -> Tensor { binary(CK_DIVIDE, a, b) }
  /// Adds the number to every element.
  public static func += (a: inout Tensor, b: Double) { a.combine(CK_ADD, b) }
  /// Subtracts the number from every element.
  public static func -= (a: inout Tensor, b: Double) { a.combine(CK_SUBTRACT, b) }
  /// Multiplies every element by the number.
  public static func *= (a: inout Tensor, b: Double) { a.combine(CK_MULTIPLY, b) }
  /// Divides every element by the number.
  public static func /= (a: inout Tensor, b: Double) { a.combine(CK_DIVIDE, b) }

  /// Changes the sign of every element.
  public static prefix func - (a: Tensor) -> Tensor { a.applying(ck_negate) }

  /// Returns the square of every element.
  public func squared() -> Tensor {
    Tensor(
      uncheckedShape: shape,
      elements: .filling(storage.count) { z in
        ck_binary(CK_MULTIPLY, storage, storage, z, storage.count)
      },
      isTransposed: isTransposed)
  }
}

// MARK: The shared loops

extension Tensor {
  static func binary(
    _ operation: ck_operation, _ name: StaticString, _ a: Tensor, _ b: Tensor
  ) throws -> Tensor {
    guard a.shape == b.shape, a.isTransposed == b.isTransposed else {
      return try broadcasting(operation, name, a, b)
    }
    let size = a.storage.count
    return Tensor(
      uncheckedShape: a.shape,
      elements: .filling(size) { z in
        ck_binary(operation, a.storage, b.storage, z, size)
      },
      isTransposed: a.isTransposed)
  }

  @inline(never)
  private static func broadcasting(
    _ operation: ck_operation, _ name: StaticString, _ a: Tensor, _ b: Tensor
  ) throws -> Tensor {
    if let result = broadcastingVector(operation, a, b) { return result }
    let plan = try Broadcast(operation: name.description, a.shape, b.shape)
    let (x, y) = (a.elements, b.elements)
    return Tensor(
      uncheckedShape: plan.shape,
      elements: .filling(plan.count) { z in
        if let z { plan.apply(operation, x, y, z) }
      })
  }

  /// Combines a matrix with a row, a column or a single number on its right, such as the bias of a
  /// layer or the norm of each row.
  ///
  /// These cases are so frequent that they skip the general plan.
  private static func broadcastingVector(
    _ operation: ck_operation, _ a: Tensor, _ b: Tensor
  ) -> Tensor? {
    guard a.shape.count == 2, b.shape.count == 2, !a.isTransposed, !b.isTransposed else {
      return nil
    }
    let (rows, columns) = (a.shape[0], a.shape[1])
    let isColumn = b.shape[0] == rows && b.shape[1] == 1
    guard isColumn || (b.shape[0] == 1 && b.shape[1] == columns) else { return nil }
    return Tensor(
      uncheckedShape: a.shape,
      elements: .filling(rows * columns) { z in
        if isColumn {
          ck_binary_column(operation, a.storage, b.storage, z, rows, columns)
        } else {
          ck_binary_row(operation, a.storage, b.storage, z, rows, columns)
        }
      })
  }

  private mutating func combine(
    _ operation: ck_operation, _ name: StaticString, _ b: Tensor
  ) throws {
    guard shape == b.shape, isTransposed == b.isTransposed else {
      let result = try Self.broadcasting(operation, name, self, b)
      guard result.shape == shape else {
        throw ShapeError.growth(operation: name.description, shape, b.shape)
      }
      self = result
      return
    }
    storage.withUnsafeMutableBufferPointer { z in
      ck_binary(operation, z.baseAddress, b.storage, z.baseAddress, z.count)
    }
  }

  static func binary(_ operation: ck_operation, _ a: Tensor, _ b: Double) -> Tensor {
    let size = a.storage.count
    return Tensor(
      uncheckedShape: a.shape,
      elements: .filling(size) { z in
        ck_binary_scalar(operation, a.storage, b, z, size)
      },
      isTransposed: a.isTransposed)
  }

  static func binary(_ operation: ck_operation, _ a: Double, _ b: Tensor) -> Tensor {
    let size = b.storage.count
    return Tensor(
      uncheckedShape: b.shape,
      elements: .filling(size) { z in
        ck_scalar_binary(operation, a, b.storage, z, size)
      },
      isTransposed: b.isTransposed)
  }

  private mutating func combine(_ operation: ck_operation, _ b: Double) {
    storage.withUnsafeMutableBufferPointer { z in
      ck_binary_scalar(operation, z.baseAddress, b, z.baseAddress, z.count)
    }
  }

  typealias UnaryKernel = (UnsafePointer<Double>?, UnsafeMutablePointer<Double>?, Int) -> Void

  /// Returns the tensor of the same shape that a kernel computes.
  @inline(__always)
  func applying(_ kernel: UnaryKernel) -> Tensor {
    let size = storage.count
    return Tensor(
      uncheckedShape: shape,
      elements: .filling(size) { z in
        kernel(storage, z, size)
      },
      isTransposed: isTransposed)
  }
}
