import Coursework
import GradedTesting
import Syllabus
import Tensors
import Text

// Known values: Tests/Peers/strategy.py, by scikit-learn.

/// Twenty examples of five classes, the last of which does not occur.
enum Known {
  static let Y = [1, 3, 0, 0, 3, 1, 3, 1, 3, 0, 0, 1, 0, 3, 1, 0, 2, 1, 2, 0]
  static let predictions = [1, 3, 0, 2, 3, 1, 3, 1, 3, 0, 1, 3, 0, 2, 0, 0, 2, 1, 2, 2]
  static let confusion = Tensor([
    [4, 1, 2, 0, 0], [1, 4, 0, 1, 0], [0, 0, 2, 0, 0], [0, 0, 1, 4, 0], [0, 0, 0, 0, 0],
  ])
}

final class ConfusionMatrixTests: GradedTestCase {
  override class var exercise: any AnyExercise { C3W1.confusionMatrix }

  func testKnownValues() throws {
    try grade(4) {
      try expect(
        C3W1.confusionMatrix(Known.Y, Known.predictions, 5), equals: Known.confusion,
        within: .exact)
    }
  }

  func testRowsAreTrueAndColumnsAreSaid() throws {
    try grade(2) {
      try expect(
        C3W1.confusionMatrix([2, 2, 2], [0, 0, 1], 3),
        equals: Tensor([[0, 0, 0], [0, 0, 0], [2, 1, 0]]), within: .exact,
        Phrase(
          "three examples of class 2 fill its row and nothing else",
          zh: "3 个第 2 类的样本只占第 2 行"))
    }
  }

  func testWithoutExamplesNothingIsCounted() throws {
    try grade(1) { try expect(C3W1.confusionMatrix([], [], 2), equals: Tensor.zeros(2, 2)) }
  }

  func testEveryExampleIsCountedOnce() throws {
    try grade(1) {
      let M = try C3W1.confusionMatrix(Known.predictions, Known.Y, 4)
      try expect(
        M.sum() == 20,
        Phrase("20 examples make counts that add up to 20", zh: "20 个样本，各格之和应为 20"))
    }
  }

  func testFreshInputs() throws {
    try grade(2) { try C3W1.confusionMatrix.expectToAgreeWithReference(rounds: 8) }
  }
}

final class PrecisionTests: GradedTestCase {
  override class var exercise: any AnyExercise { C3W1.precision }

  func testKnownValues() throws {
    try grade(4) {
      try expect(
        (0..<4).map { try C3W1.precision(Known.confusion, $0) }, equals: [0.8, 0.8, 0.4, 0.8])
      try expect(C3W1.precision(Tensor([[90, 10], [5, 45]]), 1), equals: 45.0 / 55)
    }
  }

  func testAClassThatIsNeverSaidHasZero() throws {
    try grade(2) {
      try expect(
        C3W1.precision(Tensor([[7, 0], [3, 0]]), 1), equals: 0.0, within: .exact,
        Phrase("class 1 is never predicted", zh: "从未有样本被预测为第 1 类"))
    }
  }

  func testItIsOneWithoutFalseAlarms() throws {
    try grade(1) {
      try expect(
        C3W1.precision(Tensor([[7, 0], [9, 1]]), 1), equals: 1.0, within: .exact,
        Phrase(
          "the only prediction of class 1 is correct, however many are missed",
          zh: "唯一一次预测为第 1 类时是对的，漏掉多少都不影响查准率"))
    }
  }

  func testFreshInputs() throws {
    try grade(3) { try C3W1.precision.expectToAgreeWithReference(rounds: 12) }
  }
}

final class RecallTests: GradedTestCase {
  override class var exercise: any AnyExercise { C3W1.recall }

  func testKnownValues() throws {
    try grade(4) {
      try expect(
        (0..<4).map { try C3W1.recall(Known.confusion, $0) },
        equals: [0.571_428_571_428_571_4, 0.666_666_666_666_666_6, 1, 0.8])
      try expect(C3W1.recall(Tensor([[90, 10], [5, 45]]), 1), equals: 0.9)
    }
  }

  func testAClassThatDoesNotOccurHasZero() throws {
    try grade(2) {
      try expect(
        C3W1.recall(Tensor([[7, 3], [0, 0]]), 1), equals: 0.0, within: .exact,
        Phrase("class 1 does not occur", zh: "没有第 1 类的样本"))
    }
  }

  func testItIsOneWhereAllAreFound() throws {
    try grade(1) {
      try expect(
        C3W1.recall(Tensor([[0, 99], [0, 1]]), 1), equals: 1.0, within: .exact,
        Phrase(
          "a model that always predicts class 1 finds all of it",
          zh: "全都预测为第 1 类，就一个也不会漏"))
    }
  }

