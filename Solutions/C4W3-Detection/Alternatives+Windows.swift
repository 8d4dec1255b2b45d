import Coursework
import Syllabus
import Tensors

@ImplementationList var windowAlternatives: [Implementation] {
  C4W3.filtersFromDense.alternative("axes-moved") { W, f in
    try W.reshaped(W.rows, f, f, -1).transposed([1, 2, 3, 0])
  }
  C4W3.filtersFromDense.alternative("unit-by-unit") { W, f in
    let n_C = W.columns / (f * f)
    var filters = Tensor.zeros(f, f, n_C, W.rows)
    for unit in 0..<W.rows {
      let one = try W.row(unit).reshaped(f, f, n_C, 1)
      try filters.setSlice(axis: 3, unit..<unit + 1, to: one)
    }
    return filters
  }
  C4W3.filtersFromDense.alternative("number-by-number") { W, f in
    let n_C = W.columns / (f * f)
    var filters = Tensor.zeros(f, f, n_C, W.rows)
    for place in 0..<W.columns {
      let (row, column, channel) = (place / (f * n_C), place / n_C % f, place % n_C)
      for unit in 0..<W.rows { filters[row, column, channel, unit] = W[unit, place] }
    }
    return filters
  }

  C4W3.slideByConvolution.alternative("dense-at-each-place") { X, W1, b1, W2, b2 in
    let (f, n_F) = (W1.shape[0], W1.shape[3])
    let k = Int((Double(W2.columns) / Double(n_F)).squareRoot().rounded())
    let A1 = maximum(try convolve(X, W1, b1), 0)
    let (rows, columns) = (A1.shape[0] - k + 1, A1.shape[1] - k + 1)
    var scores: [Double] = []
    for row in 0..<rows {
      for column in 0..<columns {
        let seen = try A1.slice(axis: 0, row..<row + k).slice(axis: 1, column..<column + k)
        scores += try (dot(W2, seen.reshaped(-1, 1)) + b2).elements
      }
    }
    let windows = rows * columns
    let once = A1.shape[0] * A1.shape[1] * f * f * X.shape[2] * n_F
    let each = k * k * f * f * X.shape[2] * n_F
    return SlidingPass(
      scores: try Tensor(scores).reshaped(rows, columns, W2.rows),
      multiplications: once + windows * W2.count,
      multiplicationsByWindows: windows * (each + W2.count))
  }
  C4W3.slideByConvolution.alternative("window-by-window") { X, W1, b1, W2, b2 in
    // The long way gives the same numbers; the counts are arithmetic.
    let (f, n_C, n_F) = (W1.shape[0], W1.shape[2], W1.shape[3])
    var k = 1
    while k * k * n_F < W2.columns { k += 1 }
    let n = f + k - 1
    let (rows, columns) = (X.shape[0] - n + 1, X.shape[1] - n + 1)
    var outputs: [Tensor] = []
    for row in 0..<rows {
      for column in 0..<columns {
        let window = try X.slice(axis: 0, row..<row + n).slice(axis: 1, column..<column + n)
        let A1 = maximum(try convolve(window, W1, b1), 0)
        outputs.append(try (dot(W2, A1.reshaped(-1, 1)) + b2).T)
      }
    }
    let scores = try Tensor.concatenate(outputs, axis: 0).reshaped(rows, columns, -1)
    let filterWork = f * f * n_C * n_F
    let denseWork = W2.rows * k * k * n_F
    return SlidingPass(
      scores: scores,
      multiplications: (rows + k - 1) * (columns + k - 1) * filterWork + rows * columns * denseWork,
      multiplicationsByWindows: rows * columns * (k * k * filterWork + denseWork))
  }
  C4W3.slideByConvolution.alternative("shifted-sums") { X, W1, b1, W2, b2 in
    let (f, n_F) = (W1.shape[0], W1.shape[3])
    let k = Int((Double(W2.columns / n_F)).squareRoot())
    let A1 = maximum(try convolve(X, W1, b1), 0)
    let filters = try filtersFromDense(W2, k)
    let (rows, columns) = (A1.shape[0] - k + 1, A1.shape[1] - k + 1)
    var sum = try Tensor.zeros(rows * columns, W2.rows) + b2.reshaped(1, -1)
    for down in 0..<k {
      for right in 0..<k {
        let part = try A1.slice(axis: 0, down..<down + rows)
          .slice(axis: 1, right..<right + columns).reshaped(-1, n_F)
        try sum += dot(part, filters.entry(down).entry(right))
      }
    }
    let places = (X.shape[0] - f + 1) * (X.shape[1] - f + 1)
    return SlidingPass(
      scores: try sum.reshaped(rows, columns, -1),
      multiplications: places * W1.count + rows * columns * W2.count,
      multiplicationsByWindows: rows * columns * k * k * W1.count + rows * columns * W2.count)
  }
}

