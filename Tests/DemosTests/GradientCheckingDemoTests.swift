import Coursework
import GradedTesting
import Syllabus
import Tensors
import XCTest

@testable import Demos

/// Tests the demo of gradient checking, with correct functions and with planted mistakes.
final class GradientCheckingDemoTests: FrameworkTestCase {
  /// The report of the demo with the given `backward` and correct other functions.
  private func report(
    backward: @escaping @Sendable (ThreeLayerGradients) -> ThreeLayerGradients = { $0 }
  ) throws -> DemoReport {
    let table = FunctionTable([
      C2W1c.backward.served { backward(try C2W1c.backward.reference($0, $1, $2, $3)) },
      C2W1c.gradientCheck.served {
        try C2W1c.gradientCheck.reference($0, $1, $2, $3, $4, $5)
      },
      C2W1c.suspects.served { try C2W1c.suspects.reference($0, $1, $2) },
      C2W1c.parametersFromVector.served { try C2W1c.parametersFromVector.reference($0, $1) },
    ])
    return try Host.$current.withValue(.local(table)) {
      try Demo.gradientChecking.run(DemoOptions())
    }
  }

  private func wrongParts(_ report: DemoReport) throws -> [String] {
    let parts = try XCTUnwrap(report.magnitudes)
    XCTAssertEqual(parts.names, ["dW1", "db1", "dW2", "db2", "dW3", "db3"])
    return zip(parts.names, parts.values).filter { $0.1 > 1e-3 }.map(\.0)
  }

  func testACorrectPassHasNoSuspiciousPart() throws {
    let report = try report()
    XCTAssertEqual(try wrongParts(report), [])
    XCTAssertEqual(report.notes.count, 2)
    XCTAssertEqual(
      report.relation?.curves.count, 1, "a correct backward pass should be the only curve")
  }

  /// The published difference of the pass with both mistakes is 0.285093156781.
  func testBothPlantedMistakesGiveThePublishedDifference() throws {
    let report = try report { gradients in
      var spoilt = gradients
      spoilt.dW2 *= 2
      spoilt.db1 *= 4
      return spoilt
    }
    XCTAssertEqual(try wrongParts(report), ["db1", "dW2"])
    let relation = try XCTUnwrap(report.relation)
    XCTAssertEqual(relation.curves.count, 2)
    let usual = try XCTUnwrap(relation.x.firstIndex { abs($0 - 1e-7) < 1e-12 })
    XCTAssertEqual(relation.curves[0].y[usual], 0.285_093_156_781, accuracy: 1e-6)
    XCTAssertTrue(report.notes[0].contains("0.285"), report.notes[0])
    XCTAssertTrue(report.notes[1].contains("db1, dW2"), report.notes[1])
  }

  func testOneRemainingMistakeShowsOnlyInItsPart() throws {
    let first = try report { gradients in
      var spoilt = gradients
      spoilt.dW2 *= 2
      return spoilt
    }
    XCTAssertEqual(try wrongParts(first), ["dW2"])
    let second = try report { gradients in
      var spoilt = gradients
      spoilt.db1 *= 4
      return spoilt
    }
    XCTAssertEqual(try wrongParts(second), ["db1"])
  }

  /// Truncation error decreases like ε², rounding error grows like 1/ε, and the minimum lies
  /// between.
  func testTheCurveOfACorrectPassHasAMinimum() throws {
    let relation = try XCTUnwrap(report().relation)
    let differences = try XCTUnwrap(relation.curves.first?.y)
    let least = try XCTUnwrap(differences.indices.min { differences[$0] < differences[$1] })
    XCTAssertEqual(relation.x.first ?? 0, 1e-12, accuracy: 1e-15)
    XCTAssertEqual(relation.x.last ?? 0, 1e-2, accuracy: 1e-9)
    XCTAssertTrue((1e-7...1e-4).contains(relation.x[least]), "\(relation.x[least])")
    XCTAssertGreaterThan(differences[0], 1000 * differences[least])
    XCTAssertGreaterThan(differences[differences.count - 1], 1000 * differences[least])
  }
}
