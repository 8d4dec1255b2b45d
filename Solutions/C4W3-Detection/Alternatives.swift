import Coursework
import Syllabus
import Tensors

/// Right solutions written differently: a suite that rejects one of them asks for too much.
public var alternatives: [Implementation] {
  boxAlternatives + gridAlternatives + choiceAlternatives + windowAlternatives
    + precisionAlternatives
}

@ImplementationList private var boxAlternatives: [Implementation] {
  C4W3.boxCorners.alternative("half-up-and-down") { boxXY, boxWH in
    let last = boxXY.rank - 1
    let (xy, half) = (boxXY, boxWH * 0.5)
    let (yx, hw) = (
      try xy.slice(axis: last, at: [1, 0]), try half.slice(axis: last, at: [1, 0])
    )
    return try (yx - hw).concatenated(with: yx + hw, axis: last)
  }
  C4W3.boxCorners.alternative("row-by-row") { boxXY, boxWH in
    let (xy, wh) = (try boxXY.reshaped(-1, 2), try boxWH.reshaped(-1, 2))
    var corners = Tensor.zeros(xy.rows, 4)
    for i in 0..<xy.rows {
      corners[i, 0] = xy[i, 1] - wh[i, 1] / 2
      corners[i, 1] = xy[i, 0] - wh[i, 0] / 2
      corners[i, 2] = xy[i, 1] + wh[i, 1] / 2
      corners[i, 3] = xy[i, 0] + wh[i, 0] / 2
    }
    return try corners.reshaped(shape: boxXY.shape.dropLast() + [4])
  }
  C4W3.boxCorners.alternative("corner-plus-size") { boxXY, boxWH in
    let last = boxXY.rank - 1
    let corner = try boxXY - boxWH / 2
    let both = try corner.concatenated(with: corner + boxWH, axis: last)
    return try both.slice(axis: last, at: [1, 0, 3, 2])
  }

  C4W3.intersectionOverUnion.alternative("early-return") { a, b in
    let (left, top) = (max(a[0], b[0]), max(a[1], b[1]))
    let (right, bottom) = (min(a[2], b[2]), min(a[3], b[3]))
    guard left < right, top < bottom else { return 0 }
    let shared = (right - left) * (bottom - top)
    let areas = [a, b].map { ($0[2] - $0[0]) * ($0[3] - $0[1]) }
    return shared / (areas[0] + areas[1] - shared)
  }
  C4W3.intersectionOverUnion.alternative("by-lengths") { a, b in
    func overlap(_ low: Int, _ high: Int) -> Double {
      max(0, min(a[high], b[high]) - max(a[low], b[low]))
    }
    let shared = overlap(0, 2) * overlap(1, 3)
    if shared == 0 { return 0 }
    let first = (a[2] - a[0]) * (a[3] - a[1])
    let second = (b[2] - b[0]) * (b[3] - b[1])
    return shared / (first - shared + second)
  }
  C4W3.intersectionOverUnion.alternative("never-divides-by-zero") { a, b in
    let width = max(min(a[2], b[2]) - max(a[0], b[0]), 0)
    let height = max(min(a[3], b[3]) - max(a[1], b[1]), 0)
    let union = (a[2] - a[0]) * (a[3] - a[1]) + (b[2] - b[0]) * (b[3] - b[1]) - width * height
    return width * height / max(union, 1e-300)
  }
}

