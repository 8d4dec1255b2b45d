import Coursework
import Datasets
import GradedTesting
import Syllabus
import Tensors
import Text

final class ShallowPredictTests: GradedTestCase {
  override class var exercise: any AnyExercise { C1W3.predict }

  /// Answers 1 where the first input is greater than the second.
  private static let comparing = ShallowParameters(
    W1: Tensor([[1, -1]]), b1: Tensor([[0]]), W2: Tensor([[2]]), b2: Tensor([[0]]))

  func testAnswersAreOnesAndZeros() throws {
    try grade(2) {
      try expect(
        C1W3.predict(Self.comparing, Tensor([[1, 0, 0.1, -3, 1e6], [0, 1, 0, -2, 0]])),
        equals: Tensor([[1, 0, 1, 0, 1]]), within: .exact)
      var both = Self.comparing
      both.W2 = Tensor([[2], [-2]])
      both.b2 = .zeros(2, 1)
      try expect(
        C1W3.predict(both, Tensor([[1, 0, 3], [0, 1, 3]])),
        equals: Tensor([[1, 0, 0], [0, 1, 0]]), within: .exact,
        Phrase("two outputs give two rows of answers", zh: "两个输出给出两行答案"))
    }
  }

  func testExactlyOneHalfIsZero() throws {
    try grade(1) {
      try expect(
        C1W3.predict(Self.comparing, Tensor([[4, 0, 2], [4, 0, 1]])),
        equals: Tensor([[0, 0, 1]]), within: .exact,
        Phrase("a probability of exactly 0.5 gives 0", zh: "概率恰好为 0.5 时结果为 0"))
    }
  }

  func testOneExample() throws {
    try grade(1) {
      try expect(
        C1W3.predict(Self.comparing, Tensor([[0.1], [0]])), equals: Tensor([[1]]), within: .exact)
    }
  }

  func testFreshInputs() throws {
    try grade(2) { try C1W3.predict.expectToAgreeWithReference(rounds: 6) }
  }
}

final class ShallowModelTests: GradedTestCase {
  override class var exercise: any AnyExercise { C1W3.model }

  private static let X = Tensor([[0, 0, 1, 1], [0, 1, 0, 1]])
  private static let Y = Tensor([[0, 1, 1, 0]])

  func testPublishedCostsOfTheFlower() throws {
    try grade(5) {
      let flower = LabelledData.planarFlower()
      let result = try C1W3.model(flower.X, flower.Y, 4, 10_000, 1.2, 3)
      try expect(result.costs.count, equals: 10)
      try expect(result.costs[0], equals: 0.693_162, within: .digits(6))
      // Ten thousand steps amplify rounding errors, so that later rows are compared less strictly.
      try expect(
        Array(result.costs.prefix(7)),
        equals: [0.693_162, 0.258_625, 0.239_334, 0.230_802, 0.225_528, 0.221_845, 0.219_094],
        within: Tolerance(absolute: 1e-4),
        Phrase("the costs of every 1000th step", zh: "每 1000 步的代价"))
      let accuracy = try Network.accuracy(flower.X, flower.Y, result.parameters)
      try expect(
        (89.5...92).contains(accuracy),
        Phrase(
          "four hidden units classify about 90 % of the flower correctly; here it is \(accuracy) %",
          zh: "四个隐藏单元能答对花形数据的约 90 %；这里是 \(accuracy) %"))
    }
  }

  func testPublishedCostsFromAnotherStart() throws {
    try grade(3) {
      let flower = LabelledData.planarFlower()
      try expect(
        C1W3.model(flower.X, flower.Y, 4, 3_000, 1.2, 2).costs,
        equals: [0.693_048, 0.288_083, 0.254_385], within: Tolerance(absolute: 1e-4))
    }
  }

  func testOneStepFollowsTheGradient() throws {
    try grade(2) {
      let start = try C1W3.initializeParameters.reference(2, 3, 1, 8)
      let gradients = try C1W3.backwardPropagation.reference(
        start, Network.forward(Self.X, start), Self.X, Self.Y)
      let end = try C1W3.updateParameters.reference(start, gradients, 0.7)
      try expect(
        C1W3.model(Self.X, Self.Y, 3, 1, 0.7, 8),
        equals: ShallowModel(
          parameters: end, costs: [Network.cost(Self.X, Self.Y, start)]))
    }
  }

  func testNoStepsLeaveTheStart() throws {
    try grade(2) {
      let start = try C1W3.initializeParameters.reference(2, 5, 1, 9)
      try expect(
        C1W3.model(Self.X, Self.Y, 5, 0, 0.7, 9),
        equals: ShallowModel(parameters: start, costs: []))
    }
  }

  func testTwoUnitsLearnAClassBetweenTwoOthers() throws {
    try grade(1) {
      // One threshold cannot cut out the middle; two units make two thresholds.
      let X = Tensor([[-3, -2.4, -0.3, 0.4, 2.5, 3]])
      let Y = Tensor([[0, 0, 1, 1, 0, 0]])
      let result = try C1W3.model(X, Y, 2, 2_001, 1.2, 2)
      try expect(
        Network.accuracy(X, Y, result.parameters), equals: 100.0, within: .standard,
        Phrase(
          "two hidden units can learn a class that lies between two parts of the other",
          zh: "两个隐藏单元就能学会夹在另一类中间的那一类"))
    }
  }

  func testFreshInputs() throws {
    try grade(2) { try C1W3.model.expectToAgreeWithReference(rounds: 3) }
  }
}
