/// A function that a worker offers for an exercise: the learner's, the reference, or a variant.
public struct Implementation: Sendable {
  /// The id of the exercise.
  public let exercise: String
  /// The misconception that this function has, or the name of an alternative solution; nil for the
  /// function itself.
  public let variant: String?
  /// The misconception to report when a wrong answer equals this function's.
  public let misconception: Misconception?
  /// A `TypedFunction` of the exercise's types.
  let function: any Sendable
  /// Decodes the arguments, calls, and encodes the result.
  let answer: @Sendable ([Value]) throws -> Value

  init(
    exercise: String, variant: String?, misconception: Misconception?, function: any Sendable,
    answer: @escaping @Sendable ([Value]) throws -> Value
  ) {
    self.exercise = exercise
    self.variant = variant
    self.misconception = misconception
    self.function = function
    self.answer = answer
  }

  func asVariant(_ variant: String, _ misconception: Misconception? = nil) -> Implementation {
    Implementation(
      exercise: exercise, variant: variant, misconception: misconception, function: function,
      answer: answer)
  }
}

/// Builds a list of implementations from statements that are type-checked one by one.
///
/// An array literal of forty closures is a single expression to the compiler, too large to
/// type-check in reasonable time.
///
/// ```swift
/// @ImplementationList public var alternatives: [Implementation] {
///   cube.alternative("by-power") { x in pow(x, 3) }
///   cube.alternative("by-product") { x in x * x * x }
/// }
/// ```
@resultBuilder
public enum ImplementationList {
  /// Collects the listed implementations.
  public static func buildBlock(_ implementations: Implementation...) -> [Implementation] {
    implementations
  }
}
