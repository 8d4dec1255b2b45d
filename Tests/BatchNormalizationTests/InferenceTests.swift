import Coursework
import GradedTesting
import Syllabus
import Tensors
import Text

final class UpdateRunningStatisticsTests: GradedTestCase {
  override class var exercise: any AnyExercise { C2W3b.updateRunningStatistics }

  func testKnownValues() throws {
    try grade(2) {
      let running = RunningStatistics(mean: Tensor([[1], [-2]]), variance: Tensor([[4], [1]]))
      try expect(
        C2W3b.updateRunningStatistics(running, Batch.pass, 0.9),
        equals: RunningStatistics(
          mean: Tensor([[1.1], [-1.9]]), variance: Tensor([[3.7], [1.8]])), within: .standard,
        Phrase(
          "nine tenths of the old average and one tenth of the batch", zh: "旧的占十分之九，这一批占十分之一"))
    }
  }

  func testEqualBatchesAreApproached() throws {
    try grade(2) {
      var running = RunningStatistics(mean: .zeros(2, 1), variance: .ones(2, 1))
      for _ in 0..<150 {
        running = try C2W3b.updateRunningStatistics(running, Batch.pass, 0.9)
        try expect(running.mean.shape, equals: [2, 1], within: .exact)
      }
      try expect(
        running, equals: RunningStatistics(mean: Batch.pass.mean, variance: Batch.pass.variance),
        within: Tolerance(relative: 1e-5),
        Phrase(
          "an average of equal batches becomes their μ and σ²", zh: "每一批都相同时，平均会趋于它们的 μ 和 σ²"))
    }
  }

  func testFreshInputs() throws {
    try grade(2) { try C2W3b.updateRunningStatistics.expectToAgreeWithReference() }
  }
}

/// Two units of a batch with the means 2 and -1 and the variances 1 and 9.
private enum Batch {
  static let pass = BatchNormPass(
    Z_tilde: Tensor([[-1, 1], [-1, 1]]), Z_norm: Tensor([[-1, 1], [-1, 1]]),
    mean: Tensor([[2], [-1]]), variance: Tensor([[1], [9]]))
}

final class BatchNormInferenceTests: GradedTestCase {
  override class var exercise: any AnyExercise { C2W3b.batchNormInference }

  func testKnownValues() throws {
    try grade(2) {
      try expect(
        C2W3b.batchNormInference(
          Tensor([[3, 5]]), Tensor([[2]]), Tensor([[0.25]]),
          RunningStatistics(mean: Tensor([[1]]), variance: Tensor([[4]])), 0.5),
        equals: Tensor([[2.135_618_083_164_127, 4.021_236_166_328_254]]))
    }
  }

  func testAnExampleIsJudgedOnItsOwn() throws {
    try grade(2) {
      var random = RandomState(seed: 3)
      let (Z, gamma, beta) = (random.randn(2, 5), random.randn(2, 1), random.randn(2, 1))
      let running = RunningStatistics(mean: Tensor([[1], [-1]]), variance: Tensor([[2], [3]]))
      let all = try C2W3b.batchNormInference(Z, gamma, beta, running, 1e-5)
      for i in 0..<5 {
        try expect(
          C2W3b.batchNormInference(Z.column(i), gamma, beta, running, 1e-5), equals: all.column(i),
          within: .standard,
          Phrase(
            "an example gets the same result alone and among others", zh: "单独一个样本，与和别的样本一起时，结果相同"))
      }
    }
  }

  func testStatisticsOfTheBatchGiveTheForwardPass() throws {
    try grade(1) {
      var random = RandomState(seed: 4)
      let (Z, gamma, beta) = (random.randn(3, 6) - 1, random.randn(3, 1), random.randn(3, 1))
      let pass = try C2W3b.batchNormForward.reference(Z, gamma, beta, 0.1)
      try expect(
        C2W3b.batchNormInference(
          Z, gamma, beta, RunningStatistics(mean: pass.mean, variance: pass.variance), 0.1),
        equals: pass.Z_tilde, within: .standard,
        Phrase(
          "with μ and σ² of the batch it is the forward pass of training",
          zh: "用这一批的 μ 和 σ²，就是训练时的前向传播"))
    }
  }

  func testFreshInputs() throws {
    try grade(3) { try C2W3b.batchNormInference.expectToAgreeWithReference() }
  }
}
