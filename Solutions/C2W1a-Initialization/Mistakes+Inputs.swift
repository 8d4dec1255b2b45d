import Coursework
import Syllabus
import Tensors

@ImplementationList var inputMistakes: [Implementation] {
  C2W1a.inputStatistics.mistaken(
    "variance",
    "The second part is the variance σ²: take its root.",
    zh: "第二部分是方差 σ²：还要开平方。"
  ) { X in
    var found = try inputStatistics(X)
    found.standardDeviation = found.standardDeviation.squared()
    return found
  }
  C2W1a.inputStatistics.mistaken(
    "m-minus-one",
    "The squares are divided by m - 1: here it is the mean over m examples.",
    zh: "平方和除以了 m - 1：这里要对 m 个样本取平均。"
  ) { X in
    var found = try inputStatistics(X)
    let m = Double(X.columns)
    found.standardDeviation = found.standardDeviation.map {
      $0 == 1 ? 1 : $0 * (m / (m - 1)).squareRoot()
    }
    return found
  }
  C2W1a.inputStatistics.mistaken(
    "each-example",
    "These are the statistics of each example: examples are columns, so a feature's lie along axis 1.",
    zh: "这是每个样本的统计量：样本是列，某个特征的值在一行里，要沿 axis 1 求。"
  ) { X in
    let found = try inputStatistics(X.T)
    return InputStatistics(mean: found.mean.T, standardDeviation: found.standardDeviation.T)
  }
  C2W1a.inputStatistics.mistaken(
    "one-for-all",
    "One mean and one deviation stand for all features: every feature has its own.",
    zh: "所有特征共用了一个均值和一个标准差：每个特征都有自己的。"
  ) { X in
    let mean = X.mean()
    let deviation = (X - mean).squared().mean().squareRoot()
    return InputStatistics(
      mean: .full([X.rows, 1], mean), standardDeviation: .full([X.rows, 1], deviation))
  }
  C2W1a.inputStatistics.mistaken(
    "zero-deviation",
    "A feature that is the same everywhere keeps σ = 0, and normalizing divides by it: put 1 there.",
    zh: "处处相同的特征 σ = 0，归一化时会除以零：这里要换成 1。"
  ) { X in
    let mean = try X.mean(axis: 1, keepingDimensions: true)
    let variance = try (X - mean).squared().mean(axis: 1, keepingDimensions: true)
    return InputStatistics(mean: mean, standardDeviation: sqrt(variance))
  }
  C2W1a.inputStatistics.mistaken(
    "not-centred",
    "This is the root of the mean of x², not of (x - μ)²: subtract the mean first.",
    zh: "这是 x² 的均值再开平方，而不是 (x - μ)² 的：先减去均值。"
  ) { X in
    let mean = try X.mean(axis: 1, keepingDimensions: true)
    return InputStatistics(
      mean: mean,
      standardDeviation: sqrt(try X.squared().mean(axis: 1, keepingDimensions: true)))
  }

  C2W1a.normalizeInputs.mistaken(
    "own-statistics",
    "X is normalized with its own mean and deviation: use those that are given, of the training set.",
    zh: "用了 X 自己的均值和标准差：要用传进来的，也就是训练集的。"
  ) { X, _ in
    try normalizeInputs(X, inputStatistics(X))
  }
  C2W1a.normalizeInputs.mistaken(
    "variance",
    "It is divided by the variance σ²: divide by σ.",
    zh: "除以了方差 σ²：应当除以 σ。"
  ) { X, statistics in
    try (X - statistics.mean) / statistics.standardDeviation.squared()
  }
  C2W1a.normalizeInputs.mistaken(
    "deviation-forgotten",
    "The mean is subtracted, and the division by σ is missing.",
    zh: "减了均值，漏了除以 σ。"
  ) { X, statistics in
    try X - statistics.mean
  }
  C2W1a.normalizeInputs.mistaken(
    "mean-forgotten",
    "It is divided by σ, and the mean is not subtracted.",
    zh: "除以了 σ，却没有减去均值。"
  ) { X, statistics in
    try X / statistics.standardDeviation
  }
  C2W1a.normalizeInputs.mistaken(
    "parentheses",
    "This is x - μ / σ: without parentheses only μ is divided.",
    zh: "这是 x - μ / σ：没有括号，被除的只有 μ。"
  ) { X, statistics in
    try X - statistics.mean / statistics.standardDeviation
  }
  C2W1a.normalizeInputs.mistaken(
    "mean-added",
    "The mean is added: subtract it.",
    zh: "加上了均值：应当减去。"
  ) { X, statistics in
    try (X + statistics.mean) / statistics.standardDeviation
  }

  C2W1a.restoreInputs.mistaken(
    "mean-first",
    "This is (z + μ) σ: what was done last, the division, is undone first.",
    zh: "这是 (z + μ) σ：最后做的是除法，要先把它还原。"
  ) { Z, statistics in
    try (Z + statistics.mean) * statistics.standardDeviation
  }
  C2W1a.restoreInputs.mistaken(
    "mean-forgotten",
    "It is multiplied by σ, and the mean is not added.",
    zh: "乘了 σ，却没有加回均值。"
  ) { Z, statistics in
    try Z * statistics.standardDeviation
  }
  C2W1a.restoreInputs.mistaken(
    "normalized-again",
    "This normalizes a second time: x = σ z + μ undoes it.",
    zh: "这是又归一化了一次：还原要用 x = σ z + μ。"
  ) { Z, statistics in
    try normalizeInputs(Z, statistics)
  }
  C2W1a.restoreInputs.mistaken(
    "variance",
    "It is multiplied by the variance σ²: multiply by σ.",
    zh: "乘了方差 σ²：应当乘 σ。"
  ) { Z, statistics in
    try Z * statistics.standardDeviation.squared() + statistics.mean
  }
}
