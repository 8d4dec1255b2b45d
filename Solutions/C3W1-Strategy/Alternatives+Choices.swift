import Coursework
import Syllabus
import Tensors

@ImplementationList var comparingAlternatives: [Implementation] {
  C3W1.chooseModel.alternative("filter-then-best") { scores, costs, limits in
    let allowed = scores.indices.filter { model in
      limits.indices.allSatisfy { costs[model, $0] <= limits[$0] }
    }
    let best = allowed.map { scores[$0] }.max()
    return allowed.first { scores[$0] == best }
  }
  C3W1.chooseModel.alternative("from-the-best-down") { scores, costs, limits in
    let order = scores.indices.sorted { (-scores[$0], $0) < (-scores[$1], $1) }
    return try order.first { model in
      zip(try costs.row(model).elements, limits).allSatisfy { $0 <= $1 }
    }
  }
  C3W1.chooseModel.alternative("infinitely-bad") { scores, costs, limits in
    let over = try (costs - Tensor.row(limits)).max(axis: 1).elements
    let kept = zip(scores, over).map { $1 <= 0 ? $0 : -Double.infinity }
    guard let best = kept.max(), best > -.infinity else { return nil }
    return kept.firstIndex(of: best)
  }

  C3W1.splitSizes.alternative("dev-then-the-rest") { m, share, most in
    let wanted = (share * Double(m)).rounded()
    let dev = wanted < Double(most) ? Int(wanted) : most
    var rest = m - dev
    rest -= dev
    return SplitSizes(training: rest, dev: dev, test: dev)
  }
  C3W1.splitSizes.alternative("half-added") { m, share, most in
    let dev = min(Int(share * Double(m) + 0.5), most)
    return SplitSizes(training: m - dev - dev, dev: dev, test: dev)
  }
  C3W1.splitSizes.alternative("limit-first") { m, share, most in
    let held = Int(min(share * Double(m), Double(most)).rounded())
    return SplitSizes(training: m - 2 * held, dev: held, test: held)
  }

  C3W1.humanLevel.alternative("sorted") { errors in errors.sorted()[0] }
  C3W1.humanLevel.alternative("in-a-loop") { errors in
    var best = errors[0]
    for error in errors where error < best { best = error }
    return best
  }
  C3W1.humanLevel.alternative("of-a-tensor") { errors in Tensor(errors).min() }
}

@ImplementationList var diagnosingAlternatives: [Implementation] {
  C3W1.diagnose.alternative("differences-of-a-list") { human, training, trainDev, dev, test in
    let ladder = [human, training, trainDev, dev, test]
    let gaps = zip(ladder.dropFirst(), ladder).map { $0 - $1 }
    let most = gaps.max() ?? 0
    let place = most > 0 ? gaps.firstIndex(of: most) : nil
    return ErrorDiagnosis(
      avoidableBias: gaps[0], variance: gaps[1], mismatch: gaps[2], overfittingToDev: gaps[3],
      largest: place.map { ErrorSource.allCases[$0] })
  }
  C3W1.diagnose.alternative("if-by-if") { human, training, trainDev, dev, test in
    let (bias, variance) = (training - human, trainDev - training)
    let (mismatch, overfitting) = (dev - trainDev, test - dev)
    let most = max(bias, variance, mismatch, overfitting)
    let largest: ErrorSource?
    if most <= 0 {
      largest = nil
    } else if bias == most {
      largest = .avoidableBias
    } else if variance == most {
      largest = .variance
    } else if mismatch == most {
      largest = .mismatch
    } else {
      largest = .overfittingToDev
    }
    return ErrorDiagnosis(
      avoidableBias: bias, variance: variance, mismatch: mismatch, overfittingToDev: overfitting,
      largest: largest)
  }
  C3W1.diagnose.alternative("by-subtracting") { human, training, trainDev, dev, test in
    let errors = Tensor([training, trainDev, dev, test])
    let gaps = try errors - Tensor([human, training, trainDev, dev])
    let place = try gaps.argmax()
    return ErrorDiagnosis(
      avoidableBias: gaps[0], variance: gaps[1], mismatch: gaps[2], overfittingToDev: gaps[3],
      largest: gaps[place] > 0 ? ErrorSource.allCases[place] : nil)
  }

  C3W1.errorAnalysis.alternative("column-by-column") { table, error in
    let shares = try (0..<table.columns).map { tag in
      try table.column(tag).sum() / Double(table.rows)
    }
    return ErrorAnalysis(shares: shares, ceilings: shares.map { $0 * error })
  }
  C3W1.errorAnalysis.alternative("product-with-ones") { table, error in
    let counts = try dot(.ones(1, table.rows), table)
    let shares = (counts / Double(table.rows)).elements
    return ErrorAnalysis(shares: shares, ceilings: shares.map { error * $0 })
  }
  C3W1.errorAnalysis.alternative("before-minus-after") { table, error in
    var (shares, ceilings) = ([Double](), [Double]())
    for tag in 0..<table.columns {
      let solved = try table.column(tag).elements.count(where: { $0 == 1 })
      let left: Double = error * Double(table.rows - solved) / Double(table.rows)
      shares.append(Double(solved) / Double(table.rows))
      ceilings.append(error - left)
    }
    return ErrorAnalysis(shares: shares, ceilings: ceilings)
  }

  C3W1.patchScores.alternative("points-moved") { Y, predictions, places, labels in
    let m = Double(Y.count)
    let before = predictions.map { Double(zip($0, Y).count(where: { $0 == $1 })) / m }
    let after = zip(predictions, before).map { answers, score in
      zip(places, labels).reduce(score) { score, patch in
        let (place, label) = patch
        let gained = answers[place] == label ? 1.0 : 0
        let lost = answers[place] == Y[place] ? 1.0 : 0
        return score + (gained - lost) / m
      }
    }
    return PatchedScores(before: before, after: after)
  }
  C3W1.patchScores.alternative("means-of-tensors") { Y, predictions, places, labels in
    func scores(_ Y: [Int]) throws -> [Double] {
      let truth = Tensor(Y.map(Double.init))
      return try predictions.map { try (Tensor($0.map(Double.init)) .== truth).mean() }
    }
    var corrected = Y
    for k in places.indices { corrected[places[k]] = labels[k] }
    return PatchedScores(before: try scores(Y), after: try scores(corrected))
  }
  C3W1.patchScores.alternative("dictionary") { Y, predictions, places, labels in
    let patches = Dictionary(zip(places, labels), uniquingKeysWith: { $1 })
    let corrected = Y.enumerated().map { patches[$0.offset] ?? $0.element }
    func score(_ answers: [Int], _ labels: [Int]) -> Double {
      let wrong = labels.indices.count(where: { answers[$0] != labels[$0] })
      return Double(labels.count - wrong) / Double(labels.count)
    }
    return PatchedScores(
      before: predictions.map { score($0, Y) },
      after: predictions.map { score($0, corrected) })
  }
}
