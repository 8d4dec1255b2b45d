import Coursework
import Syllabus
import Tensors

@ImplementationList var tuningMistakes: [Implementation] {
  C2W3a.sampleLearningRate.mistaken(
    "linear-scale",
    "α itself is uniform between 10^a and 10^b: nine draws of ten then lie in the highest power of ten. Draw the exponent.",
    zh: "α 本身在 10^a 和 10^b 之间均匀：十次里有九次落在最高的数量级。应当均匀地抽指数。"
  ) { a, b, seed in
    var random = RandomState(seed: seed)
    return random.uniform(low: pow(10, a), high: pow(10, b))
  }
  C2W3a.sampleLearningRate.mistaken(
    "normal-exponent",
    "The exponent comes from a normal distribution, randn: it crowds round one end and leaves [a, b]. Take a uniform one.",
    zh: "指数取自正态分布 randn：会挤在一端附近，还会超出 [a, b]。应当用均匀分布。"
  ) { a, b, seed in
    var random = RandomState(seed: seed)
    return pow(10, a + (b - a) * random.randn())
  }
  C2W3a.sampleLearningRate.mistaken(
    "power-of-e",
    "This is e^r: the base is 10, so take 10^r.",
    zh: "这是 e^r：底数应当是 10，即 10^r。"
  ) { a, b, seed in
    var random = RandomState(seed: seed)
    return exp(random.uniform(low: a, high: b))
  }
  C2W3a.sampleLearningRate.mistaken(
    "exponent-returned",
    "This is the exponent r, a negative number: α = 10^r.",
    zh: "这是指数 r，是个负数：α = 10^r。"
  ) { a, b, seed in
    var random = RandomState(seed: seed)
    return random.uniform(low: a, high: b)
  }
  C2W3a.sampleLearningRate.mistaken(
    "span-forgotten",
    "r = a + b u: the width of the interval is b - a.",
    zh: "写成了 r = a + b u：区间的宽度是 b - a。"
  ) { a, b, seed in
    var random = RandomState(seed: seed)
    return pow(10, a + b * random.rand())
  }

  C2W3a.sampleMomentum.mistaken(
    "linear-scale",
    "β itself is uniform: most draws then lie where β hardly matters. Draw the exponent of 1 - β.",
    zh: "β 本身是均匀的：大多数都落在 β 影响不大的地方。应当均匀地抽 1 - β 的指数。"
  ) { a, b, seed in
    var random = RandomState(seed: seed)
    return 1 - random.uniform(low: pow(10, a), high: pow(10, b))
  }
  C2W3a.sampleMomentum.mistaken(
    "normal-exponent",
    "The exponent comes from a normal distribution, randn: it crowds round one end and leaves [a, b]. Take a uniform one.",
    zh: "指数取自正态分布 randn：会挤在一端附近，还会超出 [a, b]。应当用均匀分布。"
  ) { a, b, seed in
    var random = RandomState(seed: seed)
    return 1 - pow(10, a + (b - a) * random.randn())
  }
  C2W3a.sampleMomentum.mistaken(
    "one-minus-forgotten",
    "This is 1 - β, a number near 0: β = 1 - 10^r.",
    zh: "这是 1 - β，接近 0：β = 1 - 10^r。"
  ) { a, b, seed in try sampleLearningRate(a, b, seed) }
  C2W3a.sampleMomentum.mistaken(
    "power-of-e",
    "This is 1 - e^r: the base is 10, so take 1 - 10^r.",
    zh: "这是 1 - e^r：底数应当是 10，即 1 - 10^r。"
  ) { a, b, seed in
    var random = RandomState(seed: seed)
    return 1 - exp(random.uniform(low: a, high: b))
  }

  C2W3a.gridSearch.mistaken(
    "linear-scale",
    "The values stand at equal distances on a linear scale: take equal distances of the exponents.",
    zh: "取值在线性刻度上等距：应当让指数等距。"
  ) { region, count in
    func values(_ a: Double, _ b: Double) -> [Double] {
      Tensor.linspace(pow(10, a), pow(10, b), count: count).elements
    }
    return values(region.learningRateLow, region.learningRateHigh).flatMap { rate in
      values(region.momentumLow, region.momentumHigh).map {
        Setting(learningRate: rate, beta: 1 - $0)
      }
    }
  }
  C2W3a.gridSearch.mistaken(
    "diagonal-only",
    "Each learning rate meets one momentum only: a grid pairs each with each, count · count settings.",
    zh: "每个学习率只配了一个动量：网格要两两组合，一共 count · count 个。"
  ) { region, count in
    let all = try gridSearch(region, count)
    return (0..<count).map { all[$0 * (count + 1)] }
  }
  C2W3a.gridSearch.mistaken(
    "momentum-outside",
    "The loops are exchanged: the learning rate belongs outside, the momentum inside.",
    zh: "两层循环写反了：学习率在外层，动量在内层。"
  ) { region, count in
    let all = try gridSearch(region, count)
    return all.indices.map { all[$0 % count * count + $0 / count] }
  }
  C2W3a.gridSearch.mistaken(
    "end-left-out",
    "The upper end is never reached: count values have count - 1 distances between them.",
    zh: "取不到上端：count 个值之间有 count - 1 个间隔。"
  ) { region, count in
    func values(_ a: Double, _ b: Double) -> [Double] {
      (0..<count).map { a + (b - a) * Double($0) / Double(count) }
    }
    return values(region.learningRateLow, region.learningRateHigh).flatMap { r in
      values(region.momentumLow, region.momentumHigh).map { s in
        Setting(learningRate: pow(10, r), beta: 1 - pow(10, s))
      }
    }
  }

  C2W3a.randomSearch.mistaken(
    "same-setting-every-time",
    "All trials draw with the same seeds and are the same: trial i takes seed + 2i and seed + 2i + 1.",
    zh: "每次尝试用的种子都一样，结果也都一样：第 i 次用 seed + 2i 和 seed + 2i + 1。"
  ) { region, trials, seed in
    let first = try randomSearch(region, 1, seed)
    return (0..<trials).map { _ in first[0] }
  }
  C2W3a.randomSearch.mistaken(
    "one-seed-for-both",
    "Both hyperparameters are drawn with one seed and move together, on a diagonal: give each a seed of its own.",
    zh: "两个超参数用了同一个种子，会一起变化，全落在对角线上：要各用一个种子。"
  ) { region, trials, seed in
    try (0..<UInt32(trials)).map { i in
      Setting(
        learningRate: try sampleLearningRate(
          region.learningRateLow, region.learningRateHigh, seed + 2 * i),
        beta: try sampleMomentum(region.momentumLow, region.momentumHigh, seed + 2 * i))
    }
  }
  C2W3a.randomSearch.mistaken(
    "seeds-used-again",
    "Trial i draws with seed + i and seed + i + 1, so that each momentum repeats as the next learning rate's number: step by 2.",
    zh: "第 i 次用的是 seed + i 和 seed + i + 1，于是每个动量的随机数又成了下一个学习率的：步长应当是 2。"
  ) { region, trials, seed in
    try (0..<UInt32(trials)).map { i in
      Setting(
        learningRate: try sampleLearningRate(
          region.learningRateLow, region.learningRateHigh, seed + i),
        beta: try sampleMomentum(region.momentumLow, region.momentumHigh, seed + i + 1))
    }
  }

  C2W3a.coarseToFine.mistaken(
    "worst-kept",
    "These are the settings with the highest costs: the best have the lowest.",
    zh: "留下的是代价最大的设置：最好的是代价最小的。"
  ) { settings, costs, count in
    let finite = costs.indices.filter { !costs[$0].isNaN }
    return try coarseToFine(finite.map { settings[$0] }, finite.map { -costs[$0] }, count)
  }
  C2W3a.coarseToFine.mistaken(
    "nan-counts-as-best",
    "A cost of NaN is ranked first: such a run has diverged, and is the worst of all.",
    zh: "代价为 NaN 的排到了最前面：那次训练已经发散，应当排在最后。"
  ) { settings, costs, count in
    try coarseToFine(settings, costs.map { $0.isNaN ? -1 : $0 }, count)
  }
  C2W3a.coarseToFine.mistaken(
    "values-for-exponents",
    "The bounds are α and 1 - β themselves: the region holds their exponents, log₁₀.",
    zh: "边界写成了 α 和 1 - β 本身：区域里存的是它们的指数，即 log₁₀。"
  ) { settings, costs, count in
    let region = try coarseToFine(settings, costs, count)
    return SearchRegion(
      learningRateLow: pow(10, region.learningRateLow),
      learningRateHigh: pow(10, region.learningRateHigh),
      momentumLow: pow(10, region.momentumLow), momentumHigh: pow(10, region.momentumHigh))
  }
  C2W3a.coarseToFine.mistaken(
    "natural-logarithm",
    "The exponents are natural logarithms: divide them by log 10.",
    zh: "指数用了自然对数：还要除以 log 10。"
  ) { settings, costs, count in
    let region = try coarseToFine(settings, costs, count)
    return SearchRegion(
      learningRateLow: region.learningRateLow * log(10),
      learningRateHigh: region.learningRateHigh * log(10),
      momentumLow: region.momentumLow * log(10), momentumHigh: region.momentumHigh * log(10))
  }
  C2W3a.coarseToFine.mistaken(
    "all-kept",
    "The region holds all settings and is no smaller than before: keep the `count` best.",
    zh: "区域里包含了所有设置，并没有变小：只保留最好的 count 个。"
  ) { settings, costs, _ in
    try coarseToFine(settings, costs, settings.count)
  }
  C2W3a.coarseToFine.mistaken(
    "exponent-of-beta",
    "log₁₀ β is taken: β near 1 needs the exponent of 1 - β.",
    zh: "取了 log₁₀ β：β 接近 1，要的是 1 - β 的指数。"
  ) { settings, costs, count in
    try coarseToFine(
      settings.map { Setting(learningRate: $0.learningRate, beta: 1 - $0.beta) }, costs, count)
  }
}
