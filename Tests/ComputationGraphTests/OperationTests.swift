import Coursework
import GradedTesting
import Syllabus
import Tensors
import Text

final class MatrixProductBackwardTests: GradedTestCase {
  override class var exercise: any AnyExercise { C2W3c.matrixProductBackward }

  func testKnownValues() throws {
    try grade(3) {
      // Tests/Peers/computation_graph.py
      var random = RandomState(seed: 1)
      let (A, B, dC) = (random.randn(2, 3), random.randn(3, 4), random.randn(2, 4))
      try expect(
        C2W3c.matrixProductBackward(dC, A, B),
        equals: ProductGradients(
          dA: Tensor([
            [-1.006_588_649_487_833, -1.223_737_861_620_716_8, -1.408_300_260_905_594],
            [1.648_513_678_063_544_8, 0.255_151_110_024_224_47, 0.914_390_153_419_134_7],
          ]),
          dB: Tensor([
            [
              -0.898_808_849_462_913_1, 0.407_532_531_818_883_7, -2.754_375_824_308_085,
              2.593_045_189_741_435,
            ],
            [
              0.754_418_957_831_876_1, 0.078_321_489_614_643_68, 1.452_918_452_062_221,
              -1.291_995_377_062_989,
            ],
            [
              -2.097_342_040_764_878_4, -1.464_336_698_620_011_5, -1.492_038_868_143_553,
              0.969_015_398_341_327_5,
            ],
          ])))
    }
  }

  func testRowTimesColumn() throws {
    try grade(2) {
      // C = a bᵀ is one number, dC times either factor is the gradient of the other.
      try expect(
        C2W3c.matrixProductBackward(Tensor([[2]]), Tensor([[1, -3, 5]]), Tensor([[4], [0], [7]])),
        equals: ProductGradients(dA: Tensor([[8, 0, 14]]), dB: Tensor([[2], [-6], [10]])))
    }
  }

  func testFreshInputs() throws {
    try grade(3) { try C2W3c.matrixProductBackward.expectToAgreeWithReference(rounds: 8) }
  }
}

final class UnbroadcastTests: GradedTestCase {
  override class var exercise: any AnyExercise { C2W3c.unbroadcast }

  func testKnownValues() throws {
    try grade(4) {
      // Tests/Peers/computation_graph.py
      var random = RandomState(seed: 2)
      let dY = random.randn(2, 3, 4)
      try expect(
        C2W3c.unbroadcast(dY, [1, 3, 1]),
        equals: Tensor([
          [[-2.102_437_393_236_056_7], [-2.960_564_595_641_654], [-0.890_048_436_821_097_6]]
        ]))
      try expect(
        C2W3c.unbroadcast(dY, [3, 1]),
        equals: Tensor.column([
          -2.102_437_393_236_056_7, -2.960_564_595_641_654, -0.890_048_436_821_097_6,
        ]))
      try expect(
        C2W3c.unbroadcast(dY, [4]),
        equals: Tensor([
          -4.123_844_648_225_763, -1.906_380_203_807_232_6, -1.034_102_810_675_764_6,
          1.111_277_237_009_951,
        ]))
      try expect(C2W3c.unbroadcast(dY, []), equals: Tensor(-5.953_050_425_698_809))
      try expect(
        C2W3c.unbroadcast(dY, [2, 1, 1]),
        equals: Tensor([[[-3.469_837_358_623_327]], [[-2.483_213_067_075_481_3]]]))
    }
  }

  func testWhatWasNotBroadcastStays() throws {
    try grade(2) {
      let dY = Tensor([[1, -2], [3, 4], [0, 6]])
      try expect(C2W3c.unbroadcast(dY, [3, 2]), equals: dY)
      try expect(
        C2W3c.unbroadcast(Tensor([[3, 5]]), [1, 2]), equals: Tensor([[3, 5]]), within: .standard,
        Phrase(
          "an axis that had length 1 and still has it was not stretched",
          zh: "原来长度为 1、现在仍为 1 的轴，没有被扩展"))
      try expect(C2W3c.unbroadcast(Tensor(7), []), equals: Tensor(7))
      try expect(C2W3c.unbroadcast(Tensor([[3, 5]]), [2]), equals: Tensor([3, 5]))
    }
  }

  func testFreshInputs() throws {
    try grade(4) { try C2W3c.unbroadcast.expectToAgreeWithReference(rounds: 16) }
  }
}

final class SumBackwardTests: GradedTestCase {
  override class var exercise: any AnyExercise { C2W3c.sumBackward }

  func testRowsAndColumns() throws {
    try grade(2) {
      try expect(
        C2W3c.sumBackward(Tensor([7, 8]), [2, 3], 1), equals: Tensor([[7, 7, 7], [8, 8, 8]]))
      try expect(
        C2W3c.sumBackward(Tensor([[1, -2, 3]]), [2, 3], 0),
        equals: Tensor([[1, -2, 3], [1, -2, 3]]))
    }
  }

  func testTheAxisMayBeGone() throws {
    try grade(2) {
      // The shape of a square does not reveal the axis of the sums.
      for (axis, expected) in [(0, [[5.0, 6], [5, 6]]), (1, [[5, 5], [6, 6]])] {
        try expect(
          C2W3c.sumBackward(Tensor([5, 6]), [2, 2], axis), equals: Tensor(expected),
          within: .standard,
          Phrase(
            "the sums of axis \(axis) of a square go back along axis \(axis)",
            zh: "方阵沿轴 \(axis) 求的和，也沿轴 \(axis) 放回去"))
      }
      try expect(
        C2W3c.sumBackward(Tensor([[1, 2], [3, 4]]), [2, 3, 2], 1),
        equals: Tensor([[[1, 2], [1, 2], [1, 2]], [[3, 4], [3, 4], [3, 4]]]))
    }
  }

  func testTheSumOfAll() throws {
    try grade(1) {
      try expect(C2W3c.sumBackward(Tensor(-3), [2, 3], nil), equals: Tensor.full([2, 3], -3))
      try expect(C2W3c.sumBackward(Tensor([[4]]), [3], nil), equals: Tensor([4, 4, 4]))
    }
  }

  func testFreshInputs() throws {
    try grade(3) { try C2W3c.sumBackward.expectToAgreeWithReference(rounds: 12) }
  }
}

final class ReluBackwardTests: GradedTestCase {
  override class var exercise: any AnyExercise { C2W3c.reluBackward }

  func testKnownValues() throws {
    try grade(2) {
      try expect(
        C2W3c.reluBackward(
          Tensor([[5, -6, 7], [-8, 9, 1]]), Tensor([[-1, 0.5, 2], [3, -4, 1e-9]])),
        equals: Tensor([[0, -6, 7], [-8, 0, 1]]))
      // Of one axis, and of three.
      try expect(
        C2W3c.reluBackward(Tensor([5, 6, 7]), Tensor([-1, 0.5, 2])), equals: Tensor([0, 6, 7]))
      try expect(
        C2W3c.reluBackward(Tensor([[[5], [-6]]]), Tensor([[[-1], [4]]])),
        equals: Tensor([[[0], [-6]]]))
    }
  }

  func testAtZeroEitherSlopeIsRight() throws {
    try grade(1) {
      try C2W3c.reluBackward.expectToBeRight(
        Tensor([[3, -2], [4, 5]]), Tensor([[0, 1], [-1, 0]]))
    }
  }

  func testFreshInputs() throws {
    try grade(2) { try C2W3c.reluBackward.expectToAgreeWithReference() }
  }
}
