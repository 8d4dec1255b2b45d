import Coursework
import GradedTesting
import Syllabus
import Tensors
import Text

final class EvaluateTests: GradedTestCase {
  override class var exercise: any AnyExercise { C2W3c.evaluate }

  func testPublishedExample() throws {
    try grade(2) {
      try expect(
        C2W3c.evaluate(Formulas.published), equals: [5, 3, 2, 6, 11, 3, 33] as [Double])
      try expect(C2W3c.evaluate(Formulas.twice), equals: [4, 2, 3, 5, 20, 15] as [Double])
      // The same nodes in another order.
      let shuffled: [Node] = [
        Node(.multiply, 4, 2), .leaf(2), Node(.add, 5, 3), Node(.multiply, 6, 1), .leaf(3),
        .leaf(5), .leaf(3),
      ]
      try expect(C2W3c.evaluate(shuffled), equals: [33, 2, 11, 6, 3, 5, 3] as [Double])
    }
  }

  func testEveryOperation() throws {
    try grade(3) {
      let values = try C2W3c.evaluate(Formulas.all)
      // Tests/Peers/computation_graph.py
      try expect(
        values,
        equals: [
          1.5, 0.5, 0.8, 3, 0.7, 0.668_187_772_168_166_2, 3.668_187_772_168_166_4,
          1.299_697_745_060_008, 0.4, 1.491_824_697_641_270_3, 1.938_921_195_549_187_4,
          0.438_921_195_549_187_4,
        ])
    }
  }

  func testTheOrderOfTheNodesDoesNotMatter() throws {
    try grade(1) {
      let backwards = Formulas.all.indices.reversed().map { i -> Node in
        var node = Formulas.all[i]
        node.inputs = node.inputs.map { Formulas.all.count - 1 - $0 }
        return node
      }
      try expect(
        C2W3c.evaluate(backwards),
        equals: C2W3c.evaluate(Formulas.all).reversed() as [Double], within: .standard,
        Phrase(
          "the same nodes listed from the last to the first have the same values",
          zh: "同样的节点，从后往前列出，值不变"))
    }
  }

  func testACycleIsAnError() throws {
    try grade(1) {
      try expectToRefuse(
        Phrase("nodes 1 and 2 depend on each other", zh: "节点 1 和 2 互相依赖")
      ) { try C2W3c.evaluate([.leaf(1), Node(.add, 0, 2), Node(.exp, 1)]) }
    }
  }

  func testFreshInputs() throws {
    try grade(3) { try C2W3c.evaluate.expectToAgreeWithReference(rounds: 6) }
  }
}

/// Formulas as graphs, and their values.
enum Formulas {
  /// J = 3 (a + b c) at a = 5, b = 3, c = 2; J stands last.
  static let published: [Node] = [
    .leaf(5), .leaf(3), .leaf(2), Node(.multiply, 1, 2), Node(.add, 0, 3), .leaf(3),
    Node(.multiply, 5, 4),
  ]

  /// J = (a - 1) (b + c) at a = 4, b = 2, c = 3, as q - p with p = b + c and q = a p.
  static let twice: [Node] = [
    .leaf(4), .leaf(2), .leaf(3), Node(.add, 1, 2), Node(.multiply, 0, 3), Node(.subtract, 4, 3),
  ]

  /// J = log(a / b + σ(a - c)) e^(b c) - a at a = 1.5, b = 0.5, c = 0.8; J stands last.
  static let all: [Node] = [
    .leaf(1.5), .leaf(0.5), .leaf(0.8),
    Node(.divide, 0, 1), Node(.subtract, 0, 2), Node(.sigmoid, 4), Node(.add, 3, 5),
    Node(.log, 6), Node(.multiply, 1, 2), Node(.exp, 8), Node(.multiply, 7, 9),
    Node(.subtract, 10, 0),
  ]
}

/// The derivative of a node with respect to a leaf, as a central difference of the solution's values.
func slope(of output: Int, in graph: [Node], by leaf: Int) throws -> Double {
  try slope(at: leaf, of: Tensor(graph.map(\.value))) { moved in
    var graph = graph
    graph[leaf].value = moved.elements[leaf]
    return try C2W3c.evaluate.reference(graph)[output]
  }
}
