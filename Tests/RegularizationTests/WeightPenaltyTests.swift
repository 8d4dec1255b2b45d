import Coursework
import GradedTesting
import Syllabus
import Tensors
import Text

final class CostWithRegularizationTests: GradedTestCase {
  override class var exercise: any AnyExercise { C2W1b.costWithRegularization }

  private static let A3 = Tensor([
    [0.406_824_02, 0.016_292_84, 0.167_228_98, 0.101_181_11, 0.406_824_02]
  ])

  func testPublishedExample() throws {
    try grade(5) {
      try expect(
        C2W1b.costWithRegularization(
          Self.A3, KnownNetwork.Y, KnownNetwork.parametersAlone, 0.1),
        equals: 1.786_485_945_159_076)
    }
  }

  func testLambdaOfZeroIsTheCrossEntropy() throws {
    try grade(3) {
      try expect(
        C2W1b.costWithRegularization(
          Self.A3, KnownNetwork.Y, KnownNetwork.parametersAlone, 0),
        equals: 1.602_501_604_757_322_4, within: .standard,
        Phrase("λ = 0 is no regularization", zh: "λ = 0 就是没有正则化"))
    }
  }

  func testPenaltyOfKnownWeights() throws {
    try grade(4) {
      // Squares 1 + 4, 9 and 4; biases of 100 cost nothing. λ/(2m) = 2/4, and -log ½ twice.
      let parameters = ThreeLayerParameters(
        W1: Tensor([[1, -2]]), b1: Tensor([[100]]), W2: Tensor([[3]]), b2: Tensor([[100]]),
        W3: Tensor([[-2]]), b3: Tensor([[100]]))
      try expect(
        C2W1b.costWithRegularization(Tensor([[0.5, 0.5]]), Tensor([[1, 0]]), parameters, 2),
        equals: 9.693_147_180_559_945, within: .standard,
        Phrase(
          "λ/(2m) · (5 + 9 + 4) with λ = 2 and m = 2 is 9, and log 2 is added",
          zh: "λ = 2、m = 2 时，λ/(2m) · (5 + 9 + 4) = 9，再加上 log 2"))
    }
  }

  func testFreshInputs() throws {
    try grade(3) { try C2W1b.costWithRegularization.expectToAgreeWithReference() }
  }
}

final class BackwardWithRegularizationTests: GradedTestCase {
  override class var exercise: any AnyExercise { C2W1b.backwardWithRegularization }

  private func gradients(_ lambda: Double) throws -> ThreeLayerGradients {
    let cache = try ThreeLayerNetwork.forward(KnownNetwork.X, KnownNetwork.parameters)
    return try C2W1b.backwardWithRegularization(
      KnownNetwork.X, KnownNetwork.Y, cache, KnownNetwork.parameters, lambda)
  }

  func testPublishedExample() throws {
    try grade(6) {
      try expect(
        gradients(0.7),
        equals: ThreeLayerGradients(
          dW1: Tensor([
            [-0.256_046_46, 0.122_988_27, -0.282_971_29],
            [-0.177_063_03, 0.345_360_94, -0.441_057_1],
          ]), db1: Tensor([[0.118_458_55], [0.212_368_74]]),
          dW2: Tensor([
            [0.792_764_86, 0.851_339_18], [-0.095_721_9, -0.017_204_63],
            [-0.131_007_72, -0.037_504_33],
          ]), db2: Tensor([[0.261_352_26], [0], [0]]),
          dW3: Tensor([[-1.776_913_47, -0.118_328_79, -0.093_974_46]]),
          db3: Tensor([[-0.380_329_8]])), within: .digits(8))
    }
  }

  func testLambdaOfZeroIsThePlainBackwardPass() throws {
    try grade(4) {
      let cache = try ThreeLayerNetwork.forward(KnownNetwork.X, KnownNetwork.parameters)
      try expect(
        gradients(0),
        equals: ThreeLayerNetwork.backward(
          KnownNetwork.X, KnownNetwork.Y, cache, KnownNetwork.parameters), within: .standard,
        Phrase("λ = 0 is no regularization", zh: "λ = 0 就是没有正则化"))
    }
  }

  func testGradientIsTheSlopeOfTheCost() throws {
    try grade(5) {
      let step = 1e-6
      func cost(_ change: Double) throws -> Double {
        var parameters = KnownNetwork.parameters
        parameters.W2[1, 0] += change
        let A3 = try ThreeLayerNetwork.forward(KnownNetwork.X, parameters).A3
        return try C2W1b.costWithRegularization.reference(A3, KnownNetwork.Y, parameters, 1.5)
      }
      let slope = try (cost(step) - cost(-step)) / (2 * step)
      let dW2 = try gradients(1.5).dW2
      try expect(dW2.shape, equals: [3, 2])
      try expect(
        dW2[1, 0], equals: slope, within: Tolerance(absolute: 1e-7),
        Phrase(
          "dW2[1, 0] says how much the cost, penalty included, grows with W2[1, 0]",
          zh: "dW2[1, 0] 表示 W2[1, 0] 增大时，含惩罚项的代价增加多少"))
    }
  }

  func testFreshInputs() throws {
    try grade(5) { try C2W1b.backwardWithRegularization.expectToAgreeWithReference() }
  }
}
