// Spellings that people coming from Python type, for which Swift's own errors would not help: these
// overloads exist only to be rejected with a helpful sentence. Package.swift turns the deprecation
// into an error; the `course` command says the same in Chinese. Unavailable operators would not do,
// because the compiler goes on looking for others.

extension Tensor {
  /// Refuses `A ^ 2`.
  @available(*, deprecated, message: "^ is not a power here: write A.squared() or pow(A, 3)")
  @_disfavoredOverload
  public static func ^ (a: Tensor, b: Double) -> Tensor { pow(a, b) }

  /// Refuses `A > 0.5`.
  @available(*, deprecated, message: "elementwise comparisons begin with a dot: write A .> 0.5")
  @_disfavoredOverload
  public static func > (a: Tensor, b: Double) -> Tensor { a .> b }
  /// Refuses `A > B`.
  @available(*, deprecated, message: "elementwise comparisons begin with a dot: write A .> 0.5")
  @_disfavoredOverload
  public static func > (a: Tensor, b: Tensor) throws -> Tensor { try a .> b }
  /// Refuses `A < 0.5`.
  @available(*, deprecated, message: "elementwise comparisons begin with a dot: write A .< 0.5")
  @_disfavoredOverload
  public static func < (a: Tensor, b: Double) -> Tensor { a .< b }
  /// Refuses `A < B`.
  @available(*, deprecated, message: "elementwise comparisons begin with a dot: write A .< 0.5")
  @_disfavoredOverload
  public static func < (a: Tensor, b: Tensor) throws -> Tensor { try a .< b }
  /// Refuses `A >= 0.5`.
  @available(*, deprecated, message: "elementwise comparisons begin with a dot: write A .>= 0.5")
  @_disfavoredOverload
  public static func >= (a: Tensor, b: Double) -> Tensor { a .>= b }
  /// Refuses `A >= B`.
  @available(*, deprecated, message: "elementwise comparisons begin with a dot: write A .>= 0.5")
  @_disfavoredOverload
  public static func >= (a: Tensor, b: Tensor) throws -> Tensor { try a .>= b }
  /// Refuses `A <= 0.5`.
  @available(*, deprecated, message: "elementwise comparisons begin with a dot: write A .<= 0.5")
  @_disfavoredOverload
  public static func <= (a: Tensor, b: Double) -> Tensor { a .<= b }
  /// Refuses `A <= B`.
  @available(*, deprecated, message: "elementwise comparisons begin with a dot: write A .<= 0.5")
  @_disfavoredOverload
  public static func <= (a: Tensor, b: Tensor) throws -> Tensor { try a .<= b }
  /// Refuses `A == 0`.
  @available(*, deprecated, message: "elementwise comparisons begin with a dot: write A .== 0")
  @_disfavoredOverload
  public static func == (a: Tensor, b: Double) -> Tensor { a .== b }
  /// Refuses `A != 0`.
  @available(*, deprecated, message: "elementwise comparisons begin with a dot: write A .!= 0")
  @_disfavoredOverload
  public static func != (a: Tensor, b: Double) -> Tensor { a .!= b }
}

extension Tensor {
  /// Refuses `A.sum(axis: 1, keepdims: true)`.
  @available(*, deprecated, message: "write sum(axis: 1, keepingDimensions: true)")
  public func sum(axis: Int, keepdims: Bool) throws -> Tensor {
    try sum(axis: axis, keepingDimensions: keepdims)
  }
  /// Refuses `A.mean(axis: 1, keepdims: true)`.
  @available(*, deprecated, message: "write mean(axis: 1, keepingDimensions: true)")
  public func mean(axis: Int, keepdims: Bool) throws -> Tensor {
    try mean(axis: axis, keepingDimensions: keepdims)
  }
  /// Refuses `A.max(axis: 1, keepdims: true)`.
  @available(*, deprecated, message: "write max(axis: 1, keepingDimensions: true)")
  public func max(axis: Int, keepdims: Bool) throws -> Tensor {
    try max(axis: axis, keepingDimensions: keepdims)
  }
  /// Refuses `A.min(axis: 1, keepdims: true)`.
  @available(*, deprecated, message: "write min(axis: 1, keepingDimensions: true)")
  public func min(axis: Int, keepdims: Bool) throws -> Tensor {
    try min(axis: axis, keepingDimensions: keepdims)
  }
  /// Refuses `A.norm(axis: 1, keepdims: true)`.
  @available(*, deprecated, message: "write norm(axis: 1, keepingDimensions: true)")
  public func norm(axis: Int, keepdims: Bool) throws -> Tensor {
    try norm(axis: axis, keepingDimensions: keepdims)
  }
  /// Refuses `A.reshape(2, 3)`.
  @available(*, deprecated, message: "write reshaped(2, 3), which gives a new tensor")
  public func reshape(_ shape: Int...) throws -> Tensor { try reshaped(shape: shape) }
  /// Refuses `A.T()`.
  @available(*, deprecated, message: "T is a property: write A.T without parentheses")
  public func callAsFunction() -> Tensor { self }
  /// Refuses `A.transpose()`.
  @available(
    *, deprecated,
    message: "write A.T, or transposed([1, 0, 2]) for other orders of the axes"
  )
  public func transpose() -> Tensor { T }
  /// Refuses `A.size`.
  @available(*, deprecated, message: "write A.count")
  public var size: Int { count }
}

/// Refuses `sum(A)`.
@available(*, deprecated, message: "write A.sum()")
@_disfavoredOverload
public func sum(_ x: Tensor) -> Double { x.sum() }
/// Refuses `sum(A, axis: 1)`.
@available(*, deprecated, message: "write A.sum(axis: 1, keepingDimensions: true)")
@_disfavoredOverload
public func sum(_ x: Tensor, axis: Int, keepdims: Bool = false) throws -> Tensor {
  try x.sum(axis: axis, keepingDimensions: keepdims)
}
