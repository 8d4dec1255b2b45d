import Coursework
import GradedTesting
import Syllabus
import Tensors
import Text

// Known values: Tests/Peers/detection.py.

final class AveragePrecisionTests: GradedTestCase {
  override class var exercise: any AnyExercise { C4W3.averagePrecision }

  func testKnownValues() throws {
    try grade(3) {
      try expect(C4W3.averagePrecision([true, false, true], 2), equals: 0.833_333_333_333_333_3)
      try expect(
        C4W3.averagePrecision([true, false, false, true, true, false, true], 5),
        equals: 0.554_285_714_285_714_3)
    }
  }

  func testTheGreatestPrecisionFromThereOnCounts() throws {
    try grade(2) {
      try expect(
        C4W3.averagePrecision([false, true, true], 2), equals: 2.0 / 3, within: .standard,
        Phrase(
          "at the first hit precision is 1/2, at the second 2/3, which counts for both",
          zh: "第一次命中时查准率是 1/2，第二次是 2/3，两次都按 2/3 算"))
    }
  }

  func testAllFoundBeforeTheFirstMistakeIsOne() throws {
    try grade(2) {
      try expect(C4W3.averagePrecision([true, true, false, false], 2), equals: 1.0)
      try expect(C4W3.averagePrecision([true, true], 4), equals: 0.5)
    }
  }

  func testNothingFoundIsZero() throws {
    try grade(1) {
      try expect(C4W3.averagePrecision([false, false], 3), equals: 0.0)
      try expect(C4W3.averagePrecision([], 2), equals: 0.0)
    }
  }

  func testFreshInputs() throws {
    try grade(2) { try C4W3.averagePrecision.expectToAgreeWithReference(rounds: 16) }
  }
}

final class MeanAveragePrecisionTests: GradedTestCase {
  override class var exercise: any AnyExercise { C4W3.meanAveragePrecision }

  private let truth = TrueBoxes(boxes: [[0, 0, 4, 4], [6, 6, 8, 8]], classes: [0, 1])

  func testAPerfectDetector() throws {
    try grade(2) {
      let found = Detections(scores: [0.6, 0.9], boxes: truth.boxes, classes: truth.classes)
      try expect(C4W3.meanAveragePrecision([found], [truth], 2, 0.5), equals: 1.0)
    }
  }

  func testASecondBoxOnAnObjectIsAMistake() throws {
    try grade(3) {
      // Class 0: hit, again the same, so AP = 1/2 of two truths; class 1: missed by its place.
      let found = Detections(
        scores: [0.9, 0.8, 0.7], boxes: [[0, 0, 4, 4], [0, 0, 4, 3], [0, 0, 2, 2]],
        classes: [0, 0, 1])
      let other = TrueBoxes(boxes: [[1, 1, 5, 5]], classes: [0])
      try expect(
        C4W3.meanAveragePrecision([found, Detections()], [truth, other], 2, 0.5), equals: 0.25)
    }
  }

  func testPicturesAreRankedTogether() throws {
    try grade(3) {
      // A confident mistake in the second picture ranks before the hit in the first: AP = 1/2.
      let first = Detections(scores: [0.5], boxes: [[0, 0, 4, 4]], classes: [0])
      let second = Detections(scores: [0.9], boxes: [[0, 0, 4, 4]], classes: [0])
      let one = TrueBoxes(boxes: [[0, 0, 4, 4]], classes: [0])
      try expect(
        C4W3.meanAveragePrecision([first, second], [one, TrueBoxes()], 1, 0.5), equals: 0.5)
    }
  }

  func testClassesWithoutTrueBoxesDoNotCount() throws {
    try grade(2) {
      let found = Detections(
        scores: [0.6, 0.9], boxes: [[0, 0, 4, 4], [0, 0, 1, 1]], classes: [0, 2])
      try expect(
        C4W3.meanAveragePrecision(
          [found], [TrueBoxes(boxes: [[0, 0, 4, 4]], classes: [0])], 5, 0.5), equals: 1.0)
      try expect(C4W3.meanAveragePrecision([found], [TrueBoxes()], 5, 0.5), equals: 0.0)
    }
  }

  func testABoxThatJustFits() throws {
    try grade(1) {
      let found = Detections(scores: [0.6], boxes: [[0, 0, 4, 2]], classes: [0])
      try expect(
        C4W3.meanAveragePrecision(
          [found], [TrueBoxes(boxes: [[0, 0, 4, 4]], classes: [0])], 1, 0.5), equals: 1.0,
        within: .standard,
        Phrase("an IoU of exactly 0.5 is enough", zh: "IoU 恰好为 0.5 就够了"))
    }
  }

  func testFreshInputs() throws {
    try grade(4) { try C4W3.meanAveragePrecision.expectToAgreeWithReference(rounds: 10) }
  }
}
