import Coursework
import GradedTesting
import Syllabus
import Tensors
import Text

final class NormalizeInputsTests: GradedTestCase {
  override class var exercise: any AnyExercise { C2W3b.normalizeInputs }

  func testKnownValues() throws {
    try grade(2) {
      try expect(
        C2W3b.normalizeInputs(Tensor([[2, 4, 6, 8]]), Tensor([[5, 10]])),
        equals: NormalizedSets(
          training: Tensor([
            [
              -1.341_640_786_499_873_8, -0.447_213_595_499_957_9, 0.447_213_595_499_957_9,
              1.341_640_786_499_873_8,
            ]
          ]), test: Tensor([[0, 2.236_067_977_499_79]])))
    }
  }

  func testTrainingSetHasMeanZeroAndVarianceOne() throws {
    try grade(2) {
      var random = RandomState(seed: 2)
      let X = try Tensor([[3], [40]]) * random.randn(2, 9) + Tensor([[-7], [100]])
      let sets = try C2W3b.normalizeInputs(X, X.columns(0..<2))
      try expect(
        sets.training.mean(axis: 1), equals: Tensor([0, 0]), within: .standard,
        Phrase("every feature of the training set has mean 0", zh: "训练集每个特征的均值是 0"))
      try expect(
        sets.training.variance(axis: 1), equals: Tensor([1, 1]), within: .standard,
        Phrase("every feature of the training set has variance 1", zh: "训练集每个特征的方差是 1"))
      try expect(
        sets.test, equals: sets.training.columns(0..<2), within: .standard,
        Phrase(
          "the same example gives the same numbers, whichever set it is in",
          zh: "同一个样本无论在哪个集合里，结果都一样"))
    }
  }

  func testFeatureThatIsTheSameEverywhere() throws {
    try grade(1) {
      try expect(
        C2W3b.normalizeInputs(Tensor([[7, 7, 7], [0, 3, 6]]), Tensor([[7, 9], [3, 3]])),
        equals: NormalizedSets(
          training: Tensor([[0, 0, 0], [-1.5.squareRoot(), 0, 1.5.squareRoot()]]),
          test: Tensor([[0, 2], [0, 0]])), within: .standard,
        Phrase("where σ is 0, divide by 1", zh: "σ 为 0 时除以 1"))
    }
  }

  func testFreshInputs() throws {
    try grade(3) { try C2W3b.normalizeInputs.expectToAgreeWithReference(rounds: 6) }
  }
}
