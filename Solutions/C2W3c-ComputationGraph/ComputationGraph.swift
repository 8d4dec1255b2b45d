import Syllabus
import Tensors

// MARK: Graphs of numbers

/// An order in which all nodes of a graph can be computed: each after all of its inputs.
///
/// Take, again and again, the first node in the list that has no place in the order yet and whose
/// inputs all have one. Where there are nodes left and none can be taken, the graph has a cycle.
///
/// - Parameter inputs: for each node the places of its inputs in this list, from 0; none for a leaf.
/// - Returns: the places of all nodes, each once.
/// - Throws: `GraphError.cycle` where there is no such order.
///
/// ```swift
/// // Node 0 is computed from 2 and 1, node 1 from 2.
/// print(try topologicalOrder([[2, 1], [2], []]))  // [2, 1, 0]
/// ```
public func topologicalOrder(_ inputs: [[Int]]) throws -> [Int] {
  // BEGIN SOLUTION
  var order: [Int] = []
  var isPlaced = inputs.map { _ in false }
  while order.count < inputs.count {
    let next = inputs.indices.first { node in
      !isPlaced[node] && inputs[node].allSatisfy { isPlaced[$0] }
    }
    guard let next else { throw GraphError.cycle }
    order.append(next)
    isPlaced[next] = true
  }
  return order
  // END SOLUTION
}

/// The value of every node: the forward pass.
///
/// The nodes may stand in any order; `topologicalOrder` says in which to compute them. One node's
/// inputs are `graph[i].inputs`; `graph.map(\.inputs)` are those of all.
///
/// - Parameter graph: the nodes.
/// - Returns: one value for each node, in the order of the list.
/// - Throws: `GraphError.cycle`.
///
/// ```swift
/// // J = 3 (a + b c) at a = 5, b = 3, c = 2
/// let graph: [Node] = [
///   .leaf(5), .leaf(3), .leaf(2), Node(.multiply, 1, 2), Node(.add, 0, 3), .leaf(3),
///   Node(.multiply, 5, 4),
/// ]
/// print(try evaluate(graph))  // [5.0, 3.0, 2.0, 6.0, 11.0, 3.0, 33.0]
/// ```
public func evaluate(_ graph: [Node]) throws -> [Double] {
  // BEGIN SOLUTION
  var values = graph.map(\.value)
  for i in try topologicalOrder(graph.map(\.inputs)) {
    let x = graph[i].inputs.map { values[$0] }
    switch graph[i].operation {
    case .leaf: break
    case .add: values[i] = x[0] + x[1]
    case .subtract: values[i] = x[0] - x[1]
    case .multiply: values[i] = x[0] * x[1]
    case .divide: values[i] = x[0] / x[1]
    case .exp: values[i] = exp(x[0])
    case .log: values[i] = log(x[0])
    case .sigmoid: values[i] = 1 / (1 + exp(-x[0]))
    }
  }
  return values
  // END SOLUTION
}

/// The derivatives of every node with respect to each of its own inputs.
///
///     a + b: 1, 1      a - b: 1, -1      a b: b, a      a / b: 1/b, -a/b²
///     eˣ: eˣ           log x: 1/x        σ(x): σ(x) (1 - σ(x))
///
/// They are local: they say nothing of what the node is used for.
///
/// - Parameters:
///   - graph: the nodes.
///   - values: what `evaluate` gave for them.
/// - Returns: for each node as many numbers as it has inputs, in their order; none for a leaf.
///
/// ```swift
/// let graph: [Node] = [.leaf(3), .leaf(2), Node(.multiply, 0, 1)]
/// print(try localDerivatives(graph, [3, 2, 6]))  // [[], [], [2.0, 3.0]]
/// ```
public func localDerivatives(_ graph: [Node], _ values: [Double]) throws -> [[Double]] {
  // BEGIN SOLUTION
  var derivatives: [[Double]] = []
  for (i, node) in graph.enumerated() {
    let x = node.inputs.map { values[$0] }
    let y = values[i]
    switch node.operation {
    case .leaf: derivatives.append([])
    case .add: derivatives.append([1, 1])
    case .subtract: derivatives.append([1, -1])
    case .multiply: derivatives.append([x[1], x[0]])
    case .divide: derivatives.append([1 / x[1], -x[0] / (x[1] * x[1])])
    case .exp: derivatives.append([y])
    case .log: derivatives.append([1 / x[0]])
    case .sigmoid: derivatives.append([y * (1 - y)])
    }
  }
  return derivatives
  // END SOLUTION
}

