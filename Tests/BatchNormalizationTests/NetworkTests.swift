import Coursework
import GradedTesting
import Syllabus
import Tensors
import Text

final class ForwardPropagationTests: GradedTestCase {
  override class var exercise: any AnyExercise { C2W3b.forwardPropagation }

  func testKnownValues() throws {
    try grade(3) {
      let with = try C2W3b.forwardPropagation(SmallNetwork.X, SmallNetwork.network, true)
      try expect(
        with.Z.row(1),
        equals: Tensor([
          [
            -0.120_778_710_336_836_51, -1.016_055_949_409_146_3, 0.008_261_967_287_770_178,
            0.357_650_072_995_395,
          ]
        ]))
      try expect(with.passes.count, equals: 2)
      try expect(
        with.passes.last?.variance,
        equals: Tensor.column([
          0.055_204_351_419_210_21, 1.464_107_723_234_561_4, 1.510_362_771_314_570_9,
          0.063_667_273_347_748_13,
        ]))
      let without = try C2W3b.forwardPropagation(SmallNetwork.X, SmallNetwork.network, false)
      try expect(
        without.Z.row(1),
        equals: Tensor([
          [
            -0.794_102_343_687_096_4, -0.884_092_624_305_065_1, -0.777_662_310_589_057_2,
            1.220_777_522_253_550_4,
          ]
        ]))
    }
  }

  func testABiasInTheHiddenLayersWouldChangeNothing() throws {
    try grade(2) {
      // A constant input is a bias: its weights are b.
      var network = SmallNetwork.network
      let X = try Tensor.concatenate([SmallNetwork.X, .ones(1, 4)])
      let b = Tensor.column([5, -3, 0.5])
      network.hidden[0].W = try Tensor.concatenate([network.hidden[0].W, b], axis: 1)
      let plain = try C2W3b.forwardPropagation(SmallNetwork.X, SmallNetwork.network, true)
      try expect(
        C2W3b.forwardPropagation(X, network, true).A, equals: plain.A, within: .standard,
        Phrase(
          "batch normalization removes a bias again", zh: "偏置会被批量归一化重新减掉"))
    }
  }

  func testFreshInputs() throws {
    try grade(3) { try C2W3b.forwardPropagation.expectToAgreeWithReference(rounds: 6) }
  }
}

final class BackwardPropagationTests: GradedTestCase {
  override class var exercise: any AnyExercise { C2W3b.backwardPropagation }

  func testKnownValues() throws {
    try grade(3) {
      let cache = try C2W3b.forwardPropagation.reference(
        SmallNetwork.X, SmallNetwork.network, true)
      let gradients = try C2W3b.backwardPropagation(
        SmallNetwork.network, cache, SmallNetwork.X, SmallNetwork.Y, true)
      try expect(
        gradients.hidden.first,
        equals: NormalizedLayer(
          W: Tensor([
            [0.003_494_647_097_404_870_2, -0.014_320_365_850_314_374],
            [0.393_247_736_739_311_2, 0.020_350_975_519_982_124],
            [-0.288_058_567_632_733_9, 0.225_188_706_539_571_13],
          ]),
          gamma: Tensor.column([
            -0.167_130_120_059_242_8, 0.383_106_257_802_094_8, 0.221_835_938_160_178_08,
          ]),
          beta: Tensor.column([
            -0.137_655_079_637_203_66, 0.259_319_130_940_535_66, -0.157_183_919_438_498_94,
          ])))
      try expect(
        gradients.b,
        equals: Tensor.column([
          -0.247_680_957_202_386_9, 0.485_493_663_345_467_6, -0.237_812_706_143_080_67,
        ]))
    }
  }

