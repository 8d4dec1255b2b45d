public import Coursework
import Text

/// Course 2, week 1, second part: L2 regularization, dropout and early stopping.
public enum C2W1b {
  public static let week = Week(
    "C2W1b", module: "Regularization",
    title: Phrase("Regularization", zh: "正则化"),
    exercises: [
      costWithRegularization, backwardWithRegularization,
      forwardWithDropout, backwardWithDropout,
      bestEpoch, trainWithRegularization,
    ])
}
