import Foundation
import GradedTesting
import Tensors
import XCTest

@testable import Datasets

/// Tests the generated data against Fixtures/generated.npz, which was made by NumPy and
/// scikit-learn (Tests/Peers/datasets_generated.py).
final class GeneratedDataTests: FrameworkTestCase {
  private var archive: NPZArchive {
    get throws {
      let url = try XCTUnwrap(
        Bundle.module.url(forResource: "generated", withExtension: "npz", subdirectory: "Fixtures"))
      return try NPZArchive(contentsOf: url)
    }
  }

  /// Libraries may compute sines and cosines with a different last bit.
  private let lastBits = 1e-14

  private func assertEqual(
    _ data: LabelledData, _ name: String, within tolerance: Double = 0,
    file: StaticString = #filePath, line: UInt = #line
  ) throws {
    let X = try archive.tensor("\(name)_X")
    let Y = try archive.tensor("\(name)_Y")
    XCTAssertEqual(
      data.X.shape, X.shape, "\(name): the shape of X should be scikit-learn's", file: file,
      line: line)
    XCTAssertEqual(
      data.Y.shape, Y.shape, "\(name): the shape of Y should be scikit-learn's", file: file,
      line: line)
    XCTAssertEqual(
      data.Y.elements, Y.elements, "\(name): the labels should be scikit-learn's", file: file,
      line: line)
    guard data.X.shape == X.shape else { return }
    var worst = 0.0
    for (actual, expected) in zip(data.X.elements, X.elements) {
      worst = max(worst, abs(actual - expected))
    }
    XCTAssertLessThanOrEqual(
      worst, tolerance, "\(name): largest difference from scikit-learn", file: file, line: line)
  }

  func testPlanarFlowerIsThatOfTheNotebook() throws {
    try assertEqual(.planarFlower(examples: 400, seed: 1), "flower", within: lastBits)
  }

  func testPlanarFlowerOfOddCountLeavesOneOut() throws {
    try assertEqual(.planarFlower(examples: 31, seed: 7), "flower_odd", within: lastBits)
  }

  func testCirclesAreScikitLearns() throws {
    try assertEqual(
      .circles(examples: 300, noise: 0.05, seed: 1), "circles_train", within: lastBits)
    try assertEqual(
      .circles(examples: 100, noise: 0.05, seed: 2), "circles_test", within: lastBits)
  }

  func testCirclesWithoutNoiseDrawNone() throws {
    try assertEqual(.circles(examples: 7, seed: 4), "circles_odd", within: lastBits)
  }

  func testMoonsAreScikitLearns() throws {
    try assertEqual(.moons(examples: 300, noise: 0.2, seed: 3), "moons_train", within: lastBits)
    try assertEqual(.moons(examples: 9, seed: 11), "moons_odd", within: lastBits)
  }

  func testBlobsAreScikitLearnsToTheLastBit() throws {
    try assertEqual(.blobs(examples: 200, centers: 6, seed: 5), "extra_blobs")
    try assertEqual(
      .blobs(examples: 17, centers: 4, standardDeviation: 0.5, box: 0...3, seed: 9),
      "blobs_uneven")
  }

  func testGaussianQuantilesAreScikitLearnsToTheLastBit() throws {
    try assertEqual(
      .gaussianQuantiles(examples: 20, covariance: 2, classes: 3, seed: 6), "quantiles_uneven")
  }

  func testOneGeneratorDrawsSeveralSetsInARow() throws {
    var random = RandomState(seed: 1)
    try assertEqual(
      .circles(examples: 200, noise: 0.3, factor: 0.5, random: &random), "extra_circles",
      within: lastBits)
    try assertEqual(
      .moons(examples: 200, noise: 0.2, random: &random), "extra_moons", within: lastBits)
    try assertEqual(
      .gaussianQuantiles(examples: 200, covariance: 0.5, classes: 2, random: &random),
      "extra_quantiles")
  }

  func testNoisyDiagonalIsNumPysToTheLastBit() throws {
    let data = TrainingAndTest.noisyDiagonal()
    try assertEqual(data.training, "diagonal_train")
    try assertEqual(data.test, "diagonal_test")
  }

  func testNoExamplesGiveEmptySets() {
    let empty: [LabelledData] = [
      .planarFlower(examples: -3), .circles(examples: 0, noise: 1, seed: 1),
      .moons(examples: -1, seed: 1), .blobs(examples: 0, centers: -2, seed: 1),
      .gaussianQuantiles(examples: 0, classes: 0, seed: 1),
      TrainingAndTest.noisyDiagonal(training: 0, test: -1).test,
    ]
    for data in empty {
      XCTAssertEqual(data.X.shape, [2, 0])
      XCTAssertEqual(data.Y.shape, [1, 0])
    }
  }
}
