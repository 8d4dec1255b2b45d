import Coursework
import GradedTesting
import Syllabus
import Tensors
import Text

final class PoolForwardTests: GradedTestCase {
  override class var exercise: any AnyExercise { C4W1.poolForward }

  func testPublishedExample() throws {
    try grade(3) {
      var random = RandomState(seed: 1)
      let A_prev = random.randn(2, 4, 4, 3)
      try expect(
        C4W1.poolForward(A_prev, 3, 2, .max),
        equals: Tensor([
          [[[1.744_811_764_216_48, 0.865_407_629_324_678_5, 1.133_769_442_335_437_4]]],
          [[[1.131_629_387_451_427, 1.519_816_816_422_198_8, 2.185_575_406_533_161_4]]],
        ]))
      try expect(
        C4W1.poolForward(A_prev, 3, 2, .average),
        equals: Tensor([
          [[[0.021_057_727_154_626_59, -0.203_288_055_486_650_6, -0.403_898_551_642_839_6]]],
          [[[-0.221_546_214_116_266_46, 0.517_165_256_651_148_7, 0.481_558_441_398_451_2]]],
        ]))
    }
  }

  func testNegativeNumbersPoolToNegativeNumbers() throws {
    try grade(2) {
      let picture = Tensor([[[[-5], [-3], [-9]], [[-4], [-8], [-7]], [[-6], [-2], [-1]]]])
      try expect(
        C4W1.poolForward(picture, 2, 1, .max).reshaped(2, 2),
        equals: Tensor([[-3, -3], [-2, -1]]),
        within: .exact,
        Phrase(
          "no 0 may come from outside the window: the largest of -5, -3, -4, -8 is -3",
          zh: "窗口外的 0 不能混进来：-5、-3、-4、-8 中最大的是 -3"))
    }
  }

  func testEveryChannelIsPooledOnItsOwn() throws {
    try grade(1) {
      let picture = Tensor([[[[1, 20], [4, 10]], [[3, 40], [2, 30]]]])
      try expect(
        C4W1.poolForward(picture, 2, 2, .max), equals: Tensor([[[[4, 40]]]]), within: .exact)
      try expect(C4W1.poolForward(picture, 2, 2, .average), equals: Tensor([[[[2.5, 25]]]]))
    }
  }

  func testWindowsMoveByTheStride() throws {
    try grade(1) {
      let picture = Tensor([[[[1], [3], [4], [5]], [[2], [9], [0], [6]]]])
      try expect(
        C4W1.poolForward(picture, 2, 2, .max), equals: Tensor([[[[9], [6]]]]), within: .exact,
        Phrase(
          "with stride 2 the second window begins at the third column",
          zh: "stride 为 2 时，第二个窗口从第 3 列开始"))
    }
  }

  func testFreshInputs() throws {
    try grade(3) { try C4W1.poolForward.expectToAgreeWithReference(rounds: 6) }
  }
}

final class MaskFromWindowTests: GradedTestCase {
  override class var exercise: any AnyExercise { C4W1.maskFromWindow }

  func testLargestNumberIsMarked() throws {
    try grade(1) {
      try expect(
        C4W1.maskFromWindow(Tensor([[1, -9, 2], [5, 3, 4]])),
        equals: Tensor([[0, 0, 0], [1, 0, 0]]), within: .exact)
    }
  }

  func testEqualLargestNumbersAreAllMarked() throws {
    try grade(2) {
      try expect(
        C4W1.maskFromWindow(Tensor([[-2, -7], [-2, -3]])), equals: Tensor([[1, 0], [1, 0]]),
        within: .exact,
        Phrase("both -2 are the largest number", zh: "两个 -2 都是最大的数"))
    }
  }

  func testFreshInputs() throws {
    try grade(2) { try C4W1.maskFromWindow.expectToAgreeWithReference(rounds: 8) }
  }
}

final class DistributeValueTests: GradedTestCase {
  override class var exercise: any AnyExercise { C4W1.distributeValue }

