import Coursework
import Syllabus
import Tensors

@ImplementationList var furtherAlternatives: [Implementation] {
  C1W2.sigmoid.alternative("clipped") { z in
    let clipped = z.map { min(500, max(-500, $0)) }
    return 1 / (1 + exp(-clipped))
  }
  C1W2.sigmoidDerivative.alternative("square-subtracted") { z in
    let s = try sigmoid(z)
    return try s - s.squared()
  }
  C1W2.imageToVector.alternative("counted") { image in
    let count = image.shape.reduce(1, *)
    return try image.reshaped(count, 1)
  }
  C1W2.imageToVector.alternative("row-turned") { image in try image.reshaped(1, -1).T }
  C1W2.imagesToColumns.alternative("counted") { images in
    let size = images.shape.dropFirst().reduce(1, *)
    return try images.reshaped(images.shape[0], size).T
  }
  C1W2.imagesToColumns.alternative("axes-moved") { images in
    try images.transposed([1, 2, 3, 0]).reshaped(-1, images.shape[0])
  }
  C1W2.normalizeRows.alternative("epsilon") { x in
    try x / (x.norm(axis: 1, keepingDimensions: true) + 1e-8)
  }
  C1W2.normalizeRows.alternative("root-of-squares") { x in
    let length = try sqrt(x.squared().sum(axis: 1, keepingDimensions: true))
    return try x / maximum(length, 1e-300)
  }
  C1W2.softmax.alternative("row-by-row") { x in
    let rows = try (0..<x.rows).map { i in
      let row = try x.rows(i..<i + 1)
      let powers = exp(row - row.max())
      return powers / powers.sum()
    }
    return try .concatenate(rows, axis: 0)
  }
  C1W2.l1Loss.alternative("signs") { yHat, y in
    let error = try yHat - y
    return (try error * sign(error)).sum()
  }
  C1W2.l1Loss.alternative("backwards") { yHat, y in
    zip(yHat.elements, y.elements).reversed().reduce(0) { $0 + abs($1.0 - $1.1) }
  }
  C1W2.l2Loss.alternative("norm-squared") { yHat, y in
    let norm = (try yHat - y).norm()
    return norm * norm
  }
  C1W2.l2Loss.alternative("mean-times-m") { yHat, y in
    (try y - yHat).squared().mean() * Double(y.count)
  }
  C1W2.initializeWithZeros.alternative("column") { n in
    LogisticParameters(w: .column([Double](repeating: 0, count: n)), b: 0)
  }
  C1W2.initializeWithZeros.alternative("full") { n in
    LogisticParameters(w: .full([n, 1], 0), b: 0)
  }
  C1W2.propagate.alternative("epsilon-in-the-logarithm") { w, b, X, Y in
    let m = Double(X.columns)
    let A = try sigmoid(dot(w.T, X) + b)
    let (ones, zeros) = (try Y * log(A + 1e-12), try (1 - Y) * log(1 - A + 1e-12))
    let cost = -(try ones + zeros).sum() / m
    return LogisticPropagation(
      cost: cost, dw: try dot(X, (A - Y).T) / m, db: (try A - Y).sum() / m)
  }
  C1W2.optimize.alternative("while-loop") { w, b, X, Y, steps, learningRate in
    var (w, b, step) = (w, b, 0)
    var costs: [Double] = []
    while step < steps {
      let slope = try propagate(w, b, X, Y)
      if step % 100 == 0 { costs.append(slope.cost) }
      w = try w - slope.dw * learningRate
      b -= slope.db * learningRate
      step += 1
    }
    return LogisticOptimization(w: w, b: b, costs: costs)
  }
  C1W2.optimize.alternative("hundreds") { w, b, X, Y, steps, learningRate in
    var (w, b) = (w, b)
    var costs: [Double] = []
    for first in stride(from: 0, to: steps, by: 100) {
      costs.append(try propagate(w, b, X, Y).cost)
      for _ in first..<min(first + 100, steps) {
        let slope = try propagate(w, b, X, Y)
        try w -= learningRate * slope.dw
        b -= learningRate * slope.db
      }
    }
    return LogisticOptimization(w: w, b: b, costs: costs)
  }
  C1W2.predict.alternative("mapped") { w, b, X in
    try sigmoid(dot(w.T, X) + b).map { $0 > 0.5 ? 1 : 0 }
  }
  C1W2.model.alternative("mean-of-hits") { trainX, trainY, testX, testY, steps, learningRate in
    let start = try initializeWithZeros(trainX.rows)
    let end = try optimize(start.w, start.b, trainX, trainY, steps, learningRate)
    let onTraining = (try predict(end.w, end.b, trainX) .== trainY).mean()
    let onTest = (try predict(end.w, end.b, testX) .== testY).mean()
    return LogisticModel(
      w: end.w, b: end.b, costs: end.costs, trainAccuracy: 100 * onTraining,
      testAccuracy: 100 * onTest)
  }
  C1W2.model.alternative("squared-errors") { trainX, trainY, testX, testY, steps, learningRate in
    let start = try initializeWithZeros(trainX.rows)
    let end = try optimize(start.w, start.b, trainX, trainY, steps, learningRate)
    let onTraining = (try predict(end.w, end.b, trainX) - trainY).squared().mean()
    let onTest = (try predict(end.w, end.b, testX) - testY).squared().mean()
    return LogisticModel(
      w: end.w, b: end.b, costs: end.costs, trainAccuracy: 100 - 100 * onTraining,
      testAccuracy: 100 - 100 * onTest)
  }
}
