import Coursework
import Syllabus
import Tensors

@ImplementationList var furtherMistakes: [Implementation] {
  C1W2.sigmoid.mistaken(
    "base-two",
    "The base is 2: this is 1 / (1 + 2⁻ᶻ). The exponential has base e.",
    zh: "底数是 2：你算的是 1 / (1 + 2⁻ᶻ)。指数函数的底数是 e。"
  ) { z in
    let powers = exp(-0.693_147_180_559_945_3 * z)
    return 1 / (1 + powers)
  }
  C1W2.sigmoidDerivative.mistaken(
    "slope-of-the-slope",
    "s (1 - s) is applied twice: take it of s = sigmoid(z), not of the slope.",
    zh: "s (1 - s) 用了两次：应当用在 s = sigmoid(z) 上，而不是用在导数上。"
  ) { z in
    let s = try sigmoidDerivative(z)
    return try s * (1 - s)
  }
  C1W2.sigmoidDerivative.mistaken(
    "plus-for-minus",
    "This is s (1 + s): the second factor is 1 - s.",
    zh: "你算的是 s (1 + s)：第二个因子是 1 - s。"
  ) { z in
    let s = try sigmoid(z)
    return try s * (1 + s)
  }
  C1W2.normalizeRows.mistaken(
    "largest-divides",
    "The rows are divided by their largest absolute value; the Euclidean length is √Σx².",
    zh: "你除以了每行绝对值最大的数；欧几里得长度是 √Σx²。"
  ) { x in
    let largest = try abs(x).max(axis: 1, keepingDimensions: true)
    return try x / largest.map { $0 == 0 ? 1 : $0 }
  }
  C1W2.softmax.mistaken(
    "mean-subtracted",
    "The row's mean is subtracted, which does not keep e^x finite: subtract its maximum.",
    zh: "减去的是该行的平均值，这不能让 e^x 保持有限：应当减去最大值。"
  ) { x in
    let powers = exp(try x - x.mean(axis: 1, keepingDimensions: true))
    return try powers / powers.sum(axis: 1, keepingDimensions: true)
  }
  C1W2.softmax.mistaken(
    "never-divided",
    "These are the exponentials, never divided: each row has to add up to 1.",
    zh: "这只是指数，没有相除：每一行之和应当等于 1。"
  ) { x in exp(try x - x.max(axis: 1, keepingDimensions: true)) }
  C1W2.softmax.mistaken(
    "logarithm-returned",
    "This is the logarithm of the softmax: take exp at the end.",
    zh: "这是 softmax 的对数：最后还要取 exp。"
  ) { x in
    let shifted = try x - x.max(axis: 1, keepingDimensions: true)
    return try shifted - log(exp(shifted).sum(axis: 1, keepingDimensions: true))
  }
  C1W2.l1Loss.mistaken(
    "largest-error",
    "This is the largest error; the loss adds all of them.",
    zh: "这是最大的误差；损失要把所有误差加起来。"
  ) { yHat, y in abs(try y - yHat).max() }
  C1W2.l1Loss.mistaken(
    "euclidean",
    "This is √Σ(y - ŷ)², the Euclidean length; the loss adds absolute values.",
    zh: "这是 √Σ(y - ŷ)²，即欧几里得长度；这里的损失是绝对值之和。"
  ) { yHat, y in (try y - yHat).norm() }
  C1W2.l2Loss.mistaken(
    "square-of-sum",
    "The errors are added first and the sum is squared: square each error, then add.",
    zh: "你先把误差相加再平方：应当先对每个误差平方，再相加。"
  ) { yHat, y in
    let sum: Double = (try y - yHat).sum()
    return sum * sum
  }
  C1W2.l2Loss.mistaken(
    "square-forgotten",
    "The errors are added as they are: square each of them first.",
    zh: "误差没有平方就相加了：先对每个误差平方。"
  ) { yHat, y in (try y - yHat).sum() }
  C1W2.imageToVector.mistaken(
    "width-first",
    "The numbers go down the columns of the image: keep the order row, column, colour.",
    zh: "这些数是按图像的列排的：请保持先行、再列、最后颜色的顺序。"
  ) { image in try image.transposed([1, 0, 2]).reshaped(-1, 1) }
  C1W2.initializeWithZeros.mistaken(
    "square-matrix",
    "w is a square matrix; it is a column of shape (n_x, 1).",
    zh: "这里的 w 是方阵；它应当是形状为 (n_x, 1) 的一列。"
  ) { n in LogisticParameters(w: .zeros(n, n), b: 0) }
  C1W2.propagate.mistaken(
    "integer-division",
    "Cost and gradients are zero as soon as m > 1: 1 / m of an Int m is 0. Write let m = Double(X.columns).",
    zh: "只要 m > 1，代价和梯度就都是零：m 是 Int 时 1 / m 等于 0。请写 let m = Double(X.columns)。"
  ) { w, b, X, Y in
    let right = try propagate(w, b, X, Y)
    let share = Double(1 / X.columns) * Double(X.columns)
    return LogisticPropagation(cost: right.cost * share, dw: right.dw * share, db: right.db * share)
  }
  C1W2.propagate.mistaken(
    "rows-counted",
    "m is taken from the rows of X, which are the inputs: the examples are its columns.",
    zh: "m 取成了 X 的行数，那是输入的个数：样本数是列数。"
  ) { w, b, X, Y in
    let right = try propagate(w, b, X, Y)
    let wrong = Double(X.columns) / Double(X.rows)
    return LogisticPropagation(cost: right.cost * wrong, dw: right.dw * wrong, db: right.db * wrong)
  }
  C1W2.propagate.mistaken(
    "inner-sign",
    "There is a minus between the two logarithms: the terms are added, then the sum is negated.",
    zh: "两个对数项之间写成了减号：应当先相加，再整体取负。"
  ) { w, b, X, Y in
    var result = try propagate(w, b, X, Y)
    let A = try sigmoid(dot(w.T, X) + b)
    let (ones, zeros) = (try Y * log(A), try (1 - Y) * log(1 - A))
    result.cost = -(try ones - zeros).mean()
    return result
  }
  C1W2.propagate.mistaken(
    "one-term-averaged",
    "Only the second sum of the cost is divided by m: put both into one pair of brackets.",
    zh: "代价中只有第二项除以了 m：请把两项放进同一对括号里。"
  ) { w, b, X, Y in
    var result = try propagate(w, b, X, Y)
    let A = try sigmoid(dot(w.T, X) + b)
    let ones = (try Y * log(A)).sum()
    let zeros = (try (1 - Y) * log(1 - A)).mean()
    result.cost = -ones - zeros
    return result
  }
  C1W2.propagate.mistaken(
    "labels-exchanged",
    "In the cost y and 1 - y are exchanged: y belongs to log a.",
    zh: "代价里 y 和 1 - y 弄反了：log a 前面应当是 y。"
  ) { w, b, X, Y in
    var result = try propagate(w, b, X, Y)
    let A = try sigmoid(dot(w.T, X) + b)
    let (ones, zeros) = (try (1 - Y) * log(A), try Y * log(1 - A))
    result.cost = -(try ones + zeros).mean()
    return result
  }
  C1W2.propagate.mistaken(
    "slope-kept",
    "dz still has the factor a (1 - a) of a squared error: with the cross-entropy it cancels, dz = a - y.",
    zh: "dz 里还带着平方误差才有的因子 a (1 - a)：用交叉熵时它会约掉，dz = a - y。"
  ) { w, b, X, Y in
    var result = try propagate(w, b, X, Y)
    let A = try sigmoid(dot(w.T, X) + b)
    let dZ = try (A - Y) * A * (1 - A)
    result.dw = try dot(X, dZ.T) / Double(X.columns)
    result.db = dZ.mean()
    return result
  }
  C1W2.optimize.mistaken(
    "never-applied",
    "w and b come back as they were given: the update is computed and never stored in var w and var b.",
    zh: "w 和 b 原样返回：算出了更新，却没有存回 var w 和 var b。"
  ) { w, b, X, Y, steps, learningRate in try descend(w, b, X, Y, steps) }
  C1W2.optimize.mistaken(
    "from-zeros",
    "The steps begin at zeros: begin at the w and b that the function is given.",
    zh: "从零开始走的：应当从传入的 w 和 b 开始。"
  ) { w, b, X, Y, steps, learningRate in
    try optimize(.zeros(shape: w.shape), 0, X, Y, steps, learningRate)
  }
  C1W2.optimize.mistaken(
    "one-step-more",
    "There is one step too many: 0...steps counts the end, 0..<steps does not.",
    zh: "多走了一步：0...steps 包含末尾，应当用 0..<steps。"
  ) { w, b, X, Y, steps, learningRate in
    try optimize(w, b, X, Y, steps + 1, learningRate)
  }
  C1W2.predict.mistaken(
    "never-written",
    "Every answer is 0: nothing is written into the zeros, or the probability is cut to a whole "
      + "number, and Int(0.9) is 0.",
    zh: "结果全是 0：要么没有写入全零张量，要么把概率截成了整数，而 Int(0.9) 是 0。"
  ) { w, b, X in .zeros(1, X.columns) }
  C1W2.model.mistaken(
    "absolute-forgotten",
    "In the accuracy wrong ones and wrong zeros cancel: take abs of the differences.",
    zh: "算准确率时，错成 1 的和错成 0 的互相抵消了：差要取 abs。"
  ) { trainX, trainY, testX, testY, steps, learningRate in
    var result = try model(trainX, trainY, testX, testY, steps, learningRate)
    let onTraining = (try predict(result.w, result.b, trainX) - trainY).mean()
    let onTest = (try predict(result.w, result.b, testX) - testY).mean()
    result.trainAccuracy = 100 * (1 - onTraining)
    result.testAccuracy = 100 * (1 - onTest)
    return result
  }
}

/// Computes every gradient and takes no step.
private func descend(
  _ w: Tensor, _ b: Double, _ X: Tensor, _ Y: Tensor, _ steps: Int
) throws -> LogisticOptimization {
  let cost = try propagate(w, b, X, Y).cost
  return LogisticOptimization(
    w: w, b: b, costs: [Double](repeating: cost, count: (steps + 99) / 100))
}
