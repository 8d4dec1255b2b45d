import Syllabus
import Tensors

@BodyList var softmaxClassifier: [LearnersBody] {
  C2W3a.oneHot.wrong("as-many-rows-as-classes-that-occur", "C is taken from the labels") {
    labels, C in
    let rows = Int(labels.max()) + 1
    var Y = Tensor.zeros(rows, labels.count)
    for i in 0..<labels.count { Y[Int(labels[i]), i] = 1 }
    return Y
  }
  C2W3a.oneHot.right("from-an-equality", "arange(C) == labels broadcasts to (C, m)") {
    labels, C in
    try Tensor.arange(C).reshaped(-1, 1) .== labels.reshaped(1, -1)
  }
  C2W3a.softmax.wrong("clipped", "scores are clipped to ±500 instead of shifted") { Z in
    let powers = exp(minimum(maximum(Z, -500), 500))
    return try powers / powers.sum(axis: 0, keepingDimensions: true)
  }
  C2W3a.softmax.wrong("mean-subtracted", "the mean is subtracted in place of the maximum") { Z in
    let powers = try exp(Z - Z.mean(axis: 0, keepingDimensions: true))
    return try powers / powers.sum(axis: 0, keepingDimensions: true)
  }
  C2W3a.softmax.right("keeps-no-dimension", "(m,) broadcasts along the rows as well") { Z in
    let powers = try exp(Z - Z.max(axis: 0))
    return try powers / powers.sum(axis: 0)
  }
  C2W3a.hardmax.right("of-the-softmax", "softmax keeps the order of the scores") { Z in
    let places = try softmaxOfColumns(Z).argmax(axis: 0)
    return try Tensor.arange(Z.rows).reshaped(-1, 1) .== places
  }
  C2W3a.predictClasses.right("exponential-forgotten", "argmax of scores and of probabilities agree")
  {
    Z in
    try Z.argmax(axis: 0)
  }
  C2W3a.predictClasses.wrong("rounded", "probabilities are rounded and multiplied by the rows") {
    Z in
    try dot(Tensor.arange(Z.rows).reshaped(1, -1), round(softmaxOfColumns(Z))).flattened
  }
  C2W3a.crossEntropyCost.wrong("log-outside", "the logarithm of the mean probability") { A, Y in
    let right = try (A * Y).sum(axis: 0)
    return -log(right.mean())
  }
  C2W3a.crossEntropyCost.wrong("one-minus", "1 - ŷ of the right class") { A, Y in
    1 - (try (A * Y).sum() / Double(Y.columns))
  }
  C2W3a.crossEntropyFromLogits.right("by-hand", "a column at a time, in loops") {
    Z, Y in
    var sum = 0.0
    for i in 0..<Z.columns {
      let z = try Z.column(i).elements
      let peak = z.max() ?? 0
      var powers = 0.0
      for score in z { powers += exp(score - peak) }
      for c in z.indices where Y[c, i] == 1 { sum += log(powers) + peak - z[c] }
    }
    return sum / Double(Z.columns)
  }
  C2W3a.crossEntropyFromLogits.wrong("softmax-with-a-floor", "log of max(ŷ, 1e-15)") { Z, Y in
    try -(Y * log(maximum(softmaxOfColumns(Z), 1e-15))).sum() / Double(Y.columns)
  }
  C2W3a.softmaxBackward.wrong("only-the-right-class", "y (ŷ - 1)") { A, Y in try Y * (A - 1) }
  C2W3a.gridSearch.wrong("middles", "the middles of count parts in place of the ends") {
    region, count in
    func exponents(_ a: Double, _ b: Double) -> [Double] {
      (0..<count).map { a + (b - a) * (Double($0) + 0.5) / Double(count) }
    }
    return exponents(region.learningRateLow, region.learningRateHigh).flatMap { r in
      exponents(region.momentumLow, region.momentumHigh).map {
        Setting(learningRate: pow(10, r), beta: 1 - pow(10, $0))
      }
    }
  }
  C2W3a.coarseToFine.wrong("round-the-best", "half the old span round the best setting") {
    settings, costs, count in
    let best = settings[costs.indices.min { costs[$0] < costs[$1] } ?? 0]
    let (r, s) = (log(best.learningRate) / log(10), log(1 - best.beta) / log(10))
    return SearchRegion(
      learningRateLow: r - 0.5, learningRateHigh: r + 0.5, momentumLow: s - 0.5,
      momentumHigh: s + 0.5)
  }
}

private func softmaxOfColumns(_ Z: Tensor) throws -> Tensor {
  let powers = try exp(Z - Z.max(axis: 0))
  return try powers / powers.sum(axis: 0)
}
