import Coursework
import Datasets
import GradedTesting
import Syllabus
import Tensors
import XCTest

/// Published results of 8000 steps from a second start, which take too long for a learner's run.
final class ShallowPublishedTests: FrameworkTestCase {
  func testCostsFromAnotherStart() throws {
    let flower = LabelledData.planarFlower()
    let costs = try C1W3.model.reference(flower.X, flower.Y, 4, 8_000, 1.2, 2).costs
    let published = [
      0.693_048, 0.288_083, 0.254_385, 0.233_864, 0.226_792, 0.222_644, 0.219_731, 0.217_504,
    ]
    XCTAssertEqual(costs.count, published.count)
    for (cost, published) in zip(costs, published) {
      XCTAssertEqual(cost, published, accuracy: 1e-4)
    }
  }
}
