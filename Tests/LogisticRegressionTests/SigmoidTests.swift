import Coursework
import GradedTesting
import Syllabus
import Tensors
import Text

final class SigmoidTests: GradedTestCase {
  override class var exercise: any AnyExercise { C1W2.sigmoid }

  func testKnownValues() throws {
    try grade(2) {
      try expect(
        C1W2.sigmoid(Tensor([[0, 2], [-1, 3]])),
        equals: Tensor([
          [0.5, 0.880_797_077_977_882_4], [0.268_941_421_369_995_1, 0.952_574_126_822_433_1],
        ]))
    }
  }

  func testOppositeArgumentsAddUpToOne() throws {
    try grade(1) {
      let z = Tensor([0.1, 1, 5, 20])
      try expect(
        C1W2.sigmoid(z) + C1W2.sigmoid(-z), equals: Tensor.ones(4), within: .standard,
        Phrase("σ(z) + σ(-z) is 1 for every z", zh: "对任意 z，σ(z) + σ(-z) 都等于 1"))
    }
  }

  func testLargeArgumentsStayFinite() throws {
    try grade(1) {
      try expect(
        C1W2.sigmoid(Tensor([-800, 800])), equals: Tensor([0, 1]),
        // Clipping z at ±500 first gives 7e-218 instead of 0.
        within: Tolerance(absolute: 1e-12),
        Phrase(
          "far left the sigmoid is 0, far right it is 1, and nowhere NaN",
          zh: "最左边 sigmoid 为 0，最右边为 1，任何地方都不应出现 NaN"))
    }
  }

  func testFreshInputs() throws {
    try grade(1) { try C1W2.sigmoid.expectToAgreeWithReference() }
  }
}
