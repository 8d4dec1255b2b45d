import Coursework
import Syllabus
import Tensors

@ImplementationList var weightsMistakes: [Implementation] {
  C2W1a.initializeZeros.mistaken(
    "transposed-weights",
    "The weights have the shape (n[l-1], n[l]): rows belong to the units of the layer itself, (n[l], n[l-1]).",
    zh: "权重的形状成了 (n[l-1], n[l])：行对应本层的单元，应当是 (n[l], n[l-1])。"
  ) { sizes in
    try initializeZeros(sizes).map { LayerParameters(W: $0.W.T, b: $0.b) }
  }
  C2W1a.initializeZeros.mistaken(
    "bias-row",
    "The biases are rows: b[l] is a column of shape (n[l], 1), so that it is added to every example.",
    zh: "偏置成了行：b[l] 是形状为 (n[l], 1) 的列，这样才能加到每个样本上。"
  ) { sizes in
    try initializeZeros(sizes).map { LayerParameters(W: $0.W, b: $0.b.T) }
  }
  C2W1a.initializeZeros.mistaken(
    "last-layer-missing",
    "One layer is missing: layerSizes with the input has L + 1 entries, which makes L layers.",
    zh: "少了一层：layerSizes 连输入共有 L + 1 项，对应 L 层。"
  ) { sizes in
    try initializeZeros(sizes.dropLast())
  }
  C2W1a.initializeZeros.mistaken(
    "biases-ones",
    "The biases are ones: they start at zero.",
    zh: "偏置成了 1：应当从零开始。"
  ) { sizes in
    try initializeZeros(sizes).map { LayerParameters(W: $0.W, b: $0.b + 1) }
  }

  C2W1a.initializeRandom.mistaken(
    "uniform",
    "The weights lie between 0 and 10: rand draws uniformly; randn draws from the normal distribution.",
    zh: "权重都在 0 到 10 之间：rand 是均匀分布；正态分布要用 randn。"
  ) { sizes, seed in
    var random = RandomState(seed: seed)
    return drawn(sizes) { units, fanIn in random.rand(units, fanIn) * 10 }
  }
  C2W1a.initializeRandom.mistaken(
    "factor-forgotten",
    "The factor 10 is missing.",
    zh: "漏了因子 10。"
  ) { sizes, seed in
    scaled(sizes, seed) { _, _ in 1 }
  }
  C2W1a.initializeRandom.mistaken(
    "random-biases",
    "The biases are random as well: they start at zero, and drawing them moves all later numbers.",
    zh: "偏置也随机了：偏置从零开始，而且多抽的数会让后面的随机数全部错位。"
  ) { sizes, seed in
    var random = RandomState(seed: seed)
    return zip(sizes, sizes.dropFirst()).map { fanIn, units in
      LayerParameters(W: random.randn(units, fanIn) * 10, b: random.randn(units, 1) * 10)
    }
  }
  C2W1a.initializeRandom.mistaken(
    "seed-in-every-layer",
    "Every layer begins the same random numbers again: make the generator once, before the loop.",
    zh: "每一层都从头使用同一串随机数：生成器只在循环之前创建一次。"
  ) { sizes, seed in
    drawn(sizes) { units, fanIn in
      var random = RandomState(seed: seed)
      return random.randn(units, fanIn) * 10
    }
  }
  C2W1a.initializeRandom.mistaken(
    "transposed-weights",
    "The weights are drawn with the shape (n[l-1], n[l]) and transposed: the numbers stand in other places. Draw them as (n[l], n[l-1]).",
    zh: "权重按 (n[l-1], n[l]) 抽取后再转置，数的位置变了：应当直接按 (n[l], n[l-1]) 抽取。"
  ) { sizes, seed in
    var random = RandomState(seed: seed)
    return drawn(sizes) { units, fanIn in (random.randn(fanIn, units) * 10).T }
  }

  C2W1a.initializeHe.mistaken(
    "own-units",
    "The scale is √(2/n[l]), of the layer's own units: what adds up in z are the n[l-1] inputs.",
    zh: "缩放用成了 √(2/n[l])，即本层的单元数：在 z 里相加的是 n[l-1] 个输入。"
  ) { sizes, seed in
    scaled(sizes, seed) { units, _ in (2 / units).squareRoot() }
  }
  C2W1a.initializeHe.mistaken(
    "root-forgotten",
    "The scale is 2/n[l-1], which is the variance: the standard deviation is its root.",
    zh: "缩放用成了 2/n[l-1]，那是方差：标准差要开方。"
  ) { sizes, seed in
    scaled(sizes, seed) { _, fanIn in 2 / fanIn }
  }
  C2W1a.initializeHe.mistaken(
    "xavier",
    "The scale is √(1/n[l-1]), right for tanh: ReLU drops half of the signal, so the 1 becomes a 2.",
    zh: "缩放用成了 √(1/n[l-1])，那适合 tanh：ReLU 丢掉一半信号，所以 1 要换成 2。"
  ) { sizes, seed in try initializeXavier(sizes, seed) }
  C2W1a.initializeHe.mistaken(
    "uniform",
    "The weights are all positive: rand draws uniformly; randn draws from the normal distribution.",
    zh: "权重都是正的：rand 是均匀分布；正态分布要用 randn。"
  ) { sizes, seed in
    var random = RandomState(seed: seed)
    return drawn(sizes) { units, fanIn in
      random.rand(units, fanIn) * (2 / Double(fanIn)).squareRoot()
    }
  }
  C2W1a.initializeHe.mistaken(
    "inverted",
    "The scale is √(n[l-1]/2), upside down: more inputs need smaller weights.",
    zh: "缩放用成了 √(n[l-1]/2)，写倒了：输入越多，权重应当越小。"
  ) { sizes, seed in
    scaled(sizes, seed) { _, fanIn in (fanIn / 2).squareRoot() }
  }

  C2W1a.initializeXavier.mistaken(
    "he",
    "The scale is √(2/n[l-1]): the 2 is for ReLU; tanh takes √(1/n[l-1]).",
    zh: "缩放用成了 √(2/n[l-1])：2 是给 ReLU 的；tanh 用 √(1/n[l-1])。"
  ) { sizes, seed in try initializeHe(sizes, seed) }
  C2W1a.initializeXavier.mistaken(
    "own-units",
    "The scale is √(1/n[l]), of the layer's own units: what adds up in z are the n[l-1] inputs.",
    zh: "缩放用成了 √(1/n[l])，即本层的单元数：在 z 里相加的是 n[l-1] 个输入。"
  ) { sizes, seed in
    scaled(sizes, seed) { units, _ in (1 / units).squareRoot() }
  }
  C2W1a.initializeXavier.mistaken(
    "root-forgotten",
    "The scale is 1/n[l-1], which is the variance: the standard deviation is its root.",
    zh: "缩放用成了 1/n[l-1]，那是方差：标准差要开方。"
  ) { sizes, seed in
    scaled(sizes, seed) { _, fanIn in 1 / fanIn }
  }

  C2W1a.initializeAveragedXavier.mistaken(
    "one-not-two",
    "The scale is √(1/(n[l-1] + n[l])): the mean of both sizes is half their sum, which puts a 2 on top.",
    zh: "缩放用成了 √(1/(n[l-1] + n[l]))：两个大小的平均是和的一半，所以分子是 2。"
  ) { sizes, seed in
    scaled(sizes, seed) { units, fanIn in (1 / (units + fanIn)).squareRoot() }
  }
  C2W1a.initializeAveragedXavier.mistaken(
    "root-forgotten",
    "The scale is 2/(n[l-1] + n[l]), which is the variance: the standard deviation is its root.",
    zh: "缩放用成了 2/(n[l-1] + n[l])，那是方差：标准差要开方。"
  ) { sizes, seed in
    scaled(sizes, seed) { units, fanIn in 2 / (units + fanIn) }
  }
  C2W1a.initializeAveragedXavier.mistaken(
    "one-side-only",
    "The scale is √(1/n[l-1]): here the layer's own units count too.",
    zh: "缩放用成了 √(1/n[l-1])：这里本层的单元数也要算进去。"
  ) { sizes, seed in
    try initializeXavier(sizes, seed)
  }
}

/// Layers with zero biases whose weights `draw` gives for (units, fan-in).
private func drawn(_ sizes: [Int], _ draw: (Int, Int) -> Tensor) -> [LayerParameters] {
  zip(sizes, sizes.dropFirst()).map { fanIn, units in
    LayerParameters(W: draw(units, fanIn), b: .zeros(units, 1))
  }
}

/// Normal weights times a scale of (units, fan-in).
private func scaled(
  _ sizes: [Int], _ seed: UInt32, _ scale: (Double, Double) -> Double
) -> [LayerParameters] {
  var random = RandomState(seed: seed)
  return drawn(sizes) { units, fanIn in
    random.randn(units, fanIn) * scale(Double(units), Double(fanIn))
  }
}
