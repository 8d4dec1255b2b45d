import Coursework
import Syllabus
import Tensors

@ImplementationList var backwardMistakes: [Implementation] {
  C2W3b.batchNormBackward.mistaken(
    "statistics-as-constants",
    "dZ is γ dZ̃ / √(σ² + ε) alone, as if μ and σ² were constants: both depend on every z of the batch, which gives two terms more.",
    zh: "dZ 只有 γ dZ̃ / √(σ² + ε)，把 μ 和 σ² 当成了常数：它们与整批的每个 z 都有关，还要再加两项。"
  ) { dZ_tilde, pass, gamma, epsilon in
    try changed(dZ_tilde, pass, gamma, epsilon) { g, _, _ in g }
  }
  C2W3b.batchNormBackward.mistaken(
    "mean-as-constant",
    "The path through μ is missing: subtract the mean of dẐ.",
    zh: "少了经过 μ 的那条路：要减去 dẐ 的平均。"
  ) { dZ_tilde, pass, gamma, epsilon in
    try changed(dZ_tilde, pass, gamma, epsilon) { g, _, ofVariance in try g - ofVariance }
  }
  C2W3b.batchNormBackward.mistaken(
    "variance-as-constant",
    "The path through σ² is missing: subtract Ẑ times the mean of dẐ Ẑ.",
    zh: "少了经过 σ² 的那条路：要减去 Ẑ 乘以 dẐ Ẑ 的平均。"
  ) { dZ_tilde, pass, gamma, epsilon in
    try changed(dZ_tilde, pass, gamma, epsilon) { g, ofMean, _ in try g - ofMean }
  }
  C2W3b.batchNormBackward.mistaken(
    "sums-for-means",
    "dZ subtracts sums over the batch: both terms are means, with 1/m.",
    zh: "dZ 里减去的是整批的和：这两项都是平均，要带 1/m。"
  ) { dZ_tilde, pass, gamma, epsilon in
    let m = Double(dZ_tilde.columns)
    return try changed(dZ_tilde, pass, gamma, epsilon) { g, ofMean, ofVariance in
      try g - m * ofMean - m * ofVariance
    }
  }
  C2W3b.batchNormBackward.mistaken(
    "gamma-forgotten",
    "dZ lacks γ: dẐ = γ dZ̃.",
    zh: "dZ 少了 γ：dẐ = γ dZ̃。"
  ) { dZ_tilde, pass, gamma, epsilon in
    var gradients = try batchNormBackward(dZ_tilde, pass, gamma, epsilon)
    gradients.dZ = try gradients.dZ / gamma
    return gradients
  }
  C2W3b.batchNormBackward.mistaken(
    "root-forgotten",
    "dZ is divided by σ² + ε: the root is missing, √(σ² + ε).",
    zh: "dZ 除以了 σ² + ε：少了根号，应当是 √(σ² + ε)。"
  ) { dZ_tilde, pass, gamma, epsilon in
    var gradients = try batchNormBackward(dZ_tilde, pass, gamma, epsilon)
    gradients.dZ = try gradients.dZ / sqrt(pass.variance + epsilon)
    return gradients
  }
  C2W3b.batchNormBackward.mistaken(
    "epsilon-outside-root",
    "dZ is divided by √σ² + ε: ε stands inside the root, √(σ² + ε), as in the forward pass.",
    zh: "dZ 除以了 √σ² + ε：ε 应当和前向传播一样在根号里面，√(σ² + ε)。"
  ) { dZ_tilde, pass, gamma, epsilon in
    var gradients = try batchNormBackward(dZ_tilde, pass, gamma, epsilon)
    let (right, wrong) = (sqrt(pass.variance + epsilon), sqrt(pass.variance) + epsilon)
    gradients.dZ = try gradients.dZ * right / wrong
    return gradients
  }
  C2W3b.batchNormBackward.mistaken(
    "dgamma-without-z",
    "dγ is Σ dZ̃, which is dβ: γ multiplies Ẑ, so dγ = Σ dZ̃ Ẑ.",
    zh: "dγ 写成了 Σ dZ̃，那是 dβ：γ 乘的是 Ẑ，所以 dγ = Σ dZ̃ Ẑ。"
  ) { dZ_tilde, pass, gamma, epsilon in
    var gradients = try batchNormBackward(dZ_tilde, pass, gamma, epsilon)
    gradients.dgamma = gradients.dbeta
    return gradients
  }
  C2W3b.batchNormBackward.mistaken(
    "dgamma-of-z-tilde",
    "dγ multiplies by Z̃: γ multiplies Ẑ, so dγ = Σ dZ̃ Ẑ.",
    zh: "dγ 乘的是 Z̃：γ 乘的是 Ẑ，所以 dγ = Σ dZ̃ Ẑ。"
  ) { dZ_tilde, pass, gamma, epsilon in
    var gradients = try batchNormBackward(dZ_tilde, pass, gamma, epsilon)
    gradients.dgamma = try (dZ_tilde * pass.Z_tilde).sum(axis: 1, keepingDimensions: true)
    return gradients
  }
  C2W3b.batchNormBackward.mistaken(
    "means-for-sums",
    "dγ and dβ are means over the examples: they have to be sums.",
    zh: "dγ 和 dβ 取了对样本的平均：应当求和。"
  ) { dZ_tilde, pass, gamma, epsilon in
    var gradients = try batchNormBackward(dZ_tilde, pass, gamma, epsilon)
    gradients.dgamma /= Double(dZ_tilde.columns)
    gradients.dbeta /= Double(dZ_tilde.columns)
    return gradients
  }
}

/// The gradients with dZ from dẐ, the term of the mean and the term of the variance.
private func changed(
  _ dZ_tilde: Tensor, _ pass: BatchNormPass, _ gamma: Tensor, _ epsilon: Double,
  _ combine: (Tensor, Tensor, Tensor) throws -> Tensor
) throws -> BatchNormGradients {
  var gradients = try batchNormBackward(dZ_tilde, pass, gamma, epsilon)
  let dZ_norm = try gamma * dZ_tilde
  let ofMean = try dZ_norm.mean(axis: 1, keepingDimensions: true)
  let product = try (dZ_norm * pass.Z_norm).mean(axis: 1, keepingDimensions: true)
  gradients.dZ =
    try combine(dZ_norm, ofMean, pass.Z_norm * product) / sqrt(pass.variance + epsilon)
  return gradients
}
