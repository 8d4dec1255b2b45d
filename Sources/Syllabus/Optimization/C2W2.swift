public import Coursework
public import Tensors
import Text

/// Course 2, week 2: mini-batches, momentum, RMSprop, Adam and learning-rate decay.
public enum C2W2 {
  /// The week, with its exercises in the order of study.
  public static let week = Week(
    "C2W2", module: "Optimization",
    title: Phrase("Optimization", zh: "优化算法"),
    exercises: [
      updateWithGradientDescent, randomMiniBatches,
      initializeVelocity, updateWithMomentum,
      updateWithRMSprop, initializeAdam, updateWithAdam,
      exponentiallyWeightedAverage, averagingWindow,
      decayedLearningRate, scheduledLearningRate, exponentialLearningRate, rootLearningRate,
      trainWithMiniBatches,
    ])
}

// MARK: Batches

extension C2W2 {
  /// A step of gradient descent.
  public static let updateWithGradientDescent = Exercise<
    [LayerParameters], [LayerGradients], Double, [LayerParameters]
  >(
    "updateWithGradientDescent", week: "C2W2",
    parameters: ["parameters", "gradients", "learningRate"], points: 5,
    sample: { random in
      let layers = random.layers(random.layerSizes())
      return (layers, random.gradients(of: layers), random.uniform(low: 0.01, high: 0.5))
    })

  /// Shuffled mini-batches of an epoch.
  public static let randomMiniBatches = Exercise<Tensor, Tensor, Int, UInt32, [MiniBatch]>(
    "randomMiniBatches", week: "C2W2", parameters: ["X", "Y", "batchSize", "seed"], points: 15,
    sample: { random in
      let batchSize = random.randint(3, 6)
      let m = batchSize * random.randint(2, 4) + (random.randint(2) == 0 ? 0 : 2)
      return (
        random.randn(random.randint(2, 4), m), random.randint(0, 9, shape: [1, m]), batchSize,
        UInt32(random.randint(1, 1000))
      )
    })

  /// A training on mini-batches.
  public static let trainWithMiniBatches = Exercise<
    Tensor, Tensor, [LayerParameters], OptimizationMethod, Double, Int, Int, UInt32,
    MiniBatchTraining
  >(
    "trainWithMiniBatches", week: "C2W2",
    parameters: [
      "X", "Y", "parameters", "method", "learningRate", "batchSize", "epochs", "seed",
    ],
    points: 20,
    dependsOn: [
      randomMiniBatches, updateWithGradientDescent, updateWithMomentum, updateWithRMSprop,
      updateWithAdam,
    ], timeLimit: 120,
    sample: { random in
      let m = random.randint(11, 15)
      let X = random.randn(2, m)
      return (
        X, random.labels(m), random.layers([2, 4, 3, 1], scale: 0.6),
        random.randint(2) == 0 ? .adam : .momentum, 0.05, 4, 3, UInt32(random.randint(1, 100))
      )
    })
}

// MARK: Methods

extension C2W2 {
  /// A velocity of zero.
  public static let initializeVelocity = Exercise<[LayerParameters], [LayerGradients]>(
    "initializeVelocity", week: "C2W2", parameters: ["parameters"], points: 3,
    sample: { random in random.layers(random.layerSizes()) })

  /// A step of gradient descent with momentum.
  public static let updateWithMomentum = Exercise<
    [LayerParameters], [LayerGradients], [LayerGradients], Double, Double, MomentumStep
  >(
    "updateWithMomentum", week: "C2W2",
    parameters: ["parameters", "gradients", "velocity", "beta", "learningRate"], points: 10,
    dependsOn: [updateWithGradientDescent],
    sample: { random in
      let layers = random.layers(random.layerSizes())
      return (
        layers, random.gradients(of: layers), random.gradients(of: layers),
        random.uniform(low: 0.6, high: 0.95), random.uniform(low: 0.01, high: 0.5)
      )
    })

  /// A step of RMSprop.
  public static let updateWithRMSprop = Exercise<
    [LayerParameters], [LayerGradients], [LayerGradients], Double, Double, Double, RMSpropStep
  >(
    "updateWithRMSprop", week: "C2W2",
    parameters: ["parameters", "gradients", "squares", "beta", "epsilon", "learningRate"],
    points: 7, dependsOn: [updateWithGradientDescent],
    sample: { random in
      let layers = random.layers(random.layerSizes())
      let squares = random.gradients(of: layers).map { layer in
        LayerGradients(dW: layer.dW.squared() * 0.3, db: layer.db.squared() * 0.3)
      }
      return (
        layers, random.gradients(of: layers), squares, random.uniform(low: 0.6, high: 0.95),
        random.uniform(low: 0.01, high: 0.1), random.uniform(low: 0.01, high: 0.5)
      )
    })

