import Coursework
import Foundation
import Plotting
import Syllabus
import Tensors
import Text

extension LessonPicture {
  static let downhill = [averages, paths, schedules]

  /// Averages of a year's noisy temperatures.
  private static let averages = LessonPicture("C2W2", "averages") {
    var random = RandomState(seed: 2)
    let days = 0..<180
    let theta = days.map { day in
      15 - 7 * cos(2 * .pi * Double(day) / 365) + 2.5 * random.randn()
    }
    func average(_ beta: Double, corrected: Bool) throws -> [Double] {
      try C2W2.exponentiallyWeightedAverage.reference(theta, beta, corrected)
    }
    var raw = Series("θ", theta)
    raw.isGuide = true
    return LineChart(
      x: "t", y: "θ, v",
      series: [
        raw,
        Series("β = 0.9:  v / (1 − βᵗ)", try average(0.9, corrected: true)),
        Series("β = 0.98:  v / (1 − βᵗ)", try average(0.98, corrected: true)),
        Series("β = 0.98:  v", try average(0.98, corrected: false)),
      ])
  }

  /// Sixty steps of each method in a long narrow valley, J = (w₁² + 100 w₂²) / 2.
  private static let paths = LessonPicture("C2W2", "paths") {
    let stretch = 100.0
    let origin = [LayerParameters(W: Tensor([[-9, 0.8]]), b: .zeros(1, 1))]
    var layers = origin
    func slope() -> [LayerGradients] {
      let W = layers[0].W
      return [LayerGradients(dW: Tensor([[W[0, 0], stretch * W[0, 1]]]), db: .zeros(1, 1))]
    }
    func path(_ step: (Int) throws -> Void) throws -> Tensor {
      layers = origin
      let places = try (1...60).map { t in
        try step(t)
        return layers[0].W.T
      }
      return try .concatenate([origin[0].W.T] + places, axis: 1)
    }
    var velocity = try C2W2.initializeVelocity.reference(origin)
    var moments = try C2W2.initializeAdam.reference(origin)
    return [
      try path { _ in
        layers = try C2W2.updateWithGradientDescent.reference(layers, slope(), 0.019)
      },
      try path { _ in
        let step = try C2W2.updateWithMomentum.reference(layers, slope(), velocity, 0.9, 0.1)
        (layers, velocity) = (step.parameters, step.velocity)
      },
      try path { t in
        let step = try C2W2.updateWithAdam.reference(
          layers, slope(), moments, t, 0.3, 0.9, 0.999, 1e-8)
        (layers, moments) = (step.parameters, step.moments)
      },
    ]
  } draw: { (paths: [Tensor], language) in
    let names = [
      Phrase("gradient descent, α = 0.019", zh: "梯度下降，α = 0.019"),
      Phrase("momentum, α = 0.1, β = 0.9", zh: "动量，α = 0.1，β = 0.9"),
      Phrase("Adam, α = 0.3", zh: "Adam，α = 0.3"),
    ]
    let levels = try [1.0, 5, 15, 30, 50].map { height in
      let angles = (0...96).map { 2 * Double.pi * Double($0) / 96 }
      let radius = (2 * height).squareRoot()
      var level = try Series(
        x: angles.map { radius * cos($0) }, y: angles.map { radius / 10 * sin($0) })
      level.isGuide = true
      return level
    }
    let curves = try zip(names, paths).map { name, path in
      try Series(name(language), x: path.row(0).elements, y: path.row(1).elements)
    }
    return LineChart(x: "w₁", y: "w₂", series: levels + curves)
  }

  private static let schedules = LessonPicture("C2W2", "schedules") {
    // Every epoch holds its rate to the end, so that a staircase has upright risers.
    let ends = (0...39).flatMap { epoch in [(x: epoch, epoch: epoch), (x: epoch + 1, epoch: epoch)]
    }
    func curve(_ name: String, _ rate: (Int) throws -> Double) throws -> Series {
      try Series(name, x: ends.map { Double($0.x) }, y: ends.map { try rate($0.epoch) })
    }
    return LineChart(
      x: "epoch", y: "α",
      series: [
        try curve("α₀ / (1 + 0.1 · epoch)") {
          try C2W2.decayedLearningRate.reference(0.2, 0.1, $0)
        },
        try curve("α₀ / (1 + ⌊epoch / 10⌋)") {
          try C2W2.scheduledLearningRate.reference(0.2, 1, $0, 10)
        },
        try curve("0.95^epoch · α₀") {
          try C2W2.exponentialLearningRate.reference(0.2, 0.95, $0)
        },
        try curve("α₀ / √(epoch + 1)") {
          try C2W2.rootLearningRate.reference(0.2, 1, $0 + 1)
        },
      ])
  }
}
