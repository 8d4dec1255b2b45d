import Foundation
import GradedTesting
import HostileExercises
import Tensors
import XCTest

@testable import Coursework

/// What a call costs. The bounds are wide, since other programs may be running; the printed numbers
/// say what was measured.
final class SpeedTests: HostileTestCase {
  func testSmallCallIsCheap() throws {
    try hostile {
      let Z = Tensor([[1, 2], [3, 4]])
      _ = try Hostile.echo(Z)
      let milliseconds = try times(2000) { _ = try Hostile.echo(Z) }
      print("a small call: \(milliseconds[1000].brief) ms (median of 2000)")
      XCTAssertLessThan(milliseconds[1000], 3)
    }
  }

  func testLargeTensorCrossesQuickly() throws {
    try hostile {
      let X = Tensor.full([12288, 209], 0.5)
      XCTAssertEqual(try Hostile.echo(X).shape, [12288, 209])
      let milliseconds = try times(7) { _ = try Hostile.echo(X) }
      print(
        "12288 x 209 there and back: \(milliseconds[3].brief) ms (median of 7), "
          + "\(milliseconds[0].brief) ms at best")
      XCTAssertLessThan(milliseconds[3], 1000)
    }
  }

  private func times(_ count: Int, _ body: () throws -> Void) rethrows -> [Double] {
    try (0..<count).map { _ in
      let start = ContinuousClock.now
      try body()
      return (ContinuousClock.now - start) / .milliseconds(1)
    }.sorted()
  }
}