@ImplementationList var precisionAlternatives: [Implementation] {
  C4W3.averagePrecision.alternative("area-of-steps") { hits, truths in
    // The steps of recall, each as high as the precision that is reached from there on.
    var (recalls, precisions, found) = ([0.0], [0.0], 0.0)
    for (k, isHit) in hits.enumerated() {
      found += isHit ? 1 : 0
      recalls.append(found / Double(truths))
      precisions.append(found / Double(k + 1))
    }
    for k in precisions.indices.dropLast().reversed() {
      precisions[k] = max(precisions[k], precisions[k + 1])
    }
    var area = 0.0
    for k in 1..<recalls.count { area += (recalls[k] - recalls[k - 1]) * precisions[k] }
    return area
  }
  C4W3.averagePrecision.alternative("greatest-of-the-rest") { hits, truths in
    var precisions: [Double] = []
    for k in hits.indices {
      let found = hits[...k].count(where: { $0 })
      precisions.append(Double(found) / Double(k + 1))
    }
    let best = hits.indices.filter { hits[$0] }.map { precisions[$0...].max() ?? 0 }
    return best.reduce(0, +) / Double(truths)
  }
  C4W3.averagePrecision.alternative("hits-only") { hits, truths in
    // Between two hits precision only falls, so the greatest is always reached at a hit.
    let places = hits.indices.filter { hits[$0] }
    var (area, greatest) = (0.0, 0.0)
    for (k, place) in places.enumerated().reversed() {
      greatest = max(greatest, Double(k + 1) / Double(place + 1))
      area += greatest / Double(truths)
    }
    return area
  }

  C4W3.meanAveragePrecision.alternative("matched-first") { detections, truths, classes, threshold in
    var sum = 0.0
    var occurring = 0
    for c in 0..<classes where truths.contains(where: { $0.classes.contains(c) }) {
      occurring += 1
      var claims: [(score: Double, truth: [Int]?)] = []
      for (picture, found) in detections.enumerated() {
        for i in found.boxes.indices where found.classes[i] == c {
          let own = truths[picture].boxes.indices.filter { truths[picture].classes[$0] == c }
          let overlaps = try own.map {
            try intersectionOverUnion(found.boxes[i], truths[picture].boxes[$0])
          }
          let best = overlaps.indices.max { (overlaps[$0], -$0) < (overlaps[$1], -$1) }
          let isNear = best.map { overlaps[$0] >= threshold } ?? false
          claims.append((found.scores[i], isNear ? best.map { [picture, own[$0]] } : nil))
        }
      }
      let order = claims.indices.sorted { (-claims[$0].score, $0) < (-claims[$1].score, $1) }
      var used: Set<[Int]> = []
      let hits = order.map { i in claims[i].truth.map { used.insert($0).inserted } ?? false }
      let count = truths.flatMap(\.classes).count(where: { $0 == c })
      sum += try averagePrecision(hits, count)
    }
    return occurring == 0 ? 0 : sum / Double(occurring)
  }
  C4W3.meanAveragePrecision.alternative("of-all-pictures-at-once") {
    detections, truths, classes, threshold in
    // Every picture gets a place of its own, far from the others.
    func apart(_ boxes: [[Double]], _ picture: Int) -> [[Double]] {
      boxes.map { box in box.map { $0 + 4096 * Double(picture) } }
    }
    var (all, real) = (Detections(), TrueBoxes())
    for picture in detections.indices {
      all.scores += detections[picture].scores
      all.boxes += apart(detections[picture].boxes, picture)
      all.classes += detections[picture].classes
      real.boxes += apart(truths[picture].boxes, picture)
      real.classes += truths[picture].classes
    }
    return try meanAveragePrecision([all], [real], classes, threshold)
  }
  C4W3.meanAveragePrecision.alternative("class-by-class") {
    detections, truths, classes, threshold in
    let present = (0..<classes).filter { c in truths.contains { $0.classes.contains(c) } }
    let each = try present.map { c in
      let only = detections.map { found in
        let kept = found.classes.indices.filter { found.classes[$0] == c }
        return Detections(
          scores: kept.map { found.scores[$0] }, boxes: kept.map { found.boxes[$0] },
          classes: kept.map { _ in 0 })
      }
      let own = truths.map { truth in
        let kept = truth.classes.indices.filter { truth.classes[$0] == c }
        return TrueBoxes(boxes: kept.map { truth.boxes[$0] }, classes: kept.map { _ in 0 })
      }
      return try meanAveragePrecision(only, own, 1, threshold)
    }
    return each.isEmpty ? 0 : each.reduce(0, +) / Double(each.count)
  }
}