  func testSixPixelsGetASixthEach() throws {
    try grade(2) {
      try expect(
        C4W1.distributeValue(12, 2, 3), equals: Tensor([[2, 2, 2], [2, 2, 2]]), within: .exact)
    }
  }

  func testSharesAddUpToTheValue() throws {
    try grade(2) {
      for (n_H, n_W) in [(1, 1), (3, 3), (2, 5), (4, 1)] {
        let shares = try C4W1.distributeValue(-0.7, n_H, n_W)
        try expect(shares.shape, equals: [n_H, n_W])
        try expect(
          shares.sum(), equals: -0.7, within: .standard,
          Phrase("the shares add up to dz", zh: "各份加起来等于 dz"))
      }
    }
  }

  func testFreshInputs() throws {
    try grade(1) { try C4W1.distributeValue.expectToAgreeWithReference() }
  }
}

final class PoolBackwardTests: GradedTestCase {
  override class var exercise: any AnyExercise { C4W1.poolBackward }

  func testPublishedExample() throws {
    try grade(3) {
      var random = RandomState(seed: 1)
      let A_prev = random.randn(5, 5, 3, 2)
      let dA = random.randn(5, 4, 2, 2)
      func corner(_ dA_prev: Tensor) throws -> Tensor { try dA_prev.entry(1).entry(1) }
      try expect(
        corner(C4W1.poolBackward(dA, A_prev, 2, 1, .max)),
        equals: Tensor([[0, 0], [5.058_443_935_342_465, -1.682_827_021_555_650_7], [0, 0]]))
      try expect(
        corner(C4W1.poolBackward(dA, A_prev, 2, 1, .average)),
        equals: Tensor([
          [0.084_854_624_891_583_52, 0.278_755_198_246_038_2],
          [1.264_610_983_835_616_3, -0.257_493_726_905_599_9],
          [1.179_756_358_944_033, -0.536_248_925_151_638_1],
        ]))
    }
  }

  func testEqualLargestNumbersEachGetTheWholeGradient() throws {
    try grade(2) {
      let A_prev = Tensor([[[[3], [1]], [[3], [2]]]])
      try expect(
        C4W1.poolBackward(Tensor([[[[0.5]]]]), A_prev, 2, 2, .max),
        equals: Tensor([[[[0.5], [0]], [[0.5], [0]]]]), within: .exact)
    }
  }

  func testOverlappingWindowsAddUp() throws {
    try grade(2) {
      // The 9 in the middle is the largest number of all four windows.
      let A_prev = Tensor([[[[1], [2], [3]], [[4], [9], [5]], [[6], [7], [8]]]])
      let dA = Tensor([[[[1], [10]], [[100], [1000]]]])
      var middle = Tensor.zeros(1, 3, 3, 1)
      middle[0, 1, 1, 0] = 1111
      try expect(
        C4W1.poolBackward(dA, A_prev, 2, 1, .max), equals: middle, within: .exact,
        Phrase(
          "a pixel collects the gradients of all windows that it wins",
          zh: "一个像素要收集它胜出的所有窗口的梯度"))
    }
  }

  func testWindowsMoveByTheStride() throws {
    try grade(1) {
      let A_prev = Tensor([[[[1], [3], [4], [5]], [[2], [9], [0], [6]]]])
      try expect(
        C4W1.poolBackward(Tensor([[[[0.5], [2]]]]), A_prev, 2, 2, .max),
        equals: Tensor([[[[0], [0], [0], [0]], [[0], [0.5], [0], [2]]]]), within: .exact,
        Phrase(
          "with stride 2 the two windows share no pixel: 9 wins the first, 6 the second",
          zh: "stride 为 2 时两个窗口并排、互不重叠：第一个里 9 最大，第二个里 6 最大"))
    }
  }

  func testFreshInputs() throws {
    try grade(2) { try C4W1.poolBackward.expectToAgreeWithReference(rounds: 6) }
  }
}
