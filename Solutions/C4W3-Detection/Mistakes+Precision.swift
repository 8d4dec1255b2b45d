import Coursework
import Syllabus
import Tensors

@ImplementationList var precisionMistakes: [Implementation] {
  C4W3.averagePrecision.mistaken(
    "last-precision",
    "This is the precision after the last detection: average it over the hits on the way.",
    zh: "这是最后一个检测之后的查准率：应当在途中每次命中处取值，再平均。"
  ) { hits, _ in Double(hits.count(where: { $0 })) / Double(hits.count) }
  C4W3.averagePrecision.mistaken(
    "recall",
    "This is the recall, the part of the true boxes that is found at all.",
    zh: "这是查全率，即真实框里总共找到了多少。"
  ) { hits, truths in Double(hits.count(where: { $0 })) / Double(truths) }
  C4W3.averagePrecision.mistaken(
    "over-the-hits",
    "The sum is divided by the hits: boxes that were never found count as well, so divide by truths.",
    zh: "除以了命中的个数：从未找到的框也要计入，应当除以 truths。"
  ) { hits, truths in
    let count = hits.count(where: { $0 })
    guard count > 0 else { return 0 }
    return try averagePrecision(hits, truths) * Double(truths) / Double(count)
  }
  C4W3.averagePrecision.mistaken(
    "no-envelope",
    "The precision at each hit is taken as it is: take the greatest that is reached from there on.",
    zh: "直接用了每次命中时的查准率：应当取从那里往后能达到的最大值。"
  ) { hits, truths in
    let precisions = precisions(hits)
    return hits.indices.filter { hits[$0] }.map { precisions[$0] }.reduce(0, +) / Double(truths)
  }
  C4W3.averagePrecision.mistaken(
    "mean-over-all",
    "The precisions after all detections are averaged: recall grows at hits only, so only they count.",
    zh: "对每个检测之后的查准率都取了平均：查全率只在命中时增加，只有命中处才算。"
  ) { hits, _ in precisions(hits).reduce(0, +) / Double(hits.count) }
  C4W3.averagePrecision.mistaken(
    "lowest-first",
    "The detections are gone through from the last: the first one has the highest score.",
    zh: "从最后一个检测开始数了：第一个的得分最高。"
  ) { hits, truths in try averagePrecision(hits.reversed(), truths) }

  C4W3.meanAveragePrecision.mistaken(
    "found-twice",
    "A second box on an object that was found counts as a hit: it is a mistake.",
    zh: "已经找到的目标上的第二个框也算了命中：它是一次误报。"
  ) { detections, truths, classes, threshold in
    try mean(detections, truths, classes, threshold, isFoundOnce: false)
  }
  C4W3.meanAveragePrecision.mistaken(
    "empty-classes-counted",
    "A class without true boxes counts as 0: leave it out of the mean.",
    zh: "没有真实框的类别按 0 计入了：求平均时不应计入。"
  ) { detections, truths, classes, threshold in
    let occurring = Set(truths.flatMap(\.classes)).count
    return try meanAveragePrecision(detections, truths, classes, threshold)
      * Double(occurring) / Double(classes)
  }
  C4W3.meanAveragePrecision.mistaken(
    "classes-together",
    "All classes are put into one order: each has an average precision of its own, then take the mean.",
    zh: "所有类别放在一起排序了：应当每一类各算一个平均精度，再取平均。"
  ) { detections, truths, classes, threshold in
    // A class that is a part of the place keeps a box from matching that of another.
    func apart(_ boxes: [[Double]], _ labels: [Int]) -> [[Double]] {
      zip(boxes, labels).map { box, c in box.map { $0 + 1000 * Double(c) } }
    }
    return try meanAveragePrecision(
      detections.map {
        Detections(
          scores: $0.scores, boxes: apart($0.boxes, $0.classes), classes: $0.classes.map { _ in 0 })
      },
      truths.map {
        TrueBoxes(boxes: apart($0.boxes, $0.classes), classes: $0.classes.map { _ in 0 })
      }, 1, threshold)
  }
  C4W3.meanAveragePrecision.mistaken(
    "picture-by-picture",
    "Each picture is judged by itself and the results are averaged: put the detections of all pictures into one order.",
    zh: "每张图像单独算再平均了：应当把所有图像的检测放在一起排序。"
  ) { detections, truths, classes, threshold in
    let each = try zip(detections, truths).map {
      try meanAveragePrecision([$0], [$1], classes, threshold)
    }
    return each.reduce(0, +) / Double(each.count)
  }
  C4W3.meanAveragePrecision.mistaken(
    "not-sorted",
    "The detections are taken as they come: sort them by their scores, over all pictures.",
    zh: "按输入的顺序取了检测：要把所有图像的检测按得分排序。"
  ) { detections, truths, classes, threshold in
    try meanAveragePrecision(
      detections.map {
        Detections(scores: $0.scores.map { _ in 0 }, boxes: $0.boxes, classes: $0.classes)
      }, truths, classes, threshold)
  }
  C4W3.meanAveragePrecision.mistaken(
    "above-the-threshold",
    "An IoU that equals the threshold is no hit here: at least the threshold is enough, >=.",
    zh: "IoU 恰好等于阈值时没有算命中：不低于阈值就算，应当用 >=。"
  ) { detections, truths, classes, threshold in
    try meanAveragePrecision(detections, truths, classes, threshold + 1e-6)
  }
  C4W3.meanAveragePrecision.mistaken(
    "any-class",
    "A box may match a true box of another class: the class has to be right, too.",
    zh: "框可以与别的类别的真实框匹配：类别也必须对。"
  ) { detections, truths, classes, threshold in
    try mean(detections, truths, classes, threshold, isAnyClass: true)
  }
}

/// The precision after each detection.
private func precisions(_ hits: [Bool]) -> [Double] {
  var found = 0.0
  return hits.enumerated().map { k, isHit in
    if isHit { found += 1 }
    return found / Double(k + 1)
  }
}

/// The mean with another rule for what is a hit.
private func mean(
  _ detections: [Detections], _ truths: [TrueBoxes], _ classes: Int, _ threshold: Double,
  isFoundOnce: Bool = true, isAnyClass: Bool = false
) throws -> Double {
  var precisions: [Double] = []
  for c in 0..<classes {
    let count = truths.reduce(0) { $0 + $1.classes.count(where: { $0 == c }) }
    guard count > 0 else { continue }
    let all = detections.indices.flatMap { picture in
      detections[picture].classes.indices.filter { detections[picture].classes[$0] == c }
        .map { (picture, $0) }
    }
    let order = all.indices.sorted { a, b in
      let (first, second) = (all[a], all[b])
      return (-detections[first.0].scores[first.1], a) < (-detections[second.0].scores[second.1], b)
    }
    var isFound = truths.map { $0.boxes.map { _ in false } }
    let hits = try order.map { place in
      let (picture, i) = all[place]
      let truth = truths[picture]
      var (best, greatest) = (0, 0.0)
      for j in truth.boxes.indices where isAnyClass || truth.classes[j] == c {
        let IoU = try intersectionOverUnion(detections[picture].boxes[i], truth.boxes[j])
        if IoU > greatest { (best, greatest) = (j, IoU) }
      }
      guard greatest >= threshold, !isFoundOnce || !isFound[picture][best] else { return false }
      isFound[picture][best] = true
      return true
    }
    precisions.append(try averagePrecision(hits, count))
  }
  return precisions.isEmpty ? 0 : precisions.reduce(0, +) / Double(precisions.count)
}
