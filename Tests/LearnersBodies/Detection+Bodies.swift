import Syllabus
import Tensors

@BodyList var detection: [LearnersBody] {
  C4W3.boxCorners.wrong("max-before-min", "the lower right corner first") { boxXY, boxWH in
    let last = boxXY.rank - 1
    let both = try (boxXY + boxWH / 2).concatenated(with: boxXY - boxWH / 2, axis: last)
    return try both.slice(axis: last, at: [1, 0, 3, 2])
  }
  C4W3.intersectionOverUnion.wrong("one-side-clipped", "max(0, …) of the area and not of the sides")
  {
    a, b in
    let width = min(a[2], b[2]) - max(a[0], b[0])
    let height = min(a[3], b[3]) - max(a[1], b[1])
    let shared = max(0, width * height)
    let union = (a[2] - a[0]) * (a[3] - a[1]) + (b[2] - b[0]) * (b[3] - b[1]) - shared
    return union > 0 ? shared / union : 0
  }
  C4W3.intersectionOverUnion.right("absolute-sides", "sides as |x2 - x1|") { a, b in
    let width = max(0, min(a[2], b[2]) - max(a[0], b[0]))
    let height = max(0, min(a[3], b[3]) - max(a[1], b[1]))
    let (first, second) = (abs((a[2] - a[0]) * (a[3] - a[1])), abs((b[2] - b[0]) * (b[3] - b[1])))
    let union = first + second - width * height
    return union == 0 ? 0 : width * height / union
  }
  C4W3.filterBoxes.wrong("classes-from-one", "classes counted from 1") {
    confidence, boxes, probabilities, threshold in
    let scores = try (confidence * probabilities).reshaped(-1, probabilities.shape[3])
    let corners = try boxes.reshaped(-1, 4)
    var found = Detections()
    for i in 0..<scores.rows {
      let row = try scores.row(i)
      guard row.max() >= threshold else { continue }
      found.scores.append(row.max())
      found.boxes.append(try corners.row(i).elements)
      found.classes.append(try row.argmax() + 1)
    }
    return found
  }
  C4W3.nonMaxSuppression.wrong("best-of-each-class", "one box a class") {
    scores, boxes, classes, most, _ in
    let order = scores.indices.sorted { (-scores[$0], $0) < (-scores[$1], $1) }
    var (found, seen): (Detections, Set<Int>) = (Detections(), [])
    for i in order where seen.insert(classes[i]).inserted && found.scores.count < most {
      found.scores.append(scores[i])
      found.boxes.append(boxes[i])
      found.classes.append(classes[i])
    }
    return found
  }
  C4W3.filtersFromDense.wrong("units-first", "shape (units, f, f, n_C), as PyTorch has it") {
    W, f in
    try W.reshaped(W.rows, f, f, -1)
  }
  C4W3.averagePrecision.wrong("eleven-points", "the older mean over 11 recalls") { hits, truths in
    var (points, found): ([(recall: Double, precision: Double)], Double) = ([], 0)
    for (k, isHit) in hits.enumerated() {
      found += isHit ? 1 : 0
      points.append((found / Double(truths), found / Double(k + 1)))
    }
    let heights = (0...10).map { step in
      points.filter { $0.recall >= Double(step) / 10 }.map(\.precision).max() ?? 0
    }
    return heights.reduce(0, +) / 11
  }
}
