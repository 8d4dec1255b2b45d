import Coursework
import Datasets
import GradedTesting
import Syllabus
import Tensors
import XCTest

/// Tests that the week's lesson holds on the course's own noisy data.
///
/// Without regularization the network memorizes the noise. The trainings take too long for a
/// learner's run.
final class RegularizationLessonTests: FrameworkTestCase {
  private let data = TrainingAndTest.noisyDiagonal()

  private func run(lambda: Double, keepProbability: Double) throws -> (
    training: Double, test: Double
  ) {
    var random = RandomState(seed: 3)
    let start = try ThreeLayerParameters(
      layers: [(2, 20), (20, 3), (3, 1)].map { before, units in
        LayerParameters(
          W: random.randn(units, before) / Double(before).squareRoot(), b: .zeros(units, 1))
      })
    let parameters = try C2W1b.trainWithRegularization.reference(
      data.training.X, data.training.Y, start, 0.3, 10_000, lambda, keepProbability, 1
    ).parameters
    return (
      try ThreeLayerNetwork.accuracy(data.training.X, data.training.Y, parameters),
      try ThreeLayerNetwork.accuracy(data.test.X, data.test.Y, parameters)
    )
  }

  func testRegularizationHelpsTheTestSet() throws {
    let none = try run(lambda: 0, keepProbability: 1)
    let penalty = try run(lambda: 0.7, keepProbability: 1)
    let dropout = try run(lambda: 0, keepProbability: 0.86)
    XCTAssertGreaterThan(
      penalty.test, none.test + 1, "the penalty should improve the test accuracy")
    XCTAssertGreaterThan(dropout.test, none.test + 1, "dropout should improve the test accuracy")
  }
}
