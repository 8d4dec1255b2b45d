import Coursework
import Syllabus
import Tensors

@ImplementationList var suppressionMistakes: [Implementation] {
  C4W3.filterBoxes.mistaken(
    "strictly-above",
    "A score that equals the threshold is dropped: at least the threshold stays, >=.",
    zh: "得分恰好等于阈值的框被去掉了：不低于阈值就保留，应当用 >=。"
  ) { confidence, boxes, probabilities, threshold in
    try filterBoxes(confidence, boxes, probabilities, threshold + 1e-6)
  }
  C4W3.filterBoxes.mistaken(
    "confidence-alone",
    "The score is p_c alone: multiply it by the probability of the class.",
    zh: "得分只用了 p_c：还要乘类别的概率。"
  ) { confidence, boxes, probabilities, threshold in
    let found = try filterBoxes(confidence, boxes, probabilities, -1)
    return found.keeping(scores: confidence.elements) { $0 >= threshold }
  }
  C4W3.filterBoxes.mistaken(
    "class-alone",
    "The score is the probability of the class alone: multiply it by p_c.",
    zh: "得分只用了类别的概率：还要乘 p_c。"
  ) { confidence, boxes, probabilities, threshold in
    try filterBoxes(.ones(shape: confidence.shape), boxes, probabilities, threshold)
  }
  C4W3.filterBoxes.mistaken(
    "threshold-on-confidence",
    "p_c is compared with the threshold: compare the score, p_c times the probability of the class.",
    zh: "拿 p_c 与阈值比较了：应当比较得分，即 p_c 乘类别的概率。"
  ) { confidence, boxes, probabilities, threshold in
    let found = try filterBoxes(confidence, boxes, probabilities, -1)
    let kept = confidence.elements.indices.filter { confidence.elements[$0] >= threshold }
    return found.at(kept)
  }
  C4W3.filterBoxes.mistaken(
    "weak-ones-kept",
    "What is below the threshold is kept: keep what is not.",
    zh: "保留了低于阈值的框：应当保留不低于阈值的。"
  ) { confidence, boxes, probabilities, threshold in
    let found = try filterBoxes(confidence, boxes, probabilities, -1)
    return found.keeping(scores: found.scores) { $0 < threshold }
  }
  C4W3.filterBoxes.mistaken(
    "every-class",
    "A box is kept once for each class that reaches the threshold: it has one class, that with the greatest score.",
    zh: "一个框的每个达到阈值的类别都保留了一次：一个框只取得分最高的那一类。"
  ) { confidence, boxes, probabilities, threshold in
    let C = probabilities.shape[3]
    let scores = try (confidence * probabilities).reshaped(-1, C)
    let corners = try boxes.reshaped(-1, 4)
    var found = Detections()
    for i in 0..<scores.rows {
      for c in 0..<C where scores[i, c] >= threshold {
        found.scores.append(scores[i, c])
        found.boxes.append(try corners.row(i).elements)
        found.classes.append(c)
      }
    }
    return found
  }

  C4W3.nonMaxSuppression.mistaken(
    "across-classes",
    "A box drops boxes of other classes: a rider and the horse both stay, so compare only within a class.",
    zh: "别的类别的框也被抑制了：骑手和马都应当留下，只在同一类里比较。"
  ) { scores, boxes, classes, most, threshold in
    let kept = try suppress(scores, boxes, classes.map { _ in 0 }, most, threshold)
    return Detections(scores: scores, boxes: boxes, classes: classes).at(kept)
  }
  C4W3.nonMaxSuppression.mistaken(
    "at-the-threshold-too",
    "A box whose IoU equals the threshold is dropped: only more than the threshold is too much, >.",
    zh: "IoU 恰好等于阈值的框也被去掉了：大于阈值才去掉，应当用 >。"
  ) { scores, boxes, classes, most, threshold in
    try nonMaxSuppression(scores, boxes, classes, most, threshold - 1e-6)
  }
  C4W3.nonMaxSuppression.mistaken(
    "by-order-of-input",
    "The boxes are looked at in the order in which they come: begin with the highest score.",
    zh: "框是按输入的顺序处理的：应当从得分最高的开始。"
  ) { scores, boxes, classes, most, threshold in
    let order = scores.indices.map { -Double($0) }
    let kept = try suppress(order, boxes, classes, most, threshold)
    return Detections(scores: scores, boxes: boxes, classes: classes).at(kept)
  }
  C4W3.nonMaxSuppression.mistaken(
    "lowest-first",
    "The lowest score is looked at first: sort from the highest down.",
    zh: "先看了得分最低的：应当从高到低排序。"
  ) { scores, boxes, classes, most, threshold in
    let kept = try suppress(scores.map { -$0 }, boxes, classes, most, threshold)
    return Detections(scores: scores, boxes: boxes, classes: classes).at(kept)
  }
  C4W3.nonMaxSuppression.mistaken(
    "dropped-boxes-drop",
    "A box that was dropped drops others: compare only with boxes that were kept.",
    zh: "已经去掉的框又去掉了别的框：只与保留下来的框比较。"
  ) { scores, boxes, classes, most, threshold in
    try suppressing(scores, boxes, classes, most) { _, seen, i in
      try seen.contains {
        try classes[$0] == classes[i] && intersectionOverUnion(boxes[$0], boxes[i]) > threshold
      }
    }
  }
  C4W3.nonMaxSuppression.mistaken(
    "neighbour-only",
    "A box is compared with the last one that was kept only: compare with all that were kept.",
    zh: "只与上一个保留的框比较了：要与所有保留的框比较。"
  ) { scores, boxes, classes, most, threshold in
    try suppressing(scores, boxes, classes, most) { kept, _, i in
      try kept.suffix(1).contains {
        try classes[$0] == classes[i] && intersectionOverUnion(boxes[$0], boxes[i]) > threshold
      }
    }
  }
  C4W3.nonMaxSuppression.mistaken(
    "distant-ones-dropped",
    "Boxes that overlap little are dropped: drop those whose IoU is greater than the threshold.",
    zh: "去掉了重叠少的框：应当去掉 IoU 大于阈值的。"
  ) { scores, boxes, classes, most, threshold in
    try suppressing(scores, boxes, classes, most) { kept, _, i in
      try kept.contains {
        try classes[$0] == classes[i] && intersectionOverUnion(boxes[$0], boxes[i]) <= threshold
      }
    }
  }
  C4W3.nonMaxSuppression.mistaken(
    "no-limit",
    "More than maxBoxes are returned: stop when so many are kept.",
    zh: "返回的框多于 maxBoxes 个：保留够了就停。"
  ) { scores, boxes, classes, _, threshold in
    try nonMaxSuppression(scores, boxes, classes, scores.count, threshold)
  }
  C4W3.nonMaxSuppression.mistaken(
    "limit-before",
    "Only the best maxBoxes are looked at: the limit is for those that are kept.",
    zh: "只看了得分最高的 maxBoxes 个框：这个限制是对保留下来的框而言的。"
  ) { scores, boxes, classes, most, threshold in
    let best = scores.indices.sorted { (-scores[$0], $0) < (-scores[$1], $1) }.prefix(most)
    return try nonMaxSuppression(
      best.map { scores[$0] }, best.map { boxes[$0] }, best.map { classes[$0] }, most, threshold)
  }
  C4W3.nonMaxSuppression.mistaken(
    "order-of-input-returned",
    "The right boxes are kept, but returned in the order of the input: the highest score comes first.",
    zh: "保留的框是对的，但按输入的顺序返回了：得分最高的在最前面。"
  ) { scores, boxes, classes, most, threshold in
    let kept = try suppress(scores, boxes, classes, most, threshold)
    return Detections(scores: scores, boxes: boxes, classes: classes).at(kept.sorted())
  }
  C4W3.nonMaxSuppression.mistaken(
    "one-a-class",
    "Of each class only one box is left: another stays as long as it overlaps no kept one too much.",
    zh: "每一类只剩一个框：只要与保留的框重叠得不多，同类的其他框也应当留下。"
  ) { scores, boxes, classes, most, _ in
    try suppressing(scores, boxes, classes, most) { kept, _, i in
      kept.contains { classes[$0] == classes[i] }
    }
  }
  C4W3.nonMaxSuppression.mistaken(
    "later-of-equals",
    "Of equal scores the later one is looked at first: take the first in the lists first.",
    zh: "得分相同时先看了后面的：应当先看列表里靠前的。"
  ) { scores, boxes, classes, most, threshold in
    let all = Array(scores.indices.reversed())
    return try nonMaxSuppression(
      all.map { scores[$0] }, all.map { boxes[$0] }, all.map { classes[$0] }, most, threshold)
  }
}

