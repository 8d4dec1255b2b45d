import Coursework
import Syllabus
import Tensors

@ImplementationList var costAlternatives: [Implementation] {
  C2W3a.crossEntropyCost.alternative("right-class-first") { A, Y in
    let right = try (A * Y).sum(axis: 0)
    return -log(right).sum() / Double(Y.columns)
  }
  C2W3a.crossEntropyCost.alternative("mean-of-the-losses") { A, Y in
    let logs = log(maximum(A, 1e-300))
    return -(try (Y * logs).sum(axis: 0)).mean()
  }
  C2W3a.crossEntropyCost.alternative("epsilon-in-the-logarithm") { A, Y in
    try -(Y * log(A + 1e-15)).sum() / Double(Y.columns)
  }
  C2W3a.crossEntropyCost.alternative("clipped-at-both-ends") { A, Y in
    try -(Y * log(minimum(maximum(A, 1e-12), 1 - 1e-12))).sum() / Double(Y.columns)
  }
  C2W3a.crossEntropyCost.alternative("in-a-loop") { A, Y in
    var sum = 0.0
    for i in 0..<Y.columns {
      for c in 0..<Y.rows where Y[c, i] != 0 { sum -= Y[c, i] * log(A[c, i]) }
    }
    return sum / Double(Y.columns)
  }

  C2W3a.crossEntropyFromLogits.alternative("sums-apart") { Z, Y in
    let peak = try Z.max(axis: 0)
    let sums = try exp(Z - peak).sum(axis: 0)
    return try (log(sums) + peak - (Y * Z).sum(axis: 0)).mean()
  }
  C2W3a.crossEntropyFromLogits.alternative("distances-to-the-right-class") { Z, Y in
    // log Σ exp(z_k - z_right), where an exponential may overflow unless its peak is taken out.
    let D = try Z - (Y * Z).sum(axis: 0, keepingDimensions: true)
    let peak = try D.max(axis: 0, keepingDimensions: true)
    return try (log(exp(D - peak).sum(axis: 0, keepingDimensions: true)) + peak).mean()
  }
  C2W3a.crossEntropyFromLogits.alternative("column-by-column") { Z, Y in
    try (0..<Z.columns).reduce(0) { total, i in
      let (z, y) = (try Z.column(i), try Y.column(i))
      let peak = z.max()
      return total + peak + log(exp(z - peak).sum()) - (try y * z).sum()
    } / Double(Z.columns)
  }
  C2W3a.crossEntropyFromLogits.alternative("logarithms-of-probabilities") { Z, Y in
    let shifted = try Z - Z.max(axis: 0, keepingDimensions: true)
    let logs = try shifted - log(exp(shifted).sum(axis: 0, keepingDimensions: true))
    return try -(Y * logs).sum() / Double(Y.columns)
  }

  C2W3a.softmaxBackward.alternative("minus-the-difference") { A, Y in try -(Y - A) }
  C2W3a.softmaxBackward.alternative("element-by-element") { A, Y in
    try A.combine(with: Y) { $0 - $1 }
  }
  C2W3a.softmaxBackward.alternative("one-less-at-the-right-class") { A, Y in
    var dZ = A
    for i in 0..<Y.columns {
      for c in 0..<Y.rows where Y[c, i] == 1 { dZ[c, i] -= 1 }
    }
    return dZ
  }
  C2W3a.softmaxBackward.alternative("by-the-matrix-of-slopes") { A, Y in
    // ∂ŷ_k/∂z_c = ŷ_k ((k = c) - ŷ_c), and ∂L/∂ŷ_k = -y_k / ŷ_k.
    let columns = try (0..<A.columns).map { i in
      let (a, y) = (try A.column(i), try Y.column(i))
      let slopes = try Tensor.identity(A.rows) * a - dot(a, a.T)
      return try dot(slopes, -y / a)
    }
    return try Tensor.concatenate(columns, axis: 1)
  }
}