  func testFreshInputs() throws {
    try grade(3) { try C3W1.recall.expectToAgreeWithReference(rounds: 12) }
  }
}

final class F1ScoreTests: GradedTestCase {
  override class var exercise: any AnyExercise { C3W1.f1Score }

  func testKnownValues() throws {
    try grade(3) {
      try expect(C3W1.f1Score(0.8, 0.571_428_571_428_571_4), equals: 0.666_666_666_666_666_6)
      try expect(C3W1.f1Score(0.4, 1), equals: 0.571_428_571_428_571_4)
      try expect(C3W1.f1Score(0.9, 0.9), equals: 0.9)
    }
  }

  func testItIsZeroWhereOneOfThemIs() throws {
    try grade(2) {
      for (P, R) in [(0.0, 1.0), (0.7, 0), (0, 0)] {
        try expect(
          C3W1.f1Score(P, R), equals: 0.0, within: .exact,
          Phrase("with P = \(P) and R = \(R), F1 is 0", zh: "P = \(P)、R = \(R) 时 F1 为 0"))
      }
    }
  }

  func testItLiesBetweenBothAndNearerToTheSmaller() throws {
    try grade(2) {
      for (P, R) in [(0.95, 0.1), (0.2, 0.6), (0.5, 0.55), (1, 0.01)] {
        let F1 = try C3W1.f1Score(P, R)
        try expect(
          min(P, R) < F1 && F1 < max(P, R) && F1 < (P + R) / 2,
          Phrase(
            "F1 lies between \(P) and \(R), below their arithmetic mean",
            zh: "F1 应在 \(P) 与 \(R) 之间，且小于它们的算术平均"))
      }
    }
  }

  func testFreshInputs() throws {
    try grade(3) { try C3W1.f1Score.expectToAgreeWithReference(rounds: 12) }
  }
}

final class MacroF1Tests: GradedTestCase {
  override class var exercise: any AnyExercise { C3W1.macroF1 }

  func testKnownValues() throws {
    try grade(4) {
      try expect(C3W1.macroF1(Known.confusion), equals: 0.553_073_593_073_593)
    }
  }

  func testARareClassCountsAsMuchAsAFrequentOne() throws {
    try grade(2) {
      // The frequent class: P = 99/100, R = 1; the rare one is never said.
      try expect(
        C3W1.macroF1(Tensor([[99, 0], [1, 0]])), equals: 99.0 / 199, within: .standard,
        Phrase(
          "99 % are right, but one of two classes is never found",
          zh: "99 % 的样本都对，但两类中有一类从未被找到"))
    }
  }

  func testTheOrderOfTheClassesDoesNotMatter() throws {
    try grade(1) {
      let order = [3, 0, 4, 2, 1]
      let renamed = try Known.confusion.rows(at: order).columns(at: order)
      try expect(C3W1.macroF1(renamed), equals: C3W1.macroF1(Known.confusion))
    }
  }

  func testFreshInputs() throws {
    try grade(3) { try C3W1.macroF1.expectToAgreeWithReference(rounds: 12) }
  }
}

final class WeightedErrorTests: GradedTestCase {
  override class var exercise: any AnyExercise { C3W1.weightedError }

  private let weights = [
    1, 1, 2.5, 10, 10, 2.5, 1, 10, 2.5, 10, 2.5, 1, 2.5, 2.5, 10, 1, 1, 10, 10, 2.5,
  ]

  func testKnownValues() throws {
    try grade(4) {
      try expect(
        C3W1.weightedError(Known.Y, Known.predictions, weights), equals: 0.304_812_834_224_598_9)
    }
  }

  func testEqualWeightsGiveTheOrdinaryError() throws {
    try grade(1) {
      for weight in [1, 7.5] {
        try expect(
          C3W1.weightedError(Known.Y, Known.predictions, Known.Y.map { _ in weight }),
          equals: 0.3, within: .standard,
          Phrase(
            "6 of 20 are wrong; if all weigh \(weight), the error is 0.3",
            zh: "20 个里错了 6 个；权重都是 \(weight) 时误差为 0.3"))
      }
    }
  }

  func testItIsZeroWhereAllIsRightAndOneWhereAllIsWrong() throws {
    try grade(2) {
      try expect(C3W1.weightedError([1, 0, 2], [1, 0, 2], [10, 1, 3]), equals: 0.0)
      try expect(C3W1.weightedError([1, 0, 2], [0, 1, 1], [10, 1, 3]), equals: 1.0)
    }
  }

  func testFreshInputs() throws {
    try grade(3) { try C3W1.weightedError.expectToAgreeWithReference(rounds: 12) }
  }
}
