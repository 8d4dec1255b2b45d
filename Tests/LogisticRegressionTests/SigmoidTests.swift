import Coursework
import GradedTesting
import Syllabus
import Tensors

final class SigmoidTests: GradedTestCase {
  override class var exercise: any AnyExercise { C1W2.sigmoid }

  func testZeroGivesOneHalf() throws {
    try grade(1) {
      try expect(C1W2.sigmoid(Tensor(0)), equals: Tensor(0.5))
    }
  }

  func testKnownValues() throws {
    try grade(2) {
      try expect(
        C1W2.sigmoid(Tensor([[0, 2], [-1, 3]])),
        equals: Tensor([
          [0.5, 0.880_797_077_977_882_4], [0.268_941_421_369_995_1, 0.952_574_126_822_433_1],
        ]))
    }
  }

  func testFreshInputs() throws {
    try grade(2) { try C1W2.sigmoid.expectToAgreeWithReference() }
  }
}
