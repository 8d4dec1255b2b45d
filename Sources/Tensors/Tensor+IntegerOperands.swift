// Swift never turns an Int into a Double by itself. Without these declarations a formula such as
// `-(Y * log(A)).sum() / m` with an Int m sends the compiler through every overload of every operator
// for seconds, until it gives up without naming the cause. These make it find the operator at once
// and say what to write. Package.swift turns the deprecation into an error. If it did not, `1 / m * A`
// would divide integers. Unavailable operators would not do: the compiler goes on looking for others.
//
// Literals are not affected: `1 - A` and `2 * A` are of Double.

extension Tensor {
  @available(*, deprecated, message: "write Double(…) around the Int")
  @_disfavoredOverload
  public static func + (a: Tensor, b: Int) -> Tensor { a + Double(b) }
  @available(*, deprecated, message: "write Double(…) around the Int")
  @_disfavoredOverload
  public static func + (a: Int, b: Tensor) -> Tensor { Double(a) + b }
  @available(*, deprecated, message: "write Double(…) around the Int")
  @_disfavoredOverload
  public static func - (a: Tensor, b: Int) -> Tensor { a - Double(b) }
  @available(*, deprecated, message: "write Double(…) around the Int")
  @_disfavoredOverload
  public static func - (a: Int, b: Tensor) -> Tensor { Double(a) - b }
  @available(*, deprecated, message: "write Double(…) around the Int")
  @_disfavoredOverload
  public static func * (a: Tensor, b: Int) -> Tensor { a * Double(b) }
  @available(*, deprecated, message: "write Double(…) around the Int")
  @_disfavoredOverload
  public static func * (a: Int, b: Tensor) -> Tensor { Double(a) * b }
  @available(*, deprecated, message: "write Double(…) around the Int")
  @_disfavoredOverload
  public static func / (a: Tensor, b: Int) -> Tensor { a / Double(b) }
  @available(*, deprecated, message: "write Double(…) around the Int")
  @_disfavoredOverload
  public static func / (a: Int, b: Tensor) -> Tensor { Double(a) / b }
}

extension Double {
  @available(*, deprecated, message: "write Double(…) around the Int")
  @_disfavoredOverload
  public static func + (a: Double, b: Int) -> Double { a + Double(b) }
  @available(*, deprecated, message: "write Double(…) around the Int")
  @_disfavoredOverload
  public static func + (a: Int, b: Double) -> Double { Double(a) + b }
  @available(*, deprecated, message: "write Double(…) around the Int")
  @_disfavoredOverload
  public static func - (a: Double, b: Int) -> Double { a - Double(b) }
  @available(*, deprecated, message: "write Double(…) around the Int")
  @_disfavoredOverload
  public static func - (a: Int, b: Double) -> Double { Double(a) - b }
  @available(*, deprecated, message: "write Double(…) around the Int")
  @_disfavoredOverload
  public static func * (a: Double, b: Int) -> Double { a * Double(b) }
  @available(*, deprecated, message: "write Double(…) around the Int")
  @_disfavoredOverload
  public static func * (a: Int, b: Double) -> Double { Double(a) * b }
  @available(*, deprecated, message: "write Double(…) around the Int")
  @_disfavoredOverload
  public static func / (a: Double, b: Int) -> Double { a / Double(b) }
  @available(*, deprecated, message: "write Double(…) around the Int")
  @_disfavoredOverload
  public static func / (a: Int, b: Double) -> Double { Double(a) / b }
}
