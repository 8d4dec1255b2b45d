/// A function that a worker offers for an exercise: the learner's, the reference, or a variant.
public struct Implementation: Sendable {
  /// The id of the exercise.
  public let exercise: String
  /// The misconception that this function has, or the name of another right way; nil for the
  /// function itself.
  public let variant: String?
  /// What is said of a wrong answer that this function gives too.
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

/// Gathers the implementations that stand below each other, each checked by itself.
///
/// One array literal of forty closures is one expression to the compiler, and more than it can
/// check in reasonable time.
///
/// ```swift
/// @ImplementationList public var alternatives: [Implementation] {
///   cube.alternative("by-power") { x in pow(x, 3) }
///   cube.alternative("by-product") { x in x * x * x }
/// }
/// ```
@resultBuilder
public enum ImplementationList {
  /// Collects the implementations that are listed.
  public static func buildBlock(_ implementations: Implementation...) -> [Implementation] {
    implementations
  }
}
