import Coursework
import GradedTesting
import Syllabus
import Tensors
import Text

final class BestEpochTests: GradedTestCase {
  override class var exercise: any AnyExercise { C2W1b.bestEpoch }

  func testStopsBeforeALaterMinimum() throws {
    try grade(2) {
      let costs = [3, 2, 2.5, 2.4, 1]
      try expect(
        C2W1b.bestEpoch(costs, 2), equals: 1, within: .exact,
        Phrase(
          "epochs 2 and 3 are not below 2: with patience 2 training ends there, and epoch 1 was the best",
          zh: "第 2、3 个 epoch 都没有低于 2：patience 为 2 时训练到此为止，最好的是第 1 个"))
      try expect(
        C2W1b.bestEpoch(costs, 3), equals: 4, within: .exact,
        Phrase("with patience 3 epoch 4 is reached", zh: "patience 为 3 时能走到第 4 个 epoch"))
    }
  }

  func testEveryImprovementRenewsThePatience() throws {
    try grade(2) {
      try expect(
        C2W1b.bestEpoch([5, 6, 4, 6, 3, 6, 2, 7, 7, 1], 2), equals: 6, within: .exact,
        Phrase("the count restarts at each lower cost", zh: "每次出现更低的代价都重新计数"))
    }
  }

  func testFallingCostsAreFollowedToTheEnd() throws {
    try grade(2) {
      try expect(C2W1b.bestEpoch([4, 3, 2, 1], 1), equals: 3, within: .exact)
      try expect(C2W1b.bestEpoch([1], 1), equals: 0, within: .exact)
      try expect(
        C2W1b.bestEpoch([2, 2, 2, 1], 2), equals: 0, within: .exact,
        Phrase("equal is not lower", zh: "相等不算更低"))
    }
  }

  func testFreshInputs() throws {
    try grade(4) { try C2W1b.bestEpoch.expectToAgreeWithReference(rounds: 40) }
  }
}

final class TrainWithRegularizationTests: GradedTestCase {
  override class var exercise: any AnyExercise { C2W1b.trainWithRegularization }

  private func train(lambda: Double, keepProbability: Double) throws -> RegularizedTraining {
    try C2W1b.trainWithRegularization(
      KnownNetwork.X, KnownNetwork.Y, KnownNetwork.parameters, 0.3, 40, lambda, keepProbability, 1)
  }

  func testFortyStepsWithPenalty() throws {
    try grade(4) {
      let result = try train(lambda: 0.7, keepProbability: 1)
      try expect(result.costs, equals: [2.141_092_222_967_045])
      try expect(
        result.parameters.W1,
        equals: Tensor([
          [-0.216_802_896_558_882_77, 0.013_548_691_090_917_645, -0.208_599_416_790_662_7],
          [-0.120_831_250_768_580_64, 0.329_930_796_608_023_94, -0.409_625_592_057_816_73],
        ]))
    }
  }

  func testFortyStepsWithDropout() throws {
    try grade(4) {
      let result = try train(lambda: 0, keepProbability: 0.8)
      try expect(result.costs, equals: [1.703_207_038_286_436_6])
      try expect(
        result.parameters.W1,
        equals: Tensor([
          [-1.091_185_664_446_159, -0.086_040_700_488_788_78, -0.845_597_196_735_814_5],
          [0.063_769_394_632_332_28, 0.868_005_096_563_581_3, -1.024_994_123_247_046_3],
        ]))
    }
  }

  func testPenaltyKeepsWeightsSmall() throws {
    try grade(3) {
      let free = try train(lambda: 0, keepProbability: 1).parameters
      let small = try train(lambda: 2, keepProbability: 1).parameters
      try expect(
        small.W1.norm() < 0.5 * free.W1.norm(),
        Phrase(
          "with λ = 2 the weights end much smaller than with λ = 0",
          zh: "λ = 2 时，最终的权重应当比 λ = 0 时小得多"))
    }
  }

  func testFreshInputs() throws {
    try grade(4) { try C2W1b.trainWithRegularization.expectToAgreeWithReference(rounds: 6) }
  }
}
