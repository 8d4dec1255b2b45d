import Coursework
import Syllabus
import Tensors

@ImplementationList var lossMistakes: [Implementation] {
  C4W3.detectionLoss.mistaken(
    "empty-places-counted",
    "Box and classes count where there is no object, too: multiply their terms by p_c, in the loss and in dZ.",
    zh: "没有目标的地方也算了框和类别：损失和 dZ 里的这些项都要乘 p_c。"
  ) { Z, Y, anchors in try Parts(Z, Y, anchors, isMasked: false).sum() }
  C4W3.detectionLoss.mistaken(
    "averaged",
    "The loss is divided by the number of places: it is the sum over all.",
    zh: "损失除以了位置的个数：应当是全部位置之和。"
  ) { Z, Y, anchors in
    let right = try detectionLoss(Z, Y, anchors)
    let places = Double(Z.count / Z.shape[Z.rank - 1])
    return DetectionLoss(loss: right.loss / places, dZ: right.dZ / places)
  }
  C4W3.detectionLoss.mistaken(
    "classes-left-out",
    "The classes are missing: where there is an object, add -Σ c log ĉ, whose derivative is ĉ - c.",
    zh: "少了类别一项：有目标时要加上 -Σ c log ĉ，它的导数是 ĉ - c。"
  ) { Z, Y, anchors in
    var parts = try Parts(Z, Y, anchors)
    parts.classes = (0, parts.classes.dZ * 0)
    return try parts.sum()
  }
  C4W3.detectionLoss.mistaken(
    "box-left-out",
    "The box is missing: where there is an object, add the four squares (b̂ - b)².",
    zh: "少了边界框一项：有目标时要加上四个平方 (b̂ - b)²。"
  ) { Z, Y, anchors in
    var parts = try Parts(Z, Y, anchors)
    parts.box = (0, parts.box.dZ * 0)
    return try parts.sum()
  }
  C4W3.detectionLoss.mistaken(
    "confidence-by-square",
    "p_c is compared by a square: take the logistic loss, whose derivative with respect to z_p is p̂ - p_c.",
    zh: "p_c 用了平方误差：应当用逻辑损失，它对 z_p 的导数是 p̂ - p_c。"
  ) { Z, Y, anchors in
    var parts = try Parts(Z, Y, anchors)
    let (p, pc) = (sigmoid(try parts.z.columns(0..<1)), try parts.y.columns(0..<1))
    parts.confidence = ((try p - pc).squared().sum(), try 2 * (p - pc) * p * (1 - p))
    return try parts.sum()
  }
  C4W3.detectionLoss.mistaken(
    "inner-derivative-forgotten",
    "In dZ the derivatives of the sigmoid and of the exponential are missing: 2(b̂ - b) is the derivative with respect to b̂; go on to z, times b̂(1 - b̂) for the centre and b̂ for the size.",
    zh: "dZ 里少了 sigmoid 和指数函数的导数：2(b̂ - b) 是对 b̂ 的导数，还要对 z 求导：中心乘 b̂(1 - b̂)，大小乘 b̂。"
  ) { Z, Y, anchors in
    var parts = try Parts(Z, Y, anchors)
    parts.box.dZ = try parts.mask * 2 * (parts.b - parts.y.columns(1..<5))
    return try parts.sum()
  }
  C4W3.detectionLoss.mistaken(
    "two-forgotten",
    "In dZ the 2 of the squares is missing: the derivative of (b̂ - b)² is 2(b̂ - b).",
    zh: "dZ 里少了平方求导的 2：(b̂ - b)² 的导数是 2(b̂ - b)。"
  ) { Z, Y, anchors in
    var parts = try Parts(Z, Y, anchors)
    parts.box.dZ = parts.box.dZ / 2
    return try parts.sum()
  }
  C4W3.detectionLoss.mistaken(
    "anchors-ignored",
    "The sizes are e^z alone: b̂_h is a_h e^(z_h), and b̂_w is a_w e^(z_w).",
    zh: "大小只有 e^z：b̂_h 是 a_h e^(z_h)，b̂_w 是 a_w e^(z_w)。"
  ) { Z, Y, anchors in
    try detectionLoss(Z, Y, anchors.map { _ in Anchor(height: 1, width: 1) })
  }
  C4W3.detectionLoss.mistaken(
    "anchors-exchanged",
    "Height and width of the anchors are exchanged: z_h comes before z_w and goes with the height.",
    zh: "锚框的高和宽用反了：z_h 在 z_w 前面，与高配对。"
  ) { Z, Y, anchors in
    try detectionLoss(Z, Y, anchors.map { Anchor(height: $0.width, width: $0.height) })
  }
  C4W3.detectionLoss.mistaken(
    "confidence-only-of-objects",
    "p_c counts only where there is an object: empty places have to learn that they are empty.",
    zh: "只在有目标的地方算了 p_c：空的位置也要学会说自己是空的。"
  ) { Z, Y, anchors in
    var parts = try Parts(Z, Y, anchors)
    let (p, pc) = (sigmoid(try parts.z.columns(0..<1)), try parts.y.columns(0..<1))
    parts.confidence = ((try -(pc * log(p))).sum(), try pc * (p - pc))
    return try parts.sum()
  }
}

/// The three terms of the loss and their derivatives with respect to their own columns of Z.
private struct Parts {
  let z, y, mask, b: Tensor
  private let shape: [Int]
  var confidence, box, classes: (loss: Double, dZ: Tensor)

  init(_ Z: Tensor, _ Y: Tensor, _ anchors: [Anchor], isMasked: Bool = true) throws {
    shape = Z.shape
    let width = Z.shape[Z.rank - 1]
    z = try Z.reshaped(-1, width)
    y = try Y.reshaped(-1, width)
    let pc = try y.columns(0..<1)
    mask = isMasked ? pc : .ones(z.rows, 1)
    let p = sigmoid(try z.columns(0..<1))
    confidence = ((try -(pc * log(p) + (1 - pc) * log(1 - p))).sum(), try p - pc)
    var sizes = exp(try z.columns(3..<5))
    for i in 0..<z.rows {
      sizes[i, 0] *= anchors[i % anchors.count].height
      sizes[i, 1] *= anchors[i % anchors.count].width
    }
    let centres = sigmoid(try z.columns(1..<3))
    b = try centres.concatenated(with: sizes, axis: 1)
    let inner = try (centres * (1 - centres)).concatenated(with: sizes, axis: 1)
    let difference = try b - y.columns(1..<5)
    box = ((try mask * difference.squared()).sum(), try mask * 2 * difference * inner)
    let (c, label) = (try softmax(z.columns(5..<width)), try y.columns(5..<width))
    classes = ((try -(mask * label * log(c))).sum(), try mask * (c - label))
  }

  func sum() throws -> DetectionLoss {
    DetectionLoss(
      loss: confidence.loss + box.loss + classes.loss,
      dZ: try Tensor.concatenate([confidence.dZ, box.dZ, classes.dZ], axis: 1)
        .reshaped(shape: shape))
  }
}
