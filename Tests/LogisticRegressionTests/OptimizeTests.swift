import Coursework
import GradedTesting
import Syllabus
import Tensors
import Text

final class OptimizeTests: GradedTestCase {
  override class var exercise: any AnyExercise { C1W2.optimize }

  private static let w = Tensor([[1], [2]])
  private static let X = Tensor([[1, 2, -1], [3, 4, -3.2]])
  private static let Y = Tensor([[1, 0, 1]])

  func testPublishedExample() throws {
    try grade(5) {
      let result = try C1W2.optimize(Self.w, 2, Self.X, Self.Y, 100, 0.009)
      try expect(
        result.w, equals: Tensor([[0.190_335_91], [0.122_591_59]]), within: .digits(8))
      try expect(result.b, equals: 1.925_359_830_084_574_7)
      try expect(
        result.costs, equals: [5.801_545_319_394_553], within: .standard,
        Phrase(
          "100 steps keep one cost, that of step 0", zh: "100 步只记录一个代价，即第 0 步的"))
    }
  }

  func testNoStepsChangeNothing() throws {
    try grade(2) {
      try expect(
        C1W2.optimize(Self.w, 2, Self.X, Self.Y, 0, 0.009),
        equals: LogisticOptimization(w: Self.w, b: 2, costs: []), within: .exact)
    }
  }

  func testOneStepFollowsTheGradient() throws {
    try grade(3) {
      let slope = try C1W2.propagate.reference(Self.w, 2, Self.X, Self.Y)
      try expect(
        C1W2.optimize(Self.w, 2, Self.X, Self.Y, 1, 0.1),
        equals: LogisticOptimization(
          w: Self.w - 0.1 * slope.dw, b: 2 - 0.1 * slope.db, costs: [slope.cost]))
    }
  }

  func testCostFallsAndIsKeptEveryHundredSteps() throws {
    try grade(2) {
      let costs = try C1W2.optimize(.zeros(2, 1), 0, Self.X, Self.Y, 401, 0.05).costs
      try expect(costs.count, equals: 5)
      try expect(
        zip(costs, costs.dropFirst()).allSatisfy { $0 > $1 },
        Phrase(
          "with a small learning rate every cost is below the one before it",
          zh: "学习率较小时，每个代价都应低于前一个"))
    }
  }

  func testFreshInputs() throws {
    try grade(3) { try C1W2.optimize.expectToAgreeWithReference(rounds: 3) }
  }
}
