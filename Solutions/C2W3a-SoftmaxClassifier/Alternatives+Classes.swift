import Coursework
import Syllabus
import Tensors

@ImplementationList var classesAlternatives: [Implementation] {
  C2W3a.oneHot.alternative("columns-of-the-identity") { labels, C in
    try Tensor.identity(C).columns(at: labels.elements.map { Int($0) })
  }
  C2W3a.oneHot.alternative("compared-with-the-rows") { labels, C in
    try Tensor.arange(C).reshaped(C, 1) .== labels
  }
  C2W3a.oneHot.alternative("element-by-element") { labels, C in
    var Y = Tensor.zeros(C, labels.count)
    for c in 0..<C {
      for i in 0..<labels.count where labels[i] == Double(c) { Y[c, i] = 1 }
    }
    return Y
  }

  C2W3a.softmax.alternative("in-two-divisions") { Z in
    let shifted = try Z - Z.max(axis: 0, keepingDimensions: true)
    let sums = try exp(shifted).sum(axis: 0, keepingDimensions: true)
    return try exp(shifted) * (1 / sums)
  }
  C2W3a.softmax.alternative("by-the-logarithm-of-the-sum") { Z in
    let shifted = try Z - Z.max(axis: 0, keepingDimensions: true)
    return try exp(shifted - log(exp(shifted).sum(axis: 0, keepingDimensions: true)))
  }
  C2W3a.softmax.alternative("column-by-column") { Z in
    let columns = try (0..<Z.columns).map { j in
      let z = try Z.column(j)
      let powers = exp(z - z.max())
      return powers / powers.sum()
    }
    return try Tensor.concatenate(columns, axis: 1)
  }
  C2W3a.softmax.alternative("of-the-transpose") { Z in
    let rows = Z.T
    let powers = try exp(rows - rows.max(axis: 1, keepingDimensions: true))
    return try (powers / powers.sum(axis: 1, keepingDimensions: true)).T
  }
  C2W3a.softmax.alternative("ratios") { Z in
    // 1 / Σ exp(z_k - z_c): an exponential that overflows makes a probability of 0.
    var A = Tensor.zeros(shape: Z.shape)
    for j in 0..<Z.columns {
      for c in 0..<Z.rows {
        A[c, j] = 1 / (0..<Z.rows).reduce(0) { $0 + exp(Z[$1, j] - Z[c, j]) }
      }
    }
    return A
  }

  C2W3a.hardmax.alternative("columns-of-the-identity") { Z in
    try Tensor.identity(Z.rows).columns(at: Z.argmax(axis: 0).elements.map { Int($0) })
  }
  C2W3a.hardmax.alternative("compared-with-the-rows") { Z in
    try Tensor.arange(Z.rows).reshaped(Z.rows, 1) .== Z.argmax(axis: 0)
  }
  C2W3a.hardmax.alternative("column-by-column") { Z in
    var Y = Tensor.zeros(shape: Z.shape)
    for j in 0..<Z.columns { Y[try Z.column(j).argmax(), j] = 1 }
    return Y
  }

  C2W3a.predictClasses.alternative("of-the-probabilities") { Z in
    try softmax(Z).argmax(axis: 0)
  }
  C2W3a.predictClasses.alternative("in-a-loop") { Z in
    Tensor(
      (0..<Z.columns).map { j in
        var best = 0
        for c in 1..<Z.rows where Z[c, j] > Z[best, j] { best = c }
        return Double(best)
      })
  }
  C2W3a.predictClasses.alternative("row-of-the-one") { Z in
    try dot(Tensor.arange(Z.rows).reshaped(1, Z.rows), hardmax(Z)).flattened
  }
  C2W3a.predictClasses.alternative("column-by-column") { Z in
    Tensor(try (0..<Z.columns).map { Double(try Z.column($0).argmax()) })
  }
}
