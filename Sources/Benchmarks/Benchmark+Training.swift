import Coursework
import Datasets
import Syllabus
import Tensors

extension Benchmark {
  /// Whole trainings with the course's own functions.
  static let training: [Benchmark] = [logistic, shallow, adam]

  /// As many numbers as 209 pictures of 64 × 64 pixels in three colours have, and random labels.
  static func pictures() throws -> (X: Tensor, Y: Tensor) {
    var random = RandomState(seed: 1)
    let X = random.rand(12288, 209) - 0.5
    return (X, random.randint(0, 2, shape: [1, 209]))
  }

  private static let logistic = Benchmark(
    "logistic",
    Phrase(
      "logistic regression on 209 pictures of 12288 numbers, 2000 steps",
      zh: "逻辑回归：209 张图片，每张 12288 个数，2000 步"),
    steps: 2000
  ) { steps in
    let (X, Y) = try pictures()
    return {
      let start = try C1W2.initializeWithZeros(X.rows)
      return Tensor(try C1W2.optimize(start.w, start.b, X, Y, steps, 0.005).costs)
    }
  }

  private static let shallow = Benchmark(
    "shallow",
    Phrase(
      "planar flower, 400 points, 4 hidden units, 10000 steps",
      zh: "平面花朵数据：400 个点，4 个隐藏单元，10000 步"),
    steps: 10_000
  ) { steps in
    let data = LabelledData.planarFlower()
    return { Tensor(try C1W3.model(data.X, data.Y, 4, steps, 1.2, 3).costs) }
  }

  private static let adam = Benchmark(
    "adam",
    Phrase(
      "Adam with mini-batches of 64 on the moons, layers 2, 5, 2, 1, 5000 epochs",
      zh: "月牙数据上的 Adam：小批量 64，各层 2、5、2、1，5000 个 epoch"),
    steps: 5000
  ) { epochs in
    let data = LabelledData.moons(examples: 300, noise: 0.2, seed: 3)
    let layers = heLayers([2, 5, 2, 1])
    return {
      Tensor(
        try C2W2.trainWithMiniBatches(data.X, data.Y, layers, .adam, 0.0007, 64, epochs, 10).costs)
    }
  }

  /// Weights √(2/n[l-1]) · N(0, 1) of seed 3, without biases.
  static func heLayers(_ sizes: [Int]) -> [LayerParameters] {
    var random = RandomState(seed: 3)
    return zip(sizes, sizes.dropFirst()).map { before, units in
      LayerParameters(
        W: random.randn(units, before) * (2 / Double(before)).squareRoot(), b: .zeros(units, 1))
    }
  }
}
