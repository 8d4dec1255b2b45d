import Coursework
import GradedTesting
import Syllabus
import Tensors
import Text

final class OneHotTests: GradedTestCase {
  override class var exercise: any AnyExercise { C2W3a.oneHot }

  func testPublishedExample() throws {
    try grade(2) {
      try expect(
        C2W3a.oneHot(Tensor([1, 2, 3, 0, 2, 1]), 4),
        equals: Tensor([
          [0, 0, 0, 1, 0, 0], [1, 0, 0, 0, 0, 1], [0, 1, 0, 0, 1, 0], [0, 0, 1, 0, 0, 0],
        ]), within: .exact)
    }
  }

  func testClassesThatDoNotOccurHaveARowAsWell() throws {
    try grade(1) {
      try expect(
        C2W3a.oneHot(Tensor([1]), 3), equals: Tensor([[0], [1], [0]]), within: .exact,
        Phrase("C rows, whatever the largest label is", zh: "总有 C 行，与最大的标签无关"))
    }
  }

  func testFreshInputs() throws {
    try grade(2) { try C2W3a.oneHot.expectToAgreeWithReference() }
  }
}

final class SoftmaxTests: GradedTestCase {
  override class var exercise: any AnyExercise { C2W3a.softmax }

  func testPublishedExamples() throws {
    try grade(3) {
      try expect(
        C2W3a.softmax(.column([5, 2, -1, 3])), equals: Tensor.column([0.842, 0.042, 0.002, 0.114]),
        within: .digits(3))
      try expect(
        C2W3a.softmax(.column([3, -2, 4, 5.6])),
        equals: Tensor.column([0.058_177_560_6, 0.000_391_997_32, 0.158_143_006, 0.783_287_436]),
        within: .digits(9))
      try expect(
        C2W3a.softmax(Tensor([[1, 2], [2, 2], [3, 2], [4, 2]])),
        equals: Tensor([
          [0.032_058_603_280_084_99, 0.25], [0.087_144_318_742_032_56, 0.25],
          [0.236_882_818_089_910_12, 0.25], [0.643_914_259_887_972_2, 0.25],
        ]))
    }
  }

  func testProbabilitiesOfAnExampleAddUpToOne() throws {
    try grade(1) {
      var random = RandomState(seed: 3)
      let A = try C2W3a.softmax(3 * random.randn(6, 4))
      try expect(A.shape, equals: [6, 4])
      try expect(
        A.sum(axis: 0), equals: Tensor.ones(shape: [4]), within: .standard,
        Phrase("every column adds up to 1", zh: "每一列加起来等于 1"))
    }
  }

  func testTheSameAddedToAllScoresChangesNothing() throws {
    try grade(1) {
      var random = RandomState(seed: 4)
      let Z = random.randn(4, 3)
      try expect(
        C2W3a.softmax(Z + Tensor([[10, -20, 30]])), equals: C2W3a.softmax(Z), within: .standard,
        Phrase(
          "only differences of scores count: adding the same to a column changes nothing",
          zh: "只有分数之差起作用：一列都加上同一个数，结果不变"))
    }
  }

  func testLargeScoresStayFinite() throws {
    try grade(2) {
      try expect(
        C2W3a.softmax(
          Tensor([
            [1000, -1000, 1000, -1000], [1001, -999, -1000, 1000], [1002, -998, 1000, -1000],
          ])),
        equals: Tensor([
          [0.090_030_573_170_380_46, 0.090_030_573_170_380_46, 0.5, 0],
          [0.244_728_471_054_797_64, 0.244_728_471_054_797_64, 0, 1],
          [0.665_240_955_774_821_8, 0.665_240_955_774_821_8, 0.5, 0],
        ]))
    }
  }

  func testTwoClassesAreTheSigmoidOfTheDifference() throws {
    try grade(1) {
      let Z = Tensor([[2, -1, 0.5], [1.5, -1, 3.5]])
      let first = try C2W3a.softmax(Z).row(0)
      try expect(
        first, equals: 1 / (1 + exp(-(Z.row(0) - Z.row(1)))), within: .standard,
        Phrase(
          "with two classes ŷ is σ(z₁ - z₂): logistic regression",
          zh: "只有两类时，ŷ 就是 σ(z₁ - z₂)，即逻辑回归"))
    }
  }

  func testFreshInputs() throws {
    try grade(2) { try C2W3a.softmax.expectToAgreeWithReference(rounds: 9) }
  }
}

final class HardmaxTests: GradedTestCase {
  override class var exercise: any AnyExercise { C2W3a.hardmax }

  func testLargestScoreOfEveryColumn() throws {
    try grade(2) {
      try expect(
        C2W3a.hardmax(Tensor([[5, -3, 0.1], [2, -1, 0.3], [-1, -2, 0.2], [3, -4, 0.25]])),
        equals: Tensor([[1, 0, 0], [0, 1, 1], [0, 0, 0], [0, 0, 0]]), within: .exact)
    }
  }

  func testFirstOfEqualsGetsTheOne() throws {
    try grade(1) {
      try expect(
        C2W3a.hardmax(Tensor([[2, 0], [7, 0], [7, 0]])),
        equals: Tensor([[0, 1], [1, 0], [0, 0]]),
        within: .exact,
        Phrase(
          "a column holds exactly one 1, for the first of equal scores",
          zh: "一列恰好有一个 1；并列时给第一个"))
    }
  }

  func testFreshInputs() throws {
    try grade(2) { try C2W3a.hardmax.expectToAgreeWithReference(rounds: 8) }
  }
}

final class PredictClassesTests: GradedTestCase {
  override class var exercise: any AnyExercise { C2W3a.predictClasses }

  func testLargestScoreDecides() throws {
    try grade(1) {
      try expect(
        C2W3a.predictClasses(Tensor([[5, -3, 0.1], [2, -1, 0.2], [-1, -2, 0.3]])),
        equals: Tensor([0, 1, 2]), within: .exact)
    }
  }

  func testLargeScoresAndTies() throws {
    try grade(1) {
      try expect(
        C2W3a.predictClasses(Tensor([[-1000, 4], [1000, 9], [999, 9]])), equals: Tensor([1, 1]),
        within: .exact)
    }
  }

  func testFreshInputs() throws {
    try grade(2) { try C2W3a.predictClasses.expectToAgreeWithReference(rounds: 8) }
  }
}
