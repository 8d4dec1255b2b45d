public import Coursework
import Text

/// Course 2, week 1, third part: is the backward pass right?
public enum C2W1c {
  public static let week = Week(
    "C2W1c", module: "GradientChecking",
    title: Phrase("Gradient checking", zh: "梯度检验"),
    exercises: [
      forward1D, backward1D, gradientCheck1D,
      vectorFromParameters, parametersFromVector, gradientCheck, suspects, backward,
    ])
}
