import Coursework
import Syllabus
import Tensors

@ImplementationList var tripletMistakes: [Implementation] {
  C4W4.tripletLoss.mistaken(
    "margin-subtracted",
    "The margin is subtracted: add it, since the negative has to be farther away by α.",
    zh: "把间隔减掉了：应当加上它，因为负样本至少要比正样本远出 α。"
  ) { a, p, n, alpha in try tripletLoss(a, p, n, -alpha) }
  C4W4.tripletLoss.mistaken(
    "no-margin",
    "The margin is missing: add α to each difference.",
    zh: "少了间隔：每个差都要加上 α。"
  ) { a, p, n, alpha in try tripletLoss(a, p, n, 0) }
  C4W4.tripletLoss.mistaken(
    "positive-and-negative",
    "Positive and negative are exchanged: the loss has to grow when the positive is far away.",
    zh: "正样本和负样本弄反了：正样本远时损失才应当变大。"
  ) { a, p, n, alpha in try tripletLoss(a, n, p, alpha) }
  C4W4.tripletLoss.mistaken(
    "anchor-and-positive",
    "Anchor and positive are exchanged: both distances are those from the anchor.",
    zh: "锚点和正样本弄反了：两个距离都应从锚点算起。"
  ) { a, p, n, alpha in try tripletLoss(p, a, n, alpha) }
  C4W4.tripletLoss.mistaken(
    "not-clipped",
    "Triplets that are right already make the loss smaller: apply max(…, 0) to each.",
    zh: "已经满足要求的三元组让损失变小了：每一个都要取 max(…, 0)。"
  ) { a, p, n, alpha in try terms(a, p, n, alpha).sum() }
  C4W4.tripletLoss.mistaken(
    "clipped-after-the-sum",
    "max(…, 0) is applied to the sum: apply it to each triplet, then add.",
    zh: "对总和才取了 max(…, 0)：要先对每个三元组取，再相加。"
  ) { a, p, n, alpha in max(0, try terms(a, p, n, alpha).sum()) }
  C4W4.tripletLoss.mistaken(
    "one-margin",
    "The distances of all triplets are added before the margin, which counts only once: sum over the last axis only, then α and max for each triplet.",
    zh: "先把所有三元组的距离加在一起，间隔只算了一次：只对最后一条轴求和，再对每个三元组加 α、取 max。"
  ) { a, p, n, alpha in max(0, try terms(a, p, n, 0).sum() + alpha) }
  C4W4.tripletLoss.mistaken(
    "averaged",
    "The loss is divided by the number of triplets: it is their sum.",
    zh: "损失除以了三元组的个数：应当是总和。"
  ) { a, p, n, alpha in try maximum(terms(a, p, n, alpha), 0).mean() }
  C4W4.tripletLoss.mistaken(
    "distances-not-squared",
    "The distances are not squared here: take ‖a - p‖² and ‖a - n‖².",
    zh: "距离没有平方：应当用 ‖a - p‖² 和 ‖a - n‖²。"
  ) { a, p, n, alpha in
    let difference = try sqrt(squaredDistance(a, p)) - sqrt(squaredDistance(a, n))
    return maximum(difference + alpha, 0).sum()
  }
}

