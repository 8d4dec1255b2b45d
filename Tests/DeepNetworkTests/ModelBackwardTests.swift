import Coursework
import GradedTesting
import Syllabus
import Tensors
import Text

final class ModelBackwardTests: GradedTestCase {
  override class var exercise: any AnyExercise { C1W4.modelBackward }

  private static let Y = Tensor([[1, 0, 1, 0]])

  /// Five inputs, layers of 4 and 3 units and one or two outputs, four examples.
  private static func example(
    outputs: Int = 1
  ) -> (X: Tensor, parameters: [LayerParameters]) {
    var random = RandomState(seed: 6)
    let X = random.randn(5, 4)
    return (X, Network.layers([5, 4, 3, outputs], &random))
  }

  func testKnownValues() throws {
    try grade(4) {
      let (X, parameters) = Self.example()
      let forward = try Network.forward(X, parameters)
      let gradients = try C1W4.modelBackward(forward.AL, Self.Y, forward.caches)
      try expect(gradients.count, equals: 3)
      try expect(
        gradients[2],
        equals: LinearGradients(
          dAPrevious: Tensor([
            [-0.902_967_989_97, 0.662_566_339_237, -0.754_356_132_699, 0.044_436_581_442],
            [-0.409_567_889_459, 0.300_526_596_958, -0.342_160_577_786, 0.020_155_528_3],
            [0.728_424_629_096, -0.534_492_523_846, 0.608_539_385_971, -0.035_847_007_551],
          ]),
          dW: Tensor([[-0.331_884_698_086, -1.469_150_762_327, -2.723_732_859_02]]),
          db: Tensor([[-0.252_792_117_327]])), within: .digits(11))
      try expect(
        gradients[1].dW,
        equals: Tensor([
          [0.526_806_722_347, 0, -0.914_499_717_386, -1.099_445_013_916],
          [0, 0, -0.414_798_446_148, -0.498_685_865_864],
          [0.061_987_357_888, 0.484_004_269_853, 0.737_727_278_093, 0.886_922_720_816],
        ]), within: .digits(11))
      try expect(
        gradients[0].db,
        equals: Tensor([
          [-0.078_120_168_118], [0.060_301_319_882], [-0.378_081_722_83], [0.484_092_353_035],
        ]), within: .digits(11))
    }
  }

  func testGradientsAreTheSlopesOfTheCost() throws {
    try grade(5) {
      let (X, parameters) = Self.example(outputs: 2)
      let Y = Tensor([[1, 0, 1, 0], [0, 0, 1, 1]])
      let forward = try Network.forward(X, parameters)
      let gradients = try C1W4.modelBackward(forward.AL, Y, forward.caches)
      try expect(gradients.count, equals: parameters.count)
      for l in parameters.indices.reversed() {
        func slope(_ part: WritableKeyPath<LayerParameters, Tensor>) throws -> Tensor {
          try numericalGradient(at: parameters[l][keyPath: part]) { value in
            var moved = parameters
            moved[l][keyPath: part] = value
            return try Network.cost(X, Y, moved)
          }
        }
        func note(_ name: String) -> Phrase {
          Phrase(
            "d\(name)[\(l + 1)] says how much the cost grows when \(name)[\(l + 1)] grows a little",
            zh: "d\(name)[\(l + 1)] 表示 \(name)[\(l + 1)] 增加一点点时代价增加多少")
        }
        try expect(gradients[l].dW, equals: slope(\.W), within: .numericalDerivative, note("W"))
        try expect(gradients[l].db, equals: slope(\.b), within: .numericalDerivative, note("b"))
      }
    }
  }

  func testOneLayerIsLogisticRegression() throws {
    try grade(2) {
      // With W = 0 every answer is 1/2, and dW = 1/m (A - Y) Xᵀ.
      let X = Tensor([[1, 2], [3, -5]])
      let layer = LayerParameters(W: .zeros(1, 2), b: .zeros(1, 1))
      let forward = try Network.forward(X, [layer])
      try expect(
        C1W4.modelBackward(forward.AL, Tensor([[1, 0]]), forward.caches),
        equals: [
          LinearGradients(
            dAPrevious: .zeros(2, 2), dW: Tensor([[0.25, -2]]), db: Tensor([[0]]))
        ])
    }
  }

  func testSeeingEveryExampleTwiceChangesNothing() throws {
    try grade(2) {
      let (X, parameters) = Self.example()
      let once = try Network.forward(X, parameters)
      let expected = try C1W4.modelBackward.reference(once.AL, Self.Y, once.caches)
      let twice = try Network.forward(X.concatenated(with: X, axis: 1), parameters)
      let gradients = try C1W4.modelBackward(
        twice.AL, Self.Y.concatenated(with: Self.Y, axis: 1), twice.caches)
      let note = Phrase(
        "gradients are means over the examples, so that repeating all of them changes nothing",
        zh: "梯度是对样本取的平均，所以把全部样本重复一遍不会改变它")
      try expect(gradients.map(\.dW), equals: expected.map(\.dW), within: .standard, note)
      try expect(gradients.map(\.db), equals: expected.map(\.db), within: .standard, note)
    }
  }

  func testFreshInputs() throws {
    try grade(2) { try C1W4.modelBackward.expectToAgreeWithReference() }
  }
}
