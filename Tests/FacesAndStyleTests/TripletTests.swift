import Coursework
import GradedTesting
import Syllabus
import Tensors
import Text

private let anchor = Tensor([[0.5, 1], [0, -0.5], [1.5, 0.25]])
private let positive = Tensor([[0.25, 0.5], [0.5, 0.25], [1.25, 0.5]])
private let negative = Tensor([[0.75, 0.5], [1, 1], [1, 0]])

final class TripletLossTests: GradedTestCase {
  override class var exercise: any AnyExercise { C4W4.tripletLoss }

  /// Published in the tests of the original exercise.
  func testPublishedCases() throws {
    try grade(4) {
      let (ones, zeros) = (Tensor([1, 1]), Tensor([0, 0]))
      try expect(C4W4.tripletLoss(ones, ones, ones, 5), equals: 5.0)
      try expect(C4W4.tripletLoss(ones, ones, zeros, 3), equals: 1.0)
      try expect(C4W4.tripletLoss(ones, zeros, ones, 0), equals: 2.0)
      try expect(C4W4.tripletLoss(zeros, zeros, zeros, -2), equals: 0.0)
      let right = Tensor([[1, 0], [1, 0]])
      try expect(C4W4.tripletLoss(right, right, Tensor([[0, 1], [0, 1]]), 3), equals: 2.0)
      try expect(
        C4W4.tripletLoss(
          Tensor([[1, 1], [2, 0]]), Tensor([[0, 3], [1, 1]]), Tensor([[1, 0], [0, 1]]), 1),
        equals: 5.0)
    }
  }

  func testKnownValue() throws {
    try grade(2) {
      // Tests/Peers/faces_and_style.py.
      try expect(C4W4.tripletLoss(anchor, positive, negative, 0.3), equals: 0.4125)
    }
  }

  func testWhatIsRightAlreadyCostsNothing() throws {
    try grade(1) {
      let far = anchor + 10
      try expect(
        C4W4.tripletLoss(anchor, positive, far, 0.5), equals: 0.0, within: .standard,
        Phrase("all negatives are far away", zh: "所有负样本都很远"))
    }
  }

  func testFreshInputs() throws {
    try grade(3) { try C4W4.tripletLoss.expectToAgreeWithReference(rounds: 8) }
  }
}

final class TripletLossBackwardTests: GradedTestCase {
  override class var exercise: any AnyExercise { C4W4.tripletLossBackward }

  func testKnownValues() throws {
    try grade(4) {
      // Tests/Peers/faces_and_style.py, by central differences.
      try expect(
        C4W4.tripletLossBackward(anchor, positive, negative, 0.3),
        equals: TripletGradients(
          dAnchor: Tensor([[1, 0], [0, 0], [-0.5, -1]]),
          dPositive: Tensor([[-0.5, -1], [0, 0], [-0.5, 0.5]]),
          dNegative: Tensor([[-0.5, 1], [0, 0], [1, 0.5]])))
    }
  }

  func testTheGradientIsTheNumericalOne() throws {
    try grade(4) {
      var random = RandomState(seed: RunEnvironment.current.seed)
      let (a, p, n) = (random.randn(4, 3), random.randn(4, 3), random.randn(4, 3))
      let found = try C4W4.tripletLossBackward(a, p, n, 0.5)
      // Computed here, so that a mistake in the learner's loss does not matter.
      func loss(_ a: Tensor, _ p: Tensor, _ n: Tensor) throws -> Double {
        let difference = try (a - p).squared().sum(axis: 1) - (a - n).squared().sum(axis: 1)
        return maximum(difference + 0.5, 0).sum()
      }
      let slopes = try (0..<a.count).map { k in
        [
          try slope(at: k, of: a) { try loss($0, p, n) },
          try slope(at: k, of: p) { try loss(a, $0, n) },
          try slope(at: k, of: n) { try loss(a, p, $0) },
        ]
      }
      for (k, part) in [found.dAnchor, found.dPositive, found.dNegative].enumerated() {
        try expect(
          part, equals: Tensor(slopes.map { $0[k] }).reshaped(4, 3),
          within: Tolerance(relative: 1e-5, absolute: 1e-6),
          Phrase(
            "each gradient equals (loss(x + 10⁻⁵) - loss(x - 10⁻⁵)) / 2·10⁻⁵",
            zh: "每个梯度都等于 (loss(x + 10⁻⁵) - loss(x - 10⁻⁵)) / 2·10⁻⁵"))
      }
    }
  }

