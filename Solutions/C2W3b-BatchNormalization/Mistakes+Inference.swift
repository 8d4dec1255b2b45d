import Coursework
import Syllabus
import Tensors

@ImplementationList var inferenceMistakes: [Implementation] {
  C2W3b.updateRunningStatistics.mistaken(
    "weights-exchanged",
    "The weights are exchanged: `momentum` belongs to the old average, 1 - momentum to the batch.",
    zh: "权重写反了：momentum 属于旧的平均，1 - momentum 属于这一批。"
  ) { running, pass, momentum in
    try updateRunningStatistics(running, pass, 1 - momentum)
  }
  C2W3b.updateRunningStatistics.mistaken(
    "factor-forgotten",
    "The batch is added without its factor 1 - momentum: with time the averages become 1/(1 - momentum) times too large.",
    zh: "加上这一批时漏了系数 1 - momentum：久而久之平均会变成 1/(1 - momentum) 倍。"
  ) { running, pass, momentum in
    RunningStatistics(
      mean: try momentum * running.mean + pass.mean,
      variance: try momentum * running.variance + pass.variance)
  }
  C2W3b.updateRunningStatistics.mistaken(
    "last-batch-only",
    "These are the statistics of this batch alone: average them with those before.",
    zh: "这只是这一批的统计量：要和以前的做平均。"
  ) { _, pass, _ in RunningStatistics(mean: pass.mean, variance: pass.variance) }
  C2W3b.updateRunningStatistics.mistaken(
    "variance-forgotten",
    "The variance stays as it was: average σ² as well as μ.",
    zh: "方差没有变：除了 μ，σ² 也要更新。"
  ) { running, pass, momentum in
    var after = try updateRunningStatistics(running, pass, momentum)
    after.variance = running.variance
    return after
  }
  C2W3b.updateRunningStatistics.mistaken(
    "deviation-averaged",
    "σ of the batch is averaged in: it is σ², as inference takes its root.",
    zh: "平均进去的是这一批的 σ：应当是 σ²，推断时才开方。"
  ) { running, pass, momentum in
    var pass = pass
    pass.variance = sqrt(pass.variance)
    return try updateRunningStatistics(running, pass, momentum)
  }

  C2W3b.batchNormInference.mistaken(
    "statistics-of-the-batch",
    "μ and σ² come from the examples at hand: at test time take the running ones, or an answer depends on what else is in the batch.",
    zh: "μ 和 σ² 取自眼前的样本：测试时要用移动平均的，否则一个样本的答案会取决于同一批里还有什么。"
  ) { Z, gamma, beta, _, epsilon in try batchNormForward(Z, gamma, beta, epsilon).Z_tilde }
  C2W3b.batchNormInference.mistaken(
    "variance-for-root",
    "Z - μ is divided by σ² + ε: the root is missing, √(σ² + ε).",
    zh: "Z - μ 除以了 σ² + ε：少了根号，应当是 √(σ² + ε)。"
  ) { Z, gamma, beta, running, epsilon in
    let Z_norm = try (Z - running.mean) / (running.variance + epsilon)
    return try gamma * Z_norm + beta
  }
  C2W3b.batchNormInference.mistaken(
    "epsilon-outside-root",
    "ε stands outside of the root, √σ² + ε: put it inside, √(σ² + ε).",
    zh: "ε 加在了根号外面，√σ² + ε；应当加在里面，√(σ² + ε)。"
  ) { Z, gamma, beta, running, epsilon in
    let Z_norm = try (Z - running.mean) / (sqrt(running.variance) + epsilon)
    return try gamma * Z_norm + beta
  }
  C2W3b.batchNormInference.mistaken(
    "mean-not-subtracted",
    "The running mean is never subtracted.",
    zh: "没有减去移动平均的均值。"
  ) { Z, gamma, beta, running, epsilon in
    let Z_norm = try Z / sqrt(running.variance + epsilon)
    return try gamma * Z_norm + beta
  }
  C2W3b.batchNormInference.mistaken(
    "gamma-and-beta-forgotten",
    "γ and β are missing: they belong to the network at test time as well.",
    zh: "少了 γ 和 β：测试时它们同样是网络的一部分。"
  ) { Z, _, _, running, epsilon in
    try (Z - running.mean) / sqrt(running.variance + epsilon)
  }
}
