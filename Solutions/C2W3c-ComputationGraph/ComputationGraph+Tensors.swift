import Syllabus
import Tensors

// MARK: Graphs of tensors

/// The value of every node of a graph of tensors.
///
/// `add`, `subtract` and `multiply` broadcast, as `+`, `-` and `*` do. `sum` adds up everything, shape
/// (); with an `axis`, `graph[i].axis`, it sums along it and keeps it with length 1.
///
/// - Parameter graph: the nodes, in any order.
/// - Returns: one tensor for each node, in the order of the list.
/// - Throws: `GraphError.cycle`, and `ShapeError` where shapes do not fit.
///
/// ```swift
/// let graph: [TensorNode] = [
///   .leaf(Tensor([[1, 2]])), TensorNode(.sum, 2), TensorNode(.add, 0, 0),
/// ]
/// print(try evaluateTensors(graph)[1])  // 6.
/// ```
public func evaluateTensors(_ graph: [TensorNode]) throws -> [Tensor] {
  // BEGIN SOLUTION
  var values = graph.map(\.value)
  for i in try topologicalOrder(graph.map(\.inputs)) {
    let x = graph[i].inputs.map { values[$0] }
    switch graph[i].operation {
    case .leaf: break
    case .add: values[i] = try x[0] + x[1]
    case .subtract: values[i] = try x[0] - x[1]
    case .multiply: values[i] = try x[0] * x[1]
    case .matrixProduct: values[i] = try dot(x[0], x[1])
    case .sum:
      if let axis = graph[i].axis {
        values[i] = try x[0].sum(axis: axis, keepingDimensions: true)
      } else {
        values[i] = Tensor(x[0].sum())
      }
    case .relu: values[i] = maximum(0, x[0])
    case .tanh: values[i] = tanh(x[0])
    case .sigmoid: values[i] = 1 / (1 + exp(-x[0]))
    case .log: values[i] = log(x[0])
    }
  }
  return values
  // END SOLUTION
}

/// The gradient of a cost with respect to every node of a graph of tensors.
///
///     a + b: dY, dY       a - b: dY, -dY      a ∗ b: dY ∗ b, dY ∗ a
///     tanh x: dY ∗ (1 - y²)      σ(x): dY ∗ y ∗ (1 - y)      log x: dY / x
///
/// `matrixProductBackward`, `sumBackward` and `reluBackward` give the others; `unbroadcast` brings each
/// share into the shape of its input before it is added.
///
/// - Parameters:
///   - graph: the nodes, in any order.
///   - values: what `evaluateTensors` gave for them.
///   - output: the place of the cost, which has one element.
/// - Returns: for each node the derivative of the cost, of the shape of its value; zeros where the cost
///   does not depend on it.
/// - Throws: `GraphError.cycle`.
///
/// ```swift
/// // The sum of W W at W = (1 2; 3 4)
/// let graph: [TensorNode] = [
///   .leaf(Tensor([[1, 2], [3, 4]])), TensorNode(.matrixProduct, 0, 0), TensorNode(.sum, 1),
/// ]
/// print(try backpropagateTensors(graph, evaluateTensors(graph), 2)[0])
/// // [[ 7. 11.]
/// //  [ 9. 13.]]
/// ```
public func backpropagateTensors(
  _ graph: [TensorNode], _ values: [Tensor], _ output: Int
) throws -> [Tensor] {
  // BEGIN SOLUTION
  var gradients = values.map { Tensor.zeros(shape: $0.shape) }
  gradients[output] = .ones(shape: values[output].shape)
  for i in try topologicalOrder(graph.map(\.inputs)).reversed() {
    let node = graph[i]
    let x = node.inputs.map { values[$0] }
    let (y, dY) = (values[i], gradients[i])
    var dX: [Tensor] = []
    switch node.operation {
    case .leaf: break
    case .add: dX = [dY, dY]
    case .subtract: dX = [dY, -dY]
    case .multiply: dX = try [dY * x[1], dY * x[0]]
    case .matrixProduct:
      let factors = try matrixProductBackward(dY, x[0], x[1])
      dX = [factors.dA, factors.dB]
    case .sum: dX = [try sumBackward(dY, x[0].shape, node.axis)]
    case .relu: dX = [try reluBackward(dY, x[0])]
    case .tanh: dX = [try dY * (1 - y.squared())]
    case .sigmoid: dX = [try dY * y * (1 - y)]
    case .log: dX = [try dY / x[0]]
    }
    for (input, share) in zip(node.inputs, dX) {
      try gradients[input] += unbroadcast(share, values[input].shape)
    }
  }
  return gradients
  // END SOLUTION
}