  /// Moments of zero.
  public static let initializeAdam = Exercise<[LayerParameters], AdamMoments>(
    "initializeAdam", week: "C2W2", parameters: ["parameters"], points: 3,
    dependsOn: [initializeVelocity],
    sample: { random in random.layers(random.layerSizes()) })

  /// A step of Adam.
  public static let updateWithAdam = Exercise<
    [LayerParameters], [LayerGradients], AdamMoments, Int, Double, Double, Double, Double, AdamStep
  >(
    "updateWithAdam", week: "C2W2",
    parameters: [
      "parameters", "gradients", "moments", "t", "learningRate", "beta1", "beta2", "epsilon",
    ],
    points: 15, dependsOn: [updateWithGradientDescent],
    sample: { random in
      let layers = random.layers(random.layerSizes())
      let t = random.randint(1, 5)
      let zero = t == 1 ? 0.0 : 1.0
      let squares = random.gradients(of: layers).map { layer in
        LayerGradients(dW: layer.dW.squared() * 0.1 * zero, db: layer.db.squared() * 0.1 * zero)
      }
      return (
        layers, random.gradients(of: layers),
        AdamMoments(v: random.gradients(of: layers, scale: 0.5 * zero), s: squares), t,
        random.uniform(low: 0.01, high: 0.5), random.uniform(low: 0.7, high: 0.9),
        random.uniform(low: 0.92, high: 0.99), random.uniform(low: 0.01, high: 0.1)
      )
    })
}

// MARK: Schedules

extension C2W2 {
  /// An exponentially weighted average, with or without bias correction.
  public static let exponentiallyWeightedAverage = Exercise<[Double], Double, Bool, [Double]>(
    "exponentiallyWeightedAverage", week: "C2W2",
    parameters: ["theta", "beta", "correctingBias"], points: 6,
    sample: { random in
      (
        random.uniform(low: -5, high: 30, shape: [random.randint(3, 9)]).elements,
        random.uniform(low: 0.6, high: 0.98), random.randint(2) == 0
      )
    })

  /// The number of values that such an average effectively covers.
  public static let averagingWindow = Exercise<Double, Double>(
    "averagingWindow", week: "C2W2", parameters: ["beta"], points: 2,
    sample: { random in random.uniform(low: 0.3, high: 0.99) })

  /// A learning rate that decays by epoch.
  public static let decayedLearningRate = Exercise<Double, Double, Int, Double>(
    "decayedLearningRate", week: "C2W2", parameters: ["initialRate", "decayRate", "epoch"],
    points: 3,
    sample: { random in
      (
        random.uniform(low: 0.1, high: 0.9), random.uniform(low: 0.2, high: 1.5),
        random.randint(0, 40)
      )
    })

  /// A learning rate that decays in steps.
  public static let scheduledLearningRate = Exercise<Double, Double, Int, Int, Double>(
    "scheduledLearningRate", week: "C2W2",
    parameters: ["initialRate", "decayRate", "epoch", "interval"], points: 4,
    sample: { random in
      let interval = random.randint(3, 30)
      return (
        random.uniform(low: 0.1, high: 0.9), random.uniform(low: 0.2, high: 1.5),
        interval * random.randint(1, 4) + random.randint(0, interval), interval
      )
    })

  /// A learning rate that decays exponentially.
  public static let exponentialLearningRate = Exercise<Double, Double, Int, Double>(
    "exponentialLearningRate", week: "C2W2", parameters: ["initialRate", "base", "epoch"],
    points: 3,
    sample: { random in
      (
        random.uniform(low: 0.1, high: 0.9), random.uniform(low: 0.8, high: 0.99),
        random.randint(0, 20)
      )
    })

  /// A learning rate that decays with the square root of the epoch.
  public static let rootLearningRate = Exercise<Double, Double, Int, Double>(
    "rootLearningRate", week: "C2W2", parameters: ["initialRate", "k", "t"], points: 4,
    sample: { random in
      (
        random.uniform(low: 0.1, high: 0.9), random.uniform(low: 1.5, high: 3),
        random.randint(2, 60)
      )
    })
}