/// The derivatives of one node J with respect to every node: the backward pass.
///
///     dJ/dJ = 1,   dJ/dx = Σ dJ/dy · ∂y/∂x      over all nodes y that are computed from x
///
/// Go through the nodes in reverse topological order. Each hands its own derivative, times the local
/// one, to each of its inputs, which *adds* it to what it has: a node that is used twice is handed two
/// shares, also where one node uses it twice.
///
/// - Parameters:
///   - graph: the nodes, in any order.
///   - values: what `evaluate` gave for them.
///   - output: the place of J.
/// - Returns: for each node the derivative of J with respect to it; 0 where J does not depend on it.
/// - Throws: `GraphError.cycle`.
///
/// ```swift
/// // J = x x + x at x = 3
/// let graph: [Node] = [.leaf(3), Node(.multiply, 0, 0), Node(.add, 1, 0)]
/// print(try backpropagate(graph, [3, 9, 12], 2))  // [7.0, 1.0, 1.0]
/// ```
public func backpropagate(
  _ graph: [Node], _ values: [Double], _ output: Int
) throws -> [Double] {
  // BEGIN SOLUTION
  let local = try localDerivatives(graph, values)
  var gradients = graph.map { _ in 0.0 }
  gradients[output] = 1
  for i in try topologicalOrder(graph.map(\.inputs)).reversed() {
    for (input, derivative) in zip(graph[i].inputs, local[i]) {
      gradients[input] += gradients[i] * derivative
    }
  }
  return gradients
  // END SOLUTION
}

// MARK: Derivatives of tensor operations

/// The gradients of both factors of C = A B.
///
///     dA = dC Bᵀ,   dB = Aᵀ dC
///
/// - Parameters:
///   - dC: the derivative of the cost with respect to C, shape (n, m).
///   - A: the first factor, shape (n, k).
///   - B: the second factor, shape (k, m).
/// - Returns: dA of shape (n, k), dB of shape (k, m).
///
/// ```swift
/// let gradients = try matrixProductBackward(
///   Tensor([[1, 0]]), Tensor([[2, 3]]), Tensor([[4, 5], [6, 7]]))
/// print(gradients.dA)  // [[4. 6.]]
/// print(gradients.dB)
/// // [[2. 0.]
/// //  [3. 0.]]
/// ```
public func matrixProductBackward(
  _ dC: Tensor, _ A: Tensor, _ B: Tensor
) throws -> ProductGradients {
  // BEGIN SOLUTION
  return ProductGradients(dA: try dot(dC, B.T), dB: try dot(A.T, dC))
  // END SOLUTION
}

/// The gradient of a tensor that was broadcast, from that of the larger one.
///
/// Where b of shape (n, 1) is added to Z of shape (n, m), each number of b is used m times: its
/// gradient is the *sum* of the m derivatives. Broadcasting adds axes of length 1 in front, and
/// stretches axes of length 1; so sum over the axes in front that `shape` lacks, and over those that
/// have length 1 in `shape` and not in dY.
///
/// - Parameters:
///   - dY: the derivative with respect to the result, of any shape.
///   - shape: the shape that the tensor had before it was broadcast to the shape of dY.
/// - Returns: the derivative with respect to that tensor, of shape `shape`.
///
/// ```swift
/// let dY = Tensor([[1, 2, 3], [4, 5, 6]])
/// print(try unbroadcast(dY, [2, 1]))
/// // [[ 6.]
/// //  [15.]]
/// print(try unbroadcast(dY, [3]))  // [5. 7. 9.]
/// print(try unbroadcast(dY, []))  // 21.
/// ```
public func unbroadcast(_ dY: Tensor, _ shape: [Int]) throws -> Tensor {
  // BEGIN SOLUTION
  var dX = dY
  while dX.rank > shape.count { dX = try dX.sum(axis: 0) }
  for axis in shape.indices where shape[axis] == 1 && dX.shape[axis] > 1 {
    dX = try dX.sum(axis: axis, keepingDimensions: true)
  }
  return dX
  // END SOLUTION
}

/// The gradient of a tensor that was summed.
///
/// Each element goes into one sum, with derivative 1: its gradient is that of its sum.
///
/// - Parameters:
///   - dS: the derivative with respect to the sums. Their axis has length 1, or is not there any more.
///   - shape: the shape of the tensor that was summed.
///   - axis: the axis along which it was summed, from 0; nil if all elements were, and dS has one number.
/// - Returns: the derivative with respect to the tensor, of shape `shape`.
///
/// ```swift
/// print(try sumBackward(Tensor([7, 8]), [2, 3], 1))
/// // [[7. 7. 7.]
/// //  [8. 8. 8.]]
/// ```
public func sumBackward(_ dS: Tensor, _ shape: [Int], _ axis: Int?) throws -> Tensor {
  // BEGIN SOLUTION
  var kept = shape
  if let axis {
    kept[axis] = 1
  } else {
    kept = shape.map { _ in 1 }
  }
  return try dS.reshaped(shape: kept) * Tensor.ones(shape: shape)
  // END SOLUTION
}

/// The gradient of what went through a ReLU, A = max(0, Z).
///
///     dZ = dA where Z > 0,   0 where Z < 0
///
/// At exactly 0 there is no slope. Both 0 and dA are in use, and both are right here.
///
/// - Parameters:
///   - dA: the derivative with respect to A.
///   - Z: what went into the ReLU, of the same shape.
/// - Returns: dZ, of the same shape.
///
/// ```swift
/// print(try reluBackward(Tensor([5, 6, 7]), Tensor([-1, 0.5, 2])))  // [0. 6. 7.]
/// ```
public func reluBackward(_ dA: Tensor, _ Z: Tensor) throws -> Tensor {
  // BEGIN SOLUTION
  return try dA * (Z .> 0)
  // END SOLUTION
}