// MARK: A network

/// The cost of a network with one hidden layer and its gradients, without a derivative written by hand.
///
///     A1 = tanh(W1 X + b1),   A2 = σ(W2 A1 + b2)
///     J = -1/m Σ [Y log A2 + (1 - Y) log(1 - A2)]
///
/// Write the cost as a list of `TensorNode`s, whose leaves are the parameters, X, Y and constants
/// such as `Tensor(1)`; then `evaluateTensors` and `backpropagateTensors` do the rest.
///
/// - Parameters:
///   - X: examples as columns, shape (n_x, m).
///   - Y: labels 0 and 1, shape (n_y, m).
///   - parameters: W1 (n_h, n_x), b1 (n_h, 1), W2 (n_y, n_h), b2 (n_y, 1).
/// - Returns: J, and the derivatives with respect to W1, b1, W2 and b2.
public func costAndGradients(
  _ X: Tensor, _ Y: Tensor, _ parameters: ShallowParameters
) throws -> CostAndGradients {
  // BEGIN SOLUTION
  let graph: [TensorNode] = [
    .leaf(parameters.W1), .leaf(parameters.b1), .leaf(parameters.W2), .leaf(parameters.b2),
    .leaf(X), .leaf(Y), .leaf(Tensor(1)), .leaf(Tensor(-1 / Double(X.columns))),
    TensorNode(.matrixProduct, 0, 4), TensorNode(.add, 8, 1), TensorNode(.tanh, 9),  // 10: A1
    TensorNode(.matrixProduct, 2, 10), TensorNode(.add, 11, 3), TensorNode(.sigmoid, 12),  // 13: A2
    TensorNode(.log, 13), TensorNode(.multiply, 5, 14),  // 15: Y log A2
    TensorNode(.subtract, 6, 5), TensorNode(.subtract, 6, 13), TensorNode(.log, 17),
    TensorNode(.multiply, 16, 18), TensorNode(.add, 15, 19),  // 20: the logarithms that count
    TensorNode(.sum, 20), TensorNode(.multiply, 7, 21),  // 22: J
  ]
  let values = try evaluateTensors(graph)
  let gradients = try backpropagateTensors(graph, values, 22)
  return CostAndGradients(
    cost: try values[22].scalar,
    gradients: ShallowGradients(
      dW1: gradients[0], db1: gradients[1], dW2: gradients[2], db2: gradients[3]))
  // END SOLUTION
}

/// Gradient descent with `costAndGradients`.
///
///     θ := θ - α dθ
///
/// - Parameters:
///   - X: examples as columns, shape (n_x, m).
///   - Y: labels, shape (n_y, m).
///   - parameters: where the descent begins.
///   - steps: how many steps to make.
///   - learningRate: α.
/// - Returns: the parameters after the last step, and the cost before each step.
public func trainByGraph(
  _ X: Tensor, _ Y: Tensor, _ parameters: ShallowParameters, _ steps: Int, _ learningRate: Double
) throws -> GraphTraining {
  // BEGIN SOLUTION
  var training = GraphTraining(parameters: parameters, costs: [])
  for _ in 0..<steps {
    let pass = try costAndGradients(X, Y, training.parameters)
    training.costs.append(pass.cost)
    try training.parameters.W1 -= learningRate * pass.gradients.dW1
    try training.parameters.b1 -= learningRate * pass.gradients.db1
    try training.parameters.W2 -= learningRate * pass.gradients.dW2
    try training.parameters.b2 -= learningRate * pass.gradients.db2
  }
  return training
  // END SOLUTION
}
