import Coursework
import Datasets
import Foundation
import Plotting
import Syllabus
import Tensors
import Text

/// Curves to diagnose, the noise of small batches, and how steep and flat directions share a rate.
extension LessonPicture {
  static let training = [diagnose, noise, conditioning]

  /// Training and dev cost of one network with too much, without, and with the right penalty.
  private static let diagnose = LessonPicture("C2W1b", "diagnose") {
    let training = LabelledData.moons(examples: 60, noise: 0.3, seed: 1)
    let dev = LabelledData.moons(examples: 400, noise: 0.3, seed: 2)
    return try [8, 0, 0.3].map { lambda in
      var parameters = try ThreeLayerParameters(
        layers: LayerParameters.he([2, 40, 10, 1], seed: 3))
      let costs = try (0...60).map { _ in
        let costs = try [training, dev].map {
          try ThreeLayerNetwork.cost(ThreeLayerNetwork.forward($0.X, parameters).A3, $0.Y)
        }
        parameters = try C2W1b.trainWithRegularization.reference(
          training.X, training.Y, parameters, 0.3, 50, lambda, 1, 0
        ).parameters
        return costs
      }
      return [0, 1].map { set in costs.map { $0[set] } }
    }
  } draw: { (runs: [[[Double]]], language) in
    let names = [Phrase("training", zh: "训练集"), Phrase("dev", zh: "开发集")]
    // All three to the same height: a point at the top that is no part of a curve.
    var top = try Series(x: [0, 0], y: [0, 1])
    top.isGuide = true
    return FigureGrid(
      figures: runs.map { costs in
        var chart = LineChart(
          x: Phrase("steps", zh: "步")(language), y: "J",
          series: [top] + zip(names, costs).map { Series($0(language), $1, every: 50) })
        chart.width = 212
        return chart
      }, perRow: 3)
  }

  /// The cost that each of 200 steps sees, for three sizes of batches.
  private static let noise = LessonPicture("C2W2", "noise") {
    let data = LabelledData.moons(examples: 300, noise: 0.2, seed: 3)
    return try [1, 64, 300].map { size in
      var layers = LayerParameters.he([2, 5, 2, 1], seed: 3)
      var costs: [Double] = []
      for epoch in 0..<200 where costs.count < 200 {
        let batches = try C2W2.randomMiniBatches.reference(
          data.X, data.Y, size, UInt32(11 + epoch))
        for batch in batches where costs.count < 200 {
          let parameters = try ThreeLayerParameters(layers: layers)
          let cache = try ThreeLayerNetwork.forward(batch.X, parameters)
          costs.append(try ThreeLayerNetwork.cost(cache.A3, batch.Y))
          let gradients = try ThreeLayerNetwork.backward(batch.X, batch.Y, cache, parameters)
          layers = try C2W2.updateWithGradientDescent.reference(layers, gradients.layers, 0.1)
        }
      }
      return costs
    }
  } draw: { (costs: [[Double]], language) in
    let names = [
      Phrase("batches of 1", zh: "每批 1 个"), Phrase("batches of 64", zh: "每批 64 个"),
      Phrase("all 300", zh: "全部 300 个"),
    ]
    return LineChart(
      x: Phrase("steps", zh: "步")(language), y: "J",
      series: zip(names, costs).map { Series($0(language), $1) })
  }

  /// log₁₀ J after 100 steps of momentum from (-9, 0.8) in the valley J = (w₁² + 100 w₂²) / 2.
  private static let conditioning = LessonPicture("C2W2", "conditioning") {
    let (betas, rates) = ([0, 0.5, 0.9, 0.98], [0.005, 0.019, 0.05, 0.1, 0.2, 0.3])
    let stretch = Tensor([[1, 100]])
    let values = try betas.flatMap { beta in
      try rates.map { rate in
        var layers = [LayerParameters(W: Tensor([[-9, 0.8]]), b: .zeros(1, 1))]
        var velocity = try C2W2.initializeVelocity.reference(layers)
        for _ in 0..<100 {
          let gradients = [LayerGradients(dW: try layers[0].W * stretch, db: .zeros(1, 1))]
          let step = try C2W2.updateWithMomentum.reference(
            layers, gradients, velocity, beta, rate)
          (layers, velocity) = (step.parameters, step.velocity)
        }
        let J = try (layers[0].W.squared() * stretch).sum() / 2
        return J < 100 ? (10 * Foundation.log10(J)).rounded() / 10 : .nan
      }
    }
    return HeatMap(
      grid: try Grid(rows: betas.count, columns: rates.count, values: values),
      rowLabels: betas.map { "\($0)" }, columnLabels: rates.map { "\($0)" }, x: "α", y: "β")
  }
}
