public import Coursework
import Tensors
import Text

/// Course 2, week 3, third part: how a framework works, from a graph of numbers to a network that
/// is trained without a hand-written gradient.
public enum C2W3c {
  /// The week, with its exercises in the order of study.
  public static let week = Week(
    "C2W3c", module: "ComputationGraph",
    title: Phrase("Computation graph", zh: "计算图"),
    exercises: [
      topologicalOrder, evaluate, localDerivatives, backpropagate,
      matrixProductBackward, unbroadcast, sumBackward, reluBackward,
      evaluateTensors, backpropagateTensors, costAndGradients, trainByGraph,
    ])
}

// MARK: Graphs of numbers

extension C2W3c {
  /// An order in which all nodes can be computed.
  public static let topologicalOrder = Exercise<[[Int]], [Int]>(
    "topologicalOrder", week: "C2W3c", parameters: ["inputs"], points: 10,
    sample: { random in random.wiring() })

  /// The value of every node.
  public static let evaluate = Exercise<[Node], [Double]>(
    "evaluate", week: "C2W3c", parameters: ["graph"], points: 10, dependsOn: [topologicalOrder],
    sample: { random in random.graph().graph })

  /// The derivatives of every node with respect to its own inputs.
  public static let localDerivatives = Exercise<[Node], [Double], [[Double]]>(
    "localDerivatives", week: "C2W3c", parameters: ["graph", "values"], points: 12,
    sample: { random in
      let graph = random.graph().graph
      return (graph, try evaluate.reference(graph))
    })

  /// The derivative of one node with respect to every node.
  public static let backpropagate = Exercise<[Node], [Double], Int, [Double]>(
    "backpropagate", week: "C2W3c", parameters: ["graph", "values", "output"], points: 15,
    dependsOn: [topologicalOrder, localDerivatives],
    sample: { random in
      let (graph, output) = random.graph()
      return (graph, try evaluate.reference(graph), output)
    })
}
