import Coursework
import Datasets
import GradedTesting
import Syllabus
import Tensors
import Text

final class ModelTests: GradedTestCase {
  override class var exercise: any AnyExercise { C2W3b.model }

  func testFourEpochsOnClothes() throws {
    try grade(4) {
      // Every twentieth picture; the figures are NumPy's.
      let clothes = try FashionMNIST.train
      let chosen = try clothes.images(at: Array(stride(from: 0, to: clothes.count, by: 20)))
      let (X, Y) = (try chosen.flattened().X, try chosen.oneHot(classes: 10))
      let near = Tolerance(relative: 1e-6)
      let with = try C2W3b.model(X, Y, [784, 12, 8, 10], true, 0.1, 25, 4, 1)
      try expect(
        with.costs,
        equals: [
          2.406_034_655_978_763, 2.076_086_513_834_054_5, 1.900_321_831_859_449_3,
          1.780_496_421_188_988_7,
        ], within: near)
      try expect(
        with.running.last?.variance.rows(0..<3),
        equals: Tensor.column([
          0.657_032_728_178_884_5, 0.742_394_316_440_656_3, 0.587_331_961_016_539_1,
        ]), within: near)
      let without = try C2W3b.model(X, Y, [784, 12, 8, 10], false, 0.1, 25, 4, 1)
      try expect(
        without.costs,
        equals: [
          2.403_758_448_811_231, 2.265_651_399_156_159_3, 2.210_967_430_831_98,
          2.129_411_535_391_698,
        ], within: near)
      try expect(
        without.running.count, equals: 0,
        Phrase(
          "without batch normalization there are no running statistics", zh: "不做批量归一化时没有移动平均的统计量"))
    }
  }

  func testNoEpochsLeaveTheStart() throws {
    try grade(1) {
      let start = NormalizedNetwork([2, 4, 3], seed: 6)
      try expect(
        C2W3b.model(
          Tensor([[1, 2, 3], [4, 5, 7]]), Tensor.identity(3), [2, 4, 3], true, 1, 2, 0, 6),
        equals: NormalizedTraining(
          network: start,
          running: [RunningStatistics(mean: .zeros(4, 1), variance: .ones(4, 1))], costs: []),
        within: .standard,
        Phrase(
          "before the first epoch μ is 0, σ² is 1, γ is 1 and β is 0",
          zh: "第一个 epoch 之前，μ 是 0，σ² 是 1，γ 是 1，β 是 0"))
    }
  }

  func testCostBelongsToAllExamples() throws {
    try grade(2) {
      // At a learning rate of 0, without batch normalization, an epoch's cost is that of the whole set.
      var random = RandomState(seed: 9)
      let X = random.randn(3, 7)
      let Y = try Tensor.identity(4).columns(at: [0, 3, 1, 2, 2, 0, 1])
      let cache = try C2W3b.forwardPropagation.reference(
        X, NormalizedNetwork([3, 5, 4], seed: 2), false)
      let cost = try -(Y * log(cache.A)).sum() / 7
      try expect(
        C2W3b.model(X, Y, [3, 5, 4], false, 0, 4, 2, 2).costs, equals: [cost, cost],
        within: .standard,
        Phrase(
          "a batch of 4 counts for 4 examples, one of 3 for 3: at learning rate 0 the cost of an epoch is that of the whole set",
          zh: "4 个样本的一批按 4 算，3 个的按 3 算：学习率为 0 时，一个 epoch 的代价就是整个数据集的代价"))
    }
  }

  func testFreshInputs() throws {
    try grade(3) { try C2W3b.model.expectToAgreeWithReference(rounds: 5) }
  }
}
