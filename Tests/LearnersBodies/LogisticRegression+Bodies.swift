import LogisticRegressionSolution
import Syllabus
import Tensors

@BodyList private var basics: [LearnersBody] {
  C1W2.sigmoid.right("clipped", "z is clipped to ±500") { z in
    1 / (1 + exp(-(z.map { min(500, max(-500, $0)) })))
  }
  C1W2.sigmoid.right("by-halves", "e^z / (1 + e^z) where z is negative") { z in
    z.map { $0 >= 0 ? 1 / (1 + exp(-$0)) : exp($0) / (1 + exp($0)) }
  }
  C1W2.sigmoid.wrong("base-two", "2⁻ᶻ for e⁻ᶻ") { z in 1 / (1 + exp(-z * 0.693147180559945)) }
  C1W2.sigmoid.wrong("parentheses", "1 / 1 + e⁻ᶻ") { z in 1 / 1 + exp(-z) }
  C1W2.sigmoid.wrong("complement", "1 minus the sigmoid") { z in 1 - 1 / (1 + exp(-z)) }
  C1W2.sigmoid.wrong("scalar-only", "the first number for all") { z in
    z.map { _ in 1 / (1 + exp(-z.elements[0])) }
  }
  C1W2.sigmoidDerivative.wrong("of-derivative", "s(1-s) of s(1-s)") { z in
    let s = try sigmoidDerivative(z)
    return try s * (1 - s)
  }
  C1W2.sigmoidDerivative.wrong("plus", "s (1 + s)") { z in
    let s = try sigmoid(z)
    return try s * (1 + s)
  }
  C1W2.normalizeRows.right("epsilon", "a tiny ε beside the norm") { x in
    try x / (x.norm(axis: 1, keepingDimensions: true) + 1e-8)
  }
  C1W2.normalizeRows.wrong("squared-norm", "divided by the norm squared") { x in
    let norm = try x.norm(axis: 1, keepingDimensions: true)
    return try x / (norm * norm).map { $0 == 0 ? 1 : $0 }
  }
  C1W2.normalizeRows.wrong("largest", "divided by the largest absolute value") { x in
    let largest = try abs(x).max(axis: 1, keepingDimensions: true)
    return try x / largest.map { $0 == 0 ? 1 : $0 }
  }
  C1W2.softmax.wrong("minus-mean", "the row's mean is subtracted, which overflows") { x in
    let e = exp(try x - x.mean(axis: 1, keepingDimensions: true))
    return try e / e.sum(axis: 1, keepingDimensions: true)
  }
  C1W2.softmax.wrong("log", "the logarithm of the softmax") { x in
    let shifted = try x - x.max(axis: 1, keepingDimensions: true)
    return try shifted - log(exp(shifted).sum(axis: 1, keepingDimensions: true))
  }
  C1W2.softmax.wrong("not-divided", "exponentials, never divided") { x in
    exp(try x - x.max(axis: 1, keepingDimensions: true))
  }
  C1W2.l1Loss.wrong("largest-error", "the maximum of the errors") { yHat, y in
    abs(try y - yHat).max()
  }
  C1W2.l1Loss.wrong("root-of-squares", "the Euclidean norm") { yHat, y in (try y - yHat).norm() }
  C1W2.l2Loss.wrong("square-of-sum", "(Σ(y - ŷ))²") { yHat, y in
    let sum = (try y - yHat).sum()
    return sum * sum
  }
  C1W2.l2Loss.wrong("no-square", "the plain sum of differences") { yHat, y in (try y - yHat).sum() }
  C1W2.imageToVector.wrong("transposed-first", "width before height") { image in
    try image.transposed([1, 0, 2]).reshaped(-1, 1)
  }
  C1W2.imagesToColumns.wrong("columns-of-pixels", "(h, w·c·m): only the first axis kept") {
    images in
    try images.reshaped(images.shape[1] * images.shape[2], -1)
  }
}

