import Coursework
import GradedTesting
import Syllabus
import Tensors
import Text

final class UpdateWithRMSpropTests: GradedTestCase {
  override class var exercise: any AnyExercise { C2W2.updateWithRMSprop }

  func testKnownValues() throws {
    try grade(3) {
      let step = try C2W2.updateWithRMSprop(
        KnownLayers.parameters, KnownLayers.gradients, KnownLayers.zeros, 0.9, 1e-8, 0.01)
      try expect(
        step.parameters.first,
        equals: LayerParameters(
          W: Tensor([
            [1.655_968_14, -0.643_379_19, -0.559_794_53],
            [-1.104_591_4, 0.833_784_85, -2.269_915_92],
          ]), b: Tensor([[1.776_434_53], [-0.729_584_13]])), within: .digits(8))
      try expect(
        step.squares.first,
        equals: LayerGradients(
          dW: Tensor([
            [0.121_136_26, 0.131_039_24, 0.081_286_58], [0.025_250_06, 0.081_154_14, 0.046_748_38],
          ]), db: Tensor([[0.001_510_2], [0.087_566_44]])), within: .digits(8))
    }
  }

  func testSizeOfTheGradientCancels() throws {
    try grade(2) {
      // From s = 0 and without ε the step is α / √(1 - β) against the sign, whatever the size.
      let step = try C2W2.updateWithRMSprop(
        KnownLayers.layer, KnownLayers.slope, KnownLayers.still, 0.75, 0, 0.1)
      try expect(
        step.parameters,
        equals: [
          LayerParameters(W: Tensor([[0.8, 2.2], [2.8, 4.2]]), b: Tensor([[4.8], [6.2]]))
        ], within: .standard,
        Phrase(
          "the first step is α / √(1 - β) for every parameter, large gradient or small",
          zh: "不管梯度大小，第一步对每个参数都是 α / √(1 - β)"))
    }
  }

  func testFreshInputs() throws {
    try grade(2) { try C2W2.updateWithRMSprop.expectToAgreeWithReference() }
  }
}

final class InitializeAdamTests: GradedTestCase {
  override class var exercise: any AnyExercise { C2W2.initializeAdam }

  func testZerosOfTheSameShapesTwice() throws {
    try grade(2) {
      let start = [
        LayerGradients(dW: .zeros(2, 3), db: .zeros(2, 1)),
        LayerGradients(dW: .zeros(3, 3), db: .zeros(3, 1)),
      ]
      try expect(
        C2W2.initializeAdam(KnownLayers.parameters), equals: AdamMoments(v: start, s: start),
        within: .exact)
    }
  }

  func testFreshInputs() throws {
    try grade(1) { try C2W2.initializeAdam.expectToAgreeWithReference() }
  }
}

final class UpdateWithAdamTests: GradedTestCase {
  override class var exercise: any AnyExercise { C2W2.updateWithAdam }

  func testPublishedExample() throws {
    try grade(4) {
      let step = try C2W2.updateWithAdam(
        KnownLayers.parameters, KnownLayers.gradients,
        AdamMoments(v: KnownLayers.zeros, s: KnownLayers.zeros), 2, 0.01, 0.9, 0.999, 1e-8)
      try expect(
        step.parameters.first,
        equals: LayerParameters(
          W: Tensor([
            [1.631_786_73, -0.619_197_78, -0.535_613_12],
            [-1.080_409_99, 0.857_966_26, -2.294_097_33],
          ]), b: Tensor([[1.752_253_13], [-0.753_765_53]])), within: .digits(8))
      try expect(
        step.moments.v.first?.dW,
        equals: Tensor([
          [-0.110_061_92, 0.114_472_37, 0.090_159_07], [0.050_249_43, 0.090_085_59, -0.068_372_79],
        ]), within: .digits(8))
      try expect(
        step.moments.s.first?.dW,
        equals: Tensor([
          [0.001_211_36, 0.001_310_39, 0.000_812_87], [0.000_252_5, 0.000_811_54, 0.000_467_48],
        ]), within: .digits(8))
    }
  }

  func testFirstStepHasTheSizeOfTheLearningRate() throws {
    try grade(3) {
      // After correction v̂ = g and ŝ = g², so the first step is α against the sign of g.
      let step = try C2W2.updateWithAdam(
        KnownLayers.layer, KnownLayers.slope,
        AdamMoments(v: KnownLayers.still, s: KnownLayers.still), 1, 0.1, 0.9, 0.999, 0)
      try expect(
        step.parameters,
        equals: [
          LayerParameters(W: Tensor([[0.9, 2.1], [2.9, 4.1]]), b: Tensor([[4.9], [6.1]]))
        ], within: .standard,
        Phrase(
          "the first step is α for every parameter, large gradient or small",
          zh: "不管梯度大小，第一步对每个参数都恰好是 α"))
    }
  }

  func testEpsilonStandsOutsideTheRoot() throws {
    try grade(3) {
      // v̂ = 3, √ŝ = 3, ε = 1: 3 / (3 + 1).
      let step = try C2W2.updateWithAdam(
        [LayerParameters(W: Tensor([[0]]), b: Tensor([[0]]))],
        [LayerGradients(dW: Tensor([[3]]), db: Tensor([[-3]]))],
        AdamMoments(
          v: [LayerGradients(dW: Tensor([[0]]), db: Tensor([[0]]))],
          s: [LayerGradients(dW: Tensor([[0]]), db: Tensor([[0]]))]), 1, 1, 0.9, 0.999, 1)
      try expect(
        step.parameters,
        equals: [LayerParameters(W: Tensor([[-0.75]]), b: Tensor([[0.75]]))], within: .standard,
        Phrase("the divisor is √ŝ + ε = 3 + 1", zh: "除数是 √ŝ + ε = 3 + 1"))
    }
  }

  func testFreshInputs() throws {
    try grade(5) { try C2W2.updateWithAdam.expectToAgreeWithReference(rounds: 8) }
  }
}
