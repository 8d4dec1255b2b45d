import Coursework
import GradedTesting
import Syllabus
import Tensors
import Text

final class GradientCheckTests: GradedTestCase {
  override class var exercise: any AnyExercise { C2W1c.gradientCheck }

  private func check(
    _ gradients: ThreeLayerGradients, lambda: Double = 0, epsilon: Double = 1e-7
  ) throws -> GradientCheck {
    try C2W1c.gradientCheck(
      PublishedCase.X, PublishedCase.Y, PublishedCase.parameters, gradients, lambda, epsilon)
  }

  func testRightGradientsPass() throws {
    try grade(5) {
      // The published difference is 1.19e-7: what is left is rounding, 1e-16 / 1e-7 a component.
      let difference = try check(PublishedCase.gradients()).difference
      try expect(
        difference >= 0 && difference < 2e-7,
        Phrase(
          "correct gradients differ only by rounding, less than 2e-7; here it is \(difference)",
          zh: "正确的梯度只差舍入误差，小于 2e-7；这里是 \(difference)"))
    }
  }

  func testPlantedMistakesGiveThePublishedDifference() throws {
    try grade(6) {
      var gradients = try PublishedCase.gradients()
      gradients.dW2 *= 2
      gradients.db1 *= 4
      try expect(
        check(gradients).difference, equals: 0.285_093_156_7, within: Tolerance(absolute: 1e-7),
        Phrase(
          "with dW2 twice and db1 four times its right size the difference is 0.285",
          zh: "dW2 大了一倍、db1 大了三倍时，差异是 0.285"))
    }
  }

  func testSlopesOfSingleComponents() throws {
    try grade(4) {
      let slopes = try check(PublishedCase.gradients(), lambda: 0.7, epsilon: 1e-4).numerical
      try expect(slopes.shape, equals: [PublishedCase.count, 1])
      try expect(
        slopes.rows(0..<3),
        equals: Tensor.column([
          -0.448_708_469_238_390_25, -1.568_644_842_864_230_8, 0.440_507_628_143_294,
        ]), within: Tolerance(absolute: 1e-9),
        Phrase("the slopes along the first row of W1", zh: "沿 W1 第一行各元素的导数"))
    }
  }

  func testPenaltyBelongsToTheCost() throws {
    try grade(4) {
      // The gradients without penalty do not belong to a cost with it.
      let difference = try check(PublishedCase.gradients(), lambda: 0.7).difference
      try expect(
        difference > 0.05,
        Phrase(
          "gradients without penalty do not match a cost with λ = 0.7; the difference \(difference) must show it",
          zh: "没有惩罚项的梯度与 λ = 0.7 的代价不符，差异 \(difference) 应当反映出来"))
    }
  }

  func testFreshInputs() throws {
    try grade(6) { try C2W1c.gradientCheck.expectToAgreeWithReference() }
  }
}

final class SuspectsTests: GradedTestCase {
  override class var exercise: any AnyExercise { C2W1c.suspects }

  func testPlantedMistakesAreNamed() throws {
    try grade(5) {
      let right = try PublishedCase.gradients()
      var wrong = right
      wrong.dW2 *= 2
      wrong.db1 *= 4
      try expect(C2W1c.suspects(wrong, right, 1e-5), equals: ["db1", "dW2"])
      try expect(
        C2W1c.suspects(right, right, 1e-5), equals: [String](), within: .exact,
        Phrase("correct gradients have no suspects", zh: "梯度都对时，没有可疑项"))
    }
  }

