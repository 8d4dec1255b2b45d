import Coursework
import GradedTesting
import Syllabus
import Tensors
import Text

final class FiltersFromDenseTests: GradedTestCase {
  override class var exercise: any AnyExercise { C4W3.filtersFromDense }

  func testEachWeightHasItsPlace() throws {
    try grade(2) {
      // Unit u, row i, column j, channel c: 1000 u + 100 i + 10 j + c.
      var W = Tensor.zeros(2, 12)
      var filters = Tensor.zeros(2, 2, 3, 2)
      for u in 0..<2 {
        for place in 0..<12 {
          let (i, j, c) = (place / 6, place / 3 % 2, place % 3)
          W[u, place] = Double(1000 * u + 100 * i + 10 * j + c)
          filters[i, j, c, u] = W[u, place]
        }
      }
      try expect(C4W3.filtersFromDense(W, 2), equals: filters, within: .exact)
    }
  }

  func testADenseLayerAndItsConvolutionGiveTheSame() throws {
    try grade(2) {
      var random = RandomState(seed: RunEnvironment.current.seed)
      let (W, f) = try C4W3.filtersFromDense.sampleInput(&random)
      let A = random.randn(f, f, W.columns / (f * f))
      let filters = try C4W3.filtersFromDense(W, f)
      try expect(
        filters.shape == [f, f, W.columns / (f * f), W.rows],
        Phrase(
          "the filters have the shape (f, f, n_C, units)", zh: "滤波器的形状是 (f, f, n_C, 单元数)"))
      let sums = try (0..<W.rows).map { try (filters.entry($0, axis: 3) * A).sum() }
      try expect(
        Tensor.column(sums), equals: dot(W, A.reshaped(-1, 1)), within: .standard,
        Phrase(
          "each filter times the whole input is what its unit gives",
          zh: "每个滤波器与整个输入相乘求和，等于对应单元的输出"))
    }
  }

  func testFreshInputs() throws {
    try grade(1) { try C4W3.filtersFromDense.expectToAgreeWithReference() }
  }
}

final class SlideByConvolutionTests: GradedTestCase {
  override class var exercise: any AnyExercise { C4W3.slideByConvolution }

  func testAPictureByHand() throws {
    try grade(4) {
      // One filter that doubles, less 2: (0 2 4 6) with the ReLU; the dense layer adds up 2 × 2.
      let X = try Tensor([[1, 2, 3], [4, 1, 1]]).reshaped(2, 3, 1)
      let found = try C4W3.slideByConvolution(
        X, Tensor([2]).reshaped(1, 1, 1, 1), Tensor([-2]).reshaped(1, 1, 1, 1),
        Tensor([[1, 1, 1, 1]]), Tensor([[0.5]]))
      try expect(
        found,
        equals: SlidingPass(
          scores: Tensor([8.5, 6.5]).reshaped(1, 2, 1), multiplications: 6 + 2 * 4,
          multiplicationsByWindows: 2 * (4 + 4)))
    }
  }

  func testEveryWindowGetsWhatItGetsByItself() throws {
    try grade(4) {
      var random = RandomState(seed: RunEnvironment.current.seed)
      let (X, W1, b1, W2, b2) = try C4W3.slideByConvolution.sampleInput(&random)
      let (f, n_F) = (W1.shape[0], W1.shape[3])
      let n = f - 1 + Int((Double(W2.columns / n_F)).squareRoot())
      let all = try C4W3.slideByConvolution(X, W1, b1, W2, b2).scores
      try expect(
        all.shape == [X.shape[0] - n + 1, X.shape[1] - n + 1, W2.rows],
        Phrase(
          "there is an output for every place at which a window of \(n) × \(n) fits",
          zh: "凡是放得下 \(n) × \(n) 窗口的位置都有输出"))
      let (row, column) = (all.shape[0] - 1, all.shape[1] - 1)
      let window = try X.slice(axis: 0, row..<row + n).slice(axis: 1, column..<column + n)
      try expect(
        C4W3.slideByConvolution(window, W1, b1, W2, b2).scores.flattened,
        equals: all.entry(row).entry(column), within: .standard,
        Phrase(
          "the last window, cut out, gets the same numbers as in the picture",
          zh: "最后一个窗口单独剪出来，结果应与在整张图像里一样"))
    }
  }

  func testWorkIsSaved() throws {
    try grade(3) {
      // 28 × 28 with windows of 14 × 14: filters of 5 × 5, and a dense layer on 10 × 10 × 4.
      var random = RandomState(seed: 1)
      let found = try C4W3.slideByConvolution(
        random.randn(28, 28, 1), random.randn(5, 5, 1, 4), .zeros(1, 1, 1, 4),
        random.randn(2, 400), .zeros(2, 1))
      try expect(
        [found.multiplications, found.multiplicationsByWindows],
        equals: [24 * 24 * 100 + 225 * 800, 225 * (100 * 100 + 800)])
    }
  }

  func testFreshInputs() throws {
    try grade(4) { try C4W3.slideByConvolution.expectToAgreeWithReference() }
  }
}
