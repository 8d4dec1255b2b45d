import Coursework
import GradedTesting
import Syllabus
import Tensors
import Text

final class ShallowBackwardPropagationTests: GradedTestCase {
  override class var exercise: any AnyExercise { C1W3.backwardPropagation }

  /// Three inputs, four hidden units, one to three outputs, five examples.
  private static func network(
    outputs: Int = 1
  ) throws -> (ShallowParameters, X: Tensor, Y: Tensor) {
    var random = RandomState(seed: 5)
    let parameters = ShallowParameters(
      W1: random.randn(4, 3), b1: random.randn(4, 1), W2: random.randn(outputs, 4),
      b2: random.randn(outputs, 1))
    let Y = try Tensor([[1, 0, 0, 1, 1], [0, 0, 1, 1, 0], [1, 1, 0, 0, 0]]).rows(0..<outputs)
    return (parameters, random.randn(3, 5), Y)
  }

  func testPublishedExample() throws {
    try grade(4) {
      var random = RandomState(seed: 2)
      let parameters = ShallowParameters(
        W1: random.randn(4, 2) * 0.01, b1: .zeros(4, 1), W2: random.randn(1, 4) * 0.01,
        b2: .zeros(1, 1))
      random = RandomState(seed: 1)
      let X = random.randn(2, 3)
      let cache = try Network.forward(X, parameters)
      try expect(
        C1W3.backwardPropagation(parameters, cache, X, Tensor([[1, 0, 1]])),
        equals: ShallowGradients(
          dW1: Tensor([
            [0.003_010_23, -0.007_472_67], [0.002_579_68, -0.006_412_88],
            [-0.001_568_92, 0.003_893], [-0.006_520_37, 0.016_182_43],
          ]),
          db1: Tensor([[0.001_762_01], [0.001_509_95], [-0.000_917_36], [-0.003_814_22]]),
          dW2: Tensor([[0.000_788_41, 0.017_654_29, -0.000_841_66, -0.010_225_27]]),
          db2: Tensor([[-0.166_557_12]])),
        within: .digits(8))
    }
  }

  func testGradientsAreTheSlopesOfTheCost() throws {
    try grade(5) {
      let (parameters, X, Y) = try Self.network(outputs: 2)
      let result = try C1W3.backwardPropagation(
        parameters, Network.forward(X, parameters), X, Y)
      let near = Tolerance(relative: 1e-6, absolute: 1e-8)
      func note(_ name: String) -> Phrase {
        Phrase(
          "d\(name) says how much the cost grows when an element of \(name) grows a little",
          zh: "d\(name) 表示 \(name) 的某个元素增加一点点时代价增加多少")
      }
      func slope(_ parameter: WritableKeyPath<ShallowParameters, Tensor>) throws -> Tensor {
        try Network.numericalGradient(X, Y, parameters, of: parameter)
      }
      try expect(result.dW2, equals: slope(\.W2), within: near, note("W2"))
      try expect(result.db2, equals: slope(\.b2), within: near, note("b2"))
      try expect(result.dW1, equals: slope(\.W1), within: near, note("W1"))
      try expect(result.db1, equals: slope(\.b1), within: near, note("b1"))
    }
  }

  func testEachGradientHasTheShapeOfItsParameter() throws {
    try grade(2) {
      // m = 1, the case in which a forgotten axis goes unnoticed longest.
      let (parameters, X, Y) = try Self.network(outputs: 3)
      let one = try X.columns(0..<1)
      let result = try C1W3.backwardPropagation(
        parameters, Network.forward(one, parameters), one, Y.columns(0..<1))
      try expect(result.dW1.shape, equals: [4, 3])
      try expect(result.db1.shape, equals: [4, 1])
      try expect(result.dW2.shape, equals: [3, 4])
      try expect(result.db2.shape, equals: [3, 1])
    }
  }

  func testSeeingEveryExampleTwiceChangesNothing() throws {
    try grade(3) {
      let (parameters, X, Y) = try Self.network()
      let once = try C1W3.backwardPropagation.reference(
        parameters, Network.forward(X, parameters), X, Y)
      let (XX, YY) = try (X.concatenated(with: X, axis: 1), Y.concatenated(with: Y, axis: 1))
      try expect(
        C1W3.backwardPropagation(parameters, Network.forward(XX, parameters), XX, YY),
        equals: once, within: .standard,
        Phrase(
          "gradients are means over the examples, so that repeating all of them changes nothing",
          zh: "梯度是对样本取的平均，所以把全部样本重复一遍不会改变它"))
    }
  }

  func testFreshInputs() throws {
    try grade(2) { try C1W3.backwardPropagation.expectToAgreeWithReference() }
  }
}
