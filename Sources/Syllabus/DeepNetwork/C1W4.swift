public import Coursework
public import Tensors
import Text

/// Course 1, week 4: networks of any depth, built by repeating one layer.
public enum C1W4 {
  /// The week, with its exercises in the order of study.
  public static let week = Week(
    "C1W4", module: "DeepNetwork",
    title: Phrase("A deep network", zh: "深层神经网络"),
    exercises: [
      initializeParameters, initializeDeepParameters,
      linearForward, linearActivationForward, modelForward, computeCost,
      linearBackward, linearActivationBackward, modelBackward, updateParameters,
      predict, twoLayerModel, deepModel,
    ])

  /// Sizes of the input, two or three hidden layers and one to three outputs.
  static func drawSizes(_ random: inout RandomState) -> [Int] {
    let sizes = (0..<random.randint(3, 5)).map { _ in random.randint(2, 6) }
    return sizes + [random.randint(1, 4)]
  }

  /// Parameters large enough for every layer to matter.
  static func drawParameters(_ sizes: [Int], _ random: inout RandomState) -> [LayerParameters] {
    zip(sizes, sizes.dropFirst()).map { inputs, units in
      LayerParameters(
        W: random.randn(units, inputs) / Double(inputs).squareRoot(),
        b: random.randn(units, 1) * 0.5)
    }
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
}

// MARK: Parameters

extension C1W4 {
  /// Small random weights of a network with one hidden layer.
  public static let initializeParameters = Exercise<Int, Int, Int, Int, [LayerParameters]>(
    "initializeParameters", week: "C1W4", parameters: ["n_x", "n_h", "n_y", "seed"], points: 5,
    sample: { random in
      (
        random.randint(2, 5), random.randint(2, 6), random.randint(1, 3),
        random.randint(1, 1000)
      )
    })

  /// Random weights of a network of any depth.
  public static let initializeDeepParameters = Exercise<
    [Int], WeightScaling, Int, [LayerParameters]
  >(
    "initializeDeepParameters", week: "C1W4", parameters: ["layerSizes", "scaling", "seed"],
    points: 8,
    sample: { random in
      let sizes = (0..<random.randint(3, 6)).map { _ in random.randint(2, 7) }
      let scaling = WeightScaling.allCases[random.randint(2)]
      return (sizes, scaling, random.randint(1, 1000))
    })

  /// A step of gradient descent.
  public static let updateParameters = Exercise<
    [LayerParameters], [LinearGradients], Double, [LayerParameters]
  >(
    "updateParameters", week: "C1W4", parameters: ["parameters", "gradients", "learningRate"],
    points: 5,
    sample: { random in
      let sizes = drawSizes(&random)
      let m = random.randint(2, 5)
      let parameters = drawParameters(sizes, &random)
      let gradients = parameters.map { layer in
        LinearGradients(
          dAPrevious: random.randn(layer.W.columns, m),
          dW: random.randn(shape: layer.W.shape), db: random.randn(shape: layer.b.shape))
      }
      return (parameters, gradients, random.uniform(low: 0.05, high: 0.8))
    })
}

// MARK: Forward

extension C1W4 {
  /// The linear part of a layer.
  public static let linearForward = Exercise<Tensor, Tensor, Tensor, LinearForward>(
    "linearForward", week: "C1W4", parameters: ["A", "W", "b"], points: 5,
    sample: { random in
      let (inputs, units) = (random.randint(2, 6), random.randint(2, 5))
      return (
        random.randn(inputs, random.randint(1, 7)), random.randn(units, inputs),
        random.randn(units, 1)
      )
    })

  /// A layer with its activation.
  public static let linearActivationForward = Exercise<
    Tensor, Tensor, Tensor, Activation, ActivationForward
  >(
    "linearActivationForward", week: "C1W4", parameters: ["A", "W", "b", "activation"],
    points: 7, dependsOn: [linearForward],
    sample: { random in
      let (inputs, units) = (random.randint(2, 6), random.randint(2, 5))
      let activation = Activation.allCases[random.randint(2)]
      return (
        random.randn(inputs, random.randint(3, 7)), random.randn(units, inputs),
        random.randn(units, 1), activation
      )
    })

  /// The forward pass of a network of any depth.
  public static let modelForward = Exercise<Tensor, [LayerParameters], ModelForward>(
    "modelForward", week: "C1W4", parameters: ["X", "parameters"], points: 10,
    dependsOn: [linearActivationForward],
    sample: { random in
      let sizes = drawSizes(&random)
      return (random.randn(sizes[0], random.randint(2, 7)), drawParameters(sizes, &random))
    })

