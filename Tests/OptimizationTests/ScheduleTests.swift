import Coursework
import GradedTesting
import Syllabus
import Tensors
import Text

final class ExponentiallyWeightedAverageTests: GradedTestCase {
  override class var exercise: any AnyExercise { C2W2.exponentiallyWeightedAverage }

  func testPublishedExamples() throws {
    try grade(2) {
      try expect(C2W2.exponentiallyWeightedAverage([10, 10], 0.5, false), equals: [5.0, 7.5])
      try expect(C2W2.exponentiallyWeightedAverage([4, 9], 0.98, false), equals: [0.08, 0.2584])
      try expect(
        C2W2.exponentiallyWeightedAverage([4, 9], 0.98, true), equals: [4, 6.525_252_525_252_511])
    }
  }

  func testCorrectedAverageOfEqualValuesIsThatValue() throws {
    try grade(2) {
      try expect(
        C2W2.exponentiallyWeightedAverage([10, 10, 10, 10], 0.9, true),
        equals: [10.0, 10, 10, 10], within: .standard,
        Phrase(
          "the corrected average of equal values is that value, from the first on",
          zh: "相同的值，修正后的平均从第一个起就等于它"))
    }
  }

  func testNoValuesHaveNoAverages() throws {
    try grade(1) {
      try expect(C2W2.exponentiallyWeightedAverage([], 0.9, true), equals: [Double]())
    }
  }

  func testFreshInputs() throws {
    try grade(1) {
      try C2W2.exponentiallyWeightedAverage.expectToAgreeWithReference(rounds: 8)
    }
  }
}

final class AveragingWindowTests: GradedTestCase {
  override class var exercise: any AnyExercise { C2W2.averagingWindow }

  func testKnownWindows() throws {
    try grade(1) {
      try expect(C2W2.averagingWindow(0.9), equals: 10.0)
      try expect(C2W2.averagingWindow(0.98), equals: 50.0)
      try expect(C2W2.averagingWindow(0.5), equals: 2.0)
    }
  }

  func testFreshInputs() throws {
    try grade(1) { try C2W2.averagingWindow.expectToAgreeWithReference() }
  }
}

final class DecayedLearningRateTests: GradedTestCase {
  override class var exercise: any AnyExercise { C2W2.decayedLearningRate }

  func testPublishedExample() throws {
    try grade(1) {
      try expect(C2W2.decayedLearningRate(0.5, 1, 2), equals: 0.166_666_666_666_666_66)
    }
  }

  func testEpochZeroHasTheInitialRate() throws {
    try grade(1) {
      try expect(
        C2W2.decayedLearningRate(0.2, 0.7, 0), equals: 0.2, within: .exact,
        Phrase("nothing has decayed in epoch 0", zh: "第 0 个 epoch 还没有衰减"))
    }
  }

  func testFreshInputs() throws {
    try grade(1) { try C2W2.decayedLearningRate.expectToAgreeWithReference() }
  }
}

final class ScheduledLearningRateTests: GradedTestCase {
  override class var exercise: any AnyExercise { C2W2.scheduledLearningRate }

  func testPublishedExample() throws {
    try grade(1) {
      try expect(C2W2.scheduledLearningRate(0.5, 0.3, 10, 100), equals: 0.5)
      try expect(C2W2.scheduledLearningRate(0.5, 0.3, 100, 100), equals: 0.384_615_384_615_384_6)
    }
  }

  func testRateIsConstantWithinAnInterval() throws {
    try grade(2) {
      for epoch in [1000, 1001, 1500, 1999] {
        try expect(
          C2W2.scheduledLearningRate(0.6, 1, epoch, 1000), equals: 0.3, within: .standard,
          Phrase(
            "from epoch 1000 to 1999 one interval of 1000 has passed",
            zh: "第 1000 到 1999 个 epoch 之间，刚好过了一个长 1000 的区间"))
      }
    }
  }

  func testFreshInputs() throws {
    try grade(1) { try C2W2.scheduledLearningRate.expectToAgreeWithReference() }
  }
}

final class ExponentialLearningRateTests: GradedTestCase {
  override class var exercise: any AnyExercise { C2W2.exponentialLearningRate }

  func testKnownValues() throws {
    try grade(1) {
      try expect(C2W2.exponentialLearningRate(0.2, 0.95, 10), equals: 0.119_747_387_847_675_75)
    }
  }

  func testEveryEpochKeepsTheSameShare() throws {
    try grade(1) {
      let rates = try (0..<5).map { try C2W2.exponentialLearningRate(0.8, 0.5, $0) }
      try expect(
        rates, equals: [0.8, 0.4, 0.2, 0.1, 0.05], within: .standard,
        Phrase("with base 1/2 every epoch halves the rate", zh: "底为 1/2 时，每个 epoch 学习率减半"))
    }
  }

  func testFreshInputs() throws {
    try grade(1) { try C2W2.exponentialLearningRate.expectToAgreeWithReference() }
  }
}

final class RootLearningRateTests: GradedTestCase {
  override class var exercise: any AnyExercise { C2W2.rootLearningRate }

  func testKnownValues() throws {
    try grade(1) {
      try expect(C2W2.rootLearningRate(0.2, 1, 50), equals: 0.028_284_271_247_461_9)
    }
  }

  func testFourTimesTheStepsHalveTheRate() throws {
    try grade(2) {
      let rates = try [1, 4, 16].map { try C2W2.rootLearningRate(0.8, 0.5, $0) }
      try expect(
        rates, equals: [0.4, 0.2, 0.1], within: .standard,
        Phrase("k / √t: four times the steps halve the rate", zh: "k / √t：步数变成四倍，学习率减半"))
    }
  }

  func testFreshInputs() throws {
    try grade(1) { try C2W2.rootLearningRate.expectToAgreeWithReference() }
  }
}
