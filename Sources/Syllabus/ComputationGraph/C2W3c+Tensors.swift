public import Coursework
public import Tensors

// MARK: Derivatives of tensor operations

extension C2W3c {
  /// The gradients of both factors of a matrix product.
  public static let matrixProductBackward = Exercise<Tensor, Tensor, Tensor, ProductGradients>(
    "matrixProductBackward", week: "C2W3c", parameters: ["dC", "A", "B"], points: 8,
    sample: { random in
      // The shape of a square matrix does not reveal a missing transpose.
      let n = random.randint(2, 5)
      let (k, m) = random.randint(2) == 0 ? (n, n) : (random.randint(2, 5), random.randint(2, 5))
      return (random.randn(n, m), random.randn(n, k), random.randn(k, m))
    })

  /// A gradient summed over the broadcast axes.
  public static let unbroadcast = Exercise<Tensor, [Int], Tensor>(
    "unbroadcast", week: "C2W3c", parameters: ["dY", "shape"], points: 10,
    sample: { random in
      let (a, b, c) = (random.randint(2, 5), random.randint(2, 5), random.randint(2, 5))
      // Half of the samples are square, so that the shape does not reveal a wrong axis.
      let n = random.randint(2) == 0 ? a : b
      let (full, shape) = [
        ([a, n], [a, 1]), ([a, n], [1, n]), ([a, n], [n]), ([a, n], []), ([a, n], [a, n]),
        ([a, n], [1, 1]), ([a, b, c], [a, 1, c]), ([a, b, c], [b, 1]), ([a], [1]),
      ][random.randint(9)]
      return (random.randn(shape: full) + 0.3, shape)
    })

  /// The gradient of a sum with respect to its terms.
  public static let sumBackward = Exercise<Tensor, [Int], Int?, Tensor>(
    "sumBackward", week: "C2W3c", parameters: ["dS", "shape", "axis"], points: 8,
    sample: { random in
      let n = random.randint(2, 5)
      let shape = [[n, n], [n, random.randint(2, 5)], [n, 2, n], [n]][random.randint(4)]
      guard random.randint(4) > 0 else { return (Tensor(random.randn()), shape, nil) }
      let axis = random.randint(shape.count)
      var left = shape
      // The axis is dropped, or kept with length 1.
      if random.randint(3) > 0 { left.remove(at: axis) } else { left[axis] = 1 }
      return (random.randn(shape: left), shape, axis)
    })

  /// The gradient of a ReLU with respect to its input.
  public static let reluBackward = Exercise<Tensor, Tensor, Tensor>(
    "reluBackward", week: "C2W3c", parameters: ["dA", "Z"], points: 5,
    sample: { random in
      let shape = [random.randint(2, 5), random.randint(2, 6)]
      var Z = 2 * random.randn(shape: shape)
      Z[0, 0] = 0
      Z[0, 1] = random.uniform(low: -3, high: -1)
      Z[1, 0] = random.uniform(low: 1, high: 3)
      return (random.randn(shape: shape), Z)
    })
}

// MARK: Graphs of tensors

extension C2W3c {
  /// The value of every node of a graph of tensors.
  public static let evaluateTensors = Exercise<[TensorNode], [Tensor]>(
    "evaluateTensors", week: "C2W3c", parameters: ["graph"], points: 8,
    dependsOn: [topologicalOrder],
    sample: { random in random.tensorGraph().graph })

  /// The gradient of one node with respect to every node of a graph of tensors.
  public static let backpropagateTensors = Exercise<[TensorNode], [Tensor], Int, [Tensor]>(
    "backpropagateTensors", week: "C2W3c", parameters: ["graph", "values", "output"], points: 20,
    dependsOn: [topologicalOrder, matrixProductBackward, unbroadcast, sumBackward, reluBackward],
    sample: { random in
      let (graph, output) = random.tensorGraph()
      return (graph, try evaluateTensors.reference(graph), output)
    })
}

// MARK: A network

extension C2W3c {
  /// The cost of a network and its gradients, computed by a graph.
  public static let costAndGradients = Exercise<
    Tensor, Tensor, ShallowParameters, CostAndGradients
  >(
    "costAndGradients", week: "C2W3c", parameters: ["X", "Y", "parameters"], points: 14,
    dependsOn: [evaluateTensors, backpropagateTensors],
    sample: { random in
      let sizes = C1W3.drawSizes(&random)
      let m = random.randint(3, 8)
      return (
        random.randn(sizes.n_x, m), C1W3.drawLabels(m, &random, outputs: sizes.n_y),
        C1W3.drawParameters(sizes, &random)
      )
    })

  /// Gradient descent with the gradients from a graph.
  public static let trainByGraph = Exercise<
    Tensor, Tensor, ShallowParameters, Int, Double, GraphTraining
  >(
    "trainByGraph", week: "C2W3c",
    parameters: ["X", "Y", "parameters", "steps", "learningRate"], points: 8,
    dependsOn: [costAndGradients], timeLimit: 120,
    sample: { random in
      let sizes = C1W3.drawSizes(&random)
      let m = random.randint(4, 8)
      return (
        random.randn(sizes.n_x, m), C1W3.drawLabels(m, &random, outputs: sizes.n_y),
        C1W3.drawParameters(sizes, &random), random.randint(2, 5),
        random.uniform(low: 0.1, high: 0.6)
      )
    })
}