  /// The cross-entropy cost.
  public static let computeCost = Exercise<Tensor, Tensor, Double>(
    "computeCost", week: "C1W4", parameters: ["AL", "Y"], points: 5,
    sample: { random in
      let m = random.randint(3, 9)
      return (random.uniform(low: 0.05, high: 0.95, shape: [1, m]), drawLabels(m, &random))
    })
}

// MARK: Backward

extension C1W4 {
  /// The gradients of a layer's linear part.
  public static let linearBackward = Exercise<Tensor, LinearCache, LinearGradients>(
    "linearBackward", week: "C1W4", parameters: ["dZ", "cache"], points: 10,
    sample: { random in
      let (inputs, units) = (random.randint(2, 7), random.randint(2, 6))
      let m = random.randint(3, 9)
      return (random.randn(units, m), linearCache(inputs, units, m, &random))
    })

  /// The gradients of a layer with its activation.
  public static let linearActivationBackward = Exercise<
    Tensor, ActivationCache, Activation, LinearGradients
  >(
    "linearActivationBackward", week: "C1W4", parameters: ["dA", "cache", "activation"],
    points: 10, dependsOn: [linearBackward],
    sample: { random in
      let (inputs, units) = (random.randint(2, 6), random.randint(2, 5))
      let m = random.randint(3, 8)
      let linear = linearCache(inputs, units, m, &random)
      let Z = try dot(linear.W, linear.A) + linear.b
      let activation = Activation.allCases[random.randint(2)]
      return (random.randn(units, m), ActivationCache(linear: linear, Z: Z), activation)
    })

  /// The backward pass of a network of any depth.
  public static let modelBackward = Exercise<Tensor, Tensor, [ActivationCache], [LinearGradients]>(
    "modelBackward", week: "C1W4", parameters: ["AL", "Y", "caches"], points: 15,
    dependsOn: [linearActivationBackward],
    sample: { random in
      let sizes = drawSizes(&random)
      let m = random.randint(3, 7)
      let X = random.randn(sizes[0], m)
      let parameters = drawParameters(sizes, &random)
      let (AL, caches) = try forward(X, parameters)
      return (AL, drawLabels(m, &random, outputs: AL.rows), caches)
    })

  private static func linearCache(
    _ inputs: Int, _ units: Int, _ m: Int, _ random: inout RandomState
  ) -> LinearCache {
    LinearCache(
      A: random.randn(inputs, m), W: random.randn(units, inputs), b: random.randn(units, 1))
  }

  /// Caches with consistent values, as in a real backward pass.
  private static func forward(
    _ X: Tensor, _ parameters: [LayerParameters]
  ) throws -> (AL: Tensor, caches: [ActivationCache]) {
    var A = X
    var caches: [ActivationCache] = []
    for (index, layer) in parameters.enumerated() {
      let Z = try layer.b + layer.W.dot(A)
      caches.append(ActivationCache(linear: LinearCache(A: A, W: layer.W, b: layer.b), Z: Z))
      A = index == parameters.count - 1 ? 1 / (1 + exp(-Z)) : maximum(0, Z)
    }
    return (A, caches)
  }
}

// MARK: Model

extension C1W4 {
  /// The classes that a network predicts.
  public static let predict = Exercise<[LayerParameters], Tensor, Tensor>(
    "predict", week: "C1W4", parameters: ["parameters", "X"], points: 5,
    dependsOn: [modelForward],
    sample: { random in
      let sizes = drawSizes(&random)
      var parameters = drawParameters(sizes, &random)
      // Without biases the first example, which is all zeros, lies exactly on the boundary.
      for l in parameters.indices { parameters[l].b = .zeros(shape: parameters[l].b.shape) }
      var X = random.randn(sizes[0], random.randint(15, 30))
      for i in 0..<sizes[0] { X[i, 0] = 0 }
      return (parameters, X)
    })

  /// The training of a network with one hidden layer.
  public static let twoLayerModel = Exercise<Tensor, Tensor, Int, Int, Double, Int, DeepModel>(
    "twoLayerModel", week: "C1W4",
    parameters: ["X", "Y", "hiddenUnits", "steps", "learningRate", "seed"], points: 7,
    dependsOn: [
      initializeParameters, modelForward, computeCost, modelBackward, updateParameters,
    ], timeLimit: 60,
    sample: { random in
      let m = random.randint(5, 9)
      return (
        random.randn(random.randint(2, 5), m), drawLabels(m, &random), random.randint(2, 5),
        random.randint(101, 230), random.uniform(low: 0.1, high: 0.3), random.randint(2, 1000)
      )
    })

  /// The training of a network of any depth.
  public static let deepModel = Exercise<Tensor, Tensor, [Int], Int, Double, Int, DeepModel>(
    "deepModel", week: "C1W4",
    parameters: ["X", "Y", "layerSizes", "steps", "learningRate", "seed"], points: 8,
    dependsOn: [
      initializeDeepParameters, modelForward, computeCost, modelBackward, updateParameters,
    ], timeLimit: 60,
    sample: { random in
      let m = random.randint(5, 9)
      let sizes = Array(drawSizes(&random).dropLast()) + [1]
      return (
        random.randn(sizes[0], m), drawLabels(m, &random), sizes, random.randint(101, 230),
        random.uniform(low: 0.05, high: 0.2), random.randint(2, 1000)
      )
    })
}
