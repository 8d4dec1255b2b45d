import Coursework
import GradedTesting
import Syllabus
import Tensors
import Text

final class CrossEntropyCostTests: GradedTestCase {
  override class var exercise: any AnyExercise { C2W3a.crossEntropyCost }

  func testKnownValues() throws {
    try grade(2) {
      try expect(
        C2W3a.crossEntropyCost(Tensor.column([0.3, 0.2, 0.1, 0.4]), Tensor.column([0, 1, 0, 0])),
        equals: 1.609_437_912_434_100_3, within: .standard,
        Phrase("-log 0.2", zh: "-log 0.2"))
      try expect(
        C2W3a.crossEntropyCost(
          Tensor([[0.3, 0.25, 0.7], [0.2, 0.5, 0.1], [0.1, 0.125, 0.15], [0.4, 0.125, 0.05]]),
          Tensor([[0, 1, 0], [1, 0, 0], [0, 0, 0], [0, 0, 1]])),
        equals: 1.997_154_849_035_993_8)
    }
  }

  func testKnowingNothingCostsTheLogarithmOfTheNumberOfClasses() throws {
    try grade(1) {
      try expect(
        C2W3a.crossEntropyCost(.full([5, 3], 0.2), Tensor.identity(5).columns(0..<3)),
        equals: 1.609_437_912_434_100_3, within: .standard,
        Phrase("five classes of probability 1/5 cost log 5", zh: "五类各占 1/5 时，代价是 log 5"))
    }
  }

  func testRightAnswersThatAreCertainCostNothing() throws {
    try grade(2) {
      let Y = Tensor([[1, 0], [0, 1], [0, 0]])
      try expect(
        C2W3a.crossEntropyCost(Y, Y), equals: 0.0, within: Tolerance(absolute: 1e-6),
        Phrase(
          "0 · log 0 counts as 0: a right answer that is certain costs nothing",
          zh: "0 · log 0 按 0 算：完全确定而且正确的回答没有代价"))
    }
  }

  func testFreshInputs() throws {
    try grade(3) { try C2W3a.crossEntropyCost.expectToAgreeWithReference(rounds: 8) }
  }
}

final class CrossEntropyFromLogitsTests: GradedTestCase {
  override class var exercise: any AnyExercise { C2W3a.crossEntropyFromLogits }

  func testKnownValues() throws {
    try grade(2) {
      try expect(
        C2W3a.crossEntropyFromLogits(
          Tensor([[5, 3], [2, -2], [-1, 4], [3, 5.6]]),
          Tensor([[0, 1], [1, 0], [0, 0], [0, 0]])),
        equals: (3.171_935_393_328_678_5 + 2.844_255_554_448_620_3) / 2)
    }
  }

  func testLargeScoresCostWhatTheirDifferenceIs() throws {
    try grade(3) {
      let Z = Tensor([[1000, -1000, 1000], [-1000, -1000, -1000], [0, -1000, 0]])
      for (labels, cost) in [
        ([1, 0, 1], (2000 + 1.098_612_288_668_109_8 + 2000) / 3),
        ([0, 2, 0], 1.098_612_288_668_109_8 / 3),
      ] {
        var Y = Tensor.zeros(3, 3)
        for (i, label) in labels.enumerated() { Y[label, i] = 1 }
        try expect(
          C2W3a.crossEntropyFromLogits(Z, Y), equals: cost, within: .standard,
          Phrase(
            "a true class whose score is 2000 below the largest costs 2000, and three equal scores cost log 3",
            zh: "正确类别比最大的低 2000，代价就是 2000；三个分数相等，代价是 log 3"))
      }
    }
  }

  func testSameAsTheCostOfTheSoftmax() throws {
    try grade(1) {
      var random = RandomState(seed: 5)
      let Z = random.randn(4, 6)
      let Y = try Tensor.identity(4).columns(at: [3, 0, 1, 1, 2, 0])
      try expect(
        C2W3a.crossEntropyFromLogits(Z, Y),
        equals: C2W3a.crossEntropyCost.reference(C2W3a.softmax.reference(Z), Y), within: .standard,
        Phrase(
          "for small scores it is the cost of their softmax",
          zh: "分数不大时，它就等于先做 softmax 再求的代价"))
    }
  }

  func testFreshInputs() throws {
    try grade(2) { try C2W3a.crossEntropyFromLogits.expectToAgreeWithReference(rounds: 9) }
  }
}

final class SoftmaxBackwardTests: GradedTestCase {
  override class var exercise: any AnyExercise { C2W3a.softmaxBackward }

  func testProbabilitiesLessLabels() throws {
    try grade(1) {
      try expect(
        C2W3a.softmaxBackward(
          Tensor([[0.3, 0.1], [0.2, 0.8], [0.5, 0.1]]), Tensor([[0, 1], [1, 0], [0, 0]])),
        equals: Tensor([[0.3, -0.9], [-0.8, 0.8], [0.5, 0.1]]))
    }
  }

  func testGradientsAreTheSlopesOfTheLoss() throws {
    try grade(2) {
      // Only one score changes between two examples, so each slope is that of a single loss.
      var random = RandomState(seed: 6)
      let Z = random.randn(4, 3)
      let Y = try Tensor.identity(4).columns(at: [2, 0, 3])
      let dZ = try C2W3a.softmaxBackward(C2W3a.softmax.reference(Z), Y)
      try expect(dZ.shape, equals: [4, 3])
      for place in 0..<12 {
        let expected = try slope(at: place, of: Z) {
          try 3 * C2W3a.crossEntropyFromLogits.reference($0, Y)
        }
        try expect(
          dZ.elements[place], equals: expected, within: Tolerance(relative: 1e-5, absolute: 1e-8),
          Phrase(
            "dZ says how much an example's loss grows when one of its scores does",
            zh: "dZ 表示某个分数增加一点点时，这个样本的损失增加多少"))
      }
    }
  }

  func testFreshInputs() throws {
    try grade(2) { try C2W3a.softmaxBackward.expectToAgreeWithReference() }
  }
}