@ImplementationList var tripletGradientMistakes: [Implementation] {
  C4W4.tripletLossBackward.mistaken(
    "two-forgotten",
    "The 2 is missing: the derivative of ‖a - p‖² with respect to a is 2(a - p).",
    zh: "少了 2：‖a - p‖² 对 a 的导数是 2(a - p)。"
  ) { a, p, n, alpha in
    let right = try tripletLossBackward(a, p, n, alpha)
    return TripletGradients(
      dAnchor: right.dAnchor / 2, dPositive: right.dPositive / 2, dNegative: right.dNegative / 2)
  }
  C4W4.tripletLossBackward.mistaken(
    "all-triplets",
    "Triplets without loss have a gradient here, too: where ‖a - p‖² - ‖a - n‖² + α is not above 0, all three are 0.",
    zh: "没有损失的三元组也有梯度：‖a - p‖² - ‖a - n‖² + α 不大于 0 时，三个梯度都是 0。"
  ) { a, p, n, alpha in try tripletLossBackward(a, p, n, 1e300) }
  C4W4.tripletLossBackward.mistaken(
    "no-margin",
    "You decide without the margin which triplets count: add α before you compare with 0.",
    zh: "判断哪些三元组有损失时没有加间隔：先加 α，再看是否大于 0。"
  ) { a, p, n, alpha in try tripletLossBackward(a, p, n, 0) }
  C4W4.tripletLossBackward.mistaken(
    "margin-subtracted",
    "You subtract the margin before you decide which triplets count: add α, then compare with 0.",
    zh: "判断哪些三元组有损失时减去了间隔：先加 α，再看是否大于 0。"
  ) { a, p, n, alpha in try tripletLossBackward(a, p, n, -alpha) }
  C4W4.tripletLossBackward.mistaken(
    "anchor-only-to-the-positive",
    "The anchor stands in both distances: da is 2(a - p) - 2(a - n), which is 2(n - p).",
    zh: "两个距离里都有锚点：da 是 2(a - p) - 2(a - n)，即 2(n - p)。"
  ) { a, p, n, alpha in
    var right = try tripletLossBackward(a, p, n, alpha)
    right.dAnchor = -right.dPositive
    return right
  }
  C4W4.tripletLossBackward.mistaken(
    "anchor-sign",
    "The sign of da is wrong: 2(a - p) - 2(a - n) is 2(n - p).",
    zh: "da 的符号错了：2(a - p) - 2(a - n) 等于 2(n - p)。"
  ) { a, p, n, alpha in
    var right = try tripletLossBackward(a, p, n, alpha)
    right.dAnchor = -right.dAnchor
    return right
  }
  C4W4.tripletLossBackward.mistaken(
    "negative-sign",
    "The sign of dn is wrong: -‖a - n‖² has the derivative 2(a - n), so that a step downhill pushes the negative away.",
    zh: "dn 的符号错了：-‖a - n‖² 的导数是 2(a - n)，这样下降一步才会把负样本推远。"
  ) { a, p, n, alpha in
    var right = try tripletLossBackward(a, p, n, alpha)
    right.dNegative = -right.dNegative
    return right
  }
  C4W4.tripletLossBackward.mistaken(
    "positive-sign",
    "The sign of dp is wrong: ‖a - p‖² has the derivative 2(p - a) with respect to p.",
    zh: "dp 的符号错了：‖a - p‖² 对 p 的导数是 2(p - a)。"
  ) { a, p, n, alpha in
    var right = try tripletLossBackward(a, p, n, alpha)
    right.dPositive = -right.dPositive
    return right
  }
  C4W4.tripletLossBackward.mistaken(
    "averaged",
    "The gradients are divided by the number of triplets: the loss is a sum, and so are its derivatives.",
    zh: "梯度除以了三元组的个数：损失是总和，导数也不要除。"
  ) { a, p, n, alpha in
    let right = try tripletLossBackward(a, p, n, alpha)
    let m = Double(a.shape[0])
    return TripletGradients(
      dAnchor: right.dAnchor / m, dPositive: right.dPositive / m, dNegative: right.dNegative / m)
  }
}

@ImplementationList var negativeMistakes: [Implementation] {
  C4W4.hardestNegatives.mistaken(
    "nearest-of-all",
    "The nearest other encoding is taken whatever its label is: a negative has another label.",
    zh: "不看标签就取了最近的另一个编码：负样本的标签必须不同。"
  ) { encodings, labels in
    try labels.indices.map { i in
      try nearest(to: i, encodings, among: labels.indices.filter { $0 != i })
    }
  }
  C4W4.hardestNegatives.mistaken(
    "itself",
    "Each encoding finds itself, at distance 0: leave out all that have its label.",
    zh: "每个编码找到的都是自己，距离为 0：标签相同的都要排除。"
  ) { _, labels in Array(labels.indices) }
  C4W4.hardestNegatives.mistaken(
    "farthest",
    "This is the farthest negative, the easiest one: the hardest is the nearest.",
    zh: "取了最远的负样本，那是最容易的：最难的是最近的。"
  ) { encodings, labels in
    try labels.indices.map { i in
      let others = labels.indices.filter { labels[$0] != labels[i] }
      return try nearest(to: i, encodings, among: others, isFarthest: true)
    }
  }
  C4W4.hardestNegatives.mistaken(
    "nearest-positive",
    "This is the nearest of the same label: a negative has another one.",
    zh: "取了标签相同的里面最近的：负样本的标签必须不同。"
  ) { encodings, labels in
    try labels.indices.map { i in
      try nearest(
        to: i, encodings, among: labels.indices.filter { $0 != i && labels[$0] == labels[i] })
    }
  }
  C4W4.hardestNegatives.mistaken(
    "last-of-equal",
    "Of equally near negatives this is the last: take the first, with < and not <=.",
    zh: "一样近的负样本里取了最后一个：应当取第一个，用 < 而不是 <=。"
  ) { encodings, labels in
    try labels.indices.map { i in
      let others = labels.indices.reversed().filter { labels[$0] != labels[i] }
      return try nearest(to: i, encodings, among: others)
    }
  }
  C4W4.hardestNegatives.mistaken(
    "place-among-the-negatives",
    "This is the place among the negatives alone: give the index among all rows.",
    zh: "这是在负样本里的序号：应当给出在所有行里的下标。"
  ) { encodings, labels in
    try labels.indices.map { i in
      let others = labels.indices.filter { labels[$0] != labels[i] }
      let found = try nearest(to: i, encodings, among: others)
      return others.firstIndex(of: found) ?? i
    }
  }
  C4W4.hardestNegatives.mistaken(
    "next-row-only",
    "Only the rows after the anchor are looked at: a negative may stand before it as well.",
    zh: "只看了锚点之后的行：负样本也可能在它前面。"
  ) { encodings, labels in
    try labels.indices.map { i in
      try nearest(
        to: i, encodings, among: labels.indices.filter { $0 > i && labels[$0] != labels[i] })
    }
  }
}

