import Coursework
import Syllabus
import Tensors

@ImplementationList var choiceAlternatives: [Implementation] {
  C4W3.filterBoxes.alternative("nested-loops") { confidence, boxes, probabilities, threshold in
    let shape = probabilities.shape
    var found = Detections()
    for row in 0..<shape[0] {
      for column in 0..<shape[1] {
        for a in 0..<shape[2] {
          var (best, c) = (-1.0, 0)
          for k in 0..<shape[3] {
            let score = confidence[row, column, a, 0] * probabilities[row, column, a, k]
            if score > best { (best, c) = (score, k) }
          }
          guard best >= threshold else { continue }
          found.scores.append(best)
          found.boxes.append((0..<4).map { boxes[row, column, a, $0] })
          found.classes.append(c)
        }
      }
    }
    return found
  }
  C4W3.filterBoxes.alternative("class-first") { confidence, boxes, probabilities, threshold in
    // p_c is the same for all classes of a box, so the likeliest class has the greatest score.
    let p = confidence.elements
    let C = probabilities.shape[3]
    let c = try probabilities.reshaped(-1, C)
    let classes = try c.argmax(axis: 1).elements.map { Int($0) }
    let corners = boxes.elements
    var found = Detections()
    for (i, best) in classes.enumerated() where p[i] * c[i, best] >= threshold {
      found.scores.append(p[i] * c[i, best])
      found.boxes.append(Array(corners[4 * i..<4 * i + 4]))
      found.classes.append(best)
    }
    return found
  }
  C4W3.filterBoxes.alternative("filter-then-map") { confidence, boxes, probabilities, threshold in
    let scores = try (confidence * probabilities).reshaped(-1, probabilities.shape[3])
    let corners = try boxes.reshaped(-1, 4)
    let kept = try (0..<scores.rows).filter { try scores.row($0).max() >= threshold }
    return Detections(
      scores: try kept.map { try scores.row($0).max() },
      boxes: try kept.map { try corners.row($0).elements },
      classes: try kept.map { try scores.row($0).argmax() })
  }

  C4W3.nonMaxSuppression.alternative("taking-away") { scores, boxes, classes, most, threshold in
    var left = scores.indices.sorted { (-scores[$0], $0) < (-scores[$1], $1) }
    var found = Detections()
    while !left.isEmpty, found.scores.count < most {
      let best = left.removeFirst()
      found.scores.append(scores[best])
      found.boxes.append(boxes[best])
      found.classes.append(classes[best])
      left = try left.filter { other in
        if classes[other] != classes[best] { return true }
        return try intersectionOverUnion(boxes[best], boxes[other]) <= threshold
      }
    }
    return found
  }
  C4W3.nonMaxSuppression.alternative("class-by-class") { scores, boxes, classes, most, threshold in
    var kept: [Int] = []
    for c in Set(classes).sorted() {
      var own: [Int] = []
      let ranked = scores.indices.filter { classes[$0] == c }
        .sorted { (-scores[$0], $0) < (-scores[$1], $1) }
      for i in ranked {
        let overlaps = try own.map { try intersectionOverUnion(boxes[$0], boxes[i]) }
        if overlaps.allSatisfy({ $0 <= threshold }) { own.append(i) }
      }
      kept += own
    }
    let order = kept.sorted { (-scores[$0], $0) < (-scores[$1], $1) }.prefix(most)
    return Detections(
      scores: order.map { scores[$0] }, boxes: order.map { boxes[$0] },
      classes: order.map { classes[$0] })
  }
  C4W3.nonMaxSuppression.alternative("marking") { scores, boxes, classes, most, threshold in
    var isDropped = scores.map { _ in false }
    var found = Detections()
    for _ in scores.indices where found.scores.count < most {
      var best: Int?
      for i in scores.indices where !isDropped[i] && scores[i] > best.map({ scores[$0] }) ?? -1e300
      {
        best = i
      }
      guard let best else { break }
      found.scores.append(scores[best])
      found.boxes.append(boxes[best])
      found.classes.append(classes[best])
      for i in scores.indices where classes[i] == classes[best] && !isDropped[i] {
        isDropped[i] = try i == best || intersectionOverUnion(boxes[best], boxes[i]) > threshold
      }
    }
    return found
  }

  C4W3.detect.alternative("scaled-first") {
    predictions, shape, most, scoreThreshold, iouThreshold in
    let scale = Tensor([shape[0], shape[1], shape[0], shape[1]])
    let corners = try boxCorners(predictions.boxXY, predictions.boxWH) * scale
    let found = try filterBoxes(
      predictions.boxConfidence, corners, predictions.boxClassProbabilities, scoreThreshold)
    return try nonMaxSuppression(found.scores, found.boxes, found.classes, most, iouThreshold)
  }
  C4W3.detect.alternative("scaled-last") { predictions, shape, most, scoreThreshold, iouThreshold in
    // IoU stays the same when both boxes are stretched.
    let corners = try boxCorners(predictions.boxXY, predictions.boxWH)
    let found = try filterBoxes(
      predictions.boxConfidence, corners, predictions.boxClassProbabilities, scoreThreshold)
    var kept = try nonMaxSuppression(
      found.scores, found.boxes, found.classes, most, iouThreshold)
    kept.boxes = kept.boxes.map { box in box.indices.map { box[$0] * shape[$0 % 2] } }
    return kept
  }
  C4W3.detect.alternative("filtered-last") {
    predictions, shape, most, scoreThreshold, iouThreshold in
    // A weak box can drop only boxes that are weaker still.
    let scale = Tensor([shape[0], shape[1], shape[0], shape[1]])
    let corners = try boxCorners(predictions.boxXY, predictions.boxWH) * scale
    let all = try filterBoxes(
      predictions.boxConfidence, corners, predictions.boxClassProbabilities, -1)
    let kept = try nonMaxSuppression(all.scores, all.boxes, all.classes, most, iouThreshold)
    let count = kept.scores.count(where: { $0 >= scoreThreshold })
    return Detections(
      scores: Array(kept.scores.prefix(count)), boxes: Array(kept.boxes.prefix(count)),
      classes: Array(kept.classes.prefix(count)))
  }
}
