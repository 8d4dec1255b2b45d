import Coursework
import GradedTesting
import Syllabus
import Tensors
import Text

final class InitializeVelocityTests: GradedTestCase {
  override class var exercise: any AnyExercise { C2W2.initializeVelocity }

  func testZerosOfTheSameShapes() throws {
    try grade(2) {
      try expect(
        C2W2.initializeVelocity(KnownLayers.parameters),
        equals: [
          LayerGradients(dW: .zeros(2, 3), db: .zeros(2, 1)),
          LayerGradients(dW: .zeros(3, 3), db: .zeros(3, 1)),
        ], within: .exact)
    }
  }

  func testFreshInputs() throws {
    try grade(1) { try C2W2.initializeVelocity.expectToAgreeWithReference() }
  }
}

final class UpdateWithMomentumTests: GradedTestCase {
  override class var exercise: any AnyExercise { C2W2.updateWithMomentum }

  func testPublishedExample() throws {
    try grade(3) {
      let step = try C2W2.updateWithMomentum(
        KnownLayers.parameters, KnownLayers.gradients, KnownLayers.zeros, 0.9, 0.01)
      try expect(
        step.parameters.first,
        equals: LayerParameters(
          W: Tensor([
            [1.625_445_98, -0.612_901_14, -0.529_073_34],
            [-1.073_471_12, 0.864_506_77, -2.300_854_97],
          ]), b: Tensor([[1.744_934_65], [-0.760_271_13]])), within: .digits(8))
      try expect(
        step.velocity.last,
        equals: LayerGradients(
          dW: Tensor([
            [-0.026_788_81, 0.053_035_55, -0.069_166_08],
            [-0.039_675_35, -0.068_717_27, -0.084_520_56],
            [-0.067_124_61, -0.001_266_46, -0.111_731_03],
          ]), db: Tensor([[0.023_441_57], [0.165_980_22], [0.074_204_42]])), within: .digits(8))
    }
  }

  func testWithoutMemoryItIsGradientDescent() throws {
    try grade(2) {
      // β = 0 forgets every older gradient.
      let step = try C2W2.updateWithMomentum(
        KnownLayers.layer, KnownLayers.slope,
        [LayerGradients(dW: .ones(2, 2), db: .ones(2, 1))], 0, 0.5)
      try expect(
        step,
        equals: MomentumStep(
          parameters: [
            LayerParameters(
              W: Tensor([[0.999_95, 3], [-147, 20_004]]), b: Tensor([[-2495], [9]]))
          ], velocity: KnownLayers.slope), within: .standard,
        Phrase("with β = 0 this is plain gradient descent", zh: "β = 0 时就是普通的梯度下降"))
    }
  }

  func testConstantGradientIsApproached() throws {
    try grade(2) {
      var velocity = KnownLayers.still
      for _ in 0..<200 {
        velocity =
          try C2W2.updateWithMomentum(
            KnownLayers.layer, KnownLayers.slope, velocity, 0.9, 0
          ).velocity
        // A shape that grew with every step would soon fill the memory.
        try expect(
          velocity.map(\.dW.shape), equals: [[2, 2]], within: .exact,
          Phrase("the velocity keeps the shape of the gradient", zh: "速度与梯度的形状始终相同"))
      }
      try expect(
        velocity, equals: KnownLayers.slope, within: Tolerance(relative: 1e-6),
        Phrase(
          "with a constant gradient the velocity approaches it: an average of equal numbers is that number",
          zh: "梯度一直不变时，速度会趋于它：相同的数取平均还是它自己"))
    }
  }

  func testFreshInputs() throws {
    try grade(3) { try C2W2.updateWithMomentum.expectToAgreeWithReference() }
  }
}
