import Coursework
import GradedTesting
import Syllabus
import Tensors
import Text

final class SampleLearningRateTests: GradedTestCase {
  override class var exercise: any AnyExercise { C2W3a.sampleLearningRate }

  func testKnownValues() throws {
    try grade(1) {
      try expect(
        (1...5).map { try C2W3a.sampleLearningRate(-4, 0, $0) },
        equals: [
          0.004_656_804_637_919_565, 0.005_545_996_722_241_042, 0.015_965_834_028_940_29,
          0.738_107_054_353_043_9, 0.000_772_631_987_651_709_8,
        ])
    }
  }

  func testEveryPowerOfTenGetsItsShare() throws {
    try grade(1) {
      let draws = try (0..<200).map { try C2W3a.sampleLearningRate(-4, 0, UInt32($0)) }
      try expect(
        draws.allSatisfy { (1e-4...1).contains($0) },
        Phrase("α lies between 10^a and 10^b", zh: "α 在 10^a 和 10^b 之间"))
      let small = draws.count { $0 < 0.01 }
      try expect(
        (70...130).contains(small),
        Phrase(
          "about half of 200 draws between 0.0001 and 1 are below 0.01, not \(small)",
          zh: "在 0.0001 到 1 之间抽 200 次，约一半小于 0.01，而不是 \(small) 次"))
    }
  }

  func testFreshInputs() throws {
    try grade(2) { try C2W3a.sampleLearningRate.expectToAgreeWithReference() }
  }
}

final class SampleMomentumTests: GradedTestCase {
  override class var exercise: any AnyExercise { C2W3a.sampleMomentum }

  func testKnownValues() throws {
    try grade(1) {
      try expect(
        (1...5).map { try C2W3a.sampleMomentum(-3, -1, $0) },
        equals: [
          0.993_175_921_572_901_1, 0.992_552_855_095_917, 0.987_364_401_862_618_3,
          0.914_086_843_012_665_2, 0.997_220_374_148_106,
        ])
    }
  }

  func testHalfOfTheDrawsLieAboveOneHundredthBelowOne() throws {
    try grade(1) {
      let draws = try (0..<200).map { try C2W3a.sampleMomentum(-3, -1, UInt32($0)) }
      let large = draws.count { $0 > 0.99 }
      try expect(
        (70...130).contains(large) && draws.allSatisfy { (0.9 - 1e-9...0.999 + 1e-9).contains($0) },
        Phrase(
          "about half of 200 draws between 0.9 and 0.999 are above 0.99, not \(large)",
          zh: "在 0.9 到 0.999 之间抽 200 次，约一半大于 0.99，而不是 \(large) 次"))
    }
  }

  func testFreshInputs() throws {
    try grade(2) { try C2W3a.sampleMomentum.expectToAgreeWithReference() }
  }
}

/// α from 0.0001 to 0.1, β from 0.9 to 0.999.
private let region = SearchRegion(
  learningRateLow: -4, learningRateHigh: -1, momentumLow: -3, momentumHigh: -1)

/// The number of different values that a search has tried, ignoring rounding errors.
private func distinct(_ values: [Double]) -> Int { Set(values.map { Float($0) }).count }

final class GridSearchTests: GradedTestCase {
  override class var exercise: any AnyExercise { C2W3a.gridSearch }

  func testKnownValues() throws {
    try grade(2) {
      let settings = try C2W3a.gridSearch(region, 4)
      try expect(settings.count, equals: 16)
      try expect(
        settings.prefix(4).map(\.beta),
        equals: [0.999, 0.995_358_411_166_387_2, 0.978_455_653_099_681_2, 0.9])
      try expect(
        [0, 4, 8, 12].map { settings[$0].learningRate }, equals: [0.0001, 0.001, 0.01, 0.1])
    }
  }

  func testTwentyFiveTrialsShowFiveValuesOfEach() throws {
    try grade(1) {
      let settings = try C2W3a.gridSearch(region, 5)
      try expect(
        [settings.count, distinct(settings.map(\.learningRate)), distinct(settings.map(\.beta))],
        equals: [25, 5, 5], within: .exact,
        Phrase(
          "25 trials of a grid try only 5 values of each hyperparameter",
          zh: "网格的 25 次尝试里，每个超参数只有 5 个取值"))
    }
  }

  func testFreshInputs() throws {
    try grade(2) { try C2W3a.gridSearch.expectToAgreeWithReference() }
  }
}

final class RandomSearchTests: GradedTestCase {
  override class var exercise: any AnyExercise { C2W3a.randomSearch }

  func testTwentyFiveTrialsShowTwentyFiveValuesOfEach() throws {
    try grade(1) {
      let settings = try C2W3a.randomSearch(region, 25, 7)
      try expect(
        [settings.count, distinct(settings.map(\.learningRate)), distinct(settings.map(\.beta))],
        equals: [25, 25, 25], within: .exact,
        Phrase(
          "25 random trials try 25 values of each hyperparameter",
          zh: "随机的 25 次尝试里，每个超参数有 25 个取值"))
    }
  }

  func testNumbersOfTheSeeds() throws {
    try grade(1) {
      let wide = SearchRegion(
        learningRateLow: -4, learningRateHigh: 0, momentumLow: -3, momentumHigh: -1)
      try expect(
        C2W3a.randomSearch(wide, 2, 1),
        equals: [
          Setting(learningRate: 0.004_656_804_637_919_565, beta: 0.992_552_855_095_917),
          Setting(learningRate: 0.015_965_834_028_940_29, beta: 0.914_086_843_012_665_2),
        ], within: .standard,
        Phrase(
          "seeds 1 and 2 for the first trial, 3 and 4 for the second",
          zh: "第一次用种子 1 和 2，第二次用 3 和 4"))
    }
  }

  func testFreshInputs() throws {
    try grade(2) { try C2W3a.randomSearch.expectToAgreeWithReference() }
  }
}

final class CoarseToFineTests: GradedTestCase {
  override class var exercise: any AnyExercise { C2W3a.coarseToFine }

  private let settings = [
    Setting(learningRate: 0.1, beta: 0.9), Setting(learningRate: 0.01, beta: 0.99),
    Setting(learningRate: 0.003, beta: 0.95), Setting(learningRate: 0.0001, beta: 0.5),
    Setting(learningRate: 1, beta: 0.999),
  ]

  func testRegionOfTheBest() throws {
    try grade(2) {
      try expect(
        C2W3a.coarseToFine(settings, [0.7, 0.4, 0.5, 1.9, 2.3], 2),
        equals: SearchRegion(
          learningRateLow: -2.522_878_745_280_337_4, learningRateHigh: -2, momentumLow: -2,
          momentumHigh: -1.301_029_995_663_980_8))
    }
  }

  func testTrainingsThatRanAwayAreTheWorst() throws {
    try grade(1) {
      try expect(
        C2W3a.coarseToFine(settings, [0.7, 0.4, 0.5, 1.9, .nan], 3),
        equals: SearchRegion(
          learningRateLow: -2.522_878_745_280_337_4, learningRateHigh: -1, momentumLow: -2,
          momentumHigh: -1), within: .standard,
        Phrase("a cost of NaN is worse than any other", zh: "代价为 NaN 的比其他的都差"))
    }
  }

  func testFreshInputs() throws {
    try grade(2) { try C2W3a.coarseToFine.expectToAgreeWithReference(rounds: 8) }
  }
}
