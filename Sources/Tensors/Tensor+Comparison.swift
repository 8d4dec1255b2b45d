extension Tensor {
  /// 1 where the element is greater than the number, 0 elsewhere.
  public static func .> (a: Tensor, b: Double) -> Tensor { a.mask { $0 > b } }
  /// 1 where the element is less than the number, 0 elsewhere.
  public static func .< (a: Tensor, b: Double) -> Tensor { a.mask { $0 < b } }
  /// 1 where the element is at least the number, 0 elsewhere.
  public static func .>= (a: Tensor, b: Double) -> Tensor { a.mask { $0 >= b } }
  /// 1 where the element is at most the number, 0 elsewhere.
  public static func .<= (a: Tensor, b: Double) -> Tensor { a.mask { $0 <= b } }
  /// 1 where the element equals the number, 0 elsewhere.
  public static func .== (a: Tensor, b: Double) -> Tensor { a.mask { $0 == b } }
  /// 1 where the element differs from the number, 0 elsewhere.
  public static func .!= (a: Tensor, b: Double) -> Tensor { a.mask { $0 != b } }

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

  /// 1 where the condition holds, 0 elsewhere.
  @inline(__always)
  private func mask(_ holds: (Double) -> Bool) -> Tensor {
    Tensor(
      uncheckedShape: shape,
      elements: .filling(storage.count) { target in
        guard let target else { return }
        storage.withUnsafeBufferPointer { x in
          for i in x.indices { target[i] = holds(x[i]) ? 1 : 0 }
        }
      },
      isTransposed: isTransposed)
  }
}
