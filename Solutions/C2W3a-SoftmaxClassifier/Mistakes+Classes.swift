import Coursework
import Syllabus
import Tensors

@ImplementationList var classesMistakes: [Implementation] {
  C2W3a.oneHot.mistaken(
    "examples-as-rows",
    "Every example is a row here: it is a column, and Y has the shape (C, m).",
    zh: "这里每个样本占一行：应当占一列，Y 的形状是 (C, m)。"
  ) { labels, C in try oneHot(labels, C).T }
  C2W3a.oneHot.mistaken(
    "counted-from-one",
    "Class 1 has its 1 in the first row here: classes count from 0, so class c belongs to row c.",
    zh: "这里类别 1 的 1 放在了第一行：类别从 0 数起，类别 c 对应第 c 行。"
  ) { labels, C in
    // Row -1 is the last one, as in NumPy.
    try oneHot(labels.map { $0 == 0 ? Double(C - 1) : $0 - 1 }, C)
  }
  C2W3a.oneHot.mistaken(
    "label-in-place-of-one",
    "The columns hold the label itself: it says where the 1 stands, and is not written.",
    zh: "列里写的是标签本身：标签只说明 1 放在哪一行，并不写进去。"
  ) { labels, C in try oneHot(labels, C) * labels }
  C2W3a.oneHot.mistaken(
    "all-rows-up-to-the-label",
    "All rows up to the class hold a 1: only the row of the class does.",
    zh: "从第一行到该类别的每一行都写了 1：只有该类别那一行是 1。"
  ) { labels, C in
    var Y = Tensor.zeros(C, labels.count)
    for (i, label) in labels.elements.enumerated() { for c in 0...Int(label) { Y[c, i] = 1 } }
    return Y
  }

  C2W3a.softmax.mistaken(
    "axis",
    "Each row adds up to 1 here: the classes of one example stand in a column, axis 0.",
    zh: "这里是每一行加起来等于 1：同一个样本的各个类别在一列里，应沿 axis 0。"
  ) { Z in
    let powers = try exp(Z - Z.max(axis: 1, keepingDimensions: true))
    return try powers / powers.sum(axis: 1, keepingDimensions: true)
  }
  C2W3a.softmax.mistaken(
    "sum-over-everything",
    "The whole matrix adds up to 1 here: each column does, sum(axis: 0).",
    zh: "这里是整个矩阵加起来等于 1：应当每一列各自等于 1，用 sum(axis: 0)。"
  ) { Z in
    let powers = exp(Z - Z.max())
    return powers / powers.sum()
  }
  C2W3a.softmax.mistaken(
    "no-max-subtracted",
    "exp(1000) is infinite and exp(-1000) is 0, and neither ∞/∞ nor 0/0 is a number: subtract the largest score of each column before the exponential.",
    zh: "exp(1000) 是无穷大，exp(-1000) 是 0，∞/∞ 和 0/0 都得 NaN：取指数之前，先让每一列减去自己的最大值。"
  ) { Z in
    let powers = exp(Z)
    return try powers / powers.sum(axis: 0, keepingDimensions: true)
  }
  C2W3a.softmax.mistaken(
    "one-max-for-all",
    "The largest score of the whole matrix is subtracted: in a column of much smaller ones every exponential becomes 0, and 0/0 is NaN. Take each column's own.",
    zh: "减去的是整个矩阵的最大值：某一列的分数都小得多时，指数全变成 0，0/0 得 NaN。要减每一列自己的最大值。"
  ) { Z in
    let powers = exp(Z - Z.max())
    return try powers / powers.sum(axis: 0, keepingDimensions: true)
  }
  C2W3a.softmax.mistaken(
    "sigmoid-of-each",
    "This is the sigmoid of each score: the probabilities of a column would not add up to 1. Divide exp(z) by the column's sum.",
    zh: "这是对每个分数取 sigmoid：一列的概率加起来不等于 1。应当用 exp(z) 除以这一列的和。"
  ) { Z in 1 / (1 + exp(-Z)) }

  C2W3a.hardmax.mistaken(
    "all-the-largest",
    "Of equal largest scores each gets a 1 here: a column holds exactly one, for the first of them.",
    zh: "并列最大时这里每个都是 1：一列只有一个 1，给其中第一个。"
  ) { Z in try Z .== Z.max(axis: 0, keepingDimensions: true) }
  C2W3a.hardmax.mistaken(
    "axis",
    "Each row has its 1 here: the scores of one example stand in a column, axis 0.",
    zh: "这里每一行有一个 1：同一个样本的分数在一列里，应沿 axis 0。"
  ) { Z in try oneHot(Z.argmax(axis: 1), Z.columns).T }
  C2W3a.hardmax.mistaken(
    "score-kept",
    "The largest score itself is kept: hardmax puts a 1 in its place.",
    zh: "保留的是最大的分数本身：hardmax 在那个位置写 1。"
  ) { Z in try Z * hardmax(Z) }
  C2W3a.hardmax.mistaken(
    "above-one-half",
    "Probabilities are compared with 0.5: among several classes the largest is often smaller than that.",
    zh: "拿概率和 0.5 比较：类别一多，最大的概率也常常不到 0.5。"
  ) { Z in try softmax(Z) .> 0.5 }
  C2W3a.hardmax.mistaken(
    "last-of-equals",
    "Of equal largest scores the last gets the 1 here: take the first, as argmax does.",
    zh: "并列最大时这里把 1 给了最后一个：应当像 argmax 那样取第一个。"
  ) { Z in try oneHot(lastOfTheLargest(Z), Z.rows) }

  C2W3a.predictClasses.mistaken(
    "axis",
    "This is the best example of each class: ask each column for its best class, axis 0.",
    zh: "这是每个类别里分数最高的样本：应当问每一列哪个类别分数最高，沿 axis 0。"
  ) { Z in try Z.argmax(axis: 1) }
  C2W3a.predictClasses.mistaken(
    "score-in-place-of-class",
    "This is the largest score: return its row, argmax in place of max.",
    zh: "这是最大的分数：要的是它所在的行号，用 argmax 而不是 max。"
  ) { Z in try Z.max(axis: 0) }
  C2W3a.predictClasses.mistaken(
    "counted-from-one",
    "The classes are counted from 1 here: the first row is class 0.",
    zh: "这里类别从 1 数起：第一行是类别 0。"
  ) { Z in try Z.argmax(axis: 0) + 1 }
  C2W3a.predictClasses.mistaken(
    "last-of-equals",
    "Of equal largest scores the last is taken here: take the first, as argmax does.",
    zh: "并列最大时这里取了最后一个：应当像 argmax 那样取第一个。"
  ) { Z in try lastOfTheLargest(Z) }
}

/// The row of the largest score of every column, the last of several.
private func lastOfTheLargest(_ Z: Tensor) throws -> Tensor {
  let reversed = try Z.rows(at: Array((0..<Z.rows).reversed()))
  return try Double(Z.rows - 1) - reversed.argmax(axis: 0)
}
