import Coursework
import Syllabus
import Tensors

@ImplementationList var encodingMistakes: [Implementation] {
  C4W3.encodeLabels.mistaken(
    "centre-in-picture-units",
    "b_x and b_y are places in the picture: within the cell they run from 0 to 1, x · S minus the column.",
    zh: "b_x 和 b_y 用了整张图像里的位置：它们在格子里从 0 到 1，即 x · S 减去列号。"
  ) { objects, S, anchors, classes in
    try encode(
      objects, S, anchors, classes,
      box: { object, _, _ in
        [object.x, object.y, object.height * Double(S), object.width * Double(S)]
      })
  }
  C4W3.encodeLabels.mistaken(
    "size-in-picture-units",
    "b_h and b_w are parts of the picture: they are counted in cells, height · S and width · S.",
    zh: "b_h 和 b_w 是占整张图像的比例：它们以格子为单位，即 height · S 和 width · S。"
  ) { objects, S, anchors, classes in
    try encode(
      objects, S, anchors, classes,
      box: { object, x, y in
        [x, y, object.height, object.width]
      })
  }
  C4W3.encodeLabels.mistaken(
    "cell-not-subtracted",
    "b_x and b_y are counted from the picture's corner in cells: subtract the column and the row.",
    zh: "b_x 和 b_y 是从图像左上角数的格数：要减去列号和行号。"
  ) { objects, S, anchors, classes in
    try encode(
      objects, S, anchors, classes,
      box: { object, _, _ in
        [object.x, object.y, object.height, object.width].map { $0 * Double(S) }
      })
  }
  C4W3.encodeLabels.mistaken(
    "width-before-height",
    "Width and height are exchanged: b_h comes before b_w.",
    zh: "宽和高写反了：b_h 在 b_w 前面。"
  ) { objects, S, anchors, classes in
    try encode(
      objects, S, anchors, classes,
      box: { object, x, y in
        [x, y, object.width * Double(S), object.height * Double(S)]
      })
  }
  C4W3.encodeLabels.mistaken(
    "column-before-row",
    "Row and column of the cell are exchanged: the first index is the row, which comes from y.",
    zh: "格子的行和列反了：第一个下标是行，由 y 决定。"
  ) { objects, S, anchors, classes in
    try encodeLabels(objects, S, anchors, classes).transposed([1, 0, 2, 3])
  }
  C4W3.encodeLabels.mistaken(
    "first-anchor",
    "Every object is written to the first anchor: take the one whose shape has the greatest IoU with the object's.",
    zh: "每个目标都写到了第一个锚框：应当选形状与目标的 IoU 最大的那个。"
  ) { objects, S, anchors, classes in
    try encode(objects, S, anchors, classes, bestAnchor: { _, _ in 0 })
  }
  C4W3.encodeLabels.mistaken(
    "largest-overlap",
    "The anchor with the greatest intersection is taken, so that a large one always wins: divide by the union.",
    zh: "选了交集最大的锚框，这样大的锚框总会赢：要除以并集。"
  ) { objects, S, anchors, classes in
    try encode(
      objects, S, anchors, classes,
      bestAnchor: { height, width in
        best(anchors) { min(height, $0.height) * min(width, $0.width) }
      })
  }
  C4W3.encodeLabels.mistaken(
    "nearest-area",
    "The anchor with the most similar area is taken: compare shapes, by the IoU of both at one centre.",
    zh: "选了面积最接近的锚框：应当比较形状，即中心重合时的 IoU。"
  ) { objects, S, anchors, classes in
    try encode(
      objects, S, anchors, classes,
      bestAnchor: { height, width in
        best(anchors) { -abs($0.height * $0.width - height * width) }
      })
  }
  C4W3.encodeLabels.mistaken(
    "sizes-not-in-cells",
    "The object's size as part of the picture is compared with anchors in cells: bring both to cells first.",
    zh: "拿目标占图像的比例与以格子为单位的锚框比较：先都换成以格子为单位。"
  ) { objects, S, anchors, classes in
    try encode(
      objects, S, anchors, classes,
      bestAnchor: { height, width in
        let (h, w) = (height / Double(S), width / Double(S))
        return best(anchors) { likeness(h, w, $0) }
      })
  }
  C4W3.encodeLabels.mistaken(
    "later-object-wins",
    "A later object takes the place of an earlier one: the first of the list has it.",
    zh: "后面的目标占了前面目标的位置：列表里的第一个优先。"
  ) { objects, S, anchors, classes in
    try encodeLabels(objects.reversed(), S, anchors, classes)
  }
  C4W3.encodeLabels.mistaken(
    "two-classes-at-once",
    "Two objects at one place are written over each other, so that both classes are 1: skip the second.",
    zh: "两个目标写到了同一个位置，两个类别都成了 1：第二个应当跳过。"
  ) { objects, S, anchors, classes in
    try encode(objects, S, anchors, classes, isOverwriting: true)
  }
  C4W3.encodeLabels.mistaken(
    "every-anchor",
    "The object is written to all anchors of its cell: only the one with the greatest IoU gets it.",
    zh: "目标写到了格子里的每个锚框：只写 IoU 最大的那一个。"
  ) { objects, S, anchors, classes in
    let Y = try encode(objects, S, [anchors[0]], classes)
    return try Tensor.concatenate(anchors.map { _ in Y }, axis: 2)
  }
}