@ImplementationList var detectMistakes: [Implementation] {
  C4W3.detect.mistaken(
    "thresholds-exchanged",
    "The two thresholds are exchanged: the score's goes to filterBoxes, the overlap's to nonMaxSuppression.",
    zh: "两个阈值用反了：得分的阈值给 filterBoxes，重叠的阈值给 nonMaxSuppression。"
  ) { predictions, shape, most, scoreThreshold, iouThreshold in
    try detect(predictions, shape, most, iouThreshold, scoreThreshold)
  }
  C4W3.detect.mistaken(
    "not-scaled",
    "The boxes are still parts of the picture: multiply y by its height and x by its width.",
    zh: "框仍然是占图像的比例：y 要乘图像的高，x 要乘图像的宽。"
  ) { predictions, _, most, scoreThreshold, iouThreshold in
    try detect(predictions, [1, 1], most, scoreThreshold, iouThreshold)
  }
  C4W3.detect.mistaken(
    "width-for-height",
    "Height and width of the picture are exchanged: imageShape is (height, width), and y goes with the height.",
    zh: "图像的高和宽用反了：imageShape 是 (高, 宽)，y 与高配对。"
  ) { predictions, shape, most, scoreThreshold, iouThreshold in
    try detect(predictions, shape.reversed(), most, scoreThreshold, iouThreshold)
  }
  C4W3.detect.mistaken(
    "no-suppression",
    "Boxes that overlap are all returned: nonMaxSuppression keeps the best of them.",
    zh: "重叠的框全都返回了：要用 nonMaxSuppression 只留最好的。"
  ) { predictions, shape, most, scoreThreshold, _ in
    try detect(predictions, shape, most, scoreThreshold, 1)
  }
  C4W3.detect.mistaken(
    "no-filter",
    "Boxes below the score threshold are returned, too: filter them out first.",
    zh: "低于得分阈值的框也返回了：先用 filterBoxes 去掉。"
  ) { predictions, shape, most, _, iouThreshold in
    try detect(predictions, shape, most, -1, iouThreshold)
  }
  C4W3.detect.mistaken(
    "centres-for-corners",
    "The boxes are centres and sizes: turn them into corners first.",
    zh: "框还是中心和大小：先换成两个角。"
  ) { predictions, shape, most, scoreThreshold, iouThreshold in
    let boxes = try predictions.boxXY.concatenated(with: predictions.boxWH, axis: 3)
    let found = try filterBoxes(
      predictions.boxConfidence, boxes, predictions.boxClassProbabilities, scoreThreshold)
    let scaled = found.boxes.map { box in zip(box, shape + shape).map { $0 * $1 } }
    return try nonMaxSuppression(found.scores, scaled, found.classes, most, iouThreshold)
  }
}

