import Coursework
import Syllabus
import Tensors

@ImplementationList var inputsMistakes: [Implementation] {
  C2W3b.normalizeInputs.mistaken(
    "test-set-by-itself",
    "The test set is normalized by its own μ and σ: take the training set's for both.",
    zh: "测试集用了自己的 μ 和 σ：两个集合都要用训练集的。"
  ) { X_train, X_test in
    NormalizedSets(
      training: try byItself(X_train, X_train), test: try byItself(X_test, X_test))
  }
  C2W3b.normalizeInputs.mistaken(
    "both-sets-together",
    "μ and σ are taken from both sets together: the test set has to stay unseen, take the training set's.",
    zh: "μ 和 σ 是从两个集合合起来算的：测试集不能先看，只用训练集的。"
  ) { X_train, X_test in
    let all = try Tensor.concatenate([X_train, X_test], axis: 1)
    return NormalizedSets(
      training: try byItself(X_train, all), test: try byItself(X_test, all))
  }
  C2W3b.normalizeInputs.mistaken(
    "variance-for-deviation",
    "The difference is divided by σ²: divide by its root σ.",
    zh: "除以的是 σ²：应当除以它的平方根 σ。"
  ) { X_train, X_test in
    try sets(X_train, X_test) { try $0.variance(axis: 1, keepingDimensions: true) }
  }
  C2W3b.normalizeInputs.mistaken(
    "m-minus-one",
    "σ² is divided by m - 1 here: it is the mean over all m examples.",
    zh: "这里 σ² 除以了 m - 1：它是对全部 m 个样本的平均。"
  ) { X_train, X_test in
    let m = Double(X_train.columns)
    return try sets(X_train, X_test) {
      try $0.standardDeviation(axis: 1, keepingDimensions: true) * sqrt(m / (m - 1))
    }
  }
  C2W3b.normalizeInputs.mistaken(
    "zero-divided-by-zero",
    "A feature that is the same everywhere has σ = 0, and 0/0 is NaN: divide it by 1.",
    zh: "处处相同的特征 σ = 0，而 0/0 得 NaN：让它除以 1。"
  ) { X_train, X_test in
    let mu = try X_train.mean(axis: 1, keepingDimensions: true)
    let sigma = try X_train.standardDeviation(axis: 1, keepingDimensions: true)
    return NormalizedSets(
      training: try (X_train - mu) / sigma, test: try (X_test - mu) / sigma)
  }
  C2W3b.normalizeInputs.mistaken(
    "one-statistic-for-all",
    "All features share one μ and one σ: each has its own, axis 1.",
    zh: "所有特征共用一个 μ 和一个 σ：每个特征要用自己的，沿 axis 1。"
  ) { X_train, X_test in
    let (mu, sigma) = (X_train.mean(), X_train.standardDeviation())
    return NormalizedSets(training: (X_train - mu) / sigma, test: (X_test - mu) / sigma)
  }
  C2W3b.normalizeInputs.mistaken(
    "mean-only",
    "Only the mean is subtracted: divide by σ as well.",
    zh: "只减去了平均值：还要除以 σ。"
  ) { X_train, X_test in
    try sets(X_train, X_test) { try $0.mean(axis: 1, keepingDimensions: true) * 0 + 1 }
  }
}

/// A set normalized by the statistics of another.
private func byItself(_ X: Tensor, _ other: Tensor) throws -> Tensor {
  try normalizeInputs(other, X).test
}

/// Both sets with another divisor, which is 1 where it is 0.
private func sets(
  _ X_train: Tensor, _ X_test: Tensor, _ divisor: (Tensor) throws -> Tensor
) throws -> NormalizedSets {
  let mu = try X_train.mean(axis: 1, keepingDimensions: true)
  let sigma = try divisor(X_train)
  let safe = try select(sigma .== 0, Tensor(1), sigma)
  return NormalizedSets(training: try (X_train - mu) / safe, test: try (X_test - mu) / safe)
}
