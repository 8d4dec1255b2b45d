import Coursework
import GradedTesting
import Syllabus
import Tensors
import Text

final class TanhActivationTests: GradedTestCase {
  override class var exercise: any AnyExercise { C1W3.tanhActivation }

  func testKnownValues() throws {
    try grade(2) {
      try expect(
        C1W3.tanhActivation(Tensor([-2, -0.5, 0, 0.3, 4])),
        equals: Tensor([
          -0.964_027_580_075_816_9, -0.462_117_157_260_009_7, 0, 0.291_312_612_451_590_9,
          0.999_329_299_739_067_1,
        ]))
    }
  }

  func testLargeNumbersComeToOne() throws {
    try grade(1) {
      try expect(
        C1W3.tanhActivation(Tensor([[-1000, 1000], [-710, 1e6]])),
        equals: Tensor([[-1, 1], [-1, 1]]), within: .standard,
        Phrase(
          "far from 0 tanh is 1 or -1, never NaN: no exponential may overflow",
          zh: "离 0 很远时 tanh 是 1 或 -1，绝不会是 NaN：指数不能溢出"))
    }
  }

  func testTanhIsOdd() throws {
    try grade(1) {
      let Z = Tensor([[0.25, 1.5, 30], [0.01, 7, 800]])
      let left = try C1W3.tanhActivation.reference(-Z)
      try expect(
        -C1W3.tanhActivation(Z), equals: left, within: .standard,
        Phrase("tanh(-z) is -tanh(z)", zh: "tanh(-z) 等于 -tanh(z)"))
    }
  }

  func testFreshInputs() throws {
    try grade(2) { try C1W3.tanhActivation.expectToAgreeWithReference() }
  }
}

final class TanhDerivativeTests: GradedTestCase {
  override class var exercise: any AnyExercise { C1W3.tanhDerivative }

  func testKnownValues() throws {
    try grade(1) {
      try expect(
        C1W3.tanhDerivative(Tensor([[-0.964_027_580_075_816_9, 0.291_312_612_451_590_9]])),
        equals: Tensor([[0.070_650_824_853_164_5, 0.915_136_961_826_681_4]]))
    }
  }

  func testIsTheSlopeOfTanh() throws {
    try grade(2) {
      let Z = Tensor([-1.5, -0.4, 0, 0.2, 0.9, 2.5])
      let step = 1e-5
      let slope = try (tanh(Z + step) - tanh(Z - step)) / (2 * step)
      try expect(
        C1W3.tanhDerivative(tanh(Z)), equals: slope, within: Tolerance(absolute: 1e-8),
        Phrase(
          "given A = tanh(Z), the answer is the slope of tanh at Z",
          zh: "给定 A = tanh(Z)，答案是 tanh 在 Z 处有多陡"))
    }
  }

  func testSteepestAtZeroAndFlatAtTheEnds() throws {
    try grade(1) {
      try expect(
        C1W3.tanhDerivative(Tensor([[[0], [1]], [[-1], [0.5]]])),
        equals: Tensor([[[1], [0]], [[0], [0.75]]]))
    }
  }

  func testFreshInputs() throws {
    try grade(1) { try C1W3.tanhDerivative.expectToAgreeWithReference() }
  }
}
