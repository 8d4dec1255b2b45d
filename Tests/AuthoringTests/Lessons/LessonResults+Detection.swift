import Coursework
import Syllabus
import Tensors

extension LessonResults {
  static let detection: [String: Computation] = [
    "C4W3.work": {
      let pass = try C4W3.slideByConvolution.reference(
        .zeros(56, 56, 1), .zeros(5, 5, 1, 4), .zeros(1, 1, 1, 4), .zeros(1, 24 * 24 * 4),
        .zeros(1, 1))
      let (once, each) = (Double(pass.multiplications), Double(pass.multiplicationsByWindows))
      return [once, each, each / once]
    },
    "C4W3.iou": {
      [1, 0, 0, 4, 3, 12, 2, 0, 4, 3, 6, 2, 2, 0, 6, 3, 12, 6, 18]
        + [try C4W3.intersectionOverUnion.reference([0, 0, 4, 3], [2, 0, 6, 3])]
    },
    "C4W3.encoded": {
      let tram = LabelledObject(x: 0.7, y: 0.3, height: 0.2, width: 0.5, label: 1)
      let Y = try C4W3.encodeLabels.reference(
        [tram], 4, [Anchor(height: 2, width: 1), Anchor(height: 1, width: 2)], 2)
      // Boxes with a common corner.
      let shape = [0, 0, 4 * tram.width, 4 * tram.height]
      let likeness = try [[0, 0, 1, 2], [0, 0, 2, 1]].map {
        try C4W3.intersectionOverUnion.reference(shape, $0)
      }
      return [4, 4, 2, 1, 1, 2, 0.7, 0.3, 0.2, 0.5, 1, 2, 0.7, 4, 2, 0.3, 4, 1] + likeness
        + [1, 2, 1] + (try Y.entry(1).entry(2).entry(1).elements)
    },
    "C4W3.suppressed": {
      let boxes: [[Double]] = [[0, 0, 5, 1], [1, 0, 6, 1], [2, 0, 7, 1]]
      let kept = try C4W3.nonMaxSuppression.reference([0.9, 0.8, 0.7], boxes, [0, 0, 0], 9, 0.5)
      let overlaps = try [(0, 1), (1, 2), (0, 2)].map {
        try C4W3.intersectionOverUnion.reference(boxes[$0.0], boxes[$0.1])
      }
      return [0.9, 0.8, 0.7, overlaps[0], overlaps[1]] + boxes.flatMap(\.self) + [overlaps[2], 0.5]
        + kept.scores
    },
    "C4W3.precision": {
      let AP = try C4W3.averagePrecision.reference([true, false, true], 2)
      return [1, 2, 3, 2, 1, 1.0 / 2, 2.0 / 3, 1, 2, 1, 2.0 / 3, AP, 0.5, 0.5, 1]
    },
  ]
}
