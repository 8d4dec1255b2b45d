import Coursework
import Syllabus
import Tensors

@ImplementationList var tuningAlternatives: [Implementation] {
  C2W3a.sampleLearningRate.alternative("from-the-unit-interval") { a, b, seed in
    var random = RandomState(seed: seed)
    let r = a + (b - a) * random.rand()
    return pow(10, r)
  }
  C2W3a.sampleLearningRate.alternative("by-the-exponential") { a, b, seed in
    var random = RandomState(seed: seed)
    return exp(random.uniform(low: a, high: b) * log(10))
  }
  C2W3a.sampleLearningRate.alternative("between-the-ends") { a, b, seed in
    // 10^a · (10^b / 10^a)^u
    var random = RandomState(seed: seed)
    let (low, high) = (pow(10, a), pow(10, b))
    return low * pow(high / low, random.rand())
  }
  C2W3a.sampleLearningRate.alternative("of-a-tensor") { a, b, seed in
    var random = RandomState(seed: seed)
    return pow(10, random.uniform(low: a, high: b, shape: [1])[0])
  }

  C2W3a.sampleMomentum.alternative("from-the-learning-rate") { a, b, seed in
    1 - (try sampleLearningRate(a, b, seed))
  }
  C2W3a.sampleMomentum.alternative("from-the-unit-interval") { a, b, seed in
    var random = RandomState(seed: seed)
    let r = (b - a) * random.rand() + a
    return 1 - pow(10, r)
  }
  C2W3a.sampleMomentum.alternative("by-the-exponential") { a, b, seed in
    var random = RandomState(seed: seed)
    let r = a + random.rand() * (b - a)
    return 1 - exp(r * log(10))
  }

  C2W3a.gridSearch.alternative("two-loops") { region, count in
    var settings: [Setting] = []
    for i in 0..<count {
      for j in 0..<count {
        let (u, v) = (Double(i) / Double(count - 1), Double(j) / Double(count - 1))
        let r = region.learningRateLow + u * (region.learningRateHigh - region.learningRateLow)
        let s = region.momentumLow + v * (region.momentumHigh - region.momentumLow)
        settings.append(Setting(learningRate: pow(10, r), beta: 1 - pow(10, s)))
      }
    }
    return settings
  }
  C2W3a.gridSearch.alternative("one-index") { region, count in
    func value(_ k: Int, _ a: Double, _ b: Double) -> Double {
      pow(10, a + Double(k) * ((b - a) / Double(count - 1)))
    }
    return (0..<count * count).map { i in
      Setting(
        learningRate: value(i / count, region.learningRateLow, region.learningRateHigh),
        beta: 1 - value(i % count, region.momentumLow, region.momentumHigh))
    }
  }
  C2W3a.gridSearch.alternative("equal-ratios") { region, count in
    // Equal distances of exponents are equal ratios of values.
    func values(_ a: Double, _ b: Double) -> [Double] {
      let ratio = pow(10, (b - a) / Double(count - 1))
      return (1..<count).reduce(into: [pow(10, a)]) { values, _ in
        values.append((values.last ?? 0) * ratio)
      }
    }
    let rates = values(region.learningRateLow, region.learningRateHigh)
    let rests = values(region.momentumLow, region.momentumHigh)
    return rates.flatMap { rate in rests.map { Setting(learningRate: rate, beta: 1 - $0) } }
  }

  C2W3a.randomSearch.alternative("in-a-loop") { region, trials, seed in
    var settings: [Setting] = []
    var seed = seed
    while settings.count < trials {
      let rate = try sampleLearningRate(region.learningRateLow, region.learningRateHigh, seed)
      let beta = try sampleMomentum(region.momentumLow, region.momentumHigh, seed + 1)
      settings.append(Setting(learningRate: rate, beta: beta))
      seed += 2
    }
    return settings
  }
  C2W3a.randomSearch.alternative("one-hyperparameter-after-the-other") { region, trials, seed in
    let seeds = (0..<trials).map { seed + UInt32(2 * $0) }
    let rates = try seeds.map {
      try sampleLearningRate(region.learningRateLow, region.learningRateHigh, $0)
    }
    let momenta = try seeds.map {
      try sampleMomentum(region.momentumLow, region.momentumHigh, $0 + 1)
    }
    return zip(rates, momenta).map { Setting(learningRate: $0, beta: $1) }
  }
  C2W3a.randomSearch.alternative("drawn-in-place") { region, trials, seed in
    func draw(_ a: Double, _ b: Double, _ seed: Int) -> Double {
      var random = RandomState(seed: UInt32(seed))
      return pow(10, random.uniform(low: a, high: b))
    }
    return stride(from: Int(seed), to: Int(seed) + 2 * trials, by: 2).map { seed in
      Setting(
        learningRate: draw(region.learningRateLow, region.learningRateHigh, seed),
        beta: 1 - draw(region.momentumLow, region.momentumHigh, seed + 1))
    }
  }

  C2W3a.coarseToFine.alternative("infinite-for-nan") { settings, costs, count in
    let order = settings.indices.sorted {
      (costs[$0].isNaN ? .infinity : costs[$0]) < (costs[$1].isNaN ? .infinity : costs[$1])
    }
    var rates: [Double] = []
    var momenta: [Double] = []
    for index in order.prefix(count) where !costs[index].isNaN {
      rates.append(log(settings[index].learningRate) / log(10))
      momenta.append(log(1 - settings[index].beta) / log(10))
    }
    return SearchRegion(
      learningRateLow: rates.min() ?? .nan, learningRateHigh: rates.max() ?? .nan,
      momentumLow: momenta.min() ?? .nan, momentumHigh: momenta.max() ?? .nan)
  }
  C2W3a.coarseToFine.alternative("exponents-of-the-bounds") { settings, costs, count in
    let best = zip(settings, costs).filter { $0.1 == $0.1 }.sorted { $0.1 < $1.1 }.prefix(count)
    func exponent(_ x: Double?) -> Double { log(x ?? .nan) / log(10) }
    let rates = best.map(\.0.learningRate)
    let betas = best.map(\.0.beta)
    return SearchRegion(
      learningRateLow: exponent(rates.min()), learningRateHigh: exponent(rates.max()),
      momentumLow: exponent(betas.max().map { 1 - $0 }),
      momentumHigh: exponent(betas.min().map { 1 - $0 }))
  }
  C2W3a.coarseToFine.alternative("taken-one-by-one") { settings, costs, count in
    var rest = settings.indices.filter { !costs[$0].isNaN }
    var region = SearchRegion(
      learningRateLow: .infinity, learningRateHigh: -.infinity, momentumLow: .infinity,
      momentumHigh: -.infinity)
    for _ in 0..<count {
      guard let best = rest.min(by: { costs[$0] < costs[$1] }) else { break }
      rest.removeAll { $0 == best }
      let r = log(settings[best].learningRate) / log(10)
      let s = log(1 - settings[best].beta) / log(10)
      region = SearchRegion(
        learningRateLow: min(region.learningRateLow, r),
        learningRateHigh: max(region.learningRateHigh, r),
        momentumLow: min(region.momentumLow, s), momentumHigh: max(region.momentumHigh, s))
    }
    return region
  }
}
