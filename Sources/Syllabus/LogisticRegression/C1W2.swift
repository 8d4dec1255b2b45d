public import Coursework
import Text

/// Course 1, week 2: array basics, then logistic regression as the smallest neural network.
public enum C1W2 {
  public static let week = Week(
    "C1W2", module: "LogisticRegression",
    title: Phrase("Logistic regression", zh: "逻辑回归"),
    exercises: [
      sigmoid, sigmoidDerivative, imageToVector, imagesToColumns, normalizeRows, softmax,
      l1Loss, l2Loss,
      initializeWithZeros, propagate, optimize, predict, model,
    ])
}
