import Coursework
import GradedTesting
import Syllabus
import Tensors
import Text

final class InitializeZerosTests: GradedTestCase {
  override class var exercise: any AnyExercise { C2W1a.initializeZeros }

  func testPublishedExample() throws {
    try grade(4) {
      try expect(
        C2W1a.initializeZeros([3, 2, 1]),
        equals: [
          LayerParameters(W: .zeros(2, 3), b: .zeros(2, 1)),
          LayerParameters(W: .zeros(1, 2), b: .zeros(1, 1)),
        ], within: .exact)
    }
  }

  func testOneLayer() throws {
    try grade(3) {
      try expect(
        C2W1a.initializeZeros([5, 1]), equals: [LayerParameters(W: .zeros(1, 5), b: .zeros(1, 1))],
        within: .exact,
        Phrase("two sizes make one layer", zh: "两个大小对应一层"))
    }
  }

  func testFreshInputs() throws {
    try grade(3) { try C2W1a.initializeZeros.expectToAgreeWithReference() }
  }
}

final class InitializeRandomTests: GradedTestCase {
  override class var exercise: any AnyExercise { C2W1a.initializeRandom }

  func testPublishedExample() throws {
    try grade(6) {
      try expect(
        C2W1a.initializeRandom([3, 2, 1], 3),
        equals: [
          LayerParameters(
            W: Tensor([
              [17.886_284_73, 4.365_098_51, 0.964_974_68],
              [-18.634_927_03, -2.773_882_03, -3.547_589_79],
            ]), b: .zeros(2, 1)),
          LayerParameters(W: Tensor([[-0.827_414_81, -6.270_006_77]]), b: .zeros(1, 1)),
        ], within: .digits(8))
    }
  }

  func testFreshInputs() throws {
    try grade(4) { try C2W1a.initializeRandom.expectToAgreeWithReference() }
  }
}

final class InitializeHeTests: GradedTestCase {
  override class var exercise: any AnyExercise { C2W1a.initializeHe }

  func testPublishedExample() throws {
    try grade(8) {
      try expect(
        C2W1a.initializeHe([2, 4, 1], 3),
        equals: [
          LayerParameters(
            W: Tensor([
              [1.788_628_47, 0.436_509_85], [0.096_497_47, -1.863_492_7],
              [-0.277_388_2, -0.354_758_98], [-0.082_741_48, -0.627_000_68],
            ]), b: .zeros(4, 1)),
          LayerParameters(
            W: Tensor([[-0.030_984_12, -0.337_444_11, -0.929_042_68, 0.625_522_48]]),
            b: .zeros(1, 1)),
        ], within: .digits(8))
    }
  }

  func testSignalKeepsItsSizeThroughManyLayers() throws {
    try grade(6) {
      // Thirty layers of ReLU: the mean square of the activations stays near that of the input.
      let layers = try C2W1a.initializeHe([Int](repeating: 100, count: 31), 1)
      var random = RandomState(seed: 2)
      var A = random.randn(100, 50)
      let before = A.squared().mean()
      for layer in layers { A = try maximum(dot(layer.W, A) + layer.b, 0) }
      let ratio = A.squared().mean() / before
      try expect(
        ratio > 0.05 && ratio < 20,
        Phrase(
          "through 30 layers of 100 ReLU units the signal neither vanishes nor explodes; its mean square went from \(before) to \(A.squared().mean())",
          zh: "经过 30 层、每层 100 个 ReLU 单元，信号既不应消失也不应爆炸；均方从 \(before) 变成了 \(A.squared().mean())"))
    }
  }

  func testFreshInputs() throws {
    try grade(6) { try C2W1a.initializeHe.expectToAgreeWithReference() }
  }
}

final class InitializeXavierTests: GradedTestCase {
  override class var exercise: any AnyExercise { C2W1a.initializeXavier }

  func testKnownValues() throws {
    try grade(5) {
      try expect(
        C2W1a.initializeXavier([2, 4, 1], 3).last?.W,
        equals: Tensor([
          [
            -0.021_909_084_487_964_12, -0.238_609_015_179_751_33, -0.656_932_376_681_341_1,
            0.442_311_190_249_792_3,
          ]
        ]))
    }
  }

  func testFreshInputs() throws {
    try grade(5) { try C2W1a.initializeXavier.expectToAgreeWithReference() }
  }
}

final class InitializeAveragedXavierTests: GradedTestCase {
  override class var exercise: any AnyExercise { C2W1a.initializeAveragedXavier }

  func testKnownValues() throws {
    try grade(5) {
      try expect(
        C2W1a.initializeAveragedXavier([2, 4, 1], 3).last?.W,
        equals: Tensor([
          [
            -0.027_713_043_372_412_205, -0.301_819_183_287_082_1, -0.830_961_031_608_289_5,
            0.559_484_318_307_761_7,
          ]
        ]))
    }
  }

  func testFreshInputs() throws {
    try grade(5) { try C2W1a.initializeAveragedXavier.expectToAgreeWithReference() }
  }
}
