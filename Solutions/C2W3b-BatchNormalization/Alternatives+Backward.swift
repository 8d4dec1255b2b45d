import Coursework
import Syllabus
import Tensors

@ImplementationList var backwardAlternatives: [Implementation] {
  C2W3b.batchNormBackward.alternative("node-by-node") { dZ_tilde, pass, gamma, epsilon in
    // Back through the graph: Ẑ = (Z - μ) / √(σ² + ε), with σ² and μ as nodes of their own.
    let m = Double(dZ_tilde.columns)
    let root = sqrt(pass.variance + epsilon)
    let centred = try pass.Z_norm * root
    let dZ_norm = try gamma * dZ_tilde
    let dvariance =
      try (dZ_norm * centred).sum(axis: 1, keepingDimensions: true) * -0.5 / pow(root, 3)
    let dmean =
      try -(dZ_norm / root).sum(axis: 1, keepingDimensions: true)
      - 2 / m * dvariance * centred.sum(axis: 1, keepingDimensions: true)
    return BatchNormGradients(
      dZ: try dZ_norm / root + dvariance * 2 * centred / m + dmean / m,
      dgamma: try (dZ_tilde * pass.Z_norm).sum(axis: 1, keepingDimensions: true),
      dbeta: try dZ_tilde.sum(axis: 1, keepingDimensions: true))
  }
  C2W3b.batchNormBackward.alternative("from-dgamma-and-dbeta") { dZ_tilde, pass, gamma, epsilon in
    let m = Double(dZ_tilde.columns)
    let dbeta = try dZ_tilde.sum(axis: 1, keepingDimensions: true)
    let dgamma = try (pass.Z_norm * dZ_tilde).sum(axis: 1, keepingDimensions: true)
    let scale = try gamma / (m * sqrt(pass.variance + epsilon))
    return BatchNormGradients(
      dZ: try scale * (m * dZ_tilde - dbeta - pass.Z_norm * dgamma), dgamma: dgamma, dbeta: dbeta)
  }
  C2W3b.batchNormBackward.alternative("by-the-matrix-of-slopes") {
    dZ_tilde, pass, gamma, epsilon in
    // ∂ẑ_j/∂z_i = ((i = j) - 1/m - ẑ_i ẑ_j / m) / √(σ² + ε), for each unit.
    let (n, m) = (dZ_tilde.rows, dZ_tilde.columns)
    var dZ = dZ_tilde
    for i in 0..<n {
      let z = try pass.Z_norm.row(i)
      let slopes = try Tensor.identity(m) - 1 / Double(m) - dot(z.T, z) / Double(m)
      let scale = gamma[i, 0] / (pass.variance[i, 0] + epsilon).squareRoot()
      try dZ.setSlice(axis: 0, i..<i + 1, to: scale * dot(dZ_tilde.row(i), slopes))
    }
    return BatchNormGradients(
      dZ: dZ, dgamma: try (dZ_tilde * pass.Z_norm).sum(axis: 1, keepingDimensions: true),
      dbeta: try dZ_tilde.sum(axis: 1, keepingDimensions: true))
  }
  C2W3b.batchNormBackward.alternative("example-by-example") { dZ_tilde, pass, gamma, epsilon in
    let (n, m) = (dZ_tilde.rows, dZ_tilde.columns)
    var (dgamma, dbeta) = (gamma * 0, gamma * 0)
    for i in 0..<n {
      for j in 0..<m {
        dgamma[i, 0] += dZ_tilde[i, j] * pass.Z_norm[i, j]
        dbeta[i, 0] += dZ_tilde[i, j]
      }
    }
    var dZ = dZ_tilde
    for i in 0..<n {
      let root = (pass.variance[i, 0] + epsilon).squareRoot()
      for j in 0..<m {
        let rest = (dbeta[i, 0] + pass.Z_norm[i, j] * dgamma[i, 0]) / Double(m)
        dZ[i, j] = gamma[i, 0] * (dZ_tilde[i, j] - rest) / root
      }
    }
    return BatchNormGradients(dZ: dZ, dgamma: dgamma, dbeta: dbeta)
  }
}
