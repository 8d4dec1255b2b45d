import Coursework
import Datasets
import Syllabus
import Tensors
import Text

extension Benchmark {
  /// The trainings of course 1.
  static let networks: [Benchmark] = [logistic, shallow, deep]

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
      zh: "逻辑回归：209 张图像，每张 12288 个数，2000 步"),
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

  private static let deep = Benchmark(
    "deep",
    Phrase(
      "deep network on 209 pictures, layers 12288, 20, 7, 5, 1, 200 steps",
      zh: "深层网络：209 张图像，各层 12288、20、7、5、1，200 步"),
    steps: 200
  ) { steps in
    let (X, Y) = try pictures()
    return {
      Tensor(try C1W4.deepModel(X, Y, [12288, 20, 7, 5, 1], steps, 0.0075, 1).costs)
    }
  }
}
