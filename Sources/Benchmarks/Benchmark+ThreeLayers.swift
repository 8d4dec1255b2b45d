import Coursework
import Datasets
import Syllabus
import Tensors
import Text

extension Benchmark {
  /// The trainings of course 2: a network with three layers on a few hundred points.
  static let threeLayers: [Benchmark] = [initialization, penalty, dropout, adam]

  private static let initialization = Benchmark(
    "initialization",
    Phrase(
      "He's initialization on circles, 300 points, layers 2, 10, 5, 1, 15000 steps",
      zh: "圆环数据上的 He 初始化：300 个点，各层 2、10、5、1，15000 步"),
    steps: 15_000
  ) { steps in
    let data = LabelledData.circles(examples: 300, noise: 0.05, seed: 1)
    return {
      let training = try C2W1a.trainFromInitialization(
        data.X, data.Y, [2, 10, 5, 1], .he, 3, 0.01, steps)
      return Tensor(training.costs)
    }
  }

  private static let penalty = regularized(
    "penalty",
    Phrase(
      "L2 regularization, 211 points, layers 2, 20, 3, 1, 30000 steps",
      zh: "L2 正则化：211 个点，各层 2、20、3、1，30000 步"),
    lambda: 0.7, keepProbability: 1)

  private static let dropout = regularized(
    "dropout",
    Phrase(
      "dropout, 211 points, layers 2, 20, 3, 1, 30000 steps",
      zh: "dropout：211 个点，各层 2、20、3、1，30000 步"),
    lambda: 0, keepProbability: 0.86)

  private static func regularized(
    _ name: String, _ summary: Phrase, lambda: Double, keepProbability: Double
  ) -> Benchmark {
    Benchmark(name, summary, steps: 30_000) { steps in
      let data = TrainingAndTest.noisyDiagonal().training
      let start = try ThreeLayerParameters(layers: LayerParameters.he([2, 20, 3, 1], seed: 3))
      return {
        let training = try C2W1b.trainWithRegularization(
          data.X, data.Y, start, 0.3, steps, lambda, keepProbability, 0)
        // With dropout the last bit of a sigmoid grows to a thousandth of a cost in 20,000 steps.
        let count = training.costs.count
        return Tensor(Array(training.costs.prefix(keepProbability < 1 ? (count + 1) / 2 : count)))
      }
    }
  }

  private static let adam = Benchmark(
    "adam",
    Phrase(
      "Adam with mini-batches of 64 on the moons, layers 2, 5, 2, 1, 5000 epochs",
      zh: "月牙数据上的 Adam：小批量 64，各层 2、5、2、1，5000 个 epoch"),
    steps: 5000
  ) { epochs in
    let data = LabelledData.moons(examples: 300, noise: 0.2, seed: 3)
    let layers = LayerParameters.he([2, 5, 2, 1], seed: 3)
    return {
      let training = try C2W2.trainWithMiniBatches(
        data.X, data.Y, layers, .adam, 0.0007, 64, epochs, 10)
      return Tensor(training.costs)
    }
  }
}
