import Coursework
import Syllabus
import Tensors

@ImplementationList var trainingAlternatives: [Implementation] {
  C2W3b.model.alternative("sum-of-losses") {
    X, Y, sizes, isNormalizing, rate, size, epochs, seed in
    var network = NormalizedNetwork(sizes, seed: seed)
    var running: [RunningStatistics] = []
    if isNormalizing {
      for layer in network.hidden {
        running.append(
          RunningStatistics(
            mean: .zeros(shape: layer.beta.shape), variance: .ones(shape: layer.beta.shape)))
      }
    }
    let costs = try (0..<epochs).map { epoch in
      var losses: [Double] = []
      for batch in try MiniBatches.shuffled(X, Y, size, seed + 1 + UInt32(epoch)) {
        let cache = try forwardPropagation(batch.X, network, isNormalizing)
        losses.append(try crossEntropyFromLogits(cache.Z, batch.Y) * Double(batch.Y.columns))
        for l in running.indices {
          running[l] = try updateRunningStatistics(running[l], cache.passes[l], momentum)
        }
        let slopes = try backwardPropagation(network, cache, batch.X, batch.Y, isNormalizing)
        network = try network.combined(with: slopes) { try $0 - $1 * rate }
      }
      return losses.reduce(0, +) / Double(Y.columns)
    }
    return NormalizedTraining(network: network, running: running, costs: costs)
  }
  C2W3b.model.alternative("weighted-mean") {
    X, Y, sizes, isNormalizing, rate, size, epochs, seed in
    var network = NormalizedNetwork(sizes, seed: seed)
    var running = network.hidden.map {
      RunningStatistics(mean: $0.gamma * 0, variance: $0.gamma * 0 + 1)
    }
    var (costs, seed) = ([Double](), seed)
    while costs.count < epochs {
      seed += 1
      var mean = 0.0
      for batch in try MiniBatches.shuffled(X, Y, size, seed) {
        let cache = try forwardPropagation(batch.X, network, isNormalizing)
        let share = Double(batch.X.columns) / Double(X.columns)
        mean += share * (try crossEntropyFromLogits(cache.Z, batch.Y))
        let slopes = try backwardPropagation(network, cache, batch.X, batch.Y, isNormalizing)
        running = try zip(running, cache.passes).map {
          try updateRunningStatistics($0, $1, momentum)
        }
        network = try network.combined(with: slopes) { try $0 + (-rate) * $1 }
      }
      costs.append(mean)
    }
    return NormalizedTraining(
      network: network, running: isNormalizing ? running : [], costs: costs)
  }
  C2W3b.model.alternative("parameter-by-parameter") {
    X, Y, sizes, isNormalizing, rate, size, epochs, seed in
    var network = NormalizedNetwork(sizes, seed: seed)
    var running = sizes.dropFirst().dropLast().map {
      RunningStatistics(mean: .zeros($0, 1), variance: .ones($0, 1))
    }
    var costs: [Double] = []
    for epoch in 1...max(1, epochs) where epoch <= epochs {
      var total = 0.0
      for batch in try MiniBatches.shuffled(X, Y, size, seed + UInt32(epoch)) {
        let cache = try forwardPropagation(batch.X, network, isNormalizing)
        let losses = try -(batch.Y * log(cache.A)).sum()
        total += losses
        let slopes = try backwardPropagation(network, cache, batch.X, batch.Y, isNormalizing)
        for l in network.hidden.indices {
          running[l] = try updateRunningStatistics(running[l], cache.passes[l], momentum)
          try network.hidden[l].W -= rate * slopes.hidden[l].W
          try network.hidden[l].gamma -= rate * slopes.hidden[l].gamma
          try network.hidden[l].beta -= rate * slopes.hidden[l].beta
        }
        try network.W -= rate * slopes.W
        try network.b -= rate * slopes.b
      }
      costs.append(total / Double(X.columns))
    }
    if !isNormalizing { running.removeAll() }
    return NormalizedTraining(network: network, running: running, costs: costs)
  }
}
