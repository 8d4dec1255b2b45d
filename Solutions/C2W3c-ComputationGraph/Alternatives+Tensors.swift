import Coursework
import Syllabus
import Tensors

@ImplementationList var tensorAlternatives: [Implementation] {
  C2W3c.evaluateTensors.alternative("recursive") { graph in
    _ = try topologicalOrder(graph.map(\.inputs))
    var known: [Int: Tensor] = [:]
    func value(_ i: Int) throws -> Tensor {
      if let value = known[i] { return value }
      let value = try result(of: graph[i], graph[i].inputs.map(value))
      known[i] = value
      return value
    }
    return try graph.indices.map(value)
  }
  C2W3c.evaluateTensors.alternative("optional-values") { graph in
    var values: [Tensor?] = graph.map { $0.operation == .leaf ? $0.value : nil }
    for i in try topologicalOrder(graph.map(\.inputs)) where values[i] == nil {
      values[i] = try result(of: graph[i], graph[i].inputs.compactMap { values[$0] })
    }
    return values.compactMap(\.self)
  }
  C2W3c.evaluateTensors.alternative("other-formulas") { graph in
    var values = graph.map { _ in Tensor(0) }
    for i in try topologicalOrder(graph.map(\.inputs)) {
      let node = graph[i]
      func x(_ k: Int) -> Tensor { values[node.inputs[k]] }
      switch node.operation {
      case .leaf: values[i] = node.value
      case .add: values[i] = try x(1) + x(0)
      case .subtract: values[i] = try -x(1) + x(0)
      case .multiply: values[i] = try x(1) * x(0)
      case .matrixProduct: values[i] = try dot(x(1).T, x(0).T).T
      case .sum:
        values[i] =
          node.axis == nil
          ? Tensor(x(0).elements.reduce(0, +))
          : try x(0).sum(axes: [node.axis ?? 0], keepingDimensions: true)
      case .relu: values[i] = try x(0) * (x(0) .> 0)
      case .tanh: values[i] = 2 / (1 + exp(-2 * x(0))) - 1
      case .sigmoid: values[i] = 0.5 + 0.5 * tanh(0.5 * x(0))
      case .log: values[i] = log(x(0))
      }
    }
    return values
  }

  C2W3c.backpropagateTensors.alternative("asking-the-users") { graph, values, output in
    _ = try topologicalOrder(graph.map(\.inputs))
    var known: [Int: Tensor] = [:]
    func gradient(_ i: Int) throws -> Tensor {
      if let gradient = known[i] { return gradient }
      var sum = i == output ? values[i] * 0 + 1 : values[i] * 0
      for (user, node) in graph.enumerated() where node.inputs.contains(i) {
        let x = node.inputs.map { values[$0] }
        let all = try shares(of: node, x, values[user], gradient(user))
        for (k, input) in node.inputs.enumerated() where input == i {
          sum = try sum + unbroadcast(all[k], values[i].shape)
        }
      }
      known[i] = sum
      return sum
    }
    return try graph.indices.map(gradient)
  }
  C2W3c.backpropagateTensors.alternative("optional-gradients") { graph, values, output in
    // What nothing leads to the cost from has no gradient, until the end.
    var gradients: [Tensor?] = graph.map { _ in nil }
    gradients[output] = .ones(shape: values[output].shape)
    for i in try topologicalOrder(graph.map(\.inputs)).reversed() {
      guard let dY = gradients[i] else { continue }
      let x = graph[i].inputs.map { values[$0] }
      for (input, share) in zip(graph[i].inputs, try shares(of: graph[i], x, values[i], dY)) {
        let own = try unbroadcast(share, values[input].shape)
        gradients[input] = try gradients[input].map { try $0 + own } ?? own
      }
    }
    return graph.indices.map { gradients[$0] ?? .zeros(shape: values[$0].shape) }
  }
  C2W3c.backpropagateTensors.alternative("shares-gathered") { graph, values, output in
    // All shares of a node are known when its turn comes; only then they are added.
    var gathered: [[Tensor]] = graph.map { _ in [] }
    gathered[output].append(values[output].map { _ in 1 })
    var gradients = values.map { $0 * 0 }
    let order = try topologicalOrder(graph.map(\.inputs))
    for i in order.reversed() {
      for share in gathered[i] {
        try gradients[i] += unbroadcast(share, values[i].shape)
      }
      let x = graph[i].inputs.map { values[$0] }
      let own = try shares(of: graph[i], x, values[i], gradients[i])
      for (k, input) in graph[i].inputs.enumerated() { gathered[input].append(own[k]) }
    }
    return gradients
  }
}