@ImplementationList var decodingMistakes: [Implementation] {
  C4W3.decodePredictions.mistaken(
    "centre-without-sigmoid",
    "The centre is taken as it comes: σ(z_x) and σ(z_y) keep it within its cell.",
    zh: "中心直接用了输出值：要用 σ(z_x) 和 σ(z_y)，中心才会留在格子里。"
  ) { Z, anchors in
    let right = try decodePredictions(Z, anchors)
    let z = try Z.slice(axis: 3, 1..<3)
    return with(right, XY: try right.boxXY + (z - sigmoid(z)) / Double(Z.shape[0]))
  }
  C4W3.decodePredictions.mistaken(
    "cell-forgotten",
    "The centres are places within a cell: add the column to x and the row to y before dividing by S.",
    zh: "中心是格子里的位置：除以 S 之前，x 要加列号，y 要加行号。"
  ) { Z, anchors in
    let right = try decodePredictions(Z, anchors)
    return with(right, XY: sigmoid(try Z.slice(axis: 3, 1..<3)) / Double(Z.shape[0]))
  }
  C4W3.decodePredictions.mistaken(
    "row-for-column",
    "Row and column are exchanged: the column goes with x, the row with y.",
    zh: "行和列用反了：列号配 x，行号配 y。"
  ) { Z, anchors in
    let right = try decodePredictions(Z, anchors)
    let cells = try right.boxXY - sigmoid(Z.slice(axis: 3, 1..<3)) / Double(Z.shape[0])
    return with(right, XY: try right.boxXY - cells + cells.transposed([1, 0, 2, 3]))
  }
  C4W3.decodePredictions.mistaken(
    "size-without-exponential",
    "The sizes are anchor · z, which can be negative: take anchor · e^z.",
    zh: "大小写成了锚框 · z，可能是负数：应当是锚框 · e^z。"
  ) { Z, anchors in
    let right = try decodePredictions(Z, anchors)
    let z = try Z.slice(axis: 3, at: [4, 3])
    return with(right, WH: try right.boxWH * z / exp(z))
  }
  C4W3.decodePredictions.mistaken(
    "size-by-sigmoid",
    "The sizes are anchor · σ(z), never larger than the anchor: take anchor · e^z.",
    zh: "大小写成了锚框 · σ(z)，永远大不过锚框：应当是锚框 · e^z。"
  ) { Z, anchors in
    let right = try decodePredictions(Z, anchors)
    let z = try Z.slice(axis: 3, at: [4, 3])
    return with(right, WH: try right.boxWH * sigmoid(z) / exp(z))
  }
  C4W3.decodePredictions.mistaken(
    "anchors-forgotten",
    "The sizes are e^z alone: multiply by the anchor's width and height.",
    zh: "大小只有 e^z：还要乘锚框的宽和高。"
  ) { Z, anchors in
    try decodePredictions(Z, anchors.map { _ in Anchor(height: 1, width: 1) })
      .withConfidence(of: try decodePredictions(Z, anchors))
  }
  C4W3.decodePredictions.mistaken(
    "size-in-cells",
    "The sizes are counted in cells: divide by S, so that they are parts of the picture as the centres are.",
    zh: "大小以格子为单位：要除以 S，与中心一样变成占图像的比例。"
  ) { Z, anchors in
    let right = try decodePredictions(Z, anchors)
    return with(right, WH: right.boxWH * Double(Z.shape[0]))
  }
  C4W3.decodePredictions.mistaken(
    "height-before-width",
    "Height and width are exchanged: boxWH holds (w, h), from z_w and z_h.",
    zh: "高和宽写反了：boxWH 里是 (w, h)，来自 z_w 和 z_h。"
  ) { Z, anchors in
    let right = try decodePredictions(Z, anchors)
    return with(right, WH: try right.boxWH.slice(axis: 3, at: [1, 0]))
  }
  C4W3.decodePredictions.mistaken(
    "classes-by-sigmoid",
    "Each class goes through a sigmoid by itself: one object has one class, so take the softmax.",
    zh: "各个类别分别用了 sigmoid：一个目标只属于一类，应当用 softmax。"
  ) { Z, anchors in
    var right = try decodePredictions(Z, anchors)
    right.boxClassProbabilities = sigmoid(try Z.slice(axis: 3, 5..<Z.shape[3]))
    return right
  }
  C4W3.decodePredictions.mistaken(
    "confidence-without-sigmoid",
    "The confidence is taken as it comes: p_c is σ(z_p).",
    zh: "置信度直接用了输出值：p_c 是 σ(z_p)。"
  ) { Z, anchors in
    var right = try decodePredictions(Z, anchors)
    right.boxConfidence = try Z.slice(axis: 3, 0..<1)
    return right
  }
}

