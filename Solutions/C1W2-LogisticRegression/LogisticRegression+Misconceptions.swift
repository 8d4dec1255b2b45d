import Coursework
import Syllabus
import Tensors

/// The exercises of this week as learners with a known misconception write them.
public var misconceptions: [Implementation] { arrayBasics + classifier }

@ImplementationList private var arrayBasics: [Implementation] {
  C1W2.sigmoid.mistaken("missing-minus") { z in 1 / (1 + exp(z)) }
  C1W2.sigmoid.mistaken("tanh-instead") { z in tanh(z) }
  C1W2.sigmoid.mistaken("missing-reciprocal") { z in 1 + exp(-z) }

  C1W2.sigmoidDerivative.mistaken("argument-as-value") { z in try z * (1 - z) }
  C1W2.sigmoidDerivative.mistaken("tanh-rule") { z in 1 - (try sigmoid(z)).squared() }
  C1W2.sigmoidDerivative.mistaken("value-not-slope") { z in try sigmoid(z) }

  C1W2.imageToVector.mistaken("row-not-column") { image in try image.reshaped(1, -1) }
  C1W2.imageToVector.mistaken("rank-one") { image in image.flattened }
  C1W2.imageToVector.mistaken("channels-first") { image in
    try image.transposed([2, 0, 1]).reshaped(-1, 1)
  }

  C1W2.imagesToColumns.mistaken("reshape-mixes-images") { images in
    try images.reshaped(-1, images.shape[0])
  }
  C1W2.imagesToColumns.mistaken("images-as-rows") { images in
    try images.reshaped(images.shape[0], -1)
  }

  C1W2.normalizeRows.mistaken("columns-normalized") { x in
    try x / x.norm(axis: 0, keepingDimensions: true).map { $0 == 0 ? 1 : $0 }
  }
  C1W2.normalizeRows.mistaken("root-forgotten") { x in
    try x / x.squared().sum(axis: 1, keepingDimensions: true).map { $0 == 0 ? 1 : $0 }
  }
  C1W2.normalizeRows.mistaken("absolute-values") { x in
    try x / abs(x).sum(axis: 1, keepingDimensions: true).map { $0 == 0 ? 1 : $0 }
  }
  C1W2.normalizeRows.mistaken("whole-matrix") { x in x / x.norm() }
  C1W2.normalizeRows.mistaken("zero-row-divided") { x in
    try x / x.norm(axis: 1, keepingDimensions: true)
  }

  C1W2.softmax.mistaken("columns-add-to-one") { x in
    let exponentials = exp(try x - x.max(axis: 0, keepingDimensions: true))
    return try exponentials / exponentials.sum(axis: 0, keepingDimensions: true)
  }
  C1W2.softmax.mistaken("matrix-adds-to-one") { x in
    let powers = exp(x - x.max())
    return powers / powers.sum()
  }
  C1W2.softmax.mistaken("overflows") { x in
    try exp(x) / exp(x).sum(axis: 1, keepingDimensions: true)
  }
  C1W2.softmax.mistaken("exponential-forgotten") { x in
    try x / x.sum(axis: 1, keepingDimensions: true)
  }

  C1W2.l1Loss.mistaken("squares") { yHat, y in (try y - yHat).squared().sum() }
  C1W2.l1Loss.mistaken("mean-not-sum") { yHat, y in abs(try y - yHat).mean() }
  C1W2.l1Loss.mistaken("signs-cancel") { yHat, y in (try y - yHat).sum() }

  C1W2.l2Loss.mistaken("absolute-values") { yHat, y in abs(try y - yHat).sum() }
  C1W2.l2Loss.mistaken("mean-not-sum") { yHat, y in (try y - yHat).squared().mean() }
  C1W2.l2Loss.mistaken("root-of-sum") { yHat, y in (try y - yHat).norm() }
  C1W2.l2Loss.mistaken("half") { yHat, y in (try y - yHat).squared().sum() / 2 }
}