  func testSmallGradientsAreJudgedLikeLargeOnes() throws {
    try grade(4) {
      func gradients(_ dW1: Double, _ dW3: Double) -> ThreeLayerGradients {
        ThreeLayerGradients(
          dW1: Tensor([[dW1]]), db1: Tensor([[0]]), dW2: Tensor([[1]]), db2: Tensor([[1]]),
          dW3: Tensor([[dW3]]), db3: Tensor([[1]]))
      }
      // 2e-9 against 1e-9 is a mistake; 1e9 + 1 against 1e9 is rounding; 0 against 0 is fine.
      try expect(
        C2W1c.suspects(gradients(2e-9, 1e9 + 1), gradients(1e-9, 1e9), 1e-5), equals: ["dW1"],
        within: .exact,
        Phrase(
          "twice 1e-9 is a mistake, 1e9 + 1 in place of 1e9 is not, and 0 equals 0",
          zh: "1e-9 的两倍是错误，1e9 + 1 与 1e9 之差不是，0 等于 0"))
    }
  }

  func testFreshInputs() throws {
    try grade(4) { try C2W1c.suspects.expectToAgreeWithReference(rounds: 6) }
  }
}

final class RepairedBackwardTests: GradedTestCase {
  override class var exercise: any AnyExercise { C2W1c.backward }

  private func backward(_ lambda: Double) throws -> ThreeLayerGradients {
    try C2W1c.backward(PublishedCase.X, PublishedCase.Y, PublishedCase.parameters, lambda)
  }

  func testKnownValues() throws {
    try grade(6) {
      let gradients = try backward(0)
      try expect(
        gradients.db1,
        equals: Tensor([
          [0.632_907_87], [0.037_251_4], [-0.064_013_01], [0.090_455_75], [0],
        ]), within: .digits(8))
      try expect(
        gradients.dW2,
        equals: Tensor([
          [0, 0, 0, 0, 0], [0, 0, 0, 0, 0],
          [0.915_801_65, 0.024_515_48, -0.107_979_54, 0.902_818_91, 0],
        ]), within: .digits(8))
      try expect(
        gradients.dW1.rows(0..<1),
        equals: Tensor([[-0.373_477_79, -1.479_032_16, 0.175_961_43, -1.336_850_36]]),
        within: .digits(8))
    }
  }

  func testCheckPassesWithPenalty() throws {
    try grade(6) {
      try expectToPassTheCheck(
        PublishedCase.parameters, lambda: 0.7,
        Phrase("with the penalty, λ = 0.7", zh: "含惩罚项，λ = 0.7"))
    }
  }

  func testCheckPassesAfterSomeTraining() throws {
    try grade(4) {
      // A mistake can be invisible at first and show once the parameters have grown.
      var parameters = PublishedCase.parameters
      for _ in 0..<20 {
        let slopes = try C2W1c.backward.reference(
          PublishedCase.X, PublishedCase.Y, parameters, 0.1)
        parameters = try ThreeLayerParameters(
          layers: zip(parameters.layers, slopes.layers).map { layer, slope in
            LayerParameters(W: try layer.W - 0.1 * slope.dW, b: try layer.b - 0.1 * slope.db)
          })
      }
      try expectToPassTheCheck(
        parameters, lambda: 0.1,
        Phrase("after 20 steps of training", zh: "训练 20 步之后"))
    }
  }

  /// Compares the gradients with the slopes of the cost, computed by central differences.
  private func expectToPassTheCheck(
    _ parameters: ThreeLayerParameters, lambda: Double, _ note: Phrase
  ) throws {
    let zero = ThreeLayerGradients(
      dW1: .zeros(5, 4), db1: .zeros(5, 1), dW2: .zeros(3, 5), db2: .zeros(3, 1),
      dW3: .zeros(1, 3), db3: .zeros(1, 1))
    let slopes = try C2W1c.gradientCheck.reference(
      PublishedCase.X, PublishedCase.Y, parameters, zero, lambda, 1e-5
    ).numerical
    let gradients = try C2W1c.backward(PublishedCase.X, PublishedCase.Y, parameters, lambda)
    let all = gradients.layers.flatMap { $0.dW.elements + $0.db.elements }
    try expect(Tensor.column(all), equals: slopes, within: Tolerance(absolute: 1e-7), note)
  }

  func testFreshInputs() throws {
    try grade(4) { try C2W1c.backward.expectToAgreeWithReference() }
  }
}
