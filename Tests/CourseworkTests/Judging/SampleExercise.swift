import Tensors
import Text

@testable import Coursework

/// A week for testing texts, which no program serves.
enum Sample {
  static let sigmoid = Exercise<Tensor, Tensor>(
    "sigmoid", week: "C9W1", parameters: ["z"], points: 5,
    sample: { _ in Tensor(0) })
  static let missingMinus = Misconception(
    "missing-minus", "The minus is missing.", zh: "少了负号。")
  static let propagate = Exercise<Tensor, Tensor, Tensor>(
    "propagate", week: "C9W1", parameters: ["w", "X"], points: 15, dependsOn: [sigmoid],
    sample: { _ in (Tensor(0), Tensor(0)) })
  static let relu = Exercise<Tensor, Tensor>(
    "relu", week: "C9W2", parameters: ["z"], points: 2.5, sample: { _ in Tensor(0) })

  static let weeks = [
    Week(
      "C9W1", module: "Logistic", title: Phrase("Logistic regression", zh: "逻辑回归"),
      exercises: [sigmoid, propagate]),
    Week(
      "C9W2", module: "Deep", title: Phrase("Deep networks", zh: "深层网络"), exercises: [relu]),
  ]

  static func record(
    _ exercise: any AnyExercise, _ test: String, _ verdict: Verdict, _ possible: Double,
    message: String = "", misconception: String? = nil, blockedBy: String? = nil
  ) -> Record {
    Record(
      of: exercise.info, test: test,
      finding: TestOutcome(
        verdict: verdict, message: message, misconception: misconception, blockedBy: blockedBy),
      possible: possible, seconds: 0.25)
  }
}