@ImplementationList var siameseMistakes: [Implementation] {
  C4W4.siameseProbability.mistaken(
    "signed",
    "The differences keep their sign, so the answer depends on which picture comes first: take |f₁ - f₂|.",
    zh: "差保留了正负号，结果会取决于哪张图像在前：要取 |f₁ - f₂|。"
  ) { f1, f2, w, b in sigmoid(try dot(f1 - f2, w) + b) }
  C4W4.siameseProbability.mistaken(
    "squared",
    "The differences are squared: here it is their absolute values, |f₁ - f₂|.",
    zh: "差取了平方：这里要的是绝对值 |f₁ - f₂|。"
  ) { f1, f2, w, b in sigmoid(try dot((f1 - f2).squared(), w) + b) }
  C4W4.siameseProbability.mistaken(
    "bias-forgotten",
    "The bias is missing: add b before the sigmoid.",
    zh: "少了偏置：在 sigmoid 之前加上 b。"
  ) { f1, f2, w, _ in sigmoid(try dot(abs(f1 - f2), w)) }
  C4W4.siameseProbability.mistaken(
    "no-sigmoid",
    "This is z, which is not a probability between 0 and 1: apply the sigmoid to it.",
    zh: "这是 z，不在 0 和 1 之间：外面要套上 sigmoid。"
  ) { f1, f2, w, b in try dot(abs(f1 - f2), w) + b }
  C4W4.siameseProbability.mistaken(
    "weights-forgotten",
    "The differences are added as they are: each has a weight of its own.",
    zh: "差直接相加了：每个差都有自己的权重。"
  ) { f1, f2, _, b in
    sigmoid(try abs(f1 - f2).sum(axis: 1, keepingDimensions: true) + b)
  }
  C4W4.siameseProbability.mistaken(
    "chi-squared",
    "This is the χ² form, (f₁ - f₂)² / (f₁ + f₂), another choice: here it is |f₁ - f₂|.",
    zh: "这是 χ² 形式 (f₁ - f₂)² / (f₁ + f₂)，是另一种选择：这里用 |f₁ - f₂|。"
  ) { f1, f2, w, b in
    let chiSquared = try (f1 - f2).squared() / (f1 + f2)
    return sigmoid(try dot(chiSquared, w) + b)
  }
}

/// ‖a - p‖² - ‖a - n‖² + α of each triplet.
private func terms(
  _ anchor: Tensor, _ positive: Tensor, _ negative: Tensor, _ alpha: Double
) throws -> Tensor {
  try squaredDistance(anchor, positive) - squaredDistance(anchor, negative) + alpha
}

/// The nearest of some rows, of equally near ones the first; i where there are none.
private func nearest(
  to i: Int, _ encodings: Tensor, among rows: [Int], isFarthest: Bool = false
) throws -> Int {
  let distances = try squaredDistance(encodings, encodings.row(i)) * (isFarthest ? -1 : 1)
  var (found, least) = (i, Double.infinity)
  for j in rows where distances[j] < least { (found, least) = (j, distances[j]) }
  return found
}
