import Syllabus
import Tensors

@BodyList var computationGraph: [LearnersBody] {
  C2W3c.topologicalOrder.right("recursion-with-an-array", "depth first, asking the order itself") {
    inputs in
    var (order, path): ([Int], [Int]) = ([], [])
    func visit(_ node: Int) throws {
      if order.contains(node) { return }
      if path.contains(node) { throw GraphError.cycle }
      path.append(node)
      for input in inputs[node] { try visit(input) }
      path.removeLast()
      order.append(node)
    }
    for node in 0..<inputs.count { try visit(node) }
    return order
  }
  C2W3c.topologicalOrder.wrong("largest-input-first", "sorted by the largest input's place") {
    inputs in
    inputs.indices.sorted { ((inputs[$0].max() ?? -1), $0) < ((inputs[$1].max() ?? -1), $1) }
  }
  C2W3c.evaluate.right("until-nothing-changes", "as many passes as there are nodes") { graph in
    var values = graph.map(\.value)
    for _ in graph {
      for (i, node) in graph.enumerated() where node.operation != .leaf {
        values[i] = numberResult(node.operation, node.inputs.map { values[$0] })
      }
    }
    // A cycle never comes to rest; its inputs are looked at before.
    _ = try C2W3c.order(graph.map(\.inputs))
    return values
  }
  C2W3c.evaluate.wrong("leaves-zero", "values begin with 0 and leaves are skipped") { graph in
    var values = graph.map { _ in 0.0 }
    for i in try C2W3c.order(graph.map(\.inputs)) where graph[i].operation != .leaf {
      values[i] = numberResult(graph[i].operation, graph[i].inputs.map { values[$0] })
    }
    return values
  }
  C2W3c.localDerivatives.wrong("differences", "one-sided differences of step 0.1") {
    graph, values in
    graph.map { node in
      let x = node.inputs.map { values[$0] }
      return x.indices.map { k in
        var moved = x
        moved[k] += 0.1
        return (numberResult(node.operation, moved) - numberResult(node.operation, x)) / 0.1
      }
    }
  }
  C2W3c.backpropagate.wrong("larger-share", "keeps the larger of two shares") {
    graph, values, output in
    var gradients = graph.map { _ in 0.0 }
    gradients[output] = 1
    for i in try C2W3c.order(graph.map(\.inputs)).reversed() {
      let x = graph[i].inputs.map { values[$0] }
      for (k, input) in graph[i].inputs.enumerated() {
        var (less, more) = (x, x)
        less[k] -= 1e-6
        more[k] += 1e-6
        let operation = graph[i].operation
        let slope = (numberResult(operation, more) - numberResult(operation, less)) / 2e-6
        let share = gradients[i] * slope
        if abs(share) > abs(gradients[input]) { gradients[input] = share }
      }
    }
    return gradients
  }
  C2W3c.matrixProductBackward.wrong("averaged", "divided by the number of columns") { dC, A, B in
    let m = Double(dC.columns)
    return ProductGradients(dA: try dot(dC, B.T) / m, dB: try dot(A.T, dC) / m)
  }
  C2W3c.unbroadcast.wrong("largest", "the largest of the shares") { dY, shape in
    var dX = dY
    while dX.rank > shape.count { dX = try dX.max(axis: 0) }
    for axis in shape.indices where shape[axis] == 1 && dX.shape[axis] > 1 {
      dX = try dX.max(axis: axis, keepingDimensions: true)
    }
    return dX
  }
  C2W3c.sumBackward.right("added-to-zeros", "broadcast by a sum") { dS, shape, axis in
    var kept = shape
    for k in shape.indices where axis == nil || axis == k { kept[k] = 1 }
    return try dS.reshaped(shape: kept) + Tensor.zeros(shape: shape)
  }
  C2W3c.reluBackward.wrong("leaky", "a slope of 0.01 on the left") { dA, Z in
    let slope = try (Z .> 0) + 0.01 * (Z .<= 0)
    return try dA * slope
  }
  C2W3c.evaluateTensors.wrong("softplus", "log(1 + eˣ) for a ReLU") { graph in
    var values = graph.map(\.value)
    for i in try C2W3c.order(graph.map(\.inputs)) {
      let x = graph[i].inputs.map { values[$0] }
      switch graph[i].operation {
      case .leaf: break
      case .add: values[i] = try x[0] + x[1]
      case .subtract: values[i] = try x[0] - x[1]
      case .multiply: values[i] = try x[0] * x[1]
      case .matrixProduct: values[i] = try dot(x[0], x[1])
      case .sum:
        values[i] =
          try graph[i].axis.map { try x[0].sum(axis: $0, keepingDimensions: true) }
          ?? Tensor(x[0].sum())
      case .relu: values[i] = log(1 + exp(x[0]))
      case .tanh: values[i] = tanh(x[0])
      case .sigmoid: values[i] = 1 / (1 + exp(-x[0]))
      case .log: values[i] = log(x[0])
      }
    }
    return values
  }
  C2W3c.backpropagateTensors.wrong("all-zeros", "never begins") { _, values, _ in
    values.map { Tensor.zeros(shape: $0.shape) }
  }
  C2W3c.costAndGradients.right("by-hand", "the gradients of C1W3, without a graph") {
    X, Y, parameters in try C2W3c.byHand(X, Y, parameters)
  }
  C2W3c.costAndGradients.wrong("half-the-cost", "1 / 2m, as squared errors have it") {
    X, Y, parameters in
    var pass = try C2W3c.byHand(X, Y, parameters)
    pass.cost /= 2
    pass.gradients.dW1 *= 0.5
    pass.gradients.db1 *= 0.5
    pass.gradients.dW2 *= 0.5
    pass.gradients.db2 *= 0.5
    return pass
  }
  C2W3c.trainByGraph.wrong("rate-falls", "α is halved at each step") { X, Y, start, steps, rate in
    var (training, rate) = (GraphTraining(parameters: start, costs: []), rate)
    for _ in 0..<steps {
      let pass = try C2W3c.byHand(X, Y, training.parameters)
      training.costs.append(pass.cost)
      try training.parameters.W1 -= rate * pass.gradients.dW1
      try training.parameters.b1 -= rate * pass.gradients.db1
      try training.parameters.W2 -= rate * pass.gradients.dW2
      try training.parameters.b2 -= rate * pass.gradients.db2
      rate /= 2
    }
    return training
  }
}

