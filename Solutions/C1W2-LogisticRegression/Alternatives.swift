import Coursework
import Syllabus
import Tensors

/// Right solutions written differently: a suite that rejects one of them asks for too much.
public var alternatives: [Implementation] { firstAlternatives + furtherAlternatives }

@ImplementationList private var firstAlternatives: [Implementation] {
  C1W2.sigmoid.alternative("by-tanh") { z in 0.5 * (1 + tanh(0.5 * z)) }
  C1W2.sigmoid.alternative("two-branches") { z in
    // No power overflows: e⁻ᶻ is taken where z ≥ 0, eᶻ where z < 0.
    z.map { $0 >= 0 ? 1 / (1 + exp(-$0)) : exp($0) / (1 + exp($0)) }
  }
  C1W2.sigmoidDerivative.alternative("both-powers") { z in try 1 / (2 + exp(z) + exp(-z)) }
  C1W2.sigmoidDerivative.alternative("mirrored") { z in try sigmoid(z) * sigmoid(-z) }
  C1W2.imageToVector.alternative("numbers") { image in .column(image.elements) }
  C1W2.imagesToColumns.alternative("image-by-image") { images in
    let m = images.shape[0]
    let columns = try (0..<m).map { try imageToVector(images.slice(axis: 0, $0..<$0 + 1)) }
    return try columns.isEmpty
      ? images.reshaped(0, images.shape.dropFirst().reduce(1, *)).T
      : .concatenate(columns, axis: 1)
  }
  C1W2.normalizeRows.alternative("loops") { x in
    var result = x
    for i in 0..<x.rows {
      var sum = 0.0
      for j in 0..<x.columns { sum += x[i, j] * x[i, j] }
      if sum == 0 { continue }
      for j in 0..<x.columns { result[i, j] /= sum.squareRoot() }
    }
    return result
  }
  C1W2.softmax.alternative("log-of-the-sum") { x in
    // e^(x - log Σ eˣ), the logarithm taken relative to the largest.
    let shifted = try x - x.max(axis: 1, keepingDimensions: true)
    return exp(try shifted - log(exp(shifted).sum(axis: 1, keepingDimensions: true)))
  }
  C1W2.softmax.alternative("ratios") { x in
    var result = x
    for i in 0..<x.rows {
      for j in 0..<x.columns {
        result[i, j] = 1 / (0..<x.columns).reduce(0) { $0 + exp(x[i, $1] - x[i, j]) }
      }
    }
    return result
  }
  C1W2.l1Loss.alternative("loop") { yHat, y in
    var sum = 0.0
    for i in 0..<y.count { sum += abs(yHat[i] - y[i]) }
    return sum
  }
  C1W2.l2Loss.alternative("dot-product") { yHat, y in
    let error = try yHat - y
    return try (error.reshaped(1, -1) * error).sum()
  }
  C1W2.initializeWithZeros.alternative("times-zero") { dimension in
    LogisticParameters(w: 0 * .ones(dimension, 1), b: 0.0)
  }
  C1W2.propagate.alternative("cost-from-z") { w, b, X, Y in
    // log(1 + eᶻ) - y z, with a power that never overflows.
    let m = Double(X.columns)
    let z = try dot(w.T, X) + b
    let softplus = try maximum(z, 0) + log(1 + exp(-abs(z)))
    let error = try sigmoid(z) - Y
    return LogisticPropagation(
      cost: try (softplus - Y * z).mean(), dw: try dot(X, error.T / m), db: error.mean())
  }
  C1W2.propagate.alternative("loops") { w, b, X, Y in
    let m = X.columns
    var cost = 0.0
    var dw = Tensor.zeros(X.rows, 1)
    var db = 0.0
    for i in 0..<m {
      var z = b
      for k in 0..<X.rows { z += w[k, 0] * X[k, i] }
      let a = 1 / (1 + exp(-z))
      cost -= Y[0, i] == 1 ? log(a) : log(1 - a)
      for k in 0..<X.rows { dw[k, 0] += X[k, i] * (a - Y[0, i]) }
      db += a - Y[0, i]
    }
    return LogisticPropagation(cost: cost / Double(m), dw: dw / Double(m), db: db / Double(m))
  }
  C1W2.optimize.alternative("rate-over-m") { w, b, X, Y, steps, learningRate in
    // The mean is part of the rate, and the cost is asked for only where it is kept.
    let rate = learningRate / Double(X.columns)
    var (w, b) = (w, b)
    var costs: [Double] = []
    for step in 0..<steps {
      if step % 100 == 0 { costs.append(try propagate(w, b, X, Y).cost) }
      let error = try sigmoid(dot(w.T, X) + b) - Y
      try w -= rate * dot(X, error.T)
      b -= rate * error.sum()
    }
    return LogisticOptimization(w: w, b: b, costs: costs)
  }
  C1W2.predict.alternative("sign-of-z") { w, b, X in try dot(w.T, X) + b .> 0 }
  C1W2.predict.alternative("loop") { w, b, X in
    let A = try sigmoid(dot(w.T, X) + b)
    var predicted = Tensor.zeros(1, X.columns)
    for i in 0..<X.columns where A[0, i] > 0.5 { predicted[0, i] = 1 }
    return predicted
  }
  C1W2.model.alternative("counting") { trainX, trainY, testX, testY, steps, learningRate in
    let zero = Tensor.zeros(trainX.rows, 1)
    let end = try optimize(zero, 0, trainX, trainY, steps, learningRate)
    func accuracy(_ X: Tensor, _ Y: Tensor) throws -> Double {
      let predicted = try predict(end.w, end.b, X)
      let right = (0..<Y.columns).count { predicted[0, $0] == Y[0, $0] }
      return Double(right) / Double(Y.columns) * 100
    }
    return LogisticModel(
      w: end.w, b: end.b, costs: end.costs,
      trainAccuracy: try accuracy(trainX, trainY), testAccuracy: try accuracy(testX, testY))
  }
}
