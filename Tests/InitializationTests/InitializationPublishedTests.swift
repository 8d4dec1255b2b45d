import Coursework
import Datasets
import GradedTesting
import Syllabus
import Tensors
import XCTest

/// Published results of 15000 steps on the circles, which take too long for a learner's run.
final class InitializationPublishedTests: FrameworkTestCase {
  private let training = LabelledData.circles(examples: 300, noise: 0.05, seed: 1)
  private let test = LabelledData.circles(examples: 100, noise: 0.05, seed: 2)

  private func run(
    _ method: InitializationMethod
  ) throws -> (costs: [Double], training: Double, test: Double) {
    let result = try C2W1a.trainFromInitialization.reference(
      training.X, training.Y, [2, 10, 5, 1], method, 3, 0.01, 15_000)
    let parameters = try ThreeLayerParameters(layers: result.parameters)
    return (
      result.costs, try ThreeLayerNetwork.accuracy(training.X, training.Y, parameters),
      try ThreeLayerNetwork.accuracy(test.X, test.Y, parameters)
    )
  }

  func testZerosLearnNothing() throws {
    let (costs, training, test) = try run(.zeros)
    for cost in costs { XCTAssertEqual(cost, 0.693_147, accuracy: 0.5e-6) }
    XCTAssertEqual(training, 50)
    XCTAssertEqual(test, 50)
  }

  func testHe() throws {
    let (costs, training, test) = try run(.he)
    XCTAssertEqual(costs.first ?? 0, 0.883_053_746_341_976_1, accuracy: 1e-14)
    XCTAssertEqual(costs.last ?? 0, 0.073_578_959_626_77, accuracy: 1e-9)
    XCTAssertEqual(training, 99.33, accuracy: 0.005)
    XCTAssertEqual(test, 96)
  }

  func testLargeWeights() throws {
    let (costs, training, test) = try run(.random)
    XCTAssertEqual(costs.first, .infinity)
    XCTAssertEqual(training, 83, accuracy: 1)
    XCTAssertEqual(test, 86, accuracy: 1)
  }
}
