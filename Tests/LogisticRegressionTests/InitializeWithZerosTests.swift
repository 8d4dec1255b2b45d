import Coursework
import GradedTesting
import Syllabus
import Tensors

final class InitializeWithZerosTests: GradedTestCase {
  override class var exercise: any AnyExercise { C1W2.initializeWithZeros }

  func testTwoInputs() throws {
    try grade(2) {
      try expect(
        C1W2.initializeWithZeros(2),
        equals: LogisticParameters(w: Tensor([[0], [0]]), b: 0), within: .exact)
    }
  }

  func testAsManyWeightsAsInputs() throws {
    try grade(2) {
      try expect(
        C1W2.initializeWithZeros(12288), equals: LogisticParameters(w: .zeros(12288, 1), b: 0),
        within: .exact)
    }
  }

  func testFreshSizes() throws {
    try grade(1) { try C1W2.initializeWithZeros.expectToAgreeWithReference() }
  }
}
