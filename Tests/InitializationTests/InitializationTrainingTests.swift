import Coursework
import Datasets
import GradedTesting
import Syllabus
import Tensors
import Text

final class DeepLinearLengthsTests: GradedTestCase {
  override class var exercise: any AnyExercise { C2W1a.deepLinearLengths }

  func testFactorAboveOneExplodes() throws {
    try grade(4) {
      let lengths = try C2W1a.deepLinearLengths(Tensor([[3], [4]]), 1.5, 50)
      try expect(
        lengths.prefix(3) + lengths.suffix(1),
        equals: [7.5, 11.25, 16.875, 3_188_107_501.070_247_7], within: .standard,
        Phrase("5 · 1.5⁵⁰ is more than three billion", zh: "5 · 1.5⁵⁰ 超过三十亿"))
    }
  }

  func testFactorBelowOneVanishes() throws {
    try grade(4) {
      let lengths = try C2W1a.deepLinearLengths(Tensor([[3], [4]]), 0.5, 20)
      try expect(
        lengths.prefix(3) + lengths.suffix(1),
        equals: [2.5, 1.25, 0.625, 4.768_371_582_031_25e-6], within: Tolerance(relative: 1e-9),
        Phrase("5 · 0.5²⁰ is five millionths", zh: "5 · 0.5²⁰ 只有百万分之五"))
    }
  }

  func testIdentityKeepsTheLength() throws {
    try grade(3) {
      try expect(
        C2W1a.deepLinearLengths(Tensor([[0], [2], [0]]), 1, 4), equals: [2.0, 2, 2, 2],
        within: .exact)
    }
  }

  func testFreshInputs() throws {
    try grade(4) { try C2W1a.deepLinearLengths.expectToAgreeWithReference() }
  }
}

final class TrainFromInitializationTests: GradedTestCase {
  override class var exercise: any AnyExercise { C2W1a.trainFromInitialization }

  private static let circles = LabelledData.circles(examples: 300, noise: 0.05, seed: 1)

  private func train(_ method: InitializationMethod, steps: Int) throws -> InitializationTraining {
    try C2W1a.trainFromInitialization(
      Self.circles.X, Self.circles.Y, [2, 10, 5, 1], method, 3, 0.01, steps)
  }

  func testZerosNeverBreakTheSymmetry() throws {
    try grade(5) {
      let result = try train(.zeros, steps: 1001)
      try expect(
        result.costs, equals: [0.693_147_180_559_945_3, 0.693_147_180_559_945_3], within: .standard,
        Phrase(
          "starting from zeros, the cost stays at log 2 forever", zh: "从零开始，代价永远停在 log 2"))
      try expect(
        result.parameters.first?.W, equals: Tensor.zeros(10, 2), within: .standard,
        Phrase("the weights stay at zero", zh: "权重一直是零"))
    }
  }

  func testHeBeginsAtThePublishedCost() throws {
    try grade(5) {
      try expect(
        train(.he, steps: 1).costs, equals: [0.883_053_746_341_976_1], within: .standard)
    }
  }

  func testLargeWeightsBeginAtInfiniteCost() throws {
    try grade(3) {
      try expect(
        train(.random, steps: 1).costs, equals: [Double.infinity], within: .exact,
        Phrase(
          "with weights ten times as large the network is so sure of wrong answers that log 0 occurs",
          zh: "权重放大十倍，网络对错误答案也深信不疑，于是出现 log 0"))
    }
  }

  func testThirtySteps() throws {
    try grade(5) {
      try expect(
        train(.he, steps: 30).parameters.first?.b.elements.prefix(3).map(\.self),
        equals: [
          -0.016_670_855_305_468_652, -0.024_565_538_376_745_58, 0.003_165_855_548_045_544_2,
        ], within: .standard,
        Phrase(
          "the first three biases after 30 steps from He's weights", zh: "从 He 初始化走 30 步之后，前三个偏置"))
      try expect(
        train(.xavier, steps: 30).parameters.first?.b.elements.prefix(3).map(\.self),
        equals: [
          -0.003_615_216_263_128_413_2, -0.005_778_900_900_695_656, 0.000_560_354_172_500_866_6,
        ], within: .standard,
        Phrase(
          "the first three biases after 30 steps from Xavier's weights",
          zh: "从 Xavier 初始化走 30 步之后，前三个偏置"))
    }
  }

  func testFreshInputs() throws {
    try grade(7) { try C2W1a.trainFromInitialization.expectToAgreeWithReference(rounds: 6) }
  }
}
