import CKernels

extension Tensor {
  /// Compares elementwise: 1 where the element is greater than the number, 0 elsewhere.
  public static func .> (a: consuming Tensor, b: Double) -> Tensor { binary(CK_GREATER, a, b) }
  /// Compares elementwise: 1 where the element is less than the number, 0 elsewhere.
  public static func .< (a: consuming Tensor, b: Double) -> Tensor { binary(CK_LESS, a, b) }
  /// Compares elementwise: 1 where the element is at least the number, 0 elsewhere.
  public static func .>= (a: consuming Tensor, b: Double) -> Tensor { binary(CK_AT_LEAST, a, b) }
  /// Compares elementwise: 1 where the element is at most the number, 0 elsewhere.
  public static func .<= (a: consuming Tensor, b: Double) -> Tensor { binary(CK_AT_MOST, a, b) }
  /// Compares elementwise: 1 where the element equals the number, 0 elsewhere.
  public static func .== (a: consuming Tensor, b: Double) -> Tensor { binary(CK_EQUAL, a, b) }
  /// Compares elementwise: 1 where the element differs from the number, 0 elsewhere.
  public static func .!= (a: consuming Tensor, b: Double) -> Tensor { binary(CK_DIFFERENT, a, b) }

  /// Compares elementwise, broadcast: 1 where a's element is greater than b's, 0 elsewhere.
  ///
  /// Throws `ShapeError`.
  public static func .> (a: consuming Tensor, b: consuming Tensor) throws -> Tensor {
    try binary(CK_GREATER, ".>", a, b)
  }
  /// Compares elementwise, broadcast: 1 where a's element is less than b's, 0 elsewhere.
  ///
  /// Throws `ShapeError`.
  public static func .< (a: consuming Tensor, b: consuming Tensor) throws -> Tensor {
    try binary(CK_LESS, ".<", a, b)
  }
  /// Compares elementwise, broadcast: 1 where a's element is at least b's, 0 elsewhere.
  ///
  /// Throws `ShapeError`.
  public static func .>= (a: consuming Tensor, b: consuming Tensor) throws -> Tensor {
    try binary(CK_AT_LEAST, ".>=", a, b)
  }
  /// Compares elementwise, broadcast: 1 where a's element is at most b's, 0 elsewhere.
  ///
  /// Throws `ShapeError`.
  public static func .<= (a: consuming Tensor, b: consuming Tensor) throws -> Tensor {
    try binary(CK_AT_MOST, ".<=", a, b)
  }
  /// Compares elementwise, broadcast: 1 where the elements are equal, 0 elsewhere.
  ///
  /// Throws `ShapeError`.
  public static func .== (a: consuming Tensor, b: consuming Tensor) throws -> Tensor {
    try binary(CK_EQUAL, ".==", a, b)
  }
  /// Compares elementwise, broadcast: 1 where the elements differ, 0 elsewhere.
  ///
  /// Throws `ShapeError`.
  public static func .!= (a: consuming Tensor, b: consuming Tensor) throws -> Tensor {
    try binary(CK_DIFFERENT, ".!=", a, b)
  }
}
