// Swift never turns an Int into a Double by itself. Without these declarations `x / m` with an Int
// m sends the compiler through every overload of `/` for seconds before it gives up with a vague
// message. Literals are not affected: `1 - A` and `2 * A` are of Double.

extension Tensor {
  @available(*, unavailable, message: "write Double(…) around the Int")
  @_disfavoredOverload
  public static func + (a: Tensor, b: Int) -> Tensor { a + Double(b) }
  @available(*, unavailable, message: "write Double(…) around the Int")
  @_disfavoredOverload
  public static func + (a: Int, b: Tensor) -> Tensor { Double(a) + b }
  @available(*, unavailable, message: "write Double(…) around the Int")
  @_disfavoredOverload
  public static func - (a: Tensor, b: Int) -> Tensor { a - Double(b) }
  @available(*, unavailable, message: "write Double(…) around the Int")
  @_disfavoredOverload
  public static func - (a: Int, b: Tensor) -> Tensor { Double(a) - b }
  @available(*, unavailable, message: "write Double(…) around the Int")
  @_disfavoredOverload
  public static func * (a: Tensor, b: Int) -> Tensor { a * Double(b) }
  @available(*, unavailable, message: "write Double(…) around the Int")
  @_disfavoredOverload
  public static func * (a: Int, b: Tensor) -> Tensor { Double(a) * b }
  @available(*, unavailable, message: "write Double(…) around the Int")
  @_disfavoredOverload
  public static func / (a: Tensor, b: Int) -> Tensor { a / Double(b) }
  @available(*, unavailable, message: "write Double(…) around the Int")
  @_disfavoredOverload
  public static func / (a: Int, b: Tensor) -> Tensor { Double(a) / b }
}
