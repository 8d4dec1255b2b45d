import Syllabus
import Tensors

@BodyList var strategy: [LearnersBody] {
  C3W1.confusionMatrix.wrong("one-row-short", "a loop that leaves out the last example") {
    Y, predictions, classes in
    var M = Tensor.zeros(classes, classes)
    for i in 0..<max(0, Y.count - 1) { M[Y[i], predictions[i]] += 1 }
    return M
  }
  C3W1.precision.wrong("specificity", "TN / (TN + FP)") { confusion, c in
    let (row, column) = (try confusion.row(c).sum(), try confusion.column(c).sum())
    let negatives = confusion.sum() - row - column + confusion[c, c]
    let falsePositives = column - confusion[c, c]
    return negatives / max(1, negatives + falsePositives)
  }
  C3W1.f1Score.wrong("f2", "recall counts four times as much") { P, R in
    let below: Double = 4 * P + R
    return below > 0 ? 5 * P * R / below : 0
  }
  C3W1.weightedError.right("squares", "wrong counted as min(1, (ŷ - y)²)") {
    Y, predictions, weights in
    var sum = 0.0
    for i in Y.indices {
      let difference = Double(predictions[i] - Y[i])
      sum += weights[i] * min(1, difference * difference)
    }
    return sum / weights.reduce(0, +)
  }
  C3W1.weightedError.wrong("distance", "ŷ - y, as if classes were numbers") {
    Y, predictions, weights in
    var sum = 0.0
    for i in Y.indices { sum += weights[i] * abs(Double(predictions[i] - Y[i])) }
    return sum / weights.reduce(0, +)
  }
  C3W1.chooseModel.wrong("first-allowed", "the first that keeps the limits") {
    scores, costs, limits in
    scores.indices.first { model in limits.indices.allSatisfy { costs[model, $0] <= limits[$0] } }
  }
  C3W1.splitSizes.wrong("limit-for-both", "dev and test together are at most `most`") {
    m, share, most in
    let held = min(Int((share * Double(m)).rounded()), most / 2)
    return SplitSizes(training: m - 2 * held, dev: held, test: held)
  }
  C3W1.humanLevel.wrong("zero", "nobody needs to err") { _ in 0 }
  C3W1.diagnose.wrong("absolute-values", "gaps lose their signs") {
    human, training, trainDev, dev, test in
    let gaps = [training - human, trainDev - training, dev - trainDev, test - dev].map { abs($0) }
    let most = gaps.max() ?? 0
    return ErrorDiagnosis(
      avoidableBias: gaps[0], variance: gaps[1], mismatch: gaps[2], overfittingToDev: gaps[3],
      largest: most > 0 ? gaps.firstIndex(of: most).map { ErrorSource.allCases[$0] } : nil)
  }
  C3W1.errorAnalysis.wrong("in-percent", "shares from 0 to 100") { table, error in
    let shares = try table.mean(axis: 0)
    return ErrorAnalysis(shares: (shares * 100).elements, ceilings: (shares * error).elements)
  }
  C3W1.patchScores.wrong("counts", "how many are right, not which part") {
    Y, predictions, places, labels in
    var patched = Y
    for (place, label) in zip(places, labels) { patched[place] = label }
    func right(_ Y: [Int]) -> [Double] {
      predictions.map { Double(zip($0, Y).count(where: { $0 == $1 })) }
    }
    return PatchedScores(before: right(Y), after: right(patched))
  }
}
