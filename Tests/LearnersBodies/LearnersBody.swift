public import Coursework

/// A function as somebody wrote it for an exercise, with a note on whether it is correct.
public struct LearnersBody: Sendable {
  /// The name, which is unique within the exercise: `sign-of-the-exponent`.
  public let name: String
  /// The exercise that it was written for.
  public let exercise: any AnyExercise
  /// Whether it is a correct answer.
  public let isRight: Bool
  /// The reason in a few words: what is wrong, or why it is correct although it looks wrong.
  public let reason: String
  /// The function that runs the body.
  public let implementation: Implementation

  /// The id, which is unique among all bodies: `C1W2.sigmoid=sign-of-the-exponent`.
  public var id: String { "\(exercise.info.id)=\(name)" }

  /// All bodies, week by week.
  public static let all: [LearnersBody] = [
    logisticRegression, shallowNetwork, deepNetwork, initialization, regularization,
    gradientChecking, optimization, softmaxClassifier, batchNormalization, computationGraph,
    strategy, convolutionalNetwork, classicNetworks, detection, facesAndStyle,
  ].flatMap(\.self)
}

extension Exercise {
  func wrong(
    _ name: String, _ reason: String,
    _ body: @escaping @Sendable (repeat each Input) throws -> Output
  ) -> LearnersBody {
    LearnersBody(
      name: name, exercise: self, isRight: false, reason: reason,
      implementation: alternative(name, by: body))
  }

  func right(
    _ name: String, _ reason: String,
    _ body: @escaping @Sendable (repeat each Input) throws -> Output
  ) -> LearnersBody {
    LearnersBody(
      name: name, exercise: self, isRight: true, reason: reason,
      implementation: alternative(name, by: body))
  }
}

/// Collects bodies, so that the compiler checks each of them separately.
@resultBuilder
enum BodyList {
  static func buildBlock(_ bodies: LearnersBody...) -> [LearnersBody] { bodies }
}