@BodyList private var classifier: [LearnersBody] {
  C1W2.propagate.right("epsilon-12", "log(A + 1e-12)") { w, b, X, Y in
    let m = Double(X.columns)
    let A = try sigmoid(dot(w.T, X) + b)
    let ones = try Y * log(A + 1e-12)
    let zeros = try (1 - Y) * log(1 - A + 1e-12)
    let cost = -(try ones + zeros).sum() / m
    return LogisticPropagation(cost: cost, dw: try dot(X, (A - Y).T) / m, db: (try A - Y).sum() / m)
  }
  C1W2.propagate.right("epsilon-8", "log(A + 1e-8)") { w, b, X, Y in
    let m = Double(X.columns)
    let A = try sigmoid(dot(w.T, X) + b)
    let ones = try Y * log(A + 1e-8)
    let zeros = try (1 - Y) * log(1 - A + 1e-8)
    let cost = -(try ones + zeros).sum() / m
    return LogisticPropagation(cost: cost, dw: try dot(X, (A - Y).T) / m, db: (try A - Y).sum() / m)
  }
  C1W2.propagate.wrong("second-term-only-averaged", "only the second term divided by m") {
    w, b, X, Y in
    var result = try propagate(w, b, X, Y)
    let A = try sigmoid(dot(w.T, X) + b)
    result.cost = try -(Y * log(A)).sum() - ((1 - Y) * log(1 - A)).sum() / Double(X.columns)
    return result
  }
  C1W2.propagate.wrong("inner-sign", "minus between the two logarithms") { w, b, X, Y in
    var result = try propagate(w, b, X, Y)
    let A = try sigmoid(dot(w.T, X) + b)
    result.cost = try -(Y * log(A) - (1 - Y) * log(1 - A)).mean()
    return result
  }
  C1W2.propagate.wrong("integer-division", "1 / m with an Int m") { w, b, X, Y in
    let m = X.columns
    let A = try sigmoid(dot(w.T, X) + b)
    let share = Double(1 / m)
    let cost = try -share * (Y * log(A) + (1 - Y) * log(1 - A)).sum()
    return LogisticPropagation(
      cost: cost, dw: try share * dot(X, (A - Y).T), db: try share * (A - Y).sum())
  }
  C1W2.propagate.wrong("m-from-rows", "m is the number of rows") { w, b, X, Y in
    let m = Double(X.rows)
    let A = try sigmoid(dot(w.T, X) + b)
    let cost = try -(Y * log(A) + (1 - Y) * log(1 - A)).sum() / m
    return LogisticPropagation(cost: cost, dw: try dot(X, (A - Y).T) / m, db: (try A - Y).sum() / m)
  }
  C1W2.propagate.wrong("labels-exchanged", "y and 1 - y exchanged in the cost") { w, b, X, Y in
    var result = try propagate(w, b, X, Y)
    let A = try sigmoid(dot(w.T, X) + b)
    result.cost = try -((1 - Y) * log(A) + Y * log(1 - A)).mean()
    return result
  }
  C1W2.propagate.wrong("two-mistakes", "the cost's sign and dw not averaged") { w, b, X, Y in
    var result = try propagate(w, b, X, Y)
    result.cost = -result.cost
    result.dw = result.dw * Double(X.columns)
    return result
  }
  C1W2.propagate.wrong("dw-not-averaged", "dw is a sum, db a mean") { w, b, X, Y in
    var result = try propagate(w, b, X, Y)
    result.dw = result.dw * Double(X.columns)
    return result
  }
  C1W2.propagate.wrong("db-of-dw", "db is the sum of dw") { w, b, X, Y in
    var result = try propagate(w, b, X, Y)
    result.db = result.dw.sum()
    return result
  }
  C1W2.propagate.wrong("extra-slope", "dz multiplied by a(1 - a)") { w, b, X, Y in
    let m = Double(X.columns)
    let A = try sigmoid(dot(w.T, X) + b)
    var result = try propagate(w, b, X, Y)
    let dZ = try (A - Y) * A * (1 - A)
    result.dw = try dot(X, dZ.T) / m
    result.db = dZ.sum() / m
    return result
  }
  C1W2.propagate.wrong("log-one-plus", "log(1 + A) for log(A)") { w, b, X, Y in
    var result = try propagate(w, b, X, Y)
    let A = try sigmoid(dot(w.T, X) + b)
    result.cost = try -(Y * log(1 + A) + (1 - Y) * log(1 - A)).mean()
    return result
  }
  C1W2.optimize.wrong("never-applied", "the update is never applied") { w, b, X, Y, steps, rate in
    var costs: [Double] = []
    for step in 0..<steps {
      let slope = try propagate(w, b, X, Y)
      if step.isMultiple(of: 100) { costs.append(slope.cost) }
    }
    return LogisticOptimization(w: w, b: b, costs: costs)
  }
  C1W2.optimize.wrong("from-zeros", "starts from zeros instead of its arguments") {
    w, b, X, Y, steps, rate in
    try optimize(.zeros(shape: w.shape), 0, X, Y, steps, rate)
  }
  C1W2.optimize.wrong("one-step-more", "0...steps") { w, b, X, Y, steps, rate in
    try optimize(w, b, X, Y, steps + 1, rate)
  }
  C1W2.optimize.wrong("first-cost-missing", "the cost of step 0 is not kept") {
    w, b, X, Y, steps, rate in
    var result = try optimize(w, b, X, Y, steps, rate)
    if !result.costs.isEmpty { result.costs.removeFirst() }
    return result
  }
  C1W2.optimize.wrong("last-cost-too", "the cost after the last step is kept too") {
    w, b, X, Y, steps, rate in
    var result = try optimize(w, b, X, Y, steps, rate)
    result.costs.append(try propagate(result.w, result.b, X, Y).cost)
    return result
  }
  C1W2.optimize.wrong("rate-over-m", "the learning rate is divided by m again") {
    w, b, X, Y, steps, rate in
    try optimize(w, b, X, Y, steps, rate / Double(X.columns))
  }
  C1W2.predict.wrong("never-written", "the result is never written") { w, b, X in
    .zeros(1, X.columns)
  }
  C1W2.predict.wrong("rounded-up", "every probability above 0 counts") { w, b, X in
    try sigmoid(dot(w.T, X) + b) .> 0
  }
  C1W2.predict.wrong("boolean-of-sum", "one answer for all examples") { w, b, X in
    let mean = try sigmoid(dot(w.T, X) + b).mean()
    return Tensor.ones(1, X.columns) * (mean > 0.5 ? 1 : 0)
  }
  C1W2.predict.right("z-above-zero", "σ(z) > ½ where z > 0") { w, b, X in
    try (dot(w.T, X) + b) .> 0
  }
  C1W2.model.wrong("abs-forgotten", "errors of both signs cancel in the accuracy") {
    tX, tY, sX, sY, n, rate in
    var result = try model(tX, tY, sX, sY, n, rate)
    result.trainAccuracy = try 100 - 100 * (predict(result.w, result.b, tX) - tY).mean()
    result.testAccuracy = try 100 - 100 * (predict(result.w, result.b, sX) - sY).mean()
    return result
  }
  C1W2.model.wrong("not-trained", "predicts with the zeros it began with") {
    tX, tY, sX, sY, n, rate in
    var result = try model(tX, tY, sX, sY, 0, rate)
    result.costs = try model(tX, tY, sX, sY, n, rate).costs
    return result
  }
  C1W2.initializeWithZeros.wrong("square", "(n, n)") { n in
    LogisticParameters(w: .zeros(n, n), b: 0)
  }
}

let logisticRegression = basics + classifier
