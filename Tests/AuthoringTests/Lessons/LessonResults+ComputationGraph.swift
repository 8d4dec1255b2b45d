import Coursework
import Datasets
import Syllabus
import Tensors

extension LessonResults {
  static let computationGraph: [String: Computation] = [
    "C2W3c.example": {
      let graph: [Node] = [
        .leaf(5), .leaf(3), .leaf(2), Node(.multiply, 1, 2), Node(.add, 0, 3), .leaf(3),
        Node(.multiply, 5, 4),
      ]
      let values = try C2W3c.evaluate.reference(graph)
      let gradients = try C2W3c.backpropagate.reference(graph, values, 6)
      return graph.indices.flatMap { place in
        let inputs = graph[place].inputs.map(Double.init)
        return [Double(place)] + inputs + [values[place], gradients[place]]
      }
    },
    "C2W3c.twice": {
      let graph: [Node] = [
        .leaf(4), .leaf(2), .leaf(3), Node(.add, 1, 2), Node(.multiply, 0, 3),
        Node(.subtract, 4, 3),
      ]
      let values = try C2W3c.evaluate.reference(graph)
      let local = try C2W3c.localDerivatives.reference(graph, values)
      let gradients = try C2W3c.backpropagate.reference(graph, values, 5)
      return [gradients[4] * local[4][1], gradients[5] * local[5][1], gradients[3]]
    },
    "C2W3c.paths": {
      // The derivative of y = x + x, repeated, is the number of paths from y to x.
      let graph = [Node.leaf(1)] + (0..<20).map { Node(.add, $0, $0) }
      let values = try C2W3c.evaluate.reference(graph)
      let edges = graph.reduce(0) { $0 + $1.inputs.count }
      return [Double(edges), try C2W3c.backpropagate.reference(graph, values, 20)[0]]
    },
    "C2W3c.passes": {
      let counts = [[2, 4, 1], [784, 64, 10]].map { sizes in
        zip(sizes, sizes.dropFirst()).reduce(0) { $0 + ($1.0 + 1) * $1.1 }
      }
      return [4, Double(counts[0]), Double(2 * counts[0]), 1, 784, 64, 10]
        + [Double(counts[1]), Double(2 * counts[1]), 1]
    },
    "C2W3c.flower": {
      let flower = LabelledData.planarFlower()
      let start = try C1W3.initializeParameters.reference(2, 4, 1, 3)
      let costs = try C2W3c.trainByGraph.reference(flower.X, flower.Y, start, 3001, 1.2).costs
      return [0, 1000, 2000, 3000].map { costs[$0] }
    },
  ]
}
