import Coursework
import Datasets
import GradedTesting
import Syllabus
import Tensors
import Text

final class ForwardPropagationTests: GradedTestCase {
  override class var exercise: any AnyExercise { C2W3a.forwardPropagation }

  func testKnownValues() throws {
    try grade(4) {
      let cache = try C2W3a.forwardPropagation(SmallNetwork.X, SmallNetwork.parameters)
      try expect(
        cache.A1,
        equals: Tensor([
          [0.339_878_552_177_672_04, 0], [0, 0], [0, 0], [0, 3.312_626_139_087_652_4],
        ]))
      try expect(
        cache.Z2,
        equals: Tensor([
          [0.495_355_161_321_264_34, 0.531_754_489_067_376_3],
          [-1.142_663_743_240_175, -4.119_669_026_566_335],
          [-0.115_148_557_788_399_54, -3.934_105_741_509_947_4],
          [0.059_311_318_602_937_035, 7.934_036_522_906_874],
          [-1.141_033_475_790_520_7, 4.190_450_476_084_544_5],
        ]))
      try expect(
        cache.A2.column(0),
        equals: Tensor.column([
          0.387_790_316_992_851_1, 0.075_372_754_899_620_25, 0.210_600_095_741_441_84,
          0.250_741_099_501_313_4, 0.075_495_732_864_773_4,
        ]))
    }
  }

  func testAnExampleIsJudgedOnItsOwn() throws {
    try grade(2) {
      let all = try C2W3a.forwardPropagation(SmallNetwork.X, SmallNetwork.parameters)
      let one = try C2W3a.forwardPropagation(SmallNetwork.X.column(1), SmallNetwork.parameters)
      try expect(
        one.A2, equals: all.A2.column(1), within: .standard,
        Phrase(
          "the probabilities of an example do not depend on the others of its batch",
          zh: "同一批里的其他样本不应影响某个样本的概率"))
    }
  }

  func testFreshInputs() throws {
    try grade(2) { try C2W3a.forwardPropagation.expectToAgreeWithReference() }
  }
}

final class BackwardPropagationTests: GradedTestCase {
  override class var exercise: any AnyExercise { C2W3a.backwardPropagation }

  func testKnownValues() throws {
    try grade(3) {
      let cache = try C2W3a.forwardPropagation.reference(SmallNetwork.X, SmallNetwork.parameters)
      let gradients = try C2W3a.backwardPropagation(
        SmallNetwork.parameters, cache, SmallNetwork.X, SmallNetwork.Y)
      try expect(
        gradients.first,
        equals: LayerGradients(
          dW: Tensor([
            [0.074_393_299_504_483_01, 0.167_038_364_002_519_17, -0.032_388_799_740_198_2],
            [0, 0, 0], [0, 0, 0],
            [-0.794_148_002_201_567_7, 0.623_927_729_162_708_8, 0.259_888_382_598_964_1],
          ]),
          db: Tensor.column([0.096_487_894_841_603_1, 0, 0, 0.425_112_132_680_208_25])))
      try expect(
        gradients.last?.db,
        equals: Tensor.column([
          0.194_192_856_609_843_4, -0.462_310_780_128_447, 0.105_303_469_851_984_7,
          0.613_512_715_003_604_4, -0.450_698_261_336_985_6,
        ]))
    }
  }

  func testGradientsAreTheSlopesOfTheCost() throws {
    try grade(4) {
      var random = RandomState(seed: 8)
      let parameters = [
        LayerParameters(W: random.randn(4, 3), b: random.randn(4, 1)),
        LayerParameters(W: random.randn(3, 4), b: random.randn(3, 1)),
      ]
      let X = random.randn(3, 5)
      let Y = try Tensor.identity(3).columns(at: [2, 0, 1, 1, 2])
      let cache = try C2W3a.forwardPropagation.reference(X, parameters)
      let gradients = try C2W3a.backwardPropagation(parameters, cache, X, Y)
      try expect(
        gradients.map { [$0.dW.shape, $0.db.shape] },
        equals: [[[4, 3], [4, 1]], [[3, 4], [3, 1]]])
      func cost(_ parameters: [LayerParameters]) throws -> Double {
        try C2W3a.crossEntropyFromLogits.reference(
          C2W3a.forwardPropagation.reference(X, parameters).Z2, Y)
      }
      for l in 0..<2 {
        for place in 0..<12 {
          let expected = try slope(at: place, of: parameters[l].W) { moved in
            var other = parameters
            other[l].W = moved
            return try cost(other)
          }
          try expect(
            gradients[l].dW.elements[place], equals: expected,
            within: Tolerance(relative: 1e-5, absolute: 1e-8), Self.law("dW\(l + 1)"))
        }
        for place in 0..<parameters[l].b.count {
          let expected = try slope(at: place, of: parameters[l].b) { moved in
            var other = parameters
            other[l].b = moved
            return try cost(other)
          }
          try expect(
            gradients[l].db.elements[place], equals: expected,
            within: Tolerance(relative: 1e-5, absolute: 1e-8), Self.law("db\(l + 1)"))
        }
      }
    }
  }

