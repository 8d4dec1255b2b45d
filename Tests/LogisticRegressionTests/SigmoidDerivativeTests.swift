import Coursework
import GradedTesting
import Syllabus
import Tensors
import Text

final class SigmoidDerivativeTests: GradedTestCase {
  override class var exercise: any AnyExercise { C1W2.sigmoidDerivative }

  func testKnownValues() throws {
    try grade(2) {
      try expect(
        C1W2.sigmoidDerivative(Tensor([1, 2, 3])),
        equals: Tensor([
          0.196_611_933_241_481_88, 0.104_993_585_403_506_62, 0.045_176_659_730_912_14,
        ]))
    }
  }

  func testSlopeOfTheCurve() throws {
    try grade(2) {
      let z = Tensor([[-2, -0.5, 0.3], [1.5, 4, -6]])
      let step = 1e-5
      let rise = try C1W2.sigmoid.reference(z + step) - C1W2.sigmoid.reference(z - step)
      try expect(
        C1W2.sigmoidDerivative(z), equals: rise / (2 * step),
        within: Tolerance(relative: 1e-6, absolute: 1e-9),
        Phrase(
          "the derivative is the rise of σ over a tiny step, divided by the step",
          zh: "导数等于 σ 在极小一步内的增量除以步长"))
    }
  }

  func testFreshInputs() throws {
    try grade(1) { try C1W2.sigmoidDerivative.expectToAgreeWithReference() }
  }
}