@ImplementationList private var gridAlternatives: [Implementation] {
  C4W3.encodeLabels.alternative("sorted-anchors") { objects, S, anchors, classes in
    var Y = Tensor.zeros(S, S, anchors.count, 5 + classes)
    var isTaken: Set<[Int]> = []
    for object in objects {
      let n = Double(S)
      let likeness = anchors.map { anchor in
        let (h, w) = (object.height * n, object.width * n)
        return (try? intersectionOverUnion([0, 0, w, h], [0, 0, anchor.width, anchor.height])) ?? 0
      }
      let a = anchors.indices.sorted { (-likeness[$0], $0) < (-likeness[$1], $1) }[0]
      let (row, column) = ((object.y * n).rounded(.down), (object.x * n).rounded(.down))
      let place = [Int(row), Int(column), a]
      guard isTaken.insert(place).inserted else { continue }
      Y[place[0], place[1], a, 0] = 1
      Y[place[0], place[1], a, 1] = object.x * n - column
      Y[place[0], place[1], a, 2] = object.y * n - row
      Y[place[0], place[1], a, 3] = object.height * n
      Y[place[0], place[1], a, 4] = object.width * n
      Y[place[0], place[1], a, 5 + object.label] = 1
    }
    return Y
  }
  C4W3.encodeLabels.alternative("anchors-in-picture-units") { objects, S, anchors, classes in
    let n = Double(S)
    var places = [[Double]](
      repeating: [Double](repeating: 0, count: 5 + classes), count: S * S * anchors.count)
    for object in objects {
      let likeness = anchors.map { anchor in
        let (h, w) = (anchor.height / n, anchor.width / n)
        let shared = min(object.height, h) * min(object.width, w)
        return shared / (object.height * object.width + h * w - shared)
      }
      let a = likeness.firstIndex(of: likeness.max() ?? 0) ?? 0
      let (row, column) = (Int(object.y * n), Int(object.x * n))
      let index = (row * S + column) * anchors.count + a
      if places[index][0] == 1 { continue }
      let (x, y) = (object.x * n - Double(column), object.y * n - Double(row))
      let oneHot = (0..<classes).map { $0 == object.label ? 1.0 : 0 }
      places[index] = [1, x, y, object.height * n, object.width * n] + oneHot
    }
    return try Tensor(places.flatMap(\.self)).reshaped(S, S, anchors.count, 5 + classes)
  }
  C4W3.encodeLabels.alternative("last-first-overwriting") { objects, S, anchors, classes in
    // Whoever comes first in the list is written last, over what was there.
    var Y = Tensor.zeros(S, S, anchors.count, 5 + classes)
    for object in objects.reversed() {
      let one = try encodeLabels([object], S, anchors, classes)
      let isWritten = try one.slice(axis: 3, 0..<1)
      Y = try Y * (1 - isWritten) + one
    }
    return Y
  }

  C4W3.decodePredictions.alternative("grids-of-cells") { Z, anchors in
    let (S, A) = (Z.shape[0], anchors.count)
    let cells = Tensor.arange(S)
    let columns = try Tensor.zeros(S, S, A, 1) + cells.reshaped(1, S, 1, 1)
    let rows = try Tensor.zeros(S, S, A, 1) + cells.reshaped(S, 1, 1, 1)
    let x = try columns + sigmoid(Z.slice(axis: 3, 1..<2))
    let y = try rows + sigmoid(Z.slice(axis: 3, 2..<3))
    let widths = try Tensor(anchors.map(\.width)).reshaped(1, 1, A, 1)
    let heights = try Tensor(anchors.map(\.height)).reshaped(1, 1, A, 1)
    let w = try widths * exp(Z.slice(axis: 3, 4..<5))
    let h = try heights * exp(Z.slice(axis: 3, 3..<4))
    return BoxPredictions(
      boxConfidence: sigmoid(try Z.slice(axis: 3, 0..<1)),
      boxXY: try x.concatenated(with: y, axis: 3) / Double(S),
      boxWH: try w.concatenated(with: h, axis: 3) / Double(S),
      boxClassProbabilities: try softmax(Z.slice(axis: 3, 5..<Z.shape[3])))
  }
  C4W3.decodePredictions.alternative("place-by-place") { Z, anchors in
    let (S, A, C) = (Z.shape[0], anchors.count, Z.shape[3] - 5)
    let z = try Z.reshaped(-1, 5 + C)
    var (p, xy, wh, c) = ([Double](), [Double](), [Double](), [Double]())
    func logistic(_ z: Double) -> Double { 1 / (1 + exp(-z)) }
    for i in 0..<z.rows {
      let (anchor, cell) = (anchors[i % A], i / A)
      p.append(logistic(z[i, 0]))
      xy.append((Double(cell % S) + logistic(z[i, 1])) / Double(S))
      xy.append((Double(cell / S) + logistic(z[i, 2])) / Double(S))
      wh.append(anchor.width / Double(S) * exp(z[i, 4]))
      wh.append(anchor.height / Double(S) * exp(z[i, 3]))
      let powers = (5..<5 + C).map { exp(z[i, $0]) }
      let sum = powers.reduce(0, +)
      c += powers.map { $0 / sum }
    }
    return BoxPredictions(
      boxConfidence: try Tensor(p).reshaped(S, S, A, 1), boxXY: try Tensor(xy).reshaped(S, S, A, 2),
      boxWH: try Tensor(wh).reshaped(S, S, A, 2),
      boxClassProbabilities: try Tensor(c).reshaped(S, S, A, C))
  }
  C4W3.decodePredictions.alternative("by-tanh") { Z, anchors in
    // σ(z) = (1 + tanh(z/2)) / 2, and a e^z = e^(z + log a).
    var right = try decodePredictions(Z, anchors)
    right.boxConfidence = try (1 + tanh(Z.slice(axis: 3, 0..<1) / 2)) / 2
    let S = Double(Z.shape[0])
    let logarithms = try Tensor(anchors.flatMap { [log($0.width), log($0.height)] })
      .reshaped(1, 1, anchors.count, 2)
    right.boxWH = exp(try Z.slice(axis: 3, at: [4, 3]) + logarithms - log(S))
    return right
  }

  C4W3.detectionLoss.alternative("from-logits") { Z, Y, anchors in
    // -[p log σ(z) + (1 - p) log(1 - σ(z))] = log(1 + e^z) - p z, without overflow.
    var right = try detectionLoss(Z, Y, anchors)
    let width = Z.shape[Z.rank - 1]
    let (z, y) = (try Z.reshaped(-1, width), try Y.reshaped(-1, width))
    let first = try z.columns(0..<1)
    let soft = try maximum(first, 0) + log(1 + exp(-abs(first)))
    var loss = try (soft - y.columns(0..<1) * first).sum()
    for i in 0..<z.rows where y[i, 0] == 1 {
      let anchor = anchors[i % anchors.count]
      let b = [
        1 / (1 + exp(-z[i, 1])), 1 / (1 + exp(-z[i, 2])), anchor.height * exp(z[i, 3]),
        anchor.width * exp(z[i, 4]),
      ]
      for k in 0..<4 { loss += (b[k] - y[i, k + 1]) * (b[k] - y[i, k + 1]) }
      let scores = (5..<width).map { z[i, $0] }
      loss += log(scores.map { exp($0) }.reduce(0, +))
      for k in 5..<width { loss -= y[i, k] * z[i, k] }
    }
    right.loss = loss
    return right
  }
  C4W3.detectionLoss.alternative("whole-tensors") { Z, Y, anchors in
    let (last, width) = (Z.rank - 1, Z.shape[Z.rank - 1])
    func part(_ tensor: Tensor, _ range: Range<Int>) throws -> Tensor {
      try tensor.slice(axis: last, range)
    }
    let pc = try part(Y, 0..<1)
    let p = sigmoid(try part(Z, 0..<1))
    let centres = sigmoid(try part(Z, 1..<3))
    let shapes = Tensor(anchors.map { [$0.height, $0.width] })
    let sizes = try shapes * exp(part(Z, 3..<5))
    let c = try softmax(part(Z, 5..<width))
    let toCentre = try pc * (centres - part(Y, 1..<3))
    let toSize = try pc * (sizes - part(Y, 3..<5))
    let logistic = try pc * log(p) + (1 - pc) * log(1 - p)
    let likelihood = try (pc * part(Y, 5..<width) * log(c)).sum()
    let squares = toCentre.squared().sum() + toSize.squared().sum()
    let dZ = try Tensor.concatenate(
      [
        p - pc, 2 * toCentre * centres * (1 - centres), 2 * toSize * sizes,
        pc * (c - part(Y, 5..<width)),
      ], axis: last)
    return DetectionLoss(loss: squares - logistic.sum() - likelihood, dZ: dZ)
  }
  C4W3.detectionLoss.alternative("clipped") { Z, Y, anchors in
    // A tiny ε keeps the logarithms finite.
    var right = try detectionLoss(Z, Y, anchors)
    let p = sigmoid(try Z.slice(axis: Z.rank - 1, 0..<1))
    let pc = try Y.slice(axis: Y.rank - 1, 0..<1)
    let plain = try pc * log(p) + (1 - pc) * log(1 - p)
    let kept = try pc * log(maximum(p, 1e-15)) + (1 - pc) * log(maximum(1 - p, 1e-15))
    right.loss += plain.sum() - kept.sum()
    return right
  }
}