private func with(
  _ right: BoxPredictions, XY: Tensor? = nil, WH: Tensor? = nil
) -> BoxPredictions {
  var predictions = right
  predictions.boxXY = XY ?? right.boxXY
  predictions.boxWH = WH ?? right.boxWH
  return predictions
}

extension BoxPredictions {
  fileprivate func withConfidence(of other: BoxPredictions) -> BoxPredictions {
    var predictions = self
    predictions.boxConfidence = other.boxConfidence
    return predictions
  }
}

private func likeness(_ height: Double, _ width: Double, _ anchor: Anchor) -> Double {
  let shared = min(height, anchor.height) * min(width, anchor.width)
  return shared / (height * width + anchor.height * anchor.width - shared)
}

private func best(_ anchors: [Anchor], by value: (Anchor) -> Double) -> Int {
  let values = anchors.map(value)
  return values.firstIndex(of: values.max() ?? 0) ?? 0
}

/// Labels with another choice of the anchor, or other numbers for the box.
private func encode(
  _ objects: [LabelledObject], _ S: Int, _ anchors: [Anchor], _ classes: Int,
  isOverwriting: Bool = false, bestAnchor: ((Double, Double) -> Int)? = nil,
  box: ((LabelledObject, Double, Double) -> [Double])? = nil
) throws -> Tensor {
  var Y = Tensor.zeros(S, S, anchors.count, 5 + classes)
  for object in objects {
    let (x, y) = (object.x * Double(S), object.y * Double(S))
    let (height, width) = (object.height * Double(S), object.width * Double(S))
    let (row, column) = (Int(y), Int(x))
    let a = bestAnchor?(height, width) ?? best(anchors) { likeness(height, width, $0) }
    guard isOverwriting || Y[row, column, a, 0] == 0 else { continue }
    let (withinX, withinY) = (x - Double(column), y - Double(row))
    let numbers = box?(object, withinX, withinY) ?? [withinX, withinY, height, width]
    for (k, value) in ([1] + numbers).enumerated() { Y[row, column, a, k] = value }
    Y[row, column, a, 5 + object.label] = 1
  }
  return Y
}
