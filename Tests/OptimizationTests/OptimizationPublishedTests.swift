import Coursework
import Datasets
import GradedTesting
import Syllabus
import Tensors
import XCTest

/// Published results of 5000 epochs on the moons, which take too long for a learner's run.
final class OptimizationPublishedTests: FrameworkTestCase {
  private func run(_ method: OptimizationMethod) throws -> (costs: [Double], accuracy: Double) {
    let training = try C2W2.trainWithMiniBatches.reference(
      Moons.data.X, Moons.data.Y, Moons.start, method, 0.0007, 64, 5000, 10)
    let costs = stride(from: 0, to: 5000, by: 1000).map { training.costs[$0] }
    let accuracy = try ThreeLayerNetwork.accuracy(
      Moons.data.X, Moons.data.Y, ThreeLayerParameters(layers: training.parameters))
    return (costs, accuracy)
  }

  private func assertEqual(
    _ costs: [Double], _ published: [Double], line: UInt = #line
  ) {
    XCTAssertEqual(costs.count, published.count, line: line)
    for (epoch, pair) in zip(costs, published).enumerated() {
      XCTAssertEqual(
        pair.0, pair.1, accuracy: 0.500_001e-6, "epoch \(epoch * 1000)", line: line)
    }
  }

  func testGradientDescent() throws {
    let (costs, accuracy) = try run(.gradientDescent)
    assertEqual(costs, [0.702_405, 0.668_101, 0.635_288, 0.600_491, 0.573_367])
    XCTAssertEqual(accuracy, 71.67, accuracy: 0.005)
  }

  func testMomentum() throws {
    let (costs, accuracy) = try run(.momentum)
    assertEqual(costs, [0.702_413, 0.668_167, 0.635_388, 0.600_591, 0.573_444])
    XCTAssertEqual(accuracy, 71.67, accuracy: 0.005)
  }

  func testAdam() throws {
    let (costs, accuracy) = try run(.adam)
    assertEqual(costs, [0.702_166, 0.167_845, 0.141_316, 0.138_788, 0.136_066])
    XCTAssertEqual(accuracy, 94.33, accuracy: 0.005)
  }
}
