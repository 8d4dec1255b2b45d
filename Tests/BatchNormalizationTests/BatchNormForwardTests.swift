import Coursework
import GradedTesting
import Syllabus
import Tensors
import Text

final class BatchNormForwardTests: GradedTestCase {
  override class var exercise: any AnyExercise { C2W3b.batchNormForward }

  func testKnownValues() throws {
    try grade(3) {
      var random = RandomState(seed: 1)
      let Z = random.randn(3, 4)
      let pass = try C2W3b.batchNormForward(Z, random.randn(3, 1), random.randn(3, 1), 0.1)
      try expect(
        pass.mean,
        equals: Tensor.column([
          -0.147_137_856_101_614_95, -0.113_131_551_058_556_77, -0.132_091_012_968_247_88,
        ]))
      try expect(
        pass.variance,
        equals: Tensor.column([
          1.089_093_159_831_078_2, 2.404_654_946_317_410_5, 1.619_029_687_162_542_7,
        ]))
      try expect(
        pass.Z_norm.row(0),
        equals: Tensor([
          [
            1.624_535_111_986_949_3, -0.426_077_510_640_147_26, -0.349_426_365_582_093_9,
            -0.849_031_235_764_708_2,
          ]
        ]))
      try expect(
        pass.Z_tilde.row(2),
        equals: Tensor([
          [
            -0.487_750_403_497_754_34, -0.979_273_992_554_955_7, 0.500_701_280_364_987_1,
            -2.545_110_555_997_764,
          ]
        ]))
    }
  }

  func testEpsilonStandsInsideTheRoot() throws {
    try grade(2) {
      // μ = 2, σ² = 1, and √(1 + 3) = 2.
      let pass = try C2W3b.batchNormForward(Tensor([[1, 3]]), Tensor([[2]]), Tensor([[0.5]]), 3)
      try expect(
        pass,
        equals: BatchNormPass(
          Z_tilde: Tensor([[-0.5, 1.5]]), Z_norm: Tensor([[-0.5, 0.5]]), mean: Tensor([[2]]),
          variance: Tensor([[1]])), within: .standard,
        Phrase("the divisor is √(σ² + ε) = √(1 + 3)", zh: "除数是 √(σ² + ε) = √(1 + 3)"))
    }
  }

  func testMeanIsBetaAndVarianceIsGammaSquared() throws {
    try grade(2) {
      var random = RandomState(seed: 4)
      let Z = 3 * random.randn(2, 7) + 5
      let (gamma, beta, epsilon) = (Tensor([[2], [-0.5]]), Tensor([[1], [-3]]), 0.3)
      let Z_tilde = try C2W3b.batchNormForward(Z, gamma, beta, epsilon).Z_tilde
      let variance = try Z.variance(axis: 1, keepingDimensions: true)
      try expect(
        Z_tilde.mean(axis: 1, keepingDimensions: true), equals: beta, within: .standard,
        Phrase("the mean of Z̃ is β", zh: "Z̃ 的均值是 β"))
      try expect(
        Z_tilde.variance(axis: 1, keepingDimensions: true),
        equals: gamma.squared() * variance / (variance + epsilon), within: .standard,
        Phrase("the variance of Z̃ is γ² σ² / (σ² + ε)", zh: "Z̃ 的方差是 γ² σ² / (σ² + ε)"))
    }
  }

  func testAnAddedConstantChangesNothing() throws {
    try grade(2) {
      var random = RandomState(seed: 5)
      let (Z, gamma, beta) = (random.randn(3, 5), random.randn(3, 1), random.randn(3, 1))
      try expect(
        C2W3b.batchNormForward(Z + Tensor([[10], [-4], [0.5]]), gamma, beta, 0.01).Z_tilde,
        equals: C2W3b.batchNormForward(Z, gamma, beta, 0.01).Z_tilde, within: .standard,
        Phrase(
          "a b that is added to a unit's Z is subtracted again with μ: it has no effect",
          zh: "加在 Z 上的 b 会随 μ 一起减掉：它没有用"))
    }
  }

  func testGammaAndBetaCanUndoIt() throws {
    try grade(1) {
      var random = RandomState(seed: 6)
      let Z = 2 * random.randn(2, 6) - 3
      let gamma = try sqrt(Z.variance(axis: 1, keepingDimensions: true) + 0.2)
      try expect(
        C2W3b.batchNormForward(Z, gamma, Z.mean(axis: 1, keepingDimensions: true), 0.2).Z_tilde,
        equals: Z, within: .standard,
        Phrase("γ = √(σ² + ε) and β = μ give Z back", zh: "γ = √(σ² + ε)、β = μ 时得回 Z"))
    }
  }

  func testOneExampleAndEqualOnesGiveBeta() throws {
    try grade(1) {
      for Z in [Tensor([[4], [-9]]), Tensor([[4, 4, 4], [-9, -9, -9]])] {
        let beta = Tensor([[0.25], [-2]])
        try expect(
          C2W3b.batchNormForward(Z, Tensor([[3], [1]]), beta, 1e-5).Z_tilde,
          equals: Z * 0 + beta, within: .standard,
          Phrase("if all values are equal, Z̃ is β and never NaN", zh: "全部相等时 Z̃ 就是 β，不会是 NaN"))
      }
    }
  }

  func testFreshInputs() throws {
    try grade(4) { try C2W3b.batchNormForward.expectToAgreeWithReference() }
  }
}

final class BatchNormConvolutionTests: GradedTestCase {
  override class var exercise: any AnyExercise { C2W3b.batchNormConvolution }

  func testKnownValues() throws {
    try grade(2) {
      var random = RandomState(seed: 1)
      _ = random.randn(30)
      let pass = try C2W3b.batchNormConvolution(
        random.randn(2, 2, 3, 2), Tensor([[[[2, 0.5]]]]), Tensor([[[[1, -1]]]]), 0.1)
      try expect(
        pass.mean, equals: Tensor([[[[-0.243_920_607_205_064_62, 0.158_794_313_231_187_64]]]]))
      try expect(
        pass.variance, equals: Tensor([[[[0.561_207_965_605_196, 0.855_926_816_281_779_2]]]]))
      try expect(
        pass.Z_tilde.slice(axis: 0, 0..<1).slice(axis: 1, 0..<1).reshaped(3, 2),
        equals: Tensor([
          [-0.101_252_715_512_862_19, -1.284_105_175_540_632_5],
          [-0.090_213_993_435_695_14, -1.513_441_980_688_06],
          [-0.051_041_321_773_074_966, -1.087_683_473_536_255_7],
        ]))
    }
  }

  func testEveryPixelIsAnExampleOfItsChannel() throws {
    try grade(3) {
      var random = RandomState(seed: 7)
      let Z = 2 * random.randn(2, 3, 4, 2) + 1
      let pass = try C2W3b.batchNormConvolution(
        Z, Tensor([[[[3, 0.5]]]]), Tensor([[[[-1, 2]]]]), 0.2)
      let units = try C2W3b.batchNormForward.reference(
        Z.reshaped(24, 2).T, Tensor([[3], [0.5]]), Tensor([[-1], [2]]), 0.2)
      try expect(pass.Z_tilde.shape, equals: [2, 3, 4, 2])
      try expect(
        pass.Z_tilde.reshaped(24, 2), equals: units.Z_tilde.T, within: .standard,
        Phrase(
          "all pixels of all pictures are the examples of a channel",
          zh: "所有图像的所有像素，都是同一个通道的样本"))
    }
  }

  func testFreshInputs() throws {
    try grade(3) { try C2W3b.batchNormConvolution.expectToAgreeWithReference() }
  }
}
