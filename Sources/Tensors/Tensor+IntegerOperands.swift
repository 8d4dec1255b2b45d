// Swift never converts an Int to a Double implicitly. Without these declarations, a formula such as
// `-(Y * log(A)).sum() / m` with an Int m sends the compiler through every overload of every
// operator for seconds, until it gives up without naming the cause. These overloads let it find the
// operator at once and say what to write; Package.swift turns the deprecation into an error.
// Unavailable operators would not do, because the compiler goes on looking for others. Nor would a
// plain Int parameter: it would capture literals, as in `11.0 / 6`, which an optional leaves alone.

extension Int? {
  fileprivate var number: Double { map(Double.init) ?? .nan }
}

extension Tensor {
  /// Refuses a whole number on the right of `+` with a sentence that says what to write.
  @available(
    *, deprecated,
    message: "a whole number does not mix with tensors: let m = Double(X.columns)"
  )
  @_disfavoredOverload
  public static func + (a: Tensor, b: Int?) -> Tensor { a + b.number }
  /// Refuses a whole number on the left of `+` with a sentence that says what to write.
  @available(
    *, deprecated,
    message: "a whole number does not mix with tensors: let m = Double(X.columns)"
  )
  @_disfavoredOverload
  public static func + (a: Int?, b: Tensor) -> Tensor { a.number + b }
  /// Refuses a whole number on the right of `-` with a sentence that says what to write.
  @available(
    *, deprecated,
    message: "a whole number does not mix with tensors: let m = Double(X.columns)"
  )
  @_disfavoredOverload
  public static func - (a: Tensor, b: Int?) -> Tensor { a - b.number }
  /// Refuses a whole number on the left of `-` with a sentence that says what to write.
  @available(
    *, deprecated,
    message: "a whole number does not mix with tensors: let m = Double(X.columns)"
  )
  @_disfavoredOverload
  public static func - (a: Int?, b: Tensor) -> Tensor { a.number - b }
  /// Refuses a whole number on the right of `*` with a sentence that says what to write.
  @available(
    *, deprecated,
    message: "a whole number does not mix with tensors: let m = Double(X.columns)"
  )
  @_disfavoredOverload
  public static func * (a: Tensor, b: Int?) -> Tensor { a * b.number }
  /// Refuses a whole number on the left of `*` with a sentence that says what to write.
  @available(
    *, deprecated,
    message: "a whole number does not mix with tensors: let m = Double(X.columns)"
  )
  @_disfavoredOverload
  public static func * (a: Int?, b: Tensor) -> Tensor { a.number * b }
  /// Refuses a whole number on the right of `/` with a sentence that says what to write.
  @available(
    *, deprecated,
    message: "a whole number does not mix with tensors: let m = Double(X.columns)"
  )
  @_disfavoredOverload
  public static func / (a: Tensor, b: Int?) -> Tensor { a / b.number }
  /// Refuses a whole number on the left of `/` with a sentence that says what to write.
  @available(
    *, deprecated,
    message: "a whole number does not mix with tensors: let m = Double(X.columns)"
  )
  @_disfavoredOverload
  public static func / (a: Int?, b: Tensor) -> Tensor { a.number / b }
}

extension Double {
  /// Refuses a whole number on the right of `+` with a sentence that says what to write.
  @available(
    *, deprecated,
    message: "a whole number does not mix with tensors: let m = Double(X.columns)"
  )
  @_disfavoredOverload
  public static func + (a: Double, b: Int?) -> Double { a + b.number }
  /// Refuses a whole number on the left of `+` with a sentence that says what to write.
  @available(
    *, deprecated,
    message: "a whole number does not mix with tensors: let m = Double(X.columns)"
  )
  @_disfavoredOverload
  public static func + (a: Int?, b: Double) -> Double { a.number + b }
  /// Refuses a whole number on the right of `-` with a sentence that says what to write.
  @available(
    *, deprecated,
    message: "a whole number does not mix with tensors: let m = Double(X.columns)"
  )
  @_disfavoredOverload
  public static func - (a: Double, b: Int?) -> Double { a - b.number }
  /// Refuses a whole number on the left of `-` with a sentence that says what to write.
  @available(
    *, deprecated,
    message: "a whole number does not mix with tensors: let m = Double(X.columns)"
  )
  @_disfavoredOverload
  public static func - (a: Int?, b: Double) -> Double { a.number - b }
  /// Refuses a whole number on the right of `*` with a sentence that says what to write.
  @available(
    *, deprecated,
    message: "a whole number does not mix with tensors: let m = Double(X.columns)"
  )
  @_disfavoredOverload
  public static func * (a: Double, b: Int?) -> Double { a * b.number }
  /// Refuses a whole number on the left of `*` with a sentence that says what to write.
  @available(
    *, deprecated,
    message: "a whole number does not mix with tensors: let m = Double(X.columns)"
  )
  @_disfavoredOverload
  public static func * (a: Int?, b: Double) -> Double { a.number * b }
  /// Refuses a whole number on the right of `/` with a sentence that says what to write.
  @available(
    *, deprecated,
    message: "a whole number does not mix with tensors: let m = Double(X.columns)"
  )
  @_disfavoredOverload
  public static func / (a: Double, b: Int?) -> Double { a / b.number }
  /// Refuses a whole number on the left of `/` with a sentence that says what to write.
  @available(
    *, deprecated,
    message: "a whole number does not mix with tensors: let m = Double(X.columns)"
  )
  @_disfavoredOverload
  public static func / (a: Int?, b: Double) -> Double { a.number / b }
}
