import Coursework
import GradedTesting
import Syllabus
import Tensors
import Text

final class UnrollChannelsTests: GradedTestCase {
  override class var exercise: any AnyExercise { C4W4.unrollChannels }

  func testChannelsOfOnePlaceStandBelowEachOther() throws {
    try grade(3) {
      // Channel c of the place (h, w) is 100c + 10h + w.
      var a = Tensor.zeros(1, 2, 3, 2)
      for h in 0..<2 {
        for w in 0..<3 { for c in 0..<2 { a[0, h, w, c] = Double(100 * c + 10 * h + w) } }
      }
      try expect(
        C4W4.unrollChannels(a),
        equals: Tensor([[0, 1, 2, 10, 11, 12], [100, 101, 102, 110, 111, 112]]))
    }
  }

  func testFreshInputs() throws {
    try grade(2) { try C4W4.unrollChannels.expectToAgreeWithReference() }
  }
}

final class GramMatrixTests: GradedTestCase {
  override class var exercise: any AnyExercise { C4W4.gramMatrix }

  func testKnownValues() throws {
    try grade(2) {
      try expect(
        C4W4.gramMatrix(Tensor([[1, 0, 2], [3, 1, 1]])), equals: Tensor([[5, 5], [5, 11]]))
    }
  }

  func testItIsSymmetricAndPositiveSemidefinite() throws {
    try grade(1) {
      var random = RandomState(seed: RunEnvironment.current.seed)
      let A = random.randn(4, 3)
      let G = try C4W4.gramMatrix(A)
      try expect(
        G, equals: G.T, within: .standard,
        Phrase("G[k, l] and G[l, k] are the same", zh: "G[k, l] 与 G[l, k] 相同"))
      let x = random.randn(4, 1)
      try expect(
        dot(x.T, dot(G, x)).scalar >= -1e-9,
        Phrase("xᵀGx = ‖Aᵀx‖² is never negative", zh: "xᵀGx = ‖Aᵀx‖² 不会是负数"))
    }
  }

  func testFreshInputs() throws {
    try grade(2) { try C4W4.gramMatrix.expectToAgreeWithReference() }
  }
}

final class LayerStyleCostTests: GradedTestCase {
  override class var exercise: any AnyExercise { C4W4.layerStyleCost }

  func testKnownValues() throws {
    try grade(4) {
      // Tests/Peers/faces_and_style.py.
      try expect(
        C4W4.layerStyleCost(Activations.style, Activations.generated),
        equals: 17.829_860_997_661_26)
      try expect(
        C4W4.layerStyleCost(Activations.small(5, 1.5, 2), Activations.small(7, 3, 4)),
        equals: 0.011_711_968_315_972_222)
    }
  }

  func testWhereThingsAreDoesNotMatter() throws {
    try grade(3) {
      let rows = Array((0..<4).reversed())
      let turned = try Activations.generated.slice(axis: 1, at: rows).slice(
        axis: 2, at: [2, 0, 3, 1])
      try expect(
        C4W4.layerStyleCost(Activations.generated, turned), equals: 0.0,
        within: Tolerance(absolute: 1e-12),
        Phrase("shuffling the positions leaves the style unchanged", zh: "打乱位置，风格不变"))
    }
  }

  func testFreshInputs() throws {
    try grade(3) { try C4W4.layerStyleCost.expectToAgreeWithReference() }
  }
}

final class LayerStyleCostBackwardTests: GradedTestCase {
  override class var exercise: any AnyExercise { C4W4.layerStyleCostBackward }

  func testKnownValues() throws {
    try grade(4) {
      // Tests/Peers/faces_and_style.py, by central differences.
      try expect(
        C4W4.layerStyleCostBackward(Activations.small(5, 1.5, 2), Activations.small(7, 3, 4)),
        equals: Tensor([
          0.011_284_72, 0.008_138_02, 0.003_255_21, 0.000_759_55, -0.004_774_31, -0.006_618_92,
          -0.007_486_98, 0.006_510_42, 0.007_269_97, 0.004_448_78, -0.000_759_55, -0.002_929_69,
        ]).reshaped(1, 2, 3, 2),
        within: .digits(7))
    }
  }

  func testTheGradientIsTheNumericalOne() throws {
    try grade(5) {
      var random = RandomState(seed: RunEnvironment.current.seed)
      let (a_S, a_G) = (random.randn(1, 2, 3, 2), random.randn(1, 2, 3, 2))
      // Computed here, so that a mistake in the learner's cost does not matter.
      func gram(_ a: Tensor) throws -> Tensor { try dot(a.reshaped(6, 2).T, a.reshaped(6, 2)) }
      let slopes = try (0..<12).map { k in
        try slope(at: k, of: a_G) { try (gram(a_S) - gram($0)).squared().sum() / 576 }
      }
      try expect(
        C4W4.layerStyleCostBackward(a_S, a_G), equals: Tensor(slopes).reshaped(1, 2, 3, 2),
        within: Tolerance(relative: 1e-5, absolute: 1e-7),
        Phrase(
          "each slope equals (J(a + 10⁻⁵) - J(a - 10⁻⁵)) / 2·10⁻⁵",
          zh: "每个导数都等于 (J(a + 10⁻⁵) - J(a - 10⁻⁵)) / 2·10⁻⁵"))
    }
  }

  func testTheSameStyleHasNoSlope() throws {
    try grade(2) {
      let a = try Activations.small(5, 1.5, 2)
      let moved = try a.slice(axis: 2, at: [2, 0, 1])
      try expect(
        C4W4.layerStyleCostBackward(a, moved), equals: Tensor.zeros(1, 2, 3, 2),
        within: Tolerance(absolute: 1e-12))
    }
  }

  func testFreshInputs() throws {
    try grade(4) { try C4W4.layerStyleCostBackward.expectToAgreeWithReference() }
  }
}

final class StyleCostTests: GradedTestCase {
  override class var exercise: any AnyExercise { C4W4.styleCost }

  func testTwoLayersOfDifferentSizes() throws {
    try grade(3) {
      let first = (Tensor.ones(1, 1, 2, 2), Tensor([[[[1, 2], [0, 1]]]]))
      let second = (try Activations.small(5, 1.5, 2), try Activations.small(7, 3, 4))
      // Tests/Peers/faces_and_style.py.
      try expect(
        C4W4.styleCost([first.0, second.0], [first.1, second.1], [0.25, 0.6]),
        equals: 0.046_089_680_989_583_33)
    }
  }

  func testFreshInputs() throws {
    try grade(2) { try C4W4.styleCost.expectToAgreeWithReference() }
  }
}
