import Coursework
import GradedTesting
import Syllabus
import Tensors
import Text

final class FilterBoxesTests: GradedTestCase {
  override class var exercise: any AnyExercise { C4W3.filterBoxes }

  private let boxes = Tensor(
    [
      [[[1, 2, 3, 4], [5, 6, 7, 8]], [[9, 10, 11, 12], [13, 14, 15, 16]]]
    ].flatMap { $0.flatMap { $0.flatMap(\.self) } }.map(Double.init))

  func testScoresAreConfidenceTimesClass() throws {
    try grade(4) {
      let confidence = try Tensor([0.5, 1, 0.75, 0.25]).reshaped(1, 2, 2, 1)
      let probabilities = try Tensor([0.25, 0.75, 0.5, 0.5, 0.125, 0.875, 1, 0])
        .reshaped(1, 2, 2, 2)
      try expect(
        C4W3.filterBoxes(confidence, boxes.reshaped(1, 2, 2, 4), probabilities, 0.375),
        equals: Detections(
          scores: [0.375, 0.5, 0.656_25], boxes: [[1, 2, 3, 4], [5, 6, 7, 8], [9, 10, 11, 12]],
          classes: [1, 0, 1]))
    }
  }

  func testNothingReachesTheThreshold() throws {
    try grade(2) {
      try expect(
        C4W3.filterBoxes(
          .full([1, 2, 2, 1], 0.5), boxes.reshaped(1, 2, 2, 4), .ones(1, 2, 2, 3), 0.6),
        equals: Detections())
    }
  }

  func testWithOneClassTheScoreIsTheConfidence() throws {
    try grade(1) {
      try expect(
        C4W3.filterBoxes(
          Tensor([0.9, 0.2, 0.7, 0.6]).reshaped(1, 2, 2, 1), boxes.reshaped(1, 2, 2, 4),
          .ones(1, 2, 2, 1), 0.7),
        equals: Detections(
          scores: [0.9, 0.7], boxes: [[1, 2, 3, 4], [9, 10, 11, 12]], classes: [0, 0]))
    }
  }

  func testFreshInputs() throws {
    try grade(3) { try C4W3.filterBoxes.expectToAgreeWithReference(rounds: 10) }
  }
}

final class NonMaxSuppressionTests: GradedTestCase {
  override class var exercise: any AnyExercise { C4W3.nonMaxSuppression }

  private let scores = [0.9, 0.75, 0.8, 0.6, 0.95, 0.7, 0.5]
  private let boxes: [[Double]] = [
    [0, 0, 10, 10], [1, 1, 11, 11], [0, 0, 10, 9], [20, 20, 30, 30], [19, 20, 29, 31],
    [0, 5, 10, 15], [0, 0, 10, 5],
  ]
  private let classes = [0, 0, 1, 0, 0, 0, 0]

  private func detections(_ places: [Int]) -> Detections {
    Detections(
      scores: places.map { scores[$0] }, boxes: places.map { boxes[$0] },
      classes: places.map { classes[$0] })
  }

  func testKnownValues() throws {
    try grade(4) {
      // Tests/Peers/detection.py. The last box has an IoU of exactly 0.5 with the first.
      try expect(
        C4W3.nonMaxSuppression(scores, boxes, classes, 10, 0.5),
        equals: detections([4, 0, 2, 5, 6]))
    }
  }

  func testAtMostSoManyBoxes() throws {
    try grade(2) {
      try expect(
        C4W3.nonMaxSuppression(scores, boxes, classes, 3, 0.5), equals: detections([4, 0, 2]))
    }
  }

  func testBoxesOfOtherClassesStay() throws {
    try grade(3) {
      try expect(
        C4W3.nonMaxSuppression([0.9, 0.8], [[0, 0, 4, 4], [0, 0, 4, 4]], [0, 1], 5, 0.5),
        equals: Detections(
          scores: [0.9, 0.8], boxes: [[0, 0, 4, 4], [0, 0, 4, 4]], classes: [0, 1]),
        within: .standard,
        Phrase("a horse and its rider at one place both stay", zh: "同一位置的马和骑手都留下"))
    }
  }

  func testABoxThatWasDroppedDropsNoOthers() throws {
    try grade(2) {
      // The middle box overlaps both others, which do not overlap much: IoU 2/3, 2/3 and 3/7.
      let chain: [[Double]] = [[0, 0, 5, 1], [1, 0, 6, 1], [2, 0, 7, 1]]
      try expect(
        C4W3.nonMaxSuppression([0.9, 0.8, 0.7], chain, [0, 0, 0], 5, 0.5),
        equals: Detections(scores: [0.9, 0.7], boxes: [chain[0], chain[2]], classes: [0, 0]))
    }
  }

  func testWithoutBoxesNothingIsKept() throws {
    try grade(1) { try expect(C4W3.nonMaxSuppression([], [], [], 5, 0.5), equals: Detections()) }
  }

  func testFreshInputs() throws {
    try grade(3) { try C4W3.nonMaxSuppression.expectToAgreeWithReference(rounds: 16) }
  }
}

final class DetectTests: GradedTestCase {
  override class var exercise: any AnyExercise { C4W3.detect }

  func testTwoObjectsInAWidePicture() throws {
    try grade(4) {
      // The first two boxes are nearly the same, the third is another, the last is too weak.
      let predictions = BoxPredictions(
        boxConfidence: try Tensor([1, 0.75, 1, 0.25]).reshaped(2, 2, 1, 1),
        boxXY: try Tensor([0.25, 0.25, 0.25, 0.25, 0.75, 0.5, 0.5, 0.5]).reshaped(2, 2, 1, 2),
        boxWH: try Tensor([0.25, 0.5, 0.25, 0.5, 0.5, 0.25, 0.5, 0.5]).reshaped(2, 2, 1, 2),
        boxClassProbabilities: try Tensor([0.75, 0.25, 1, 0, 0.5, 0.5, 1, 0]).reshaped(2, 2, 1, 2))
      try expect(
        C4W3.detect(predictions, [100, 200], 10, 0.4, 0.5),
        equals: Detections(
          scores: [0.75, 0.5], boxes: [[0, 25, 50, 75], [37.5, 100, 62.5, 200]], classes: [0, 0]))
    }
  }

  func testOnePlaceWithoutAnObject() throws {
    try grade(2) {
      let predictions = BoxPredictions(
        boxConfidence: .full([1, 1, 1, 1], 0.01), boxXY: .full([1, 1, 1, 2], 0.5),
        boxWH: .full([1, 1, 1, 2], 0.5), boxClassProbabilities: .full([1, 1, 1, 2], 0.5))
      try expect(C4W3.detect(predictions, [10, 10], 10, 0.5, 0.5), equals: Detections())
    }
  }

  func testFreshInputs() throws {
    try grade(4) { try C4W3.detect.expectToAgreeWithReference(rounds: 8) }
  }
}
