import Coursework
import Syllabus
import Tensors

@ImplementationList var inputAlternatives: [Implementation] {
  C2W1a.inputStatistics.alternative("library") { X in
    let deviation = try X.standardDeviation(axis: 1, keepingDimensions: true)
    return InputStatistics(
      mean: try X.sum(axis: 1, keepingDimensions: true) / Double(X.columns),
      standardDeviation: deviation.map { $0 > 0 ? $0 : 1 })
  }
  C2W1a.inputStatistics.alternative("loops") { X in
    var (mean, deviation) = (Tensor.zeros(X.rows, 1), Tensor.ones(X.rows, 1))
    for j in 0..<X.rows {
      for i in 0..<X.columns { mean[j, 0] += X[j, i] / Double(X.columns) }
      var sum = 0.0
      for i in 0..<X.columns {
        let distance = X[j, i] - mean[j, 0]
        sum += distance * distance
      }
      // Adding thirds leaves a last digit where the feature is the same everywhere.
      if sum > 1e-20 { deviation[j, 0] = (sum / Double(X.columns)).squareRoot() }
    }
    return InputStatistics(mean: mean, standardDeviation: deviation)
  }
  C2W1a.inputStatistics.alternative("product-with-ones") { X in
    let share = Tensor.full([X.columns, 1], 1 / Double(X.columns))
    let mean = try dot(X, share)
    let variance = try dot((X - mean).squared(), share)
    return InputStatistics(
      mean: mean, standardDeviation: sqrt(variance).map { $0 < 1e-12 ? 1 : $0 })
  }

  C2W1a.normalizeInputs.alternative("times-reciprocal") { X, statistics in
    try (X - statistics.mean) * (1 / statistics.standardDeviation)
  }
  C2W1a.normalizeInputs.alternative("two-quotients") { X, statistics in
    let deviation = statistics.standardDeviation
    return try X / deviation - statistics.mean / deviation
  }
  C2W1a.normalizeInputs.alternative("loops") { X, statistics in
    var Z = X
    for j in 0..<X.rows {
      for i in 0..<X.columns {
        Z[j, i] = (X[j, i] - statistics.mean[j, 0]) / statistics.standardDeviation[j, 0]
      }
    }
    return Z
  }

  C2W1a.restoreInputs.alternative("mean-in-units-of-the-deviation") { Z, statistics in
    let deviation = statistics.standardDeviation
    return try (Z + statistics.mean / deviation) * deviation
  }
  C2W1a.restoreInputs.alternative("divided-by-reciprocal") { Z, statistics in
    try statistics.mean + Z / (1 / statistics.standardDeviation)
  }
  C2W1a.restoreInputs.alternative("loops") { Z, statistics in
    var X = Z
    for j in 0..<Z.rows {
      for i in 0..<Z.columns {
        X[j, i] = Z[j, i] * statistics.standardDeviation[j, 0] + statistics.mean[j, 0]
      }
    }
    return X
  }
}
