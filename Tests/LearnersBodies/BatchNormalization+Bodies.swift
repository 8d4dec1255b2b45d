import Syllabus
import Tensors

@BodyList var batchNormalization: [LearnersBody] {
  C2W3b.normalizeInputs.wrong("least-and-greatest", "scaled to the interval from 0 to 1") {
    X_train, X_test in
    let low = try X_train.min(axis: 1, keepingDimensions: true)
    let span = try X_train.max(axis: 1, keepingDimensions: true) - low + 1e-8
    return NormalizedSets(
      training: try (X_train - low) / span, test: try (X_test - low) / span)
  }
  C2W3b.batchNormForward.wrong("normalized-before-the-mean", "σ² of Z is the mean of Z²") {
    Z, gamma, beta, epsilon in
    let mean = try Z.mean(axis: 1, keepingDimensions: true)
    let variance = try Z.squared().mean(axis: 1, keepingDimensions: true)
    let Z_norm = try (Z - mean) / sqrt(variance + epsilon)
    return BatchNormPass(
      Z_tilde: try gamma * Z_norm + beta, Z_norm: Z_norm, mean: mean, variance: variance)
  }
  C2W3b.batchNormForward.wrong("epsilon-in-the-variance", "the pass holds σ² + ε") {
    Z, gamma, beta, epsilon in
    let mean = try Z.mean(axis: 1, keepingDimensions: true)
    let variance = try Z.variance(axis: 1, keepingDimensions: true) + epsilon
    let Z_norm = try (Z - mean) / sqrt(variance)
    return BatchNormPass(
      Z_tilde: try gamma * Z_norm + beta, Z_norm: Z_norm, mean: mean, variance: variance)
  }
  C2W3b.batchNormForward.right("root-of-the-sum", "σ from the norm of the centred row") {
    Z, gamma, beta, epsilon in
    let mean = try Z.mean(axis: 1, keepingDimensions: true)
    let length = try (Z - mean).norm(axis: 1, keepingDimensions: true)
    let variance = length.squared() / Double(Z.columns)
    let Z_norm = try (Z - mean) / sqrt(variance + epsilon)
    return BatchNormPass(
      Z_tilde: try gamma * Z_norm + beta, Z_norm: Z_norm, mean: mean, variance: variance)
  }
  C2W3b.batchNormBackward.wrong("dbeta-of-the-normalized", "dβ = Σ γ dZ̃") {
    dZ_tilde, pass, gamma, epsilon in
    let dZ_norm = try gamma * dZ_tilde
    let product = try (dZ_norm * pass.Z_norm).mean(axis: 1, keepingDimensions: true)
    let centred = try dZ_norm - dZ_norm.mean(axis: 1, keepingDimensions: true)
    return BatchNormGradients(
      dZ: try (centred - pass.Z_norm * product) / sqrt(pass.variance + epsilon),
      dgamma: try (dZ_tilde * pass.Z_norm).sum(axis: 1, keepingDimensions: true),
      dbeta: try dZ_norm.sum(axis: 1, keepingDimensions: true))
  }
  C2W3b.batchNormInference.wrong("deviation-running", "σ² is taken for σ") {
    Z, gamma, beta, running, epsilon in
    let Z_norm = try (Z - running.mean) / running.variance
    return try gamma * Z_norm + beta
  }
  C2W3b.updateRunningStatistics.wrong("unbiased", "σ² times m / (m - 1), as some libraries do") {
    running, pass, momentum in
    let m = Double(pass.Z_norm.columns)
    let share: Double = 1 - momentum
    let variance = pass.variance * (m / (m - 1))
    return RunningStatistics(
      mean: try momentum * running.mean + share * pass.mean,
      variance: try momentum * running.variance + share * variance)
  }
}
