import Coursework
import GradedTesting
import Syllabus
import Tensors
import Text

/// The activations of a layer, as Tests/Peers/faces_and_style.py draws them.
enum Activations {
  static let (content, style, generated) = {
    var random = RandomState(seed: 1)
    func drawn() -> Tensor { random.randn(1, 4, 4, 3) * 4 + 1 }
    return (drawn(), drawn(), drawn())
  }()

  /// Small numbers, which are easier to read.
  static func small(_ period: Int, _ shift: Double, _ scale: Double) throws -> Tensor {
    let numbers = (0..<12).map { (Double($0 % period) - shift) / scale }
    return try Tensor(numbers).reshaped(1, 2, 3, 2)
  }
}

final class ContentCostTests: GradedTestCase {
  override class var exercise: any AnyExercise { C4W4.contentCost }

  func testKnownValues() throws {
    try grade(2) {
      try expect(C4W4.contentCost(.ones(1, 2, 2, 3), .zeros(1, 2, 2, 3)), equals: 0.25)
      // Tests/Peers/faces_and_style.py.
      try expect(
        C4W4.contentCost(Activations.content, Activations.generated),
        equals: 7.178_810_169_531_707)
    }
  }

  func testAPictureHasItsOwnContent() throws {
    try grade(1) {
      try expect(C4W4.contentCost(Activations.content, Activations.content), equals: 0.0)
    }
  }

  func testFreshInputs() throws {
    try grade(2) { try C4W4.contentCost.expectToAgreeWithReference() }
  }
}

final class ContentCostBackwardTests: GradedTestCase {
  override class var exercise: any AnyExercise { C4W4.contentCostBackward }

  func testKnownValues() throws {
    try grade(2) {
      // Tests/Peers/faces_and_style.py, by central differences.
      let found = try C4W4.contentCostBackward(Activations.content, Activations.generated)
      try expect(
        found.shape == [1, 4, 4, 3],
        Phrase("the gradient has the shape of a_G", zh: "梯度的形状与 a_G 相同"))
      try expect(
        found.entry(0).entry(1).entry(2),
        equals: Tensor([0.012_847_2, -0.078_962_4, 0.044_246_8]), within: .digits(6))
    }
  }

  func testTheGradientIsTheNumericalOne() throws {
    try grade(1) {
      var random = RandomState(seed: RunEnvironment.current.seed)
      let (a_C, a_G) = (random.randn(1, 3, 2, 2), random.randn(1, 3, 2, 2))
      let slopes = try (0..<a_G.count).map { k in
        try slope(at: k, of: a_G) { try (a_C - $0).squared().sum() / 48 }
      }
      try expect(
        C4W4.contentCostBackward(a_C, a_G), equals: Tensor(slopes).reshaped(1, 3, 2, 2),
        within: Tolerance(relative: 1e-5, absolute: 1e-7))
    }
  }

  func testFreshInputs() throws {
    try grade(2) { try C4W4.contentCostBackward.expectToAgreeWithReference() }
  }
}

final class TotalCostTests: GradedTestCase {
  override class var exercise: any AnyExercise { C4W4.totalCost }

  /// Published with the original exercise and in its tests.
  func testPublishedCases() throws {
    try grade(3) {
      var random = RandomState(seed: 3)
      let (J_content, J_style) = (random.randn(), random.randn())
      try expect(C4W4.totalCost(J_content, J_style, 10, 40), equals: 35.346_678_754_782_76)
      try expect(C4W4.totalCost(0.2, 0.8, 10, 40), equals: 34.0)
      try expect(C4W4.totalCost(0.3, 0.5, 3, 8), equals: 4.9)
      try expect(C4W4.totalCost(0.3, 0.5, 0, 0), equals: 0.0)
    }
  }

  func testFreshInputs() throws {
    try grade(2) { try C4W4.totalCost.expectToAgreeWithReference() }
  }
}
