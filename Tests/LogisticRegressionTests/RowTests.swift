import Coursework
import GradedTesting
import Syllabus
import Tensors
import Text

final class NormalizeRowsTests: GradedTestCase {
  override class var exercise: any AnyExercise { C1W2.normalizeRows }

  func testKnownValues() throws {
    try grade(1) {
      try expect(
        C1W2.normalizeRows(Tensor([[0, 3, 4], [1, 6, 4]])),
        equals: Tensor([
          [0, 0.6, 0.8],
          [0.137_360_563_948_689_07, 0.824_163_383_692_134_4, 0.549_442_255_794_756_3],
        ]))
    }
  }

  func testEveryRowHasLengthOne() throws {
    try grade(1) {
      let x = Tensor([[3, -4], [1e-3, 2e-3], [500, 1200], [-7, 0.1]])
      try expect(
        C1W2.normalizeRows(x).norm(axis: 1), equals: Tensor.ones(4),
        // A tiny ε added to the length, which avoids 0/0 for a row of zeros, is also correct.
        within: Tolerance(absolute: 1e-4),
        Phrase("every row has length 1 afterwards", zh: "之后每一行的长度都是 1"))
    }
  }

  func testRowOfZerosStays() throws {
    try grade(2) {
      try expect(
        C1W2.normalizeRows(Tensor([[0, 0], [0, 2]])), equals: Tensor([[0, 0], [0, 1]]),
        within: Tolerance(absolute: 1e-6),
        Phrase("a row of zeros has no direction and stays", zh: "全零的行没有方向，保持不变"))
    }
  }

  func testFreshInputs() throws {
    try grade(1) { try C1W2.normalizeRows.expectToAgreeWithReference() }
  }
}

final class SoftmaxTests: GradedTestCase {
  override class var exercise: any AnyExercise { C1W2.softmax }

  func testKnownValues() throws {
    try grade(1) {
      try expect(
        C1W2.softmax(Tensor([[9, 2, 5, 0, 0], [7, 5, 0, 0, 0]])),
        equals: Tensor([
          [
            0.980_897_664_911_618_5, 0.000_894_462_890_690_177_6, 0.017_965_767_417_378_736,
            0.000_121_052_388_656_194_5, 0.000_121_052_388_656_194_5,
          ],
          [
            0.878_679_855_886_990_05, 0.118_916_387_170_771_83, 0.000_801_252_314_079_387_5,
            0.000_801_252_314_079_387_5, 0.000_801_252_314_079_387_5,
          ],
        ]))
    }
  }

  func testRowsAddUpToOne() throws {
    try grade(1) {
      let x = Tensor([[1, 2, 3, 4], [-5, 0, 5, 0.5], [0, 0, 0, 0]])
      try expect(
        C1W2.softmax(x).sum(axis: 1), equals: Tensor.ones(3), within: .standard,
        Phrase("every row adds up to 1", zh: "每一行之和都是 1"))
    }
  }

  func testLargeNumbersDoNotOverflow() throws {
    try grade(2) {
      try expect(
        C1W2.softmax(Tensor([[1000, 1000], [-2000, -1000], [0, 1600]])),
        equals: Tensor([[0.5, 0.5], [0, 1], [0, 1]]), within: .standard,
        Phrase(
          "subtracting a constant from a whole row changes nothing; without it e¹⁰⁰⁰ is infinite",
          zh: "整行减去同一个常数不改变结果；不这样做，e¹⁰⁰⁰ 就是无穷大"))
    }
  }

  func testFreshInputs() throws {
    try grade(1) { try C1W2.softmax.expectToAgreeWithReference(rounds: 8) }
  }
}
