import Coursework
import Syllabus
import Tensors

/// Right solutions written differently: a suite that rejects one of them asks for too much.
public var alternatives: [Implementation] {
  metricAlternatives + comparingAlternatives + diagnosingAlternatives
}

@ImplementationList private var metricAlternatives: [Implementation] {
  C3W1.confusionMatrix.alternative("one-hot-product") { Y, predictions, classes in
    func oneHot(_ labels: [Int]) -> Tensor {
      var columns = Tensor.zeros(classes, labels.count)
      for (i, label) in labels.enumerated() { columns[label, i] = 1 }
      return columns
    }
    return try dot(oneHot(Y), oneHot(predictions).T)
  }
  C3W1.confusionMatrix.alternative("cell-by-cell") { Y, predictions, classes in
    var M = Tensor.zeros(classes, classes)
    for i in 0..<classes {
      for j in 0..<classes {
        M[i, j] = Double(zip(Y, predictions).count(where: { $0 == i && $1 == j }))
      }
    }
    return M
  }
  C3W1.confusionMatrix.alternative("flat-counts") { Y, predictions, classes in
    var counts = [Double](repeating: 0, count: classes * classes)
    for (label, answer) in zip(Y, predictions) { counts[label * classes + answer] += 1 }
    return try Tensor(counts).reshaped(classes, classes)
  }

  C3W1.precision.alternative("counted") { confusion, c in
    let truePositives = confusion[c, c]
    var falsePositives = 0.0
    for row in 0..<confusion.rows where row != c { falsePositives += confusion[row, c] }
    guard truePositives + falsePositives > 0 else { return 0 }
    return truePositives / (truePositives + falsePositives)
  }
  C3W1.precision.alternative("sums-of-columns") { confusion, c in
    let said = try confusion.sum(axis: 0).elements[c]
    return said == 0 ? 0 : confusion[c, c] / said
  }
  C3W1.precision.alternative("at-least-one") { confusion, c in
    confusion[c, c] / max(1, try confusion.column(c).sum())
  }

  C3W1.recall.alternative("counted") { confusion, c in
    let truePositives = confusion[c, c]
    var falseNegatives = 0.0
    for column in 0..<confusion.columns where column != c { falseNegatives += confusion[c, column] }
    guard truePositives + falseNegatives > 0 else { return 0 }
    return truePositives / (truePositives + falseNegatives)
  }
  C3W1.recall.alternative("precision-of-the-transpose") { confusion, c in
    try precision(confusion.T, c)
  }
  C3W1.recall.alternative("sums-of-rows") { confusion, c in
    let occurring = try confusion.sum(axis: 1).elements[c]
    return occurring == 0 ? 0 : confusion[c, c] / occurring
  }

  C3W1.f1Score.alternative("mean-of-inverses") { P, R in
    guard P > 0, R > 0 else { return 0 }
    let inverses: Double = 1 / P + 1 / R
    return 2 / inverses
  }
  C3W1.f1Score.alternative("geometric-over-arithmetic") { P, R in
    let sum: Double = P + R
    guard sum > 0 else { return 0 }
    let (geometric, mean): (Double, Double) = (P * R, sum / 2)
    return geometric / mean
  }
  C3W1.f1Score.alternative("by-the-difference") { P, R in
    // 2PR/(P + R) = (P + R)/2 - (P - R)²/(2(P + R)).
    let (sum, difference): (Double, Double) = (P + R, P - R)
    guard sum > 0 else { return 0 }
    let apart: Double = difference * difference / sum
    return (sum - apart) / 2
  }

  C3W1.macroF1.alternative("by-counts") { confusion in
    // F1 = 2 TP / (the row's sum + the column's sum).
    let (rows, columns) = (try confusion.sum(axis: 1), try confusion.sum(axis: 0))
    var sum = 0.0
    for c in 0..<confusion.rows {
      let both = rows.elements[c] + columns.elements[c]
      if both > 0 { sum += 2 * confusion[c, c] / both }
    }
    return sum / Double(confusion.rows)
  }
  C3W1.macroF1.alternative("running-mean") { confusion in
    var mean = 0.0
    for c in 0..<confusion.rows {
      let score = try f1Score(precision(confusion, c), recall(confusion, c))
      mean += (score - mean) / Double(c + 1)
    }
    return mean
  }
  C3W1.macroF1.alternative("of-a-tensor") { confusion in
    let diagonal = try (confusion * .identity(confusion.rows)).sum(axis: 1)
    let both = try confusion.sum(axis: 0) + confusion.sum(axis: 1)
    return try (2 * diagonal / maximum(both, 1)).mean()
  }

  C3W1.weightedError.alternative("sums-of-tensors") { Y, predictions, weights in
    let wrong = Tensor(zip(Y, predictions).map { $0 == $1 ? 0 : 1 })
    return try (wrong * Tensor(weights)).sum() / Tensor(weights).sum()
  }
  C3W1.weightedError.alternative("shares-first") { Y, predictions, weights in
    let all = weights.reduce(0, +)
    return Y.indices.reduce(0.0) { $0 + (Y[$1] == predictions[$1] ? 0 : weights[$1] / all) }
  }
  C3W1.weightedError.alternative("one-minus-right") { Y, predictions, weights in
    var right = 0.0
    for i in Y.indices where Y[i] == predictions[i] { right += weights[i] }
    return 1 - right / weights.reduce(0, +)
  }
}
