import Coursework
import Syllabus
import Tensors

@ImplementationList var normalizingAlternatives: [Implementation] {
  C2W3b.normalizeInputs.alternative("mean-of-squares") { X_train, X_test in
    let m = Double(X_train.columns)
    let mu = try X_train.sum(axis: 1, keepingDimensions: true) / m
    let variance = try (X_train - mu).squared().sum(axis: 1, keepingDimensions: true) / m
    let sigma = sqrt(variance).map { $0 == 0 ? 1 : $0 }
    func normalized(_ X: Tensor) throws -> Tensor { try (X - mu) * (1 / sigma) }
    return NormalizedSets(training: try normalized(X_train), test: try normalized(X_test))
  }
  C2W3b.normalizeInputs.alternative("row-by-row") { X_train, X_test in
    var (training, test) = (X_train, X_test)
    for i in 0..<X_train.rows {
      let row = try X_train.row(i)
      let (mu, sigma) = (row.mean(), row.standardDeviation())
      let divisor = sigma > 0 ? sigma : 1
      try training.setSlice(axis: 0, i..<i + 1, to: (row - mu) / divisor)
      try test.setSlice(axis: 0, i..<i + 1, to: (X_test.row(i) - mu) / divisor)
    }
    return NormalizedSets(training: training, test: test)
  }
  C2W3b.normalizeInputs.alternative("both-at-once") { X_train, X_test in
    let m = X_train.columns
    let mu = try X_train.mean(axis: 1, keepingDimensions: true)
    let sigma = try X_train.standardDeviation(axis: 1, keepingDimensions: true)
    let all = try (Tensor.concatenate([X_train, X_test], axis: 1) - mu) / (sigma + (sigma .== 0))
    return NormalizedSets(
      training: try all.columns(0..<m), test: try all.columns(m..<all.columns))
  }

  C2W3b.batchNormForward.alternative("sums-over-m") { Z, gamma, beta, epsilon in
    let m = Double(Z.columns)
    let mean = try Z.sum(axis: 1, keepingDimensions: true) / m
    let centred = try Z - mean
    let variance = try (centred * centred).sum(axis: 1, keepingDimensions: true) / m
    let Z_norm = try centred * pow(variance + epsilon, -0.5)
    return BatchNormPass(
      Z_tilde: try Z_norm * gamma + beta, Z_norm: Z_norm, mean: mean, variance: variance)
  }
  C2W3b.batchNormForward.alternative("unit-by-unit") { Z, gamma, beta, epsilon in
    var (Z_tilde, Z_norm) = (Z, Z)
    var (mean, variance) = (beta, beta)
    for i in 0..<Z.rows {
      let row = try Z.row(i)
      mean[i, 0] = row.mean()
      variance[i, 0] = row.variance()
      let normalized = (row - row.mean()) / (row.variance() + epsilon).squareRoot()
      try Z_norm.setSlice(axis: 0, i..<i + 1, to: normalized)
      try Z_tilde.setSlice(axis: 0, i..<i + 1, to: gamma[i, 0] * normalized + beta[i, 0])
    }
    return BatchNormPass(Z_tilde: Z_tilde, Z_norm: Z_norm, mean: mean, variance: variance)
  }
  C2W3b.batchNormForward.alternative("of-the-transpose") { Z, gamma, beta, epsilon in
    let rows = Z.T
    let mean = try rows.mean(axis: 0)
    let variance = try rows.variance(axis: 0)
    let normalized = try (rows - mean) / sqrt(variance + epsilon)
    return BatchNormPass(
      Z_tilde: try (gamma.flattened * normalized + beta.flattened).T, Z_norm: normalized.T,
      mean: try mean.reshaped(-1, 1), variance: try variance.reshaped(-1, 1))
  }
  C2W3b.batchNormForward.alternative("mean-of-squares-less-squared-mean") {
    Z, gamma, beta, epsilon in
    let mean = try Z.mean(axis: 1, keepingDimensions: true)
    let squares = try Z.squared().mean(axis: 1, keepingDimensions: true)
    let variance = try maximum(squares - mean.squared(), 0)
    let Z_norm = try (Z - mean) / sqrt(variance + epsilon)
    return BatchNormPass(
      Z_tilde: try gamma * Z_norm + beta, Z_norm: Z_norm, mean: mean, variance: variance)
  }

  C2W3b.updateRunningStatistics.alternative("moved-towards-the-batch") { running, pass, momentum in
    let share: Double = 1 - momentum
    let mean: Tensor = try running.mean + (pass.mean - running.mean) * share
    let variance: Tensor = try running.variance + (pass.variance - running.variance) * share
    return RunningStatistics(mean: mean, variance: variance)
  }
  C2W3b.updateRunningStatistics.alternative("element-by-element") { running, pass, momentum in
    func blended(_ old: Double, _ fresh: Double) -> Double { fresh + momentum * (old - fresh) }
    return RunningStatistics(
      mean: try running.mean.combine(with: pass.mean, blended),
      variance: try running.variance.combine(with: pass.variance, blended))
  }
  C2W3b.updateRunningStatistics.alternative("in-place") { running, pass, momentum in
    var after = running
    after.mean *= momentum
    after.variance *= momentum
    try after.mean += (1 - momentum) * pass.mean
    try after.variance += (1 - momentum) * pass.variance
    return after
  }

  C2W3b.batchNormInference.alternative("folded-into-two-numbers") {
    Z, gamma, beta, running, epsilon in
    // Z̃ = a Z + c, as it would be folded into W and b.
    let a = try gamma / sqrt(running.variance + epsilon)
    let c = try beta - a * running.mean
    return try a * Z + c
  }
  C2W3b.batchNormInference.alternative("normalized-first") { Z, gamma, beta, running, epsilon in
    let Z_norm = try (Z - running.mean) / sqrt(running.variance + epsilon)
    return try gamma * Z_norm + beta
  }
  C2W3b.batchNormInference.alternative("example-by-example") { Z, gamma, beta, running, epsilon in
    let deviation = sqrt(running.variance + epsilon)
    let columns = try (0..<Z.columns).map { i in
      try (Z.column(i) - running.mean) / deviation * gamma + beta
    }
    return try Tensor.concatenate(columns, axis: 1)
  }

  C2W3b.batchNormConvolution.alternative("channels-as-units") { Z, gamma, beta, epsilon in
    // Every pixel of every picture is one example of n_C units.
    let n_C = Z.shape[3]
    let units = try Z.reshaped(-1, n_C).T
    let pass = try batchNormForward(
      units, gamma.reshaped(n_C, 1), beta.reshaped(n_C, 1), epsilon)
    func picture(_ part: Tensor) throws -> Tensor { try part.T.reshaped(shape: Z.shape) }
    return BatchNormPass(
      Z_tilde: try picture(pass.Z_tilde), Z_norm: try picture(pass.Z_norm),
      mean: try pass.mean.reshaped(shape: beta.shape),
      variance: try pass.variance.reshaped(shape: beta.shape))
  }
  C2W3b.batchNormConvolution.alternative("axis-after-axis") { Z, gamma, beta, epsilon in
    func average(_ x: Tensor) throws -> Tensor {
      try x.mean(axis: 0, keepingDimensions: true).mean(axis: 1, keepingDimensions: true)
        .mean(axis: 2, keepingDimensions: true)
    }
    let mean = try average(Z)
    let variance = try average((Z - mean).squared())
    let Z_norm = try (Z - mean) / sqrt(variance + epsilon)
    return BatchNormPass(
      Z_tilde: try Z_norm * gamma + beta, Z_norm: Z_norm, mean: mean, variance: variance)
  }
  C2W3b.batchNormConvolution.alternative("channel-by-channel") { Z, gamma, beta, epsilon in
    var (Z_tilde, Z_norm) = (Z, Z)
    var (mean, variance) = (beta, beta)
    for c in 0..<Z.shape[3] {
      let channel = try Z.slice(axis: 3, c..<c + 1)
      mean[0, 0, 0, c] = channel.mean()
      variance[0, 0, 0, c] = channel.variance()
      let normalized = (channel - channel.mean()) / (channel.variance() + epsilon).squareRoot()
      try Z_norm.setSlice(axis: 3, c..<c + 1, to: normalized)
      try Z_tilde.setSlice(
        axis: 3, c..<c + 1, to: gamma[0, 0, 0, c] * normalized + beta[0, 0, 0, c])
    }
    return BatchNormPass(Z_tilde: Z_tilde, Z_norm: Z_norm, mean: mean, variance: variance)
  }
}