@ImplementationList private var classifier: [Implementation] {
  C1W2.initializeWithZeros.mistaken("rank-one") { n in LogisticParameters(w: .zeros(n), b: 0) }
  C1W2.initializeWithZeros.mistaken("row-not-column") { n in
    LogisticParameters(w: .zeros(1, n), b: 0)
  }
  C1W2.initializeWithZeros.mistaken("ones") { n in LogisticParameters(w: .ones(n, 1), b: 0) }

  C1W2.propagate.mistaken("sums-not-means") { w, b, X, Y in
    let m = Double(X.columns)
    let right = try propagate(w, b, X, Y)
    return LogisticPropagation(cost: right.cost * m, dw: right.dw * m, db: right.db * m)
  }
  C1W2.propagate.mistaken("gradients-not-averaged") { w, b, X, Y in
    let m = Double(X.columns)
    let right = try propagate(w, b, X, Y)
    return LogisticPropagation(cost: right.cost, dw: right.dw * m, db: right.db * m)
  }
  C1W2.propagate.mistaken("averaged-twice") { w, b, X, Y in
    let m = Double(X.columns)
    let right = try propagate(w, b, X, Y)
    return LogisticPropagation(cost: right.cost, dw: right.dw / m, db: right.db / m)
  }
  C1W2.propagate.mistaken("cost-sign") { w, b, X, Y in
    var result = try propagate(w, b, X, Y)
    result.cost = -result.cost
    return result
  }
  C1W2.propagate.mistaken("difference-reversed") { w, b, X, Y in
    let right = try propagate(w, b, X, Y)
    return LogisticPropagation(cost: right.cost, dw: -right.dw, db: -right.db)
  }
  C1W2.propagate.mistaken("positives-only") { w, b, X, Y in
    var result = try propagate(w, b, X, Y)
    let A = try sigmoid(dot(w.T, X) + b)
    result.cost = try -(Y * log(A)).sum() / Double(X.columns)
    return result
  }
  C1W2.propagate.mistaken("log-base-two") { w, b, X, Y in
    var result = try propagate(w, b, X, Y)
    result.cost /= log(2.0)
    return result
  }
  C1W2.propagate.mistaken("log-base-ten") { w, b, X, Y in
    var result = try propagate(w, b, X, Y)
    result.cost /= log(10.0)
    return result
  }
  C1W2.propagate.mistaken("bias-ignored") { w, _, X, Y in try propagate(w, 0, X, Y) }
  C1W2.propagate.mistaken("squared-error") { w, b, X, Y in
    var result = try propagate(w, b, X, Y)
    result.cost = (try sigmoid(dot(w.T, X) + b) - Y).squared().mean()
    return result
  }

  C1W2.optimize.mistaken("uphill") { w, b, X, Y, steps, learningRate in
    try optimize(w, b, X, Y, steps, -learningRate)
  }
  C1W2.optimize.mistaken("bias-not-updated") { w, b, X, Y, steps, learningRate in
    try descend(w, b, X, Y, steps, learningRate, biasRate: 0)
  }
  C1W2.optimize.mistaken("gradient-computed-once") { w, b, X, Y, steps, learningRate in
    let slope = try propagate(w, b, X, Y)
    let reached = learningRate * Double(steps)
    return LogisticOptimization(
      w: try w - reached * slope.dw, b: b - reached * slope.db,
      costs: [Double](repeating: slope.cost, count: (steps + 99) / 100))
  }
  C1W2.optimize.mistaken("learning-rate-ignored") { w, b, X, Y, steps, _ in
    try optimize(w, b, X, Y, steps, 1)
  }
  C1W2.optimize.mistaken("cost-after-update") { w, b, X, Y, steps, learningRate in
    var result = try optimize(w, b, X, Y, steps, learningRate)
    result.costs = try stride(from: 0, to: steps, by: 100).map { step in
      let after = try optimize(w, b, X, Y, step + 1, learningRate)
      return try propagate(after.w, after.b, X, Y).cost
    }
    return result
  }
  C1W2.optimize.mistaken("cost-every-step") { w, b, X, Y, steps, learningRate in
    try descend(w, b, X, Y, steps, learningRate, biasRate: learningRate, interval: 1)
  }

  C1W2.predict.mistaken("half-counts-as-one") { w, b, X in
    try sigmoid(dot(w.T, X) + b) .>= 0.5
  }
  C1W2.predict.mistaken("probabilities-returned") { w, b, X in try sigmoid(dot(w.T, X) + b) }
  C1W2.predict.mistaken("threshold-on-z") { w, b, X in try dot(w.T, X) + b .> 0.5 }
  C1W2.predict.mistaken("bias-ignored") { w, _, X in try predict(w, 0, X) }
  C1W2.predict.mistaken("classes-swapped") { w, b, X in 1 - (try predict(w, b, X)) }

  C1W2.model.mistaken("trained-on-test") { trainX, trainY, testX, testY, steps, learningRate in
    var result = try model(testX, testY, trainX, trainY, steps, learningRate)
    swap(&result.trainAccuracy, &result.testAccuracy)
    return result
  }
  C1W2.model.mistaken("accuracy-as-fraction") { trainX, trainY, testX, testY, steps, rate in
    var result = try model(trainX, trainY, testX, testY, steps, rate)
    result.trainAccuracy /= 100
    result.testAccuracy /= 100
    return result
  }
  C1W2.model.mistaken("error-rate") { trainX, trainY, testX, testY, steps, learningRate in
    var result = try model(trainX, trainY, testX, testY, steps, learningRate)
    result.trainAccuracy = 100 - result.trainAccuracy
    result.testAccuracy = 100 - result.testAccuracy
    return result
  }
  C1W2.model.mistaken("same-accuracy-twice") { trainX, trainY, testX, testY, steps, rate in
    var result = try model(trainX, trainY, testX, testY, steps, rate)
    result.testAccuracy = result.trainAccuracy
    return result
  }
}

/// Gradient descent with a rate of its own for the bias, keeping a cost every `interval` steps.
private func descend(
  _ w: Tensor, _ b: Double, _ X: Tensor, _ Y: Tensor, _ steps: Int, _ learningRate: Double,
  biasRate: Double, interval: Int = 100
) throws -> LogisticOptimization {
  var w = w
  var b = b
  var costs: [Double] = []
  for step in 0..<steps {
    let slope = try propagate(w, b, X, Y)
    if step.isMultiple(of: interval) { costs.append(slope.cost) }
    try w -= learningRate * slope.dw
    b -= biasRate * slope.db
  }
  return LogisticOptimization(w: w, b: b, costs: costs)
}
