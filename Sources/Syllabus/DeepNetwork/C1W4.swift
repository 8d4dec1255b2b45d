public import Coursework
import Tensors
import Text

/// Course 1, week 4: networks of any depth, built from one layer that is repeated.
public enum C1W4 {
  public static let week = Week(
    "C1W4", module: "DeepNetwork",
    title: Phrase("A deep network", zh: "深层神经网络"),
    exercises: [
      initializeParameters, initializeDeepParameters,
      linearForward, linearActivationForward, modelForward, computeCost,
      linearBackward, linearActivationBackward, modelBackward, updateParameters,
      predict, twoLayerModel, deepModel,
    ])

  /// Sizes of an input, two or three hidden layers and one output.
  static func drawSizes(_ random: inout RandomState) -> [Int] {
    (0..<random.randint(3, 5)).map { _ in random.randint(2, 6) } + [1]
  }

  /// Parameters large enough that every layer matters.
  static func drawParameters(_ sizes: [Int], _ random: inout RandomState) -> [LayerParameters] {
    zip(sizes, sizes.dropFirst()).map { inputs, units in
      LayerParameters(
        W: random.randn(units, inputs) / Double(inputs).squareRoot(),
        b: random.randn(units, 1) * 0.5)
    }
  }

  /// Random labels of which one is 0 and one is 1.
  static func drawLabels(_ m: Int, _ random: inout RandomState) -> Tensor {
    var Y = random.randint(0, 2, shape: [1, m])
    Y[0, 0] = 0
    Y[0, 1] = 1
    return Y
  }
}
