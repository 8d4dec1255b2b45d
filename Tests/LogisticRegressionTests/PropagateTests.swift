import Coursework
import GradedTesting
import Syllabus
import Tensors
import Text

final class PropagateTests: GradedTestCase {
  override class var exercise: any AnyExercise { C1W2.propagate }

  private static let w = Tensor([[1], [2]])
  private static let b = 2.0
  private static let X = Tensor([[1, 2, -1], [3, 4, -3.2]])
  private static let Y = Tensor([[1, 0, 1]])

  func testPublishedExample() throws {
    try grade(6) {
      let result = try C1W2.propagate(Self.w, Self.b, Self.X, Self.Y)
      // A tiny ε inside the logarithm is also correct; where 1 - a is 8e-7 it changes the third digit.
      try expect(
        result.cost, equals: 5.801_545_319_394_553, within: Tolerance(absolute: 5e-3))
      let near = Tolerance(absolute: 5.000_001e-9)
      try expect(result.dw, equals: Tensor([[0.998_456_01], [2.395_072_39]]), within: near)
      try expect(result.db, equals: 0.001_455_578_136_784_208, within: near)
    }
  }

  func testIgnorantModelCostsLogarithmOfTwo() throws {
    try grade(3) {
      // With zeros every probability is 1/2, whatever the examples are.
      let result = try C1W2.propagate(.zeros(2, 1), 0, Self.X, Self.Y)
      try expect(
        result.cost, equals: 0.693_147_180_559_945_3, within: .standard,
        Phrase(
          "a model that answers 1/2 for every example costs log 2",
          zh: "对所有样本都回答 1/2 的模型，代价是 log 2"))
    }
  }

  func testGradientIsTheSlopeOfTheCost() throws {
    try grade(6) {
      let w = Tensor([[0.3], [-0.2]])
      let b = 0.1
      let step = 1e-6
      func cost(_ w: Tensor, _ b: Double) throws -> Double {
        try C1W2.propagate.reference(w, b, Self.X, Self.Y).cost
      }
      var dw = Tensor.zeros(2, 1)
      for i in 0..<2 {
        var up = w
        var down = w
        up[i, 0] += step
        down[i, 0] -= step
        dw[i, 0] = try (cost(up, b) - cost(down, b)) / (2 * step)
      }
      let db = try (cost(w, b + step) - cost(w, b - step)) / (2 * step)
      let result = try C1W2.propagate(w, b, Self.X, Self.Y)
      let slope = Phrase(
        "dw and db say how much the cost grows when w or b grows a little",
        zh: "dw 和 db 表示 w 或 b 增加一点点时代价增加多少")
      let near = Tolerance(relative: 1e-6, absolute: 1e-8)
      try expect(result.dw, equals: dw, within: near, slope)
      try expect(result.db, equals: db, within: near, slope)
    }
  }

  func testOneExample() throws {
    try grade(2) {
      // m = 1: the mean of one is itself.
      try expect(
        C1W2.propagate(Tensor([[0.5]]), -0.5, Tensor([[1]]), Tensor([[1]])),
        equals: LogisticPropagation(
          cost: 0.693_147_180_559_945_3, dw: Tensor([[-0.5]]), db: -0.5))
    }
  }

  func testFreshInputs() throws {
    try grade(3) { try C1W2.propagate.expectToAgreeWithReference() }
  }
}