  func testFreshInputs() throws {
    try grade(3) { try C2W3a.backwardPropagation.expectToAgreeWithReference() }
  }

  private static func law(_ name: String) -> Phrase {
    Phrase(
      "\(name) says how much the cost grows when one of its parameters does",
      zh: "\(name) 表示某个参数增加一点点时，代价增加多少")
  }
}

final class ModelTests: GradedTestCase {
  override class var exercise: any AnyExercise { C2W3a.model }

  func testFiveEpochsOnClothes() throws {
    try grade(5) {
      // Every twentieth picture, 784 numbers each; the figures are NumPy's.
      let clothes = try FashionMNIST.train
      let chosen = try clothes.images(at: Array(stride(from: 0, to: clothes.count, by: 20)))
      let run = try C2W3a.model(
        chosen.flattened().X, chosen.oneHot(classes: 10), 16, 0.005, 32, 5, 1)
      try expect(
        run.costs,
        equals: [
          2.188_455_285_158_487_3, 1.877_703_003_260_728, 1.758_454_633_435_437_4,
          1.555_676_483_093_450_4, 1.519_417_094_117_550_7,
        ], within: Tolerance(relative: 1e-6))
      try expect(run.parameters.map(\.W.shape), equals: [[16, 784], [10, 16]])
      try expect(
        run.parameters.first?.b.elements.first, equals: 0.006_298_782_129_063_209,
        within: Tolerance(relative: 1e-5))
      try expect(
        run.parameters.last?.W.elements.first, equals: 0.345_312_446_528_294,
        within: Tolerance(relative: 1e-6))
    }
  }

  func testNoEpochsLeaveHesWeights() throws {
    try grade(2) {
      var random = RandomState(seed: 3)
      let start = [
        LayerParameters(W: random.randn(4, 2), b: .zeros(4, 1)),
        LayerParameters(W: random.randn(3, 4) * sqrt(0.5), b: .zeros(3, 1)),
      ]
      try expect(
        C2W3a.model(Tensor([[1, 2, 3], [4, 5, 7]]), Tensor.identity(3), 4, 0.1, 2, 0, 3),
        equals: SoftmaxTraining(parameters: start, costs: []), within: .standard,
        Phrase("before the first epoch the weights are He's", zh: "第一个 epoch 之前是 He 初始化的权重"))
    }
  }

  func testCostBelongsToAllExamples() throws {
    try grade(3) {
      // At a learning rate of 0 nothing is learned, and the cost of an epoch is that of the whole set.
      var random = RandomState(seed: 9)
      let X = random.randn(3, 7)
      let Y = try Tensor.identity(4).columns(at: [0, 3, 1, 2, 2, 0, 1])
      let start = LayerParameters.he([3, 5, 4], seed: 2)
      let cost = try C2W3a.crossEntropyFromLogits.reference(
        C2W3a.forwardPropagation.reference(X, start).Z2, Y)
      try expect(
        C2W3a.model(X, Y, 5, 0, 4, 2, 2).costs, equals: [cost, cost], within: .standard,
        Phrase(
          "a batch of 4 counts for 4 examples, one of 3 for 3: at learning rate 0 the cost of an epoch is that of the whole set",
          zh: "4 个样本的一批按 4 算，3 个的按 3 算：学习率为 0 时，一个 epoch 的代价就是整个数据集的代价"))
    }
  }

  func testFreshInputs() throws {
    try grade(5) { try C2W3a.model.expectToAgreeWithReference(rounds: 5) }
  }
}

/// Three inputs, four hidden units, five classes, two examples, as the peer draws them.
private enum SmallNetwork {
  static let (parameters, X): ([LayerParameters], Tensor) = {
    var random = RandomState(seed: 2)
    let parameters = [
      LayerParameters(W: random.randn(4, 3), b: random.randn(4, 1)),
      LayerParameters(W: random.randn(5, 4), b: random.randn(5, 1)),
    ]
    return (parameters, random.randn(3, 2))
  }()
  static let Y = Tensor([[0, 0], [1, 0], [0, 0], [0, 0], [0, 1]])
}
