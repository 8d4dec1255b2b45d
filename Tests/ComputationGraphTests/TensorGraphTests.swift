import Coursework
import GradedTesting
import Syllabus
import Tensors
import Text

final class EvaluateTensorsTests: GradedTestCase {
  override class var exercise: any AnyExercise { C2W3c.evaluateTensors }

  func testKnownValues() throws {
    try grade(3) {
      // Tests/Peers/computation_graph.py
      let values = try C2W3c.evaluateTensors(TensorGraph.nodes)
      try expect(values.count, equals: TensorGraph.nodes.count)
      try expect(
        values[TensorGraph.Z],
        equals: Tensor([
          [
            -0.880_260_684_930_035_6, -1.170_540_460_401_192_2, -0.927_501_620_725_800_2,
            -1.048_724_235_386_137_2,
          ],
          [
            1.425_162_480_631_631_4, -0.306_156_810_856_374_53, 0.314_935_958_364_932,
            1.724_229_666_074_717,
          ],
          [
            -1.316_280_463_164_509_3, -0.717_850_104_582_885_8, -1.419_428_019_515_029_5,
            -0.653_376_833_792_348_9,
          ],
        ]))
      try expect(
        values[TensorGraph.rows],
        equals: Tensor.column([
          -0.811_769_451_934_540_3, -0.167_428_800_410_217_13, -0.754_547_188_139_332_2,
        ]))
      try expect(values[TensorGraph.J], equals: Tensor(3.484_766_787_311_328_6))
    }
  }

  func testNumbersAreTensorsOfNoAxes() throws {
    try grade(1) {
      // J = 3 (a + b c) at (5, 3, 2).
      let graph: [TensorNode] = [
        .leaf(Tensor(5)), .leaf(Tensor(3)), .leaf(Tensor(2)), TensorNode(.multiply, 1, 2),
        TensorNode(.add, 0, 3), TensorNode(.multiply, 1, 4),
      ]
      try expect(C2W3c.evaluateTensors(graph).last, equals: Tensor(33))
    }
  }

  func testACycleIsAnError() throws {
    try grade(1) {
      try expectToRefuse(
        Phrase("nodes 0 and 1 depend on each other", zh: "节点 0 和 1 互相依赖")
      ) { try C2W3c.evaluateTensors([TensorNode(.relu, 1), TensorNode(.tanh, 0)]) }
    }
  }

  func testFreshInputs() throws {
    try grade(3) { try C2W3c.evaluateTensors.expectToAgreeWithReference(rounds: 5) }
  }
}

final class BackpropagateTensorsTests: GradedTestCase {
  override class var exercise: any AnyExercise { C2W3c.backpropagateTensors }

  func testKnownValues() throws {
    try grade(5) {
      // Tests/Peers/computation_graph.py
      let values = try C2W3c.evaluateTensors.reference(TensorGraph.nodes)
      let gradients = try C2W3c.backpropagateTensors(TensorGraph.nodes, values, TensorGraph.J)
      try expect(gradients.count, equals: TensorGraph.nodes.count)
      try expect(
        Array(gradients.prefix(5)),
        equals: [
          Tensor([
            [0.259_400_881_511_376_7, -0.373_312_723_493_296_9],
            [-0.948_681_184_569_384, 0.236_340_205_274_858_33],
            [0.145_788_144_406_714_67, -0.074_913_657_463_555_41],
          ]),
          Tensor([
            [
              -0.250_932_063_819_811_15, 0.577_711_265_435_060_7, 0.183_553_612_402_270_14,
              -0.285_507_079_913_358_83,
            ],
            [
              0.040_858_261_263_728_77, -0.135_551_060_437_983_57, -0.249_233_261_543_776_54,
              0.495_800_232_594_316_2,
            ],
          ]),
          Tensor.column([
            -0.931_416_149_506_025_6, -0.092_366_231_847_171_44, -0.430_147_539_131_170_9,
          ]),
          Tensor([
            [4.284_338_287_979_993, 0.298_943_177_407_230_86, 4.057_411_720_595_823],
            [4.284_338_287_979_993, 0.298_943_177_407_230_86, 4.057_411_720_595_823],
          ]),
          Tensor(4.810_952_987_351_961),
        ])
    }
  }

