extension LessonCoverage {
  static let detection = [
    Topic(
      "the label of one object, its loss, landmarks", "C4W3", "One thing: the label grows",
      "C4W3 label-of-a-tram", "C4W3 label-size", "C4W3 nothing-there", "C4W3 hand-landmarks"),
    Topic(
      "sliding windows by convolution, region proposals", "C4W3", "Several things: windows",
      "C4W3 dense-as-convolution", "C4W3 large-picture", "C4W3 why-convolutional-windows",
      "C4W3 region-proposals"),
    Topic(
      "intersection over union", "C4W3",
      "How well does a box fit? `boxCorners`, `intersectionOverUnion`", "C4W3 iou",
      "C4W3 boxes-apart"),
    Topic(
      "a grid of cells with anchor boxes", "C4W3",
      "A grid with anchors: `encodeLabels`, `decodePredictions`", "C4W3 cell-coordinates",
      "C4W3 output-volume", "C4W3 anchors"),
    Topic(
      "non-max suppression within each class", "C4W3",
      "From predictions to boxes: `filterBoxes`, `nonMaxSuppression`, `detect`",
      "C4W3 suppression-by-hand", "C4W3 horse-and-rider"),
  ]
}
