import Coursework
import GradedTesting
import Syllabus
import Tensors
import Text

final class ForwardWithDropoutTests: GradedTestCase {
  override class var exercise: any AnyExercise { C2W1b.forwardWithDropout }

  func testPublishedExample() throws {
    try grade(6) {
      let cache = try C2W1b.forwardWithDropout(
        KnownNetwork.X, KnownNetwork.parameters, 0.7, 1, true)
      try expect(
        cache.D1, equals: Tensor([[1, 0, 1, 1, 1], [1, 1, 1, 1, 1]]), within: .exact,
        Phrase("the mask of layer 1", zh: "第 1 层的掩码"))
      try expect(
        cache.D2, equals: Tensor([[1, 1, 1, 0, 1], [1, 1, 1, 1, 1], [0, 0, 1, 1, 0]]),
        within: .exact, Phrase("the mask of layer 2", zh: "第 2 层的掩码"))
      try expect(
        cache.activations.A3,
        equals: Tensor([
          [0.369_747_21, 0.003_051_76, 0.045_650_99, 0.496_833_89, 0.369_747_21]
        ]), within: .digits(8))
    }
  }

  func testPredictionsDropNothing() throws {
    try grade(4) {
      let cache = try C2W1b.forwardWithDropout(
        KnownNetwork.X, KnownNetwork.parameters, 0.5, 1, false)
      try expect(
        cache.activations,
        equals: ThreeLayerNetwork.forward(KnownNetwork.X, KnownNetwork.parameters),
        within: .standard,
        Phrase(
          "outside training this is the plain forward pass", zh: "不在训练时，就是普通的前向传播"))
      try expect(
        cache.D2, equals: Tensor.ones(3, 5), within: .exact,
        Phrase("with nothing dropped the mask is all ones", zh: "什么都不丢时，掩码全是 1"))
    }
  }

  func testMeanOfTheActivationsStays() throws {
    try grade(4) {
      // 4000 units that all output 1: dropout changes each of them, but not their mean.
      let parameters = ThreeLayerParameters(
        W1: .zeros(4000, 1), b1: .ones(4000, 1), W2: .zeros(1, 4000), b2: .ones(1, 1),
        W3: .zeros(1, 1), b3: .zeros(1, 1))
      let cache = try C2W1b.forwardWithDropout(.zeros(1, 2), parameters, 0.8, 5, true)
      let mean = cache.activations.A1.mean()
      try expect(
        abs(mean - 1) < 0.03,
        Phrase(
          "activations of 1 keep a mean near 1 through dropout; here it is \(mean)",
          zh: "值为 1 的激活经过 dropout 后均值仍应接近 1；这里是 \(mean)"))
      let kept = cache.D1.mean()
      try expect(
        abs(kept - 0.8) < 0.03,
        Phrase(
          "keepProbability 0.8 keeps about 80 %; here it is \(100 * kept) %",
          zh: "keepProbability 为 0.8 时约保留 80 %；这里是 \(100 * kept) %"))
    }
  }

  func testFreshInputs() throws {
    try grade(6) { try C2W1b.forwardWithDropout.expectToAgreeWithReference(rounds: 8) }
  }
}

final class BackwardWithDropoutTests: GradedTestCase {
  override class var exercise: any AnyExercise { C2W1b.backwardWithDropout }

  func testKnownValues() throws {
    try grade(6) {
      // The masks are those of seed 1 and keepProbability 0.8.
      let cache = try C2W1b.forwardWithDropout.reference(
        KnownNetwork.X, KnownNetwork.parameters, 0.8, 1, true)
      try expect(
        C2W1b.backwardWithDropout(
          KnownNetwork.X, KnownNetwork.Y, cache, KnownNetwork.parameters, 0.8),
        equals: ThreeLayerGradients(
          dW1: Tensor([
            [-0.061_094_49, 0.194_837_38, -0.218_961_97],
            [-0.109_528_27, 0.349_298_28, -0.392_548_09],
          ]), db1: Tensor([[0.098_626_88], [0.176_815_16]]),
          dW2: Tensor([[0.674_077_21, 0.877_402_9], [0, 0], [0, 0]]),
          db2: Tensor([[0.196_519_35], [0], [0]]), dW3: Tensor([[-1.794_830_78, 0, 0]]),
          db3: Tensor([[-0.329_419_2]])), within: .digits(8))
    }
  }

  func testGradientIsTheSlopeOfTheSamePass() throws {
    try grade(5) {
      // With the masks fixed by the seed the cost is an ordinary function of W1.
      let step = 1e-6
      func pass(_ change: Double) throws -> (cache: DropoutCache, W1: ThreeLayerParameters) {
        var parameters = KnownNetwork.parameters
        parameters.W1[0, 1] += change
        let cache = try C2W1b.forwardWithDropout.reference(
          KnownNetwork.X, parameters, 0.7, 1, true)
        return (cache, parameters)
      }
      func cost(_ change: Double) throws -> Double {
        try ThreeLayerNetwork.cost(pass(change).cache.activations.A3, KnownNetwork.Y)
      }
      let slope = try (cost(step) - cost(-step)) / (2 * step)
      let (cache, parameters) = try pass(0)
      let dW1 = try C2W1b.backwardWithDropout(
        KnownNetwork.X, KnownNetwork.Y, cache, parameters, 0.7
      ).dW1
      try expect(dW1.shape, equals: [2, 3])
      try expect(
        dW1[0, 1], equals: slope, within: Tolerance(absolute: 1e-7),
        Phrase(
          "dW1[0, 1] is the slope of the cost of the pass with these very masks",
          zh: "dW1[0, 1] 是用这组掩码做前向时代价的导数"))
    }
  }

  func testKeepingEverythingIsThePlainBackwardPass() throws {
    try grade(4) {
      let plain = try ThreeLayerNetwork.forward(KnownNetwork.X, KnownNetwork.parameters)
      let cache = DropoutCache(activations: plain, D1: .ones(2, 5), D2: .ones(3, 5))
      try expect(
        C2W1b.backwardWithDropout(
          KnownNetwork.X, KnownNetwork.Y, cache, KnownNetwork.parameters, 1),
        equals: ThreeLayerNetwork.backward(
          KnownNetwork.X, KnownNetwork.Y, plain, KnownNetwork.parameters), within: .standard,
        Phrase("with keepProbability 1 nothing changes", zh: "keepProbability 为 1 时没有任何不同"))
    }
  }

  func testFreshInputs() throws {
    try grade(5) { try C2W1b.backwardWithDropout.expectToAgreeWithReference() }
  }
}