  func testTheSumOfASquare() throws {
    try grade(3) {
      // J = ΣΣ (W W): the same matrix is both factors, dW = 1 Wᵀ + Wᵀ 1.
      let graph: [TensorNode] = [
        TensorNode(.sum, 2), .leaf(Tensor([[1, 2], [3, 4]])), TensorNode(.matrixProduct, 1, 1),
        .leaf(Tensor([[9, 9]])),
      ]
      let values = try C2W3c.evaluateTensors.reference(graph)
      try expect(
        C2W3c.backpropagateTensors(graph, values, 0),
        equals: [
          Tensor(1), Tensor([[7, 11], [9, 13]]), .ones(2, 2), .zeros(1, 2),
        ])
    }
  }

  func testBroadcastLeavesGetSums() throws {
    try grade(3) {
      // J = Σ X ∗ (r + c + s), with a row, a column and a number.
      let X = Tensor([[1, -2, 3], [4, 5, -6]])
      let graph: [TensorNode] = [
        .leaf(X), .leaf(Tensor([7, 8, 9])), .leaf(Tensor([[1], [2]])), .leaf(Tensor(4)),
        TensorNode(.add, 1, 2), TensorNode(.add, 4, 3), TensorNode(.multiply, 0, 5),
        TensorNode(.sum, 6),
      ]
      let values = try C2W3c.evaluateTensors.reference(graph)
      let gradients = try C2W3c.backpropagateTensors(graph, values, 7)
      let shape = Phrase(
        "each gradient has the shape of its value, and every use adds its share",
        zh: "每个梯度的形状与它的值相同，每用一次都加上一份")
      try expect(
        Array(gradients[1...3]),
        equals: [Tensor([5, 3, -3]), Tensor([[2], [3]]), Tensor(5)], within: .standard, shape)
    }
  }

  func testGradientsAreTheSlopesOfTheOutput() throws {
    try grade(5) {
      var random = RandomState(seed: RunEnvironment.current.seed)
      let (graph, values, output) = try C2W3c.backpropagateTensors.sampleInput(&random)
      let gradients = try C2W3c.backpropagateTensors(graph, values, output)
      try expect(gradients.map(\.shape), equals: values.map(\.shape))
      // At a kink of a ReLU, a finite difference mixes both slopes.
      guard !isAtKink(graph, values) else { return }
      for (leaf, node) in graph.enumerated() where node.operation == .leaf {
        // Checks the first and the last element of each leaf.
        for place in Set([0, node.value.count - 1]).sorted() {
          let expected = try slope(at: place, of: node.value) { moved in
            var graph = graph
            graph[leaf].value = moved
            return try C2W3c.evaluateTensors.reference(graph)[output].scalar
          }
          try expect(
            gradients[leaf].elements[place], equals: expected,
            within: Tolerance(relative: 1e-4, absolute: 1e-4),
            Phrase(
              "how much the cost grows when element \(place) of leaf \(leaf) grows a little",
              zh: "叶节点 \(leaf) 的第 \(place) 个元素增加一点点时，代价增加多少"))
        }
      }
    }
  }

  /// Whether an input of a ReLU is so near to 0 that a finite difference crosses it.
  private func isAtKink(_ graph: [TensorNode], _ values: [Tensor]) -> Bool {
    graph.filter { $0.operation == .relu }.contains { node in
      abs(values[node.inputs[0]]).min() < 1e-3
    }
  }

  func testFreshInputs() throws {
    try grade(4) { try C2W3c.backpropagateTensors.expectToAgreeWithReference(rounds: 5) }
  }
}

/// J = Σ V (rows ∗ log S) with S = σ(Z), rows = Σ (tanh Z ∗ S - relu Z ∗ 0.5) along axis 1 and
/// Z = W X + b.
enum TensorGraph {
  static let (Z, rows, J) = (6, 13, 17)

  static let nodes: [TensorNode] = {
    var random = RandomState(seed: 4)
    let leaves = [
      random.randn(3, 2), random.randn(2, 4), random.randn(3, 1), random.randn(2, 3),
    ]
    return leaves.map { TensorNode.leaf($0) } + [
      .leaf(Tensor(0.5)), TensorNode(.matrixProduct, 0, 1), TensorNode(.add, 5, 2),
      TensorNode(.sigmoid, 6), TensorNode(.tanh, 6), TensorNode(.relu, 6),
      TensorNode(.multiply, 8, 7), TensorNode(.multiply, 9, 4), TensorNode(.subtract, 10, 11),
      TensorNode(.sum, 12, axis: 1), TensorNode(.log, 7), TensorNode(.multiply, 13, 14),
      TensorNode(.matrixProduct, 3, 15), TensorNode(.sum, 16),
    ]
  }()
}