@ImplementationList var networkAlternatives: [Implementation] {
  C2W3c.costAndGradients.alternative("two-sums") { X, Y, parameters in
    let graph: [TensorNode] = [
      .leaf(X), .leaf(Y), .leaf(parameters.W1), .leaf(parameters.b1), .leaf(parameters.W2),
      .leaf(parameters.b2), .leaf(1 - Y), .leaf(Tensor(1)), .leaf(Tensor(Double(-X.columns))),
      TensorNode(.matrixProduct, 2, 0), TensorNode(.add, 3, 9), TensorNode(.tanh, 10),
      TensorNode(.matrixProduct, 4, 11), TensorNode(.add, 5, 12), TensorNode(.sigmoid, 13),
      TensorNode(.log, 14), TensorNode(.multiply, 15, 1), TensorNode(.sum, 16),
      TensorNode(.subtract, 7, 14), TensorNode(.log, 18), TensorNode(.multiply, 19, 6),
      TensorNode(.sum, 20), TensorNode(.add, 17, 21),
    ]
    // The cost of all, divided at the end.
    let values = try evaluateTensors(graph)
    let m = Double(-X.columns)
    let gradients = try backpropagateTensors(graph, values, 22).map { $0 / m }
    return CostAndGradients(
      cost: try values[22].scalar / m,
      gradients: ShallowGradients(
        dW1: gradients[2], db1: gradients[3], dW2: gradients[4], db2: gradients[5]))
  }
  C2W3c.costAndGradients.alternative("added-one-by-one") { X, Y, parameters in
    var graph: [TensorNode] = []
    func node(_ new: TensorNode) -> Int {
      graph.append(new)
      return graph.count - 1
    }
    let places = [parameters.W1, parameters.b1, parameters.W2, parameters.b2].map {
      node(.leaf($0))
    }
    let (x, y) = (node(.leaf(X)), node(.leaf(Y)))
    let Z1 = node(TensorNode(.add, node(TensorNode(.matrixProduct, places[0], x)), places[1]))
    let A1 = node(TensorNode(.tanh, Z1))
    let Z2 = node(TensorNode(.add, node(TensorNode(.matrixProduct, places[2], A1)), places[3]))
    // 1 - σ(z) = σ(-z), and log σ(-z) = log σ(z) - z: y log σ(z) + (1 - y) log σ(-z).
    let logarithm = node(TensorNode(.log, node(TensorNode(.sigmoid, Z2))))
    let rest = node(TensorNode(.subtract, node(.leaf(Tensor(1))), y))
    let score = node(TensorNode(.multiply, rest, Z2))
    let losses = node(TensorNode(.subtract, score, logarithm))
    let share = node(.leaf(.full([1, X.columns], 1 / Double(X.columns))))
    let J = node(TensorNode(.sum, node(TensorNode(.multiply, losses, share))))
    let values = try evaluateTensors(graph)
    let d = try backpropagateTensors(graph, values, J)
    return CostAndGradients(
      cost: values[J].elements[0],
      gradients: ShallowGradients(
        dW1: d[places[0]], db1: d[places[1]], dW2: d[places[2]], db2: d[places[3]]))
  }
  C2W3c.costAndGradients.alternative("sums-along-axes") { X, Y, parameters in
    // The nodes stand from the end to the beginning.
    let graph: [TensorNode] = [
      TensorNode(.sum, 1), TensorNode(.sum, 2, axis: 1), TensorNode(.multiply, 3, 21),
      TensorNode(.add, 4, 5), TensorNode(.multiply, 6, 19), TensorNode(.multiply, 7, 8),
      TensorNode(.log, 9), TensorNode(.log, 10), TensorNode(.subtract, 20, 19),
      TensorNode(.sigmoid, 11), TensorNode(.subtract, 20, 9), TensorNode(.add, 12, 17),
      TensorNode(.matrixProduct, 16, 13), TensorNode(.tanh, 14), TensorNode(.add, 15, 18),
      TensorNode(.matrixProduct, 22, 23), .leaf(parameters.W2), .leaf(parameters.b2),
      .leaf(parameters.b1), .leaf(Y), .leaf(.ones(shape: Y.shape)),
      .leaf(.full([1, 1], -1 / Double(Y.columns))), .leaf(parameters.W1), .leaf(X),
    ]
    let values = try evaluateTensors(graph)
    let gradients = try backpropagateTensors(graph, values, 0)
    return CostAndGradients(
      cost: values[0].sum(),
      gradients: ShallowGradients(
        dW1: gradients[22], db1: gradients[18], dW2: gradients[16], db2: gradients[17]))
  }

  C2W3c.trainByGraph.alternative("recursive") { X, Y, start, steps, rate in
    func descend(_ parameters: ShallowParameters, _ costs: [Double]) throws -> GraphTraining {
      guard costs.count < steps else {
        return GraphTraining(parameters: parameters, costs: costs)
      }
      let pass = try costAndGradients(X, Y, parameters)
      let d = pass.gradients
      return try descend(
        ShallowParameters(
          W1: try parameters.W1 - d.dW1 * rate, b1: try parameters.b1 - d.db1 * rate,
          W2: try parameters.W2 - d.dW2 * rate, b2: try parameters.b2 - d.db2 * rate),
        costs + [pass.cost])
    }
    return try descend(start, [])
  }
  C2W3c.trainByGraph.alternative("list-of-parts") { X, Y, start, steps, rate in
    let parts: [WritableKeyPath<ShallowParameters, Tensor>] = [\.W1, \.b1, \.W2, \.b2]
    var (parameters, costs) = (start, [Double]())
    for _ in 0..<steps {
      let pass = try costAndGradients(X, Y, parameters)
      costs.append(pass.cost)
      let d = pass.gradients
      for (part, slope) in zip(parts, [d.dW1, d.db1, d.dW2, d.db2]) {
        parameters[keyPath: part] = try parameters[keyPath: part] + -rate * slope
      }
    }
    return GraphTraining(parameters: parameters, costs: costs)
  }
  C2W3c.trainByGraph.alternative("costs-by-map") { X, Y, start, steps, rate in
    var reached = start
    let costs = try (0..<steps).map { _ in
      let pass = try costAndGradients(X, Y, reached)
      reached.W1 = try reached.W1 - rate * pass.gradients.dW1
      reached.b1 = try reached.b1 - rate * pass.gradients.db1
      reached.W2 = try reached.W2 - rate * pass.gradients.dW2
      reached.b2 = try reached.b2 - rate * pass.gradients.db2
      return pass.cost
    }
    return GraphTraining(parameters: reached, costs: costs)
  }
}
