import Coursework
import Datasets
import Foundation
import Plotting
import Syllabus
import Tensors
import Text

/// Graphs with what flows forward and back, and a flower that is learned without a gradient by hand.
extension LessonPicture {
  static let computationGraph = [publishedGraph, usedTwice, learnedFlower]

  /// J = 3 (a + b c).
  private static let publishedGraph = LessonPicture("C2W3c", "example") {
    try drawing(
      [
        .leaf(5), .leaf(3), .leaf(2), Node(.multiply, 1, 2), Node(.add, 0, 3), .leaf(3),
        Node(.multiply, 5, 4),
      ],
      nodes: [
        .init("a", 0, 0), .init("b", 0, 1), .init("c", 0, 2), .init("×", 1.3, 1.5),
        .init("+", 2.6, 1), .init("3", 2.6, 2), .init("×", 3.9, 1.5), .init("J", 5, 1.5),
      ])
  }

  /// J = q - p with p = b + c and q = a p.
  private static let usedTwice = LessonPicture("C2W3c", "twice") {
    try drawing(
      [
        .leaf(4), .leaf(2), .leaf(3), Node(.add, 1, 2), Node(.multiply, 0, 3),
        Node(.subtract, 4, 3),
      ],
      nodes: [
        .init("a", 1.4, 0), .init("b", 0, 1), .init("c", 0, 2), .init("p", 1.4, 1.5),
        .init("q", 2.8, 0.5), .init("−", 4, 1.2), .init("J", 5, 1.2),
      ])
  }

  /// The edges of a graph with the values that go forward and the shares that come back; its last node
  /// is J, and what is drawn last stands for what J is used for.
  private static func drawing(
    _ graph: [Node], nodes: [ComputationGraph.Node]
  ) throws -> ComputationGraph {
    let values = try C2W3c.evaluate.reference(graph)
    let local = try C2W3c.localDerivatives.reference(graph, values)
    let J = graph.count - 1
    let gradients = try C2W3c.backpropagate.reference(graph, values, J)
    func written(_ value: Double) -> String {
      String(format: "%g", value).replacing("-", with: "−")
    }
    var edges: [ComputationGraph.Edge] = []
    for (place, node) in graph.enumerated() {
      for (input, derivative) in zip(node.inputs, local[place]) {
        edges.append(
          .init(input, place, written(values[input]), written(gradients[place] * derivative)))
      }
    }
    edges.append(.init(J, J + 1, written(values[J]), written(gradients[J])))
    return ComputationGraph(nodes: nodes, edges: edges)
  }

  /// The cost of the flower with tanh and with ReLU, by the same engine.
  private static let learnedFlower = LessonPicture("C2W3c", "flower") {
    let flower = LabelledData.planarFlower()
    let start = try C1W3.initializeParameters.reference(2, 4, 1, 3)
    return try [TensorNode.Operation.tanh, .relu].map { activation in
      var graph = costGraph(flower, start, activation)
      var costs: [Double] = []
      for _ in 0...1000 {
        let values = try C2W3c.evaluateTensors.reference(graph)
        let gradients = try C2W3c.backpropagateTensors.reference(graph, values, graph.count - 1)
        costs.append(try values[graph.count - 1].scalar)
        for place in 0..<4 { try graph[place].value -= 1.2 * gradients[place] }
      }
      let shown = Array(stride(from: 0, to: costs.count, by: 10))
      return try Series(
        activation == .relu ? "ReLU" : "tanh", x: shown.map(Double.init), y: shown.map { costs[$0] }
      )
    }
  } draw: { (series: [Series], language) in
    LineChart(x: Phrase("steps", zh: "步")(language), y: "J", series: series)
  }

  /// The cost of a network with one hidden layer, its parameters at 0 to 3, the cost last.
  private static func costGraph(
    _ data: LabelledData, _ start: ShallowParameters, _ activation: TensorNode.Operation
  ) -> [TensorNode] {
    let leaves = [
      start.W1, start.b1, start.W2, start.b2, data.X, data.Y, Tensor(1),
      Tensor(-1 / Double(data.X.columns)),
    ]
    return leaves.map { TensorNode.leaf($0) } + [
      TensorNode(.matrixProduct, 0, 4), TensorNode(.add, 8, 1), TensorNode(activation, 9),
      TensorNode(.matrixProduct, 2, 10), TensorNode(.add, 11, 3), TensorNode(.sigmoid, 12),
      TensorNode(.log, 13), TensorNode(.multiply, 5, 14), TensorNode(.subtract, 6, 5),
      TensorNode(.subtract, 6, 13), TensorNode(.log, 17), TensorNode(.multiply, 16, 18),
      TensorNode(.add, 15, 19), TensorNode(.sum, 20), TensorNode(.multiply, 7, 21),
    ]
  }
}
