import Coursework
import GradedTesting
import Syllabus
import Tensors
import Text

final class ReLUTests: GradedTestCase {
  override class var exercise: any AnyExercise { C1W3.relu }

  func testNegativeBecomesZero() throws {
    try grade(1) {
      try expect(
        C1W3.relu(Tensor([[-2, 0, 3], [0.5, -0.001, 1e9]])),
        equals: Tensor([[0, 0, 3], [0.5, 0, 1e9]]))
    }
  }

  func testBothHalvesMakeTheWhole() throws {
    try grade(1) {
      let Z = Tensor([[-4, 2.5, 0], [0.3, -0.7, 11]])
      let mirrored = try C1W3.relu.reference(-Z)
      try expect(
        C1W3.relu(Z) - mirrored, equals: Z, within: .standard,
        Phrase("relu(z) - relu(-z) is z", zh: "relu(z) - relu(-z) 等于 z"))
    }
  }

  func testEveryShapeIsKept() throws {
    try grade(1) {
      let Z = Tensor([[[-1, 1]], [[2, -2]]])
      try expect(C1W3.relu(Z), equals: Tensor([[[0, 1]], [[2, 0]]]))
    }
  }

  func testFreshInputs() throws {
    try grade(1) { try C1W3.relu.expectToAgreeWithReference() }
  }
}

final class ReLUDerivativeTests: GradedTestCase {
  override class var exercise: any AnyExercise { C1W3.reluDerivative }

  func testFlatOnTheLeftSteepOnTheRight() throws {
    try grade(1) {
      try expect(
        C1W3.reluDerivative(Tensor([[-2, -1e-9, 1e-9], [3, -700, 1e9]])),
        equals: Tensor([[0, 0, 1], [1, 0, 1]]))
    }
  }

  func testSlopeAtZeroIsZeroOrOne() throws {
    try grade(1) {
      let slope = try C1W3.reluDerivative(Tensor([[0, -1]]))
      try expect(
        slope[0, 0] == 0 || slope[0, 0] == 1,
        Phrase("at exactly 0 the slope is 0 or 1", zh: "在恰好为 0 处，导数取 0 或 1"))
      try expect(slope[0, 1], equals: 0.0)
    }
  }

  func testIsTheSlopeOfReLU() throws {
    try grade(1) {
      let Z = Tensor([-3, -0.2, 0.1, 5])
      let step = 1e-6
      let slope = try (maximum(0, Z + step) - maximum(0, Z - step)) / (2 * step)
      try expect(C1W3.reluDerivative(Z), equals: slope, within: Tolerance(absolute: 1e-8))
    }
  }

  func testFreshInputs() throws {
    try grade(1) { try C1W3.reluDerivative.expectToAgreeWithReference() }
  }
}

final class LeakyReLUTests: GradedTestCase {
  override class var exercise: any AnyExercise { C1W3.leakyReLU }

  func testNegativeShrinksToOneHundredth() throws {
    try grade(2) {
      try expect(
        C1W3.leakyReLU(Tensor([[-2, 0, 3], [0.5, -100, 1e9]])),
        equals: Tensor([[-0.02, 0, 3], [0.5, -1, 1e9]]))
    }
  }

  func testEveryShapeIsKept() throws {
    try grade(1) {
      try expect(C1W3.leakyReLU(Tensor([[[-1, 1]]])), equals: Tensor([[[-0.01, 1]]]))
    }
  }

  func testFreshInputs() throws {
    try grade(1) { try C1W3.leakyReLU.expectToAgreeWithReference() }
  }
}

final class LeakyReLUDerivativeTests: GradedTestCase {
  override class var exercise: any AnyExercise { C1W3.leakyReLUDerivative }

  func testTwoSlopes() throws {
    try grade(1) {
      try expect(
        C1W3.leakyReLUDerivative(Tensor([[-2, -1e-9, 1e-9], [3, -700, 1e9]])),
        equals: Tensor([[0.01, 0.01, 1], [1, 0.01, 1]]))
    }
  }

  func testSlopeAtZeroIsOneOfBoth() throws {
    try grade(1) {
      let slope = try C1W3.leakyReLUDerivative(Tensor([[0, -1]]))
      try expect(
        slope[0, 0] == 0.01 || slope[0, 0] == 1,
        Phrase("at exactly 0 the slope is 0.01 or 1", zh: "在恰好为 0 处，导数取 0.01 或 1"))
      try expect(slope[0, 1], equals: 0.01)
    }
  }

  func testIsTheSlopeOfLeakyReLU() throws {
    try grade(1) {
      let Z = Tensor([-3, -0.2, 0.1, 5])
      let step = 1e-6
      func leaky(_ Z: Tensor) throws -> Tensor { try maximum(Z / 100, Z) }
      let slope = try (leaky(Z + step) - leaky(Z - step)) / (2 * step)
      try expect(C1W3.leakyReLUDerivative(Z), equals: slope, within: Tolerance(absolute: 1e-8))
    }
  }

  func testFreshInputs() throws {
    try grade(1) { try C1W3.leakyReLUDerivative.expectToAgreeWithReference() }
  }
}
