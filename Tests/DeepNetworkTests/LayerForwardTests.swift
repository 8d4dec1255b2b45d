import Coursework
import GradedTesting
import Syllabus
import Tensors
import Text

final class LinearForwardTests: GradedTestCase {
  override class var exercise: any AnyExercise { C1W4.linearForward }

  func testPublishedExample() throws {
    try grade(2) {
      var random = RandomState(seed: 1)
      let A = random.randn(3, 2)
      let W = random.randn(1, 3)
      let result = try C1W4.linearForward(A, W, random.randn(1, 1))
      try expect(result.Z, equals: Tensor([[3.262_953_37, -1.234_299_87]]), within: .digits(8))
    }
  }

  func testCacheKeepsWhatWentIn() throws {
    try grade(1) {
      let cache = LinearCache(
        A: Tensor([[1, 2, 3], [4, 5, 6]]), W: Tensor([[1, 0], [0, 1], [1, 1], [2, -1]]),
        b: Tensor([[0], [10], [20], [30]]))
      try expect(
        C1W4.linearForward(cache.A, cache.W, cache.b).cache, equals: cache, within: .exact,
        Phrase(
          "the backward step needs A, W and b unchanged",
          zh: "反向传播需要原样的 A、W、b"))
    }
  }

  func testEachUnitAddsItsOwnBias() throws {
    try grade(1) {
      try expect(
        C1W4.linearForward(.zeros(2, 3), .ones(2, 2), Tensor([[5], [-7]])).Z,
        equals: Tensor([[5, 5, 5], [-7, -7, -7]]), within: .standard,
        Phrase(
          "with inputs of 0, Z is the bias, the same for every example",
          zh: "输入为 0 时，加权和就是偏置，每个样本都一样"))
    }
  }

  func testFreshInputs() throws {
    try grade(1) { try C1W4.linearForward.expectToAgreeWithReference() }
  }
}

final class LinearActivationForwardTests: GradedTestCase {
  override class var exercise: any AnyExercise { C1W4.linearActivationForward }

  private static func example() -> (A: Tensor, W: Tensor, b: Tensor) {
    var random = RandomState(seed: 2)
    let A = random.randn(3, 2)
    let W = random.randn(1, 3)
    return (A, W, random.randn(1, 1))
  }

  func testPublishedExampleWithSigmoid() throws {
    try grade(2) {
      let (A, W, b) = Self.example()
      try expect(
        C1W4.linearActivationForward(A, W, b, .sigmoid).A,
        equals: Tensor([[0.968_900_23, 0.110_132_89]]), within: .digits(8))
    }
  }

  func testPublishedExampleWithReLU() throws {
    try grade(2) {
      let (A, W, b) = Self.example()
      try expect(
        C1W4.linearActivationForward(A, W, b, .relu).A,
        equals: Tensor([[3.438_961_31, 0]]), within: .digits(8))
    }
  }

  func testCacheKeepsTheSumBeforeTheActivation() throws {
    try grade(1) {
      let (A, W, b) = Self.example()
      try expect(
        C1W4.linearActivationForward(A, W, b, .relu).cache,
        equals: ActivationCache(linear: LinearCache(A: A, W: W, b: b), Z: dot(W, A) + b),
        within: .standard,
        Phrase(
          "the cache contains Z, not A: ReLU turns all negative numbers into 0 and cannot be undone",
          zh: "要保存 Z 而不是 A：ReLU 把负数都变成 0，无法还原"))
    }
  }

  func testHugeSumsSaturate() throws {
    try grade(1) {
      try expect(
        C1W4.linearActivationForward(Tensor([[1e4, -1e4]]), Tensor([[1]]), Tensor([[0]]), .sigmoid)
          .A, equals: Tensor([[1, 0]]))
    }
  }

  func testFreshInputs() throws {
    try grade(1) { try C1W4.linearActivationForward.expectToAgreeWithReference(rounds: 6) }
  }
}
