import Coursework
import GradedTesting
import Syllabus
import Tensors
import Text

final class UpdateWithGradientDescentTests: GradedTestCase {
  override class var exercise: any AnyExercise { C2W2.updateWithGradientDescent }

  func testPublishedExample() throws {
    try grade(2) {
      try expect(
        C2W2.updateWithGradientDescent(KnownLayers.parameters, KnownLayers.gradients, 0.01),
        equals: [
          LayerParameters(
            W: Tensor([
              [1.635_351_56, -0.623_203_65, -0.537_187_66],
              [-1.077_993_57, 0.856_399_07, -2.294_701_42],
            ]), b: Tensor([[1.746_040_67], [-0.751_849_21]])),
          LayerParameters(
            W: Tensor([
              [0.321_717_98, -0.254_673_93, 1.469_024_54],
              [-2.056_173_17, -0.315_545_48, -0.375_602_3],
              [1.140_481_9, -1.099_764_62, -0.161_255_1],
            ]), b: Tensor([[-0.880_202_57], [0.025_615_72], [0.575_394_77]])),
        ], within: .digits(8))
    }
  }

  func testRateOfZeroChangesNothing() throws {
    try grade(1) {
      try expect(
        C2W2.updateWithGradientDescent(KnownLayers.parameters, KnownLayers.gradients, 0),
        equals: KnownLayers.parameters, within: .exact,
        Phrase("with a learning rate of 0 nothing changes", zh: "学习率为 0 时什么都不动"))
    }
  }

  func testFreshInputs() throws {
    try grade(2) { try C2W2.updateWithGradientDescent.expectToAgreeWithReference() }
  }
}

final class RandomMiniBatchesTests: GradedTestCase {
  override class var exercise: any AnyExercise { C2W2.randomMiniBatches }

  func testPublishedExample() throws {
    try grade(4) {
      var random = RandomState(seed: 1)
      let batches = try C2W2.randomMiniBatches(random.randn(1, 148), .row(numbers(148)), 64, 0)
      try expect(
        batches.map(\.X.shape), equals: [[1, 64], [1, 64], [1, 20]],
        Phrase("148 examples make batches of 64, 64 and 20", zh: "148 个样本分成 64、64、20 三批"))
      try expect(
        batches.first?.X.columns(0..<3),
        equals: Tensor([[0.900_855_95, -0.761_206_9, 0.234_415_7]]),
        within: .digits(8))
    }
  }

  func testLabelsStayWithTheirExamples() throws {
    try grade(4) {
      // The label of every example is its first feature.
      let Y = Tensor.row(numbers(21))
      let X = try Tensor.concatenate([Y, 100 - Y])
      for batch in try C2W2.randomMiniBatches(X, Y, 8, 3) {
        try expect(
          batch.X.row(0), equals: batch.Y, within: .exact,
          Phrase(
            "an example and its label stay together; here the label repeats the first feature",
            zh: "样本和标签始终在一起；这里标签就是第一个特征"))
      }
    }
  }

  func testEveryExampleOccursOnce() throws {
    try grade(3) {
      let Y = Tensor.row(numbers(20))
      // 5 divides 20, 6 does not; the largest batch holds everything.
      for (size, count) in [(5, 4), (6, 4), (20, 1), (64, 1), (1, 20)] {
        let batches = try C2W2.randomMiniBatches(Y, Y, size, 1)
        try expect(
          batches.count, equals: count,
          Phrase(
            "20 examples make \(count) batches of at most \(size)",
            zh: "20 个样本、每批最多 \(size) 个，应当是 \(count) 批"))
        try expect(
          batches.flatMap(\.Y.elements).sorted(), equals: numbers(20), within: .exact,
          Phrase("every example is in exactly one batch", zh: "每个样本恰好出现在一批里"))
      }
    }
  }

  func testFreshInputs() throws {
    try grade(4) { try C2W2.randomMiniBatches.expectToAgreeWithReference(rounds: 6) }
  }

  private func numbers(_ count: Int) -> [Double] { (0..<count).map(Double.init) }
}