/// What an operation on numbers gives.
private func numberResult(_ operation: Node.Operation, _ x: [Double]) -> Double {
  switch operation {
  case .leaf: 0
  case .add: x[0] + x[1]
  case .subtract: x[0] - x[1]
  case .multiply: x[0] * x[1]
  case .divide: x[0] / x[1]
  case .exp: exp(x[0])
  case .log: log(x[0])
  case .sigmoid: 1 / (1 + exp(-x[0]))
  }
}

extension C2W3c {
  /// Each node after its inputs.
  fileprivate static func order(_ inputs: [[Int]]) throws -> [Int] {
    var order: [Int] = []
    while order.count < inputs.count {
      let next = inputs.indices.first { node in
        !order.contains(node) && inputs[node].allSatisfy(order.contains)
      }
      guard let next else { throw GraphError.cycle }
      order.append(next)
    }
    return order
  }

  /// The cost and the gradients by the formulas of C1W3.
  fileprivate static func byHand(
    _ X: Tensor, _ Y: Tensor, _ parameters: ShallowParameters
  ) throws -> CostAndGradients {
    let m = Double(X.columns)
    let A1 = tanh(try dot(parameters.W1, X) + parameters.b1)
    let A2 = 1 / (1 + exp(-(try dot(parameters.W2, A1) + parameters.b2)))
    let dZ2 = try (A2 - Y) / m
    let dZ1 = try dot(parameters.W2.T, dZ2) * (1 - A1.squared())
    return CostAndGradients(
      cost: try -(Y * log(A2) + (1 - Y) * log(1 - A2)).sum() / m,
      gradients: ShallowGradients(
        dW1: try dot(dZ1, X.T), db1: try dZ1.sum(axis: 1, keepingDimensions: true),
        dW2: try dot(dZ2, A1.T), db2: try dZ2.sum(axis: 1, keepingDimensions: true)))
  }
}
