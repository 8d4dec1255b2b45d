import Coursework
import GradedTesting
import Syllabus
import Tensors
import Text

final class Forward1DTests: GradedTestCase {
  override class var exercise: any AnyExercise { C2W1c.forward1D }

  func testPublishedExample() throws {
    try grade(1) { try expect(C2W1c.forward1D(2, 4), equals: 8.0) }
  }

  func testFreshInputs() throws {
    try grade(2) { try C2W1c.forward1D.expectToAgreeWithReference() }
  }
}

final class Backward1DTests: GradedTestCase {
  override class var exercise: any AnyExercise { C2W1c.backward1D }

  func testPublishedExample() throws {
    try grade(2) { try expect(C2W1c.backward1D(3, 4), equals: 3.0) }
  }

  func testFreshInputs() throws {
    try grade(2) { try C2W1c.backward1D.expectToAgreeWithReference() }
  }
}

final class GradientCheck1DTests: GradedTestCase {
  override class var exercise: any AnyExercise { C2W1c.gradientCheck1D }

  func testRightGradientPasses() throws {
    try grade(4) {
      let difference = try C2W1c.gradientCheck1D(2, 4, 2, 1e-7)
      try expect(
        difference >= 0 && difference < 1e-7,
        Phrase(
          "dJ/dθ = 2 is right at x = 2, so the difference is below 1e-7; here it is \(difference)",
          zh: "x = 2 时 dJ/dθ = 2 是对的，差异应小于 1e-7；这里是 \(difference)"))
    }
  }

  func testWrongGradientsFail() throws {
    try grade(5) {
      let near = Tolerance(absolute: 1e-6)
      try expect(
        C2W1c.gradientCheck1D(2, 4, 6, 1e-7), equals: 0.5, within: near,
        Phrase("|6 - 2| / (6 + 2) is one half", zh: "|6 - 2| / (6 + 2) 等于二分之一"))
      try expect(
        C2W1c.gradientCheck1D(2, 4, -2, 1e-7), equals: 1.0, within: near,
        Phrase("a wrong sign gives 1, the largest difference", zh: "符号相反时差异为 1，是最大值"))
      try expect(C2W1c.gradientCheck1D(-3, 0.5, 0, 1e-7), equals: 1.0, within: near)
    }
  }

  func testFreshInputs() throws {
    try grade(6) { try C2W1c.gradientCheck1D.expectToAgreeWithReference() }
  }
}