  func testGradientsAreTheSlopesOfTheCost() throws {
    try grade(5) {
      for isNormalizing in [true, false] {
        let (network, X, Y) = (SmallNetwork.network, SmallNetwork.X, SmallNetwork.Y)
        let cache = try C2W3b.forwardPropagation.reference(X, network, isNormalizing)
        let gradients = try C2W3b.backwardPropagation(network, cache, X, Y, isNormalizing)
        try expect(gradients.hidden.count, equals: 2)
        let parts: [(String, WritableKeyPath<NormalizedNetwork, Tensor>)] = [
          ("dW", \.W), ("db", \.b), ("dW[2]", \.hidden[1].W), ("dγ[2]", \.hidden[1].gamma),
          ("dβ[2]", \.hidden[1].beta), ("dW[1]", \.hidden[0].W), ("dγ[1]", \.hidden[0].gamma),
          ("dβ[1]", \.hidden[0].beta),
        ]
        for (name, part) in parts {
          try expect(gradients[keyPath: part].shape, equals: network[keyPath: part].shape)
          for place in 0..<network[keyPath: part].count {
            let expected = try slope(at: place, of: network[keyPath: part]) { moved in
              var other = network
              other[keyPath: part] = moved
              let A = try C2W3b.forwardPropagation.reference(X, other, isNormalizing).A
              return try -(Y * log(A)).sum() / 4
            }
            try expect(
              gradients[keyPath: part].elements[place], equals: expected,
              within: Tolerance(relative: 1e-4, absolute: 1e-7),
              Phrase(
                "\(name) says how much the cost grows when one of its parameters does",
                zh: "\(name) 表示某个参数增加一点点时，代价增加多少"))
          }
        }
      }
    }
  }

  func testFreshInputs() throws {
    try grade(4) { try C2W3b.backwardPropagation.expectToAgreeWithReference(rounds: 6) }
  }
}

final class PredictClassesTests: GradedTestCase {
  override class var exercise: any AnyExercise { C2W3b.predictClasses }

  func testAnExampleIsJudgedOnItsOwn() throws {
    try grade(2) {
      var random = RandomState(seed: 5)
      let X = 2 * random.randn(2, 9)
      let running = [
        RunningStatistics(mean: .zeros(3, 1), variance: .ones(3, 1)),
        RunningStatistics(mean: .zeros(4, 1), variance: .full([4, 1], 2)),
      ]
      let all = try C2W3b.predictClasses(X, SmallNetwork.network, running)
      try expect(all.shape, equals: [9])
      try expect(
        (0..<9).map { try C2W3b.predictClasses(X.column($0), SmallNetwork.network, running) },
        equals: all.elements.map { Tensor([$0]) }, within: .exact,
        Phrase(
          "the class of an example does not depend on the others in its batch",
          zh: "一个样本的类别与一起问的其他样本无关"))
    }
  }

  func testWithoutStatisticsBetaIsTheBias() throws {
    try grade(1) {
      let cache = try C2W3b.forwardPropagation.reference(
        SmallNetwork.X, SmallNetwork.network, false)
      try expect(
        C2W3b.predictClasses(SmallNetwork.X, SmallNetwork.network, []),
        equals: cache.Z.argmax(axis: 0), within: .exact)
    }
  }

  func testFreshInputs() throws {
    try grade(2) { try C2W3b.predictClasses.expectToAgreeWithReference(rounds: 8) }
  }
}

/// Two inputs, hidden layers of three and four units, three classes, four examples, as the peer draws
/// them.
enum SmallNetwork {
  static let (network, X): (NormalizedNetwork, Tensor) = {
    var random = RandomState(seed: 3)
    let hidden = [(3, 2), (4, 3)].map { units, before in
      let W = random.randn(units, before)
      let gamma = 1 + 0.1 * random.randn(units, 1)
      return NormalizedLayer(W: W, gamma: gamma, beta: random.randn(units, 1))
    }
    let W = random.randn(3, 4)
    return (
      NormalizedNetwork(hidden: hidden, W: W, b: random.randn(3, 1)), random.randn(2, 4)
    )
  }()
  static let Y = Tensor([[0, 1, 0, 0], [0, 0, 1, 1], [1, 0, 0, 0]])
}
