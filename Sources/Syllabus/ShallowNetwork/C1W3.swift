public import Coursework
public import Tensors
import Text

/// Course 1, week 3: a network with one hidden layer, and a choice of activations.
public enum C1W3 {
  /// The week, with its exercises in the order of study.
  public static let week = Week(
    "C1W3", module: "ShallowNetwork",
    title: Phrase("A shallow network", zh: "浅层神经网络"),
    exercises: [
      tanhActivation, tanhDerivative, relu, reluDerivative, leakyReLU, leakyReLUDerivative,
      layerSizes, initializeParameters, forwardPropagation, computeCost, backwardPropagation,
      updateParameters, predict, model,
    ])
}

// MARK: Activations

extension C1W3 {
  /// The hyperbolic tangent as an activation.
  public static let tanhActivation = Exercise<Tensor, Tensor>(
    "tanhActivation", week: "C1W3", parameters: ["Z"], points: 6,
    sample: { random in
      let scale = [1.0, 600.0][random.randint(2)]
      var Z = random.randn(random.randint(1, 4), random.randint(2, 6)) * scale
      Z[0, 0] = 1000
      Z[0, 1] = random.uniform(low: 0.5, high: 2)
      return Z
    })

  /// The derivative of the hyperbolic tangent.
  public static let tanhDerivative = Exercise<Tensor, Tensor>(
    "tanhDerivative", week: "C1W3", parameters: ["A"], points: 5,
    sample: { random in
      random.uniform(low: -0.95, high: 0.95, shape: [random.randint(1, 5), random.randint(2, 6)])
    })

  /// The rectified linear unit (ReLU).
  public static let relu = Exercise<Tensor, Tensor>(
    "relu", week: "C1W3", parameters: ["Z"], points: 4,
    sample: { random in kinked(&random) })

  /// The derivative of the ReLU.
  public static let reluDerivative = Exercise<Tensor, Tensor>(
    "reluDerivative", week: "C1W3", parameters: ["Z"], points: 4,
    sample: { random in kinked(&random) })

  /// The leaky ReLU.
  public static let leakyReLU = Exercise<Tensor, Tensor>(
    "leakyReLU", week: "C1W3", parameters: ["Z"], points: 4,
    sample: { random in kinked(&random) })

  /// The derivative of the leaky ReLU.
  public static let leakyReLUDerivative = Exercise<Tensor, Tensor>(
    "leakyReLUDerivative", week: "C1W3", parameters: ["Z"], points: 4,
    sample: { random in kinked(&random) })

  /// Numbers of both signs, one of them exactly 0.
  private static func kinked(_ random: inout RandomState) -> Tensor {
    var Z = random.randn(random.randint(1, 4), random.randint(3, 6)) * 3
    Z[0, 0] = 0
    Z[0, 1] = random.uniform(low: -4, high: -1)
    Z[0, 2] = random.uniform(low: 1, high: 4)
    return Z
  }
}

// MARK: Parameters

extension C1W3 {
  /// The sizes of the three layers.
  public static let layerSizes = Exercise<Tensor, Tensor, Int, LayerSizes>(
    "layerSizes", week: "C1W3", parameters: ["X", "Y", "hiddenUnits"], points: 5,
    sample: { random in
      let m = random.randint(7, 12)
      return (
        random.randn(random.randint(3, 6), m), random.randint(0, 2, shape: [2, m]),
        random.randint(5, 9)
      )
    })

  /// Small random weights.
  public static let initializeParameters = Exercise<Int, Int, Int, Int, ShallowParameters>(
    "initializeParameters", week: "C1W3", parameters: ["n_x", "n_h", "n_y", "seed"], points: 8,
    sample: { random in
      (
        random.randint(2, 5), random.randint(2, 6), random.randint(1, 3),
        random.randint(3, 1000)
      )
    })

  /// A step of gradient descent.
  public static let updateParameters = Exercise<
    ShallowParameters, ShallowGradients, Double, ShallowParameters
  >(
    "updateParameters", week: "C1W3", parameters: ["parameters", "gradients", "learningRate"],
    points: 5,
    sample: { random in
      let (n_x, n_h, n_y) = (random.randint(2, 5), random.randint(2, 5), random.randint(1, 3))
      return (
        ShallowParameters(
          W1: random.randn(n_h, n_x), b1: random.randn(n_h, 1), W2: random.randn(n_y, n_h),
          b2: random.randn(n_y, 1)),
        ShallowGradients(
          dW1: random.randn(n_h, n_x), db1: random.randn(n_h, 1), dW2: random.randn(n_y, n_h),
          db2: random.randn(n_y, 1)),
        random.uniform(low: 0.05, high: 0.8)
      )
    })
}

// MARK: Propagation

