import Coursework
import GradedTesting
import Syllabus
import Tensors
import Text

final class LocalDerivativesTests: GradedTestCase {
  override class var exercise: any AnyExercise { C2W3c.localDerivatives }

  func testKnownValues() throws {
    try grade(4) {
      let values = try C2W3c.evaluate.reference(Formulas.all)
      try expect(
        C2W3c.localDerivatives(Formulas.all, values),
        equals: [
          [], [], [], [2, -6], [1, -1], [0.221_712_873_293_109_1], [1, 1],
          [0.272_614_179_565_002_8], [0.8, 0.5], [1.491_824_697_641_270_3],
          [1.491_824_697_641_270_3, 1.299_697_745_060_008], [1, -1],
        ])
    }
  }

  func testTheyAreTheSlopesOfEachOperation() throws {
    try grade(4) {
      let (x, y) = (1.7, 0.6)
      for operation in Node.Operation.allCases.dropFirst() {
        let isUnary = [.exp, .log, .sigmoid].contains(operation)
        let graph: [Node] =
          isUnary
          ? [.leaf(x), Node(operation, 0)] : [.leaf(x), .leaf(y), Node(operation, 0, 1)]
        let last = graph.count - 1
        let derivatives = try C2W3c.localDerivatives(graph, C2W3c.evaluate.reference(graph))
        try expect(
          derivatives.last, equals: (0..<last).map { try slope(of: last, in: graph, by: $0) },
          within: Tolerance(relative: 1e-6, absolute: 1e-8),
          Phrase(
            "how much \(operation) grows when one of its inputs grows a little, at \(isUnary ? "\(x)" : "\(x), \(y)")",
            zh: "\(operation) 的一个输入增加一点点时，它的值增加多少，输入为 \(isUnary ? "\(x)" : "\(x)、\(y)")"))
      }
    }
  }

  func testFreshInputs() throws {
    try grade(4) { try C2W3c.localDerivatives.expectToAgreeWithReference(rounds: 6) }
  }
}

final class BackpropagateTests: GradedTestCase {
  override class var exercise: any AnyExercise { C2W3c.backpropagate }

  func testPublishedExample() throws {
    try grade(2) {
      // dJ/da = 3, dJ/db = 6, dJ/dc = 9; of the inner nodes 3, of the constant 11.
      try expect(
        C2W3c.backpropagate(Formulas.published, [5, 3, 2, 6, 11, 3, 33], 6),
        equals: [3, 6, 9, 3, 3, 11, 1] as [Double])
    }
  }

  func testKnownValues() throws {
    try grade(2) {
      let values = try C2W3c.evaluate.reference(Formulas.all)
      try expect(
        C2W3c.backpropagate(Formulas.all, values, 11),
        equals: [
          -0.096_445_890_640_119_92, -0.889_018_439_574_349_9, 0.879_291_620_419_279_1,
          0.406_692_566_002_283_26, 0.090_168_977_355_313_62, 0.406_692_566_002_283_26,
          0.406_692_566_002_283_26, 1.491_824_697_641_270_3, 1.938_921_195_549_187_2,
          1.299_697_745_060_008, 1, 1,
        ])
    }
  }

  func testANodeThatIsUsedTwiceGetsTheSum() throws {
    try grade(2) {
      // J = (a - 1) (b + c) at a = 4, b = 2, c = 3, as a p - p with p = b + c.
      let sum = Phrase(
        "p is used by two nodes and gets a share from each: a - 1 = 4 - 1",
        zh: "两个节点用到 p，各传给它一份：a - 1 = 4 - 1")
      let gradients = try C2W3c.backpropagate(Formulas.twice, [4, 2, 3, 5, 20, 15], 5)
      try expect(gradients.dropFirst(3).first, equals: 3.0, within: .standard, sum)
      try expect(gradients, equals: [5, 3, 3, 3, 1, 1] as [Double])
      // x⁴ by squaring twice, at x = 2: each product uses one node twice.
      try expect(
        C2W3c.backpropagate(
          [.leaf(2), Node(.multiply, 0, 0), Node(.multiply, 1, 1)], [2, 4, 16], 2),
        equals: [32, 8, 1] as [Double], within: .standard,
        Phrase(
          "in x · x both factors are the same node, which gets both shares",
          zh: "x · x 的两个因子是同一个节点，两份都要给它"))
    }
  }

  func testTheOutputMayStandAnywhere() throws {
    try grade(2) {
      // J = a b stands first; the nodes after it do not lead to it.
      let graph: [Node] = [
        Node(.multiply, 2, 3), Node(.add, 0, 2), .leaf(5), .leaf(7), Node(.log, 2), .leaf(11),
      ]
      let values = try C2W3c.evaluate.reference(graph)
      try expect(
        C2W3c.backpropagate(graph, values, 0), equals: [1, 0, 7, 5, 0, 0] as [Double],
        within: .standard,
        Phrase(
          "nodes that J does not depend on have 0, including those computed from J",
          zh: "J 不依赖的节点为 0，由 J 算出来的节点也是"))
    }
  }

  func testGradientsAreTheSlopesOfTheOutput() throws {
    try grade(4) {
      var random = RandomState(seed: RunEnvironment.current.seed)
      for _ in 0..<2 {
        let (graph, values, output) = try C2W3c.backpropagate.sampleInput(&random)
        let gradients = try C2W3c.backpropagate(graph, values, output)
        try expect(gradients.count, equals: graph.count)
        for (place, node) in graph.enumerated() where node.operation == .leaf {
          let expected = try slope(of: output, in: graph, by: place)
          try expect(
            gradients[place], equals: expected, within: Tolerance(relative: 1e-4, absolute: 1e-5),
            Phrase(
              "how much the output grows when leaf \(place) grows a little",
              zh: "叶节点 \(place) 增加一点点时，输出增加多少"))
        }
      }
    }
  }

  func testFreshInputs() throws {
    try grade(3) { try C2W3c.backpropagate.expectToAgreeWithReference(rounds: 6) }
  }
}