extension Detections {
  /// Those at some places.
  fileprivate func at(_ places: [Int]) -> Detections {
    Detections(
      scores: places.map { scores[$0] }, boxes: places.map { boxes[$0] },
      classes: places.map { classes[$0] })
  }

  /// Those whose number is as it should be, with these numbers for scores.
  fileprivate func keeping(scores: [Double], where isKept: (Double) -> Bool) -> Detections {
    var all = self
    all.scores = scores
    return all.at(scores.indices.filter { isKept(scores[$0]) })
  }
}

/// The places that are kept when they are looked at from the highest rank down.
private func suppress(
  _ ranks: [Double], _ boxes: [[Double]], _ classes: [Int], _ most: Int, _ threshold: Double
) throws -> [Int] {
  let numbered = boxes.indices.map { boxes[$0] + [Double($0)] }
  return try nonMaxSuppression(ranks, numbered, classes, most, threshold).boxes.map { Int($0[4]) }
}

/// Suppression with another rule for what is dropped, given the boxes kept and those seen before.
private func suppressing(
  _ scores: [Double], _ boxes: [[Double]], _ classes: [Int], _ most: Int,
  isDropped: (_ kept: [Int], _ seen: [Int], _ i: Int) throws -> Bool
) throws -> Detections {
  var (kept, seen): ([Int], [Int]) = ([], [])
  for i in scores.indices.sorted(by: { (-scores[$0], $0) < (-scores[$1], $1) }) {
    guard kept.count < most else { break }
    if try !isDropped(kept, seen, i) { kept.append(i) }
    seen.append(i)
  }
  return Detections(scores: scores, boxes: boxes, classes: classes).at(kept)
}
