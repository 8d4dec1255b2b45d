public import Coursework

/// What somebody wrote for an exercise, and what is true of it.
public struct LearnersBody: Sendable {
  /// Unique in its exercise: `sign-of-the-exponent`.
  public let name: String
  /// The exercise that it is written for.
  public let exercise: any AnyExercise
  /// Whether it answers the exercise rightly.
  public let isRight: Bool
  /// The reason in a few words: what is wrong, or why it is right although it looks otherwise.
  public let reason: String
  /// The function that answers as the body does.
  public let implementation: Implementation

  /// The name that is unique among all bodies: `C1W2.sigmoid=sign-of-the-exponent`.
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

/// Gathers bodies, each checked by itself.
@resultBuilder
enum BodyList {
  static func buildBlock(_ bodies: LearnersBody...) -> [LearnersBody] { bodies }
}
