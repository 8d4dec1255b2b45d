import Coursework
import Syllabus
import Tensors

/// The exercises of this week as learners with a known misconception write them, each with the
/// sentence that says what went wrong.
public var mistakes: [Implementation] {
  boxMistakes + encodingMistakes + decodingMistakes + lossMistakes + suppressionMistakes
    + detectMistakes + windowMistakes + precisionMistakes
}

@ImplementationList private var boxMistakes: [Implementation] {
  C4W3.boxCorners.mistaken(
    "x-before-y",
    "The corners are (x, y): y comes before x in each, y_min, x_min, y_max, x_max.",
    zh: "角点写成了 (x, y)：每个角里 y 在 x 前面，即 y_min、x_min、y_max、x_max。"
  ) { boxXY, boxWH in
    let last = boxXY.rank - 1
    return try (boxXY - boxWH / 2).concatenated(with: boxXY + boxWH / 2, axis: last)
  }
  C4W3.boxCorners.mistaken(
    "whole-size",
    "The whole width and height are taken from the centre: half of them lies on either side.",
    zh: "从中心减去、加上了整个宽和高：两侧各是一半。"
  ) { boxXY, boxWH in try boxCorners(boxXY, 2 * boxWH) }
  C4W3.boxCorners.mistaken(
    "centre-as-corner",
    "The centre is taken for the upper left corner: it lies in the middle of the box.",
    zh: "把中心当成了左上角：中心在框的中间。"
  ) { boxXY, boxWH in try boxCorners(boxXY + boxWH / 2, boxWH) }
  C4W3.boxCorners.mistaken(
    "height-for-width",
    "Width and height are exchanged: the first number of boxWH is the width, which goes with x.",
    zh: "宽和高用反了：boxWH 的第一个数是宽，应当与 x 配对。"
  ) { boxXY, boxWH in
    let last = boxWH.rank - 1
    return try boxCorners(boxXY, boxWH.slice(axis: last, at: [1, 0]))
  }
  C4W3.boxCorners.mistaken(
    "corners-exchanged",
    "The lower right corner comes first: the least y and x, centre minus half the sides, come first.",
    zh: "右下角写在了前面：最小的 y 和 x 在前，也就是中心减去边长的一半。"
  ) { boxXY, boxWH in try boxCorners(boxXY, -boxWH) }

  C4W3.intersectionOverUnion.mistaken(
    "shared-counted-twice",
    "The union is the sum of both areas, in which the intersection counts twice: subtract it once.",
    zh: "并集直接用了两个面积之和，交集被算了两次：要减去一次。"
  ) { a, b in
    let sum = area(a) + area(b)
    return sum > 0 ? shared(a, b) / sum : 0
  }
  C4W3.intersectionOverUnion.mistaken(
    "sides-plus-one",
    "Every side is one longer than it should be: x2 - x1 is the width, without + 1.",
    zh: "每条边都多了 1：宽就是 x2 - x1，不要加 1。"
  ) { a, b in
    func longer(_ box: [Double]) -> [Double] { [box[0], box[1], box[2] + 1, box[3] + 1] }
    return try intersectionOverUnion(longer(a), longer(b))
  }
  C4W3.intersectionOverUnion.mistaken(
    "negative-sides",
    "Boxes that are apart get a number other than 0: a negative width or height of the intersection has to become 0 before they are multiplied.",
    zh: "分开的框得到了非零的数：交集的宽或高为负时，要先变成 0 再相乘。"
  ) { a, b in
    let width = min(a[2], b[2]) - max(a[0], b[0])
    let height = min(a[3], b[3]) - max(a[1], b[1])
    let intersection = width * height
    let union = area(a) + area(b) - intersection
    return union != 0 ? intersection / union : 0
  }
  C4W3.intersectionOverUnion.mistaken(
    "clipped-after-the-product",
    "Boxes that are apart in both directions overlap here, for two negative sides make a positive area: each side has to become 0 before they are multiplied.",
    zh: "横向和纵向都分开的两个框竟有交集，因为两条负的边相乘得正：每条边都要先变成 0 再相乘。"
  ) { a, b in
    let width = min(a[2], b[2]) - max(a[0], b[0])
    let height = min(a[3], b[3]) - max(a[1], b[1])
    let intersection = max(0, width * height)
    let union = area(a) + area(b) - intersection
    return union != 0 ? intersection / union : 0
  }
  C4W3.intersectionOverUnion.mistaken(
    "sides-plus-one-and-negative",
    "Two things: every side is one longer than it should be, x2 - x1 is the width; and boxes that are apart have a negative one, which has to become 0 before you multiply.",
    zh: "有两处：每条边都多了 1，宽就是 x2 - x1；另外，分开的框的宽或高为负，相乘之前要先变成 0。"
  ) { a, b in
    let width = min(a[2], b[2]) - max(a[0], b[0]) + 1
    let height = min(a[3], b[3]) - max(a[1], b[1]) + 1
    func longer(_ box: [Double]) -> Double { (box[2] - box[0] + 1) * (box[3] - box[1] + 1) }
    let intersection = width * height
    return intersection / (longer(a) + longer(b) - intersection)
  }
  C4W3.intersectionOverUnion.mistaken(
    "part-of-the-first",
    "This is the part of the first box that is covered: divide by the union of both.",
    zh: "你算的是第一个框被覆盖的比例：应当除以两个框的并集。"
  ) { a, b in area(a) > 0 ? shared(a, b) / area(a) : 0 }
  C4W3.intersectionOverUnion.mistaken(
    "of-the-smaller",
    "The intersection is divided by the smaller box: divide by the union of both.",
    zh: "除以了较小的框：应当除以两个框的并集。"
  ) { a, b in min(area(a), area(b)) > 0 ? shared(a, b) / min(area(a), area(b)) : 0 }
  C4W3.intersectionOverUnion.mistaken(
    "around-both",
    "The intersection is divided by the smallest box around both: the union is less, area 1 + area 2 - intersection.",
    zh: "除以了能围住两个框的最小的框：并集比它小，是面积 1 + 面积 2 - 交集。"
  ) { a, b in
    let around = area([min(a[0], b[0]), min(a[1], b[1]), max(a[2], b[2]), max(a[3], b[3])])
    return around > 0 ? shared(a, b) / around : 0
  }
  C4W3.intersectionOverUnion.mistaken(
    "sizes-for-corners",
    "The last two numbers are taken for width and height: they are the lower right corner.",
    zh: "把后两个数当成了宽和高：它们是右下角的坐标。"
  ) { a, b in
    func corners(_ box: [Double]) -> [Double] {
      [box[0], box[1], box[0] + box[2], box[1] + box[3]]
    }
    return try intersectionOverUnion(corners(a), corners(b))
  }
  C4W3.intersectionOverUnion.mistaken(
    "not-a-number",
    "Two empty boxes give 0/0: where the union is 0, the answer is 0.",
    zh: "两个空框得到 0/0：并集为 0 时，结果为 0。"
  ) { a, b in shared(a, b) / (area(a) + area(b) - shared(a, b)) }
}

private func area(_ box: [Double]) -> Double { (box[2] - box[0]) * (box[3] - box[1]) }

private func shared(_ a: [Double], _ b: [Double]) -> Double {
  let width = max(0, min(a[2], b[2]) - max(a[0], b[0]))
  let height = max(0, min(a[3], b[3]) - max(a[1], b[1]))
  return width * height
}
