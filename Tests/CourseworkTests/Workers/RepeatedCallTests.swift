import GradedTesting
import HostileExercises
import Tensors
import XCTest

@testable import Coursework

/// Tests that many calls and large arguments leave the worker unchanged.
final class RepeatedCallTests: HostileTestCase {
  func testEveryOneOfManyCallsReturnsItsArgument() throws {
    try hostile {
      for number in 0..<500 {
        let Z = Tensor([[Double(number), 2], [3, 4]])
        XCTAssertEqual(try Hostile.echo(Z), Z)
      }
    }
  }

  func testLargeTensorCrossesWhole() throws {
    try hostile {
      var random = RandomState(seed: 1)
      let X = random.rand(12288, 209)
      XCTAssertEqual(try Hostile.echo(X), X)
    }
  }
}
