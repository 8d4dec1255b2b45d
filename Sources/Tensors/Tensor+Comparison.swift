extension Tensor {
  /// 1 where the element is greater than the number, 0 elsewhere.
  public static func .> (a: Tensor, b: Double) -> Tensor { a.map { $0 > b ? 1 : 0 } }
  /// 1 where the element is less than the number, 0 elsewhere.
  public static func .< (a: Tensor, b: Double) -> Tensor { a.map { $0 < b ? 1 : 0 } }
  /// 1 where the element is at least the number, 0 elsewhere.
  public static func .>= (a: Tensor, b: Double) -> Tensor { a.map { $0 >= b ? 1 : 0 } }
  /// 1 where the element is at most the number, 0 elsewhere.
  public static func .<= (a: Tensor, b: Double) -> Tensor { a.map { $0 <= b ? 1 : 0 } }
  /// 1 where the element equals the number, 0 elsewhere.
  public static func .== (a: Tensor, b: Double) -> Tensor { a.map { $0 == b ? 1 : 0 } }
  /// 1 where the element differs from the number, 0 elsewhere.
  public static func .!= (a: Tensor, b: Double) -> Tensor { a.map { $0 != b ? 1 : 0 } }

  /// 1 where a's element is greater than b's, 0 elsewhere, broadcast. Throws `ShapeError`.
  public static func .> (a: Tensor, b: Tensor) throws -> Tensor {
    try combining(".>", a, b) { $0 > $1 ? 1 : 0 }
  }
  /// 1 where a's element is less than b's, 0 elsewhere, broadcast. Throws `ShapeError`.
  public static func .< (a: Tensor, b: Tensor) throws -> Tensor {
    try combining(".<", a, b) { $0 < $1 ? 1 : 0 }
  }
  /// 1 where a's element is at least b's, 0 elsewhere, broadcast. Throws `ShapeError`.
  public static func .>= (a: Tensor, b: Tensor) throws -> Tensor {
    try combining(".>=", a, b) { $0 >= $1 ? 1 : 0 }
  }
  /// 1 where a's element is at most b's, 0 elsewhere, broadcast. Throws `ShapeError`.
  public static func .<= (a: Tensor, b: Tensor) throws -> Tensor {
    try combining(".<=", a, b) { $0 <= $1 ? 1 : 0 }
  }
  /// 1 where the elements are equal, 0 elsewhere, broadcast. Throws `ShapeError`.
  public static func .== (a: Tensor, b: Tensor) throws -> Tensor {
    try combining(".==", a, b) { $0 == $1 ? 1 : 0 }
  }
  /// 1 where the elements differ, 0 elsewhere, broadcast. Throws `ShapeError`.
  public static func .!= (a: Tensor, b: Tensor) throws -> Tensor {
    try combining(".!=", a, b) { $0 != $1 ? 1 : 0 }
  }
}