  func testMovingAllThreeChangesNothing() throws {
    try grade(2) {
      let found = try C4W4.tripletLossBackward(anchor, positive, negative, 5)
      try expect(
        found.dAnchor + found.dPositive + found.dNegative, equals: Tensor.zeros(3, 2),
        within: .standard,
        Phrase(
          "only differences count, so the three gradients add up to 0", zh: "只有差算数，所以三个梯度之和为 0"))
    }
  }

  func testAtTheKinkBothSlopesAreRight() throws {
    try grade(1) {
      // 1 - 2 + 1 is exactly 0; the second triplet counts.
      try C4W4.tripletLossBackward.expectToBeRight(
        Tensor([[0, 0], [1, 0]]), Tensor([[1, 0], [0, 0]]), Tensor([[1, 1], [1, 1]]), 1)
    }
  }

  func testFreshInputs() throws {
    try grade(4) { try C4W4.tripletLossBackward.expectToAgreeWithReference(rounds: 8) }
  }
}

final class HardestNegativesTests: GradedTestCase {
  override class var exercise: any AnyExercise { C4W4.hardestNegatives }

  func testKnownValues() throws {
    try grade(4) {
      // Tests/Peers/faces_and_style.py.
      let encodings = Tensor([[0, 0], [1, 0], [0, 2], [3, 3], [1, 1], [0, -1]])
      try expect(
        C4W4.hardestNegatives(encodings, [0, 0, 1, 1, 2, 2]), equals: [5, 4, 4, 4, 1, 0])
    }
  }

  func testTheFirstOfEquallyNear() throws {
    try grade(1) {
      let encodings = Tensor([[0.0], [1], [-1], [5]])
      try expect(C4W4.hardestNegatives(encodings, [3, 8, 8, 8]), equals: [1, 0, 0, 0])
    }
  }

  func testWithoutANegativeItIsTheAnchorItself() throws {
    try grade(1) {
      try expect(C4W4.hardestNegatives(Tensor([[0, 1], [2, 3]]), [4, 4]), equals: [0, 1])
    }
  }

  func testFreshInputs() throws {
    try grade(4) { try C4W4.hardestNegatives.expectToAgreeWithReference(rounds: 8) }
  }
}

final class SiameseProbabilityTests: GradedTestCase {
  override class var exercise: any AnyExercise { C4W4.siameseProbability }

  private let f1 = Tensor([[0.5, -1.25, 2], [1, 0.25, -0.75]])
  private let f2 = Tensor([[0.25, 0.5, 1.5], [-0.5, 0.75, 0.25]])
  private let w = Tensor([[-1], [0.5], [-0.75]])

  func testKnownValues() throws {
    try grade(2) {
      // Tests/Peers/faces_and_style.py.
      try expect(
        C4W4.siameseProbability(f1, f2, w, 1.5),
        equals: Tensor([[0.851_952_801_968_310_6], [0.377_540_668_798_145_4]]))
    }
  }

  func testWhichComesFirstDoesNotMatter() throws {
    try grade(1) {
      try expect(
        C4W4.siameseProbability(f2, f1, w, -0.5),
        equals: C4W4.siameseProbability(f1, f2, w, -0.5), within: .standard,
        Phrase("exchanging the pictures changes nothing", zh: "对调两张图像，结果不变"))
    }
  }

  func testFreshInputs() throws {
    try grade(2) { try C4W4.siameseProbability.expectToAgreeWithReference() }
  }
}
