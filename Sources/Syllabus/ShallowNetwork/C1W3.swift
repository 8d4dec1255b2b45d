public import Coursework
import Text

/// Course 1, week 3: a network with one hidden layer, and the activations to choose from.
public enum C1W3 {
  public static let week = Week(
    "C1W3", module: "ShallowNetwork",
    title: Phrase("A shallow network", zh: "浅层神经网络"),
    exercises: [
      tanhActivation, tanhDerivative, relu, reluDerivative, leakyReLU, leakyReLUDerivative,
      layerSizes, initializeParameters, forwardPropagation, computeCost, backwardPropagation,
      updateParameters, predict, model,
    ])
}
