import Coursework
import Datasets
import Plotting
import Syllabus
import Tensors
import Text

/// What batch normalization does to a training on ten kinds of clothes.
extension LessonPicture {
  static let batchNormalization = [running, normalizedRates, drift]

  private static let sizes = [784, 64, 32, 10]
  private static let unit = 3

  private static let names = [
    Phrase("without batch normalization", zh: "不做批量归一化"),
    Phrase("with batch normalization", zh: "做批量归一化"),
  ]

  /// Steps of gradient descent with batches of 50, and what is seen at each.
  private static func train(
    _ isNormalizing: Bool, rate: Double, steps: Int,
    _ see: (NormalizedNetwork, NormalizedCache) throws -> Void
  ) throws {
    let training = try FashionMNIST.train
    let (X, Y) = (try training.flattened().X, try training.oneHot(classes: 10))
    var network = NormalizedNetwork(sizes, seed: 1)
    var (done, epoch) = (0, UInt32(0))
    while done < steps {
      epoch += 1
      for batch in try MiniBatches.shuffled(X, Y, 50, 1 + epoch) where done < steps {
        let cache = try C2W3b.forwardPropagation.reference(batch.X, network, isNormalizing)
        try see(network, cache)
        let gradients = try C2W3b.backwardPropagation.reference(
          network, cache, batch.X, batch.Y, isNormalizing)
        network = try network.combined(with: gradients) { try $0 - rate * $1 }
        done += 1
      }
    }
  }

  /// μ of one unit of the second layer in each batch, and its running average.
  private static let running = LessonPicture("C2W3b", "running") {
    var statistics = RunningStatistics(mean: .zeros(32, 1), variance: .ones(32, 1))
    var (batches, averages) = ([Double](), [Double]())
    try train(true, rate: 0.1, steps: 200) { _, cache in
      statistics = try C2W3b.updateRunningStatistics.reference(statistics, cache.passes[1], 0.9)
      batches.append(cache.passes[1].mean[unit, 0])
      averages.append(statistics.mean[unit, 0])
    }
    return [batches, averages]
  } draw: { (curves: [[Double]], language) in
    var batches = Series(Phrase("μ of the batch", zh: "各批的 μ")(language), curves[0])
    batches.isGuide = true
    return LineChart(
      x: Phrase("steps", zh: "步")(language), y: "μ",
      series: [
        batches, Series(Phrase("running average", zh: "移动平均")(language), curves[1]),
      ])
  }

  /// The cost after ten epochs over the learning rate.
  private static let normalizedRates = LessonPicture("C2W3b", "rates") {
    let training = try FashionMNIST.train
    let (X, Y) = (try training.flattened().X, try training.oneHot(classes: 10))
    let rates = [0.003, 0.01, 0.03, 0.1, 0.2, 0.3, 0.5, 1, 2, 3]
    return (
      rates: rates,
      costs: try [false, true].map { isNormalizing in
        try rates.map { rate in
          try C2W3b.model.reference(X, Y, sizes, isNormalizing, rate, 50, 10, 1).costs[9]
        }
      }
    )
  } draw: { (content: (rates: [Double], costs: [[Double]]), language) in
    LineChart(
      x: "α", y: "J", xScale: .logarithmic, yScale: .logarithmic,
      series: try zip(names, content.costs).map {
        try Series($0(language), x: content.rates, y: $1)
      })
  }

  /// The mean over the batch of what the ReLU of one unit in the second layer gets.
  private static let drift = LessonPicture("C2W3b", "drift") {
    try [false, true].map { isNormalizing in
      var means: [Double] = []
      try train(isNormalizing, rate: 0.1, steps: 200) { _, cache in
        means.append(try cache.passes[1].Z_tilde.row(unit).mean())
      }
      return means
    }
  } draw: { (curves: [[Double]], language) in
    LineChart(
      x: Phrase("steps", zh: "步")(language), y: "mean z̃",
      series: zip(names, curves).map { Series($0(language), $1) })
  }
}