extension C1W3 {
  /// The forward pass.
  public static let forwardPropagation = Exercise<Tensor, ShallowParameters, ShallowCache>(
    "forwardPropagation", week: "C1W3", parameters: ["X", "parameters"], points: 10,
    dependsOn: [tanhActivation],
    sample: { random in
      let sizes = drawSizes(&random)
      return (random.randn(sizes.n_x, random.randint(3, 9)), drawParameters(sizes, &random))
    })

  /// The cross-entropy cost.
  public static let computeCost = Exercise<Tensor, Tensor, Double>(
    "computeCost", week: "C1W3", parameters: ["A2", "Y"], points: 8,
    sample: { random in
      let m = random.randint(3, 9)
      return (random.uniform(low: 0.05, high: 0.95, shape: [1, m]), drawLabels(m, &random))
    })

  /// The backward pass.
  public static let backwardPropagation = Exercise<
    ShallowParameters, ShallowCache, Tensor, Tensor, ShallowGradients
  >(
    "backwardPropagation", week: "C1W3", parameters: ["parameters", "cache", "X", "Y"],
    points: 16, dependsOn: [tanhDerivative],
    sample: { random in
      let sizes = drawSizes(&random)
      let m = random.randint(3, 8)
      let X = random.randn(sizes.n_x, m)
      let parameters = drawParameters(sizes, &random)
      return (
        parameters, try cache(of: parameters, X), X, drawLabels(m, &random, outputs: sizes.n_y)
      )
    })
}

extension C1W3 {
  /// The sizes of a small network with one output.
  static func drawSizes(_ random: inout RandomState) -> LayerSizes {
    LayerSizes(n_x: random.randint(2, 5), n_h: random.randint(2, 6), n_y: random.randint(1, 4))
  }

  /// Parameters large enough that every unit responds nonlinearly.
  static func drawParameters(
    _ sizes: LayerSizes, _ random: inout RandomState
  ) -> ShallowParameters {
    ShallowParameters(
      W1: random.randn(sizes.n_h, sizes.n_x) * 0.8, b1: random.randn(sizes.n_h, 1) * 0.5,
      W2: random.randn(sizes.n_y, sizes.n_h), b2: random.randn(sizes.n_y, 1) * 0.5)
  }

  /// Random labels with at least one 0 and one 1.
  static func drawLabels(
    _ m: Int, _ random: inout RandomState, outputs: Int = 1
  ) -> Tensor {
    var Y = random.randint(0, 2, shape: [outputs, m])
    Y[0, 0] = 0
    Y[0, 1] = 1
    return Y
  }

  /// A cache with consistent values, as in a real backward pass.
  private static func cache(of parameters: ShallowParameters, _ X: Tensor) throws -> ShallowCache {
    let Z1 = try parameters.b1 + dot(parameters.W1, X)
    let A1 = tanh(Z1)
    let Z2 = try parameters.b2 + dot(parameters.W2, A1)
    return ShallowCache(Z1: Z1, A1: A1, Z2: Z2, A2: 1 / (1 + exp(-Z2)))
  }
}

// MARK: Model

extension C1W3 {
  /// The classes that a network predicts.
  public static let predict = Exercise<ShallowParameters, Tensor, Tensor>(
    "predict", week: "C1W3", parameters: ["parameters", "X"], points: 6,
    dependsOn: [forwardPropagation],
    sample: { random in
      let sizes = drawSizes(&random)
      var parameters = drawParameters(sizes, &random)
      // Without biases the first example, which is all zeros, lies exactly on the boundary.
      parameters.b1 = .zeros(sizes.n_h, 1)
      parameters.b2 = .zeros(sizes.n_y, 1)
      parameters.W2 *= 0.5
      var X = random.randn(sizes.n_x, random.randint(12, 24))
      for i in 0..<sizes.n_x { X[i, 0] = 0 }
      return (parameters, X)
    })

  /// The training of a network with one hidden layer.
  public static let model = Exercise<Tensor, Tensor, Int, Int, Double, Int, ShallowModel>(
    "model", week: "C1W3",
    parameters: ["X", "Y", "hiddenUnits", "steps", "learningRate", "seed"], points: 15,
    dependsOn: [
      layerSizes, initializeParameters, forwardPropagation, computeCost, backwardPropagation,
      updateParameters,
    ], timeLimit: 60,
    sample: { random in
      let n = random.randint(2, 4)
      let m = random.randint(5, 9)
      // Sometimes long enough for a second cost, but then with a smaller learning rate: far from
      // the start, rounding alone can separate two units that had become equal.
      let isLong = random.randint(2) == 1
      return (
        random.randn(n, m), drawLabels(m, &random), random.randint(2, 4),
        random.randint(101, 140) + (isLong ? 900 : 0),
        random.uniform(low: 0.1, high: 0.4) / (isLong ? 9 : 1), random.randint(4, 1000)
      )
    })
}
