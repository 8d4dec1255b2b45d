import Coursework
import GradedTesting
import Syllabus
import Tensors
import Text

final class LinearBackwardTests: GradedTestCase {
  override class var exercise: any AnyExercise { C1W4.linearBackward }

  /// Three units with four inputs, five examples.
  private static func example() -> (dZ: Tensor, cache: LinearCache) {
    var random = RandomState(seed: 12)
    let dZ = random.randn(3, 5)
    let A = random.randn(4, 5)
    let W = random.randn(3, 4)
    return (dZ, LinearCache(A: A, W: W, b: random.randn(3, 1)))
  }

  func testPublishedExample() throws {
    try grade(3) {
      var random = RandomState(seed: 1)
      let dZ = random.randn(1, 2)
      let A = random.randn(3, 2)
      let W = random.randn(1, 3)
      try expect(
        C1W4.linearBackward(dZ, LinearCache(A: A, W: W, b: random.randn(1, 1))),
        equals: LinearGradients(
          dAPrevious: Tensor([
            [0.518_229_68, -0.195_174_21], [-0.405_063_61, 0.152_553_93],
            [2.374_968_25, -0.894_453_91],
          ]),
          dW: Tensor([[-0.100_768_95, 1.406_850_96, 1.649_925_05]]),
          db: Tensor([[0.506_294_48]])),
        within: Tolerance(absolute: 1e-8))
    }
  }

  func testGradientsAreSlopes() throws {
    try grade(3) {
      // Any cost that is linear in Z will do, J = 1/m Σ dZ * Z: its slopes are the gradients.
      let (dZ, cache) = Self.example()
      func J(_ A: Tensor, _ W: Tensor, _ b: Tensor) throws -> Double {
        try (dZ * (dot(W, A) + b)).sum() / 5
      }
      let result = try C1W4.linearBackward(dZ, cache)
      try expect(
        result.dW, equals: numericalGradient(at: cache.W) { try J(cache.A, $0, cache.b) },
        within: .numericalDerivative,
        Phrase("dW is the slope of the mean in W", zh: "dW 是平均值对 W 的导数"))
      try expect(
        result.db, equals: numericalGradient(at: cache.b) { try J(cache.A, cache.W, $0) },
        within: .numericalDerivative,
        Phrase("db is the slope of the mean in b", zh: "db 是平均值对 b 的导数"))
      try expect(
        result.dAPrevious,
        equals: 5 * numericalGradient(at: cache.A) { try J($0, cache.W, cache.b) },
        within: .numericalDerivative,
        Phrase(
          "dA of the previous layer belongs to single examples: no 1/m",
          zh: "上一层的 dA 属于单个样本：不带 1/m"))
    }
  }

  func testOneExample() throws {
    try grade(2) {
      try expect(
        C1W4.linearBackward(
          Tensor([[2], [-1]]),
          LinearCache(
            A: Tensor([[1], [3], [5]]), W: Tensor([[1, 0, 2], [0, 1, 1]]), b: .zeros(2, 1))),
        equals: LinearGradients(
          dAPrevious: Tensor([[2], [-1], [3]]), dW: Tensor([[2, 6, 10], [-1, -3, -5]]),
          db: Tensor([[2], [-1]])))
    }
  }

  func testFreshInputs() throws {
    try grade(2) { try C1W4.linearBackward.expectToAgreeWithReference() }
  }
}

final class LinearActivationBackwardTests: GradedTestCase {
  override class var exercise: any AnyExercise { C1W4.linearActivationBackward }

  private static func example() -> (dA: Tensor, cache: ActivationCache) {
    var random = RandomState(seed: 2)
    let dA = random.randn(1, 2)
    let A = random.randn(3, 2)
    let W = random.randn(1, 3)
    let b = random.randn(1, 1)
    return (dA, ActivationCache(linear: LinearCache(A: A, W: W, b: b), Z: random.randn(1, 2)))
  }

  func testPublishedExampleWithSigmoid() throws {
    try grade(3) {
      let (dA, cache) = Self.example()
      try expect(
        C1W4.linearActivationBackward(dA, cache, .sigmoid),
        equals: LinearGradients(
          dAPrevious: Tensor([
            [0.110_179_94, 0.011_053_39], [0.094_668_17, 0.009_497_23],
            [-0.057_430_92, -0.005_761_54],
          ]),
          dW: Tensor([[0.102_667_86, 0.097_785_51, -0.019_680_84]]),
          db: Tensor([[-0.057_296_22]])),
        within: .digits(8))
    }
  }

  func testPublishedExampleWithReLU() throws {
    try grade(3) {
      let (dA, cache) = Self.example()
      try expect(
        C1W4.linearActivationBackward(dA, cache, .relu),
        equals: LinearGradients(
          dAPrevious: Tensor([[0.440_909_89, 0], [0.378_836_06, 0], [-0.229_822_8, 0]]),
          dW: Tensor([[0.445_138_24, 0.373_714_18, -0.104_789_89]]),
          db: Tensor([[-0.208_378_92]])),
        within: .digits(8))
    }
  }

  func testNothingPassesASleepingReLU() throws {
    try grade(2) {
      // All of Z is negative: the units output 0, and no gradient passes through.
      let cache = ActivationCache(
        linear: LinearCache(A: .ones(2, 3), W: .ones(2, 2), b: .full([2, 1], -9)),
        Z: .full([2, 3], -7))
      try expect(
        C1W4.linearActivationBackward(.ones(2, 3), cache, .relu),
        equals: LinearGradients(
          dAPrevious: .zeros(2, 3), dW: .zeros(2, 2), db: .zeros(2, 1)),
        within: .standard,
        Phrase(
          "where all of Z is negative, ReLU is flat and every gradient is 0",
          zh: "加权和全为负时 ReLU 是平的，所有梯度都是 0"))
    }
  }

  func testFreshInputs() throws {
    try grade(2) { try C1W4.linearActivationBackward.expectToAgreeWithReference(rounds: 6) }
  }
}
