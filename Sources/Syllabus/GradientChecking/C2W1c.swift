public import Coursework
public import Tensors
import Text

/// Course 2, week 1, third part: checking the backward pass.
public enum C2W1c {
  /// The week, with its exercises in the order of study.
  public static let week = Week(
    "C2W1c", module: "GradientChecking",
    title: Phrase("Gradient checking", zh: "梯度检验"),
    exercises: [
      forward1D, backward1D, gradientCheck1D,
      vectorFromParameters, parametersFromVector, gradientCheck, suspects, backward,
    ])
}

// MARK: One dimension

extension C2W1c {
  /// The cost of a model with one parameter.
  public static let forward1D = Exercise<Double, Double, Double>(
    "forward1D", week: "C2W1c", parameters: ["x", "theta"], points: 3,
    sample: { random in (random.uniform(low: -5, high: 5), random.uniform(low: -5, high: 5)) })

  /// The derivative of a model with one parameter.
  public static let backward1D = Exercise<Double, Double, Double>(
    "backward1D", week: "C2W1c", parameters: ["x", "theta"], points: 4,
    sample: { random in (random.uniform(low: -5, high: 5), random.uniform(low: -5, high: 5)) })

  /// The check of a model with one parameter.
  public static let gradientCheck1D = Exercise<Double, Double, Double, Double, Double>(
    "gradientCheck1D", week: "C2W1c", parameters: ["x", "theta", "gradient", "epsilon"],
    points: 15, dependsOn: [forward1D],
    tolerance: Tolerance(relative: 1e-6, absolute: 1e-8),
    sample: { random in
      (
        random.uniform(low: 1, high: 5), random.uniform(low: -5, high: -1),
        random.uniform(low: 0.5, high: 6), random.uniform(low: 0.001, high: 0.1)
      )
    })
}

// MARK: Vectors

extension C2W1c {
  /// All parameters as one column.
  public static let vectorFromParameters = Exercise<ThreeLayerParameters, Tensor>(
    "vectorFromParameters", week: "C2W1c", parameters: ["parameters"], points: 10,
    sample: { random in try random.threeLayers(random.threeLayerSizes()) })

  /// A column converted back to parameters.
  public static let parametersFromVector = Exercise<Tensor, [Int], ThreeLayerParameters>(
    "parametersFromVector", week: "C2W1c", parameters: ["theta", "layerSizes"], points: 10,
    sample: { random in
      let sizes = random.threeLayerSizes()
      let count = zip(sizes, sizes.dropFirst()).reduce(0) { $0 + $1.1 * ($1.0 + 1) }
      return (random.randn(count, 1), sizes)
    })
}

// MARK: Check

extension C2W1c {
  /// The check of a whole network.
  public static let gradientCheck = Exercise<
    Tensor, Tensor, ThreeLayerParameters, ThreeLayerGradients, Double, Double, GradientCheck
  >(
    "gradientCheck", week: "C2W1c",
    parameters: ["X", "Y", "parameters", "gradients", "lambda", "epsilon"], points: 25,
    dependsOn: [vectorFromParameters, parametersFromVector],
    tolerance: Tolerance(relative: 1e-6, absolute: 1e-9),
    sample: { random in
      let sizes = [random.randint(2, 4), 3, 2, 1]
      let m = random.randint(4, 7)
      let parameters = try random.threeLayers(sizes)
      let gradients = try random.threeLayers(sizes, scale: 0.3)
      return (
        random.randn(sizes[0], m), random.labels(m), parameters,
        ThreeLayerGradients(
          dW1: gradients.W1, db1: gradients.b1, dW2: gradients.W2, db2: gradients.b2,
          dW3: gradients.W3, db3: gradients.b3),
        random.uniform(low: 0.3, high: 1.5), random.uniform(low: 0.005, high: 0.02)
      )
    })

  /// The parameters whose gradients are wrong.
  public static let suspects = Exercise<
    ThreeLayerGradients, ThreeLayerGradients, Double, [String]
  >(
    "suspects", week: "C2W1c", parameters: ["gradients", "numerical", "limit"], points: 13,
    sample: { random in
      let sizes = random.threeLayerSizes()
      // Magnitudes from tiny to large, which an absolute difference would misjudge.
      func gradients(_ layers: [LayerGradients]) -> ThreeLayerGradients {
        ThreeLayerGradients(
          dW1: layers[0].dW, db1: layers[0].db, dW2: layers[1].dW, db2: layers[1].db,
          dW3: layers[2].dW, db3: layers[2].db)
      }
      let layers = random.layers(sizes)
      let scales = [1e-6, 1.0, 1e6]
      let right = zip(random.gradients(of: layers), scales).map { layer, scale in
        LayerGradients(dW: layer.dW * scale, db: layer.db * scale)
      }
      let order = random.permutation(6)
      let wrong = right.enumerated().map { index, layer in
        func spoilt(_ tensor: Tensor, _ place: Int) -> Tensor {
          tensor * (order[place] < 2 ? 1.5 : 1 + 1e-9)
        }
        return LayerGradients(
          dW: spoilt(layer.dW, 2 * index), db: spoilt(layer.db, 2 * index + 1))
      }
      return (gradients(wrong), gradients(right), 1e-5)
    })

  /// A backward pass to correct until the check passes.
  public static let backward = Exercise<
    Tensor, Tensor, ThreeLayerParameters, Double, ThreeLayerGradients
  >(
    "backward", week: "C2W1c", parameters: ["X", "Y", "parameters", "lambda"], points: 20,
    untouched: "both-mistakes-left",
    sample: { random in
      let sizes = random.threeLayerSizes()
      let m = random.randint(3, 7)
      return (
        random.randn(sizes[0], m), random.labels(m), try random.threeLayers(sizes),
        random.uniform(low: 0.3, high: 1.5)
      )
    })
}
