public import Coursework
import Text

/// Course 2, week 1, first part: the weights before the first step.
public enum C2W1a {
  public static let week = Week(
    "C2W1a", module: "Initialization",
    title: Phrase("Initialization", zh: "参数初始化"),
    exercises: [
      initializeZeros, initializeRandom, initializeHe, initializeXavier, initializeAveragedXavier,
      deepLinearLengths, trainFromInitialization,
    ])
}
