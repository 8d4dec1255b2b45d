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
  // YOUR CODE HERE
  throw NotImplemented()
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
  // YOUR CODE HERE
  throw NotImplemented()
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
  // YOUR CODE HERE
  throw NotImplemented()
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
  // YOUR CODE HERE
  throw NotImplemented()
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
  // YOUR CODE HERE
  throw NotImplemented()
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
  // YOUR CODE HERE
  throw NotImplemented()
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
  // YOUR CODE HERE
  throw NotImplemented()
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
  // YOUR CODE HERE
  throw NotImplemented()
}

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
  // YOUR CODE HERE
  throw NotImplemented()
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
  // YOUR CODE HERE
  throw NotImplemented()
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
  // YOUR CODE HERE
  throw NotImplemented()
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
  // YOUR CODE HERE
  throw NotImplemented()
}
