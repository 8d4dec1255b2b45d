import Coursework
import Foundation
import Syllabus
import Tensors

@ImplementationList var furtherAlternatives: [Implementation] {
  C2W2.updateWithGradientDescent.alternative("negative-rate") { parameters, gradients, rate in
    try zip(parameters, gradients).map { layer, slope in
      let (moveW, moveb) = (slope.dW * -rate, slope.db * -rate)
      return LayerParameters(W: try layer.W + moveW, b: try layer.b + moveb)
    }
  }
  C2W2.updateWithGradientDescent.alternative("element-by-element") { parameters, gradients, rate in
    try zip(parameters, gradients).map { layer, slope in
      LayerParameters(
        W: try layer.W.combine(with: slope.dW) { $0 - rate * $1 },
        b: try layer.b.combine(with: slope.db) { $0 - rate * $1 })
    }
  }
  C2W2.randomMiniBatches.alternative("batch-by-batch") { X, Y, size, seed in
    var random = RandomState(seed: seed)
    let order = random.permutation(X.columns)
    let count = (X.columns + size - 1) / size
    return try (0..<count).map { k in
      let chosen = Array(order[k * size..<min((k + 1) * size, order.count)])
      return MiniBatch(X: try X.columns(at: chosen), Y: try Y.columns(at: chosen))
    }
  }
  C2W2.initializeVelocity.alternative("full") { parameters in
    parameters.map { LayerGradients(dW: .full($0.W.shape, 0), db: .full($0.b.shape, 0)) }
  }
  C2W2.initializeVelocity.alternative("rows-and-columns") { parameters in
    parameters.map {
      LayerGradients(dW: .zeros($0.W.rows, $0.W.columns), db: .zeros($0.b.rows, 1))
    }
  }
  C2W2.initializeAdam.alternative("full") { parameters in
    let zeros = parameters.map {
      LayerGradients(dW: .full($0.W.shape, 0), db: .full($0.b.shape, 0))
    }
    return AdamMoments(v: zeros, s: zeros)
  }
  C2W2.initializeAdam.alternative("times-zero") { parameters in
    let v = parameters.map { LayerGradients(dW: $0.W * 0, db: $0.b * 0) }
    return AdamMoments(v: v, s: v)
  }
  C2W2.updateWithMomentum.alternative("layer-by-layer") {
    parameters, gradients, velocity, beta, rate in
    var (parameters, velocity) = (parameters, velocity)
    for l in parameters.indices {
      velocity[l].dW = try beta * velocity[l].dW + (1 - beta) * gradients[l].dW
      velocity[l].db = try beta * velocity[l].db + (1 - beta) * gradients[l].db
      try parameters[l].W -= rate * velocity[l].dW
      try parameters[l].b -= rate * velocity[l].db
    }
    return MomentumStep(parameters: parameters, velocity: velocity)
  }
  C2W2.exponentiallyWeightedAverage.alternative("power-kept") { theta, beta, correctingBias in
    var (v, power) = (0.0, 1.0)
    var averages: [Double] = []
    for value in theta {
      v += (1 - beta) * (value - v)
      power *= beta
      averages.append(correctingBias ? v / (1 - power) : v)
    }
    return averages
  }
  C2W2.averagingWindow.alternative("geometric-sum") { beta in
    let share: Double = 1 - beta
    return pow(share, -1)
  }
  C2W2.averagingWindow.alternative("quotient") { beta in 1 + beta / (1 - beta) }
  C2W2.decayedLearningRate.alternative("inverse") { initialRate, decayRate, epoch in
    let divisor: Double = decayRate * Double(epoch) + 1
    return pow(divisor, -1) * initialRate
  }
  C2W2.decayedLearningRate.alternative("loop") { initialRate, decayRate, epoch in
    var divisor = 1.0
    for _ in 0..<epoch { divisor += decayRate }
    return initialRate / divisor
  }
  C2W2.scheduledLearningRate.alternative("rounded-down") {
    initialRate, decayRate, epoch, interval in
    let steps = (Double(epoch) / Double(interval)).rounded(.down)
    return initialRate / (1 + decayRate * steps)
  }
  C2W2.scheduledLearningRate.alternative("whole-intervals") {
    initialRate, decayRate, epoch, interval in
    let steps = Double((epoch - epoch % interval) / interval)
    return initialRate / (1 + decayRate * steps)
  }
  C2W2.exponentialLearningRate.alternative("by-logarithm") { initialRate, base, epoch in
    let exponent: Double = Double(epoch) * log(base)
    return exp(exponent) * initialRate
  }
  C2W2.exponentialLearningRate.alternative("recursive") { initialRate, base, epoch in
    func rate(_ epoch: Int) -> Double { epoch == 0 ? initialRate : base * rate(epoch - 1) }
    return rate(epoch)
  }
  C2W2.rootLearningRate.alternative("root-first") { initialRate, k, t in
    let root: Double = Double(t).squareRoot()
    return initialRate * k / root
  }
  C2W2.rootLearningRate.alternative("inverse-root") { initialRate, k, t in
    let share: Double = (1 / Double(t)).squareRoot()
    return k * initialRate * share
  }
}
