import Coursework
import GradedTesting
import Syllabus
import Tensors
import XCTest

@testable import Demos

/// Tests the checks that demos make before training.
final class ChecklistTests: FrameworkTestCase {
  /// The checks of C1W3's demo with a wrong `backwardPropagation` and correct other functions.
  private func checks(
    spoiling spoil: @escaping @Sendable (ShallowGradients) -> ShallowGradients = { $0 }
  ) throws -> [DemoReport.Check] {
    let table = FunctionTable([
      C1W3.initializeParameters.served {
        try C1W3.initializeParameters.reference($0, $1, $2, $3)
      },
      C1W3.forwardPropagation.served { try C1W3.forwardPropagation.reference($0, $1) },
      C1W3.computeCost.served { try C1W3.computeCost.reference($0, $1) },
      C1W3.backwardPropagation.served {
        spoil(try C1W3.backwardPropagation.reference($0, $1, $2, $3))
      },
      C1W3.updateParameters.served { try C1W3.updateParameters.reference($0, $1, $2) },
      C1W3.predict.served { try C1W3.predict.reference($0, $1) },
    ])
    var options = DemoOptions()
    options.steps = 1
    return try Host.$current.withValue(.local(table)) {
      try Demo.shallowNetwork.run(options).checks
    }
  }

  /// The first number of the check with ten examples, which is their final cost.
  private func costOfTen(_ checks: [DemoReport.Check]) throws -> Double {
    let value = try XCTUnwrap(checks.dropFirst().first?.value)
    return try XCTUnwrap(value.split(separator: " ").lazy.compactMap { Double($0) }.first)
  }

  func testCorrectFunctionsMemorizeTenExamples() throws {
    let checks = try checks()
    XCTAssertEqual(checks.count, 3)
    // The published first cost is 0.693162.
    XCTAssertEqual(checks[0].value, "0.6932")
    XCTAssertTrue(checks[0].expected.contains("log 2 = 0.6931"), checks[0].expected)
    XCTAssertLessThan(try costOfTen(checks), 0.05)
  }

  func testGradientsWithTheWrongSignDoNotMemorize() throws {
    let checks = try checks { gradients in
      var spoilt = gradients
      spoilt.dW1 *= -1
      spoilt.dW2 *= -1
      spoilt.db1 *= -1
      spoilt.db2 *= -1
      return spoilt
    }
    let cost = try costOfTen(checks)
    XCTAssertFalse(cost < 0.6, "\(cost)")
  }

  /// Tests/Peers/lessons_course1.py --long prints 0.6937, 1.0913 and 0.00060.
  func testTheDeepNetworkShowsTheNumbersOfItsLesson() throws {
    let demo = try XCTUnwrap(Demo.all.first { $0.week == "C1W4" })
    var options = DemoOptions()
    (options.steps, options.learningRate, options.seed) = (1, 0.05, 1)
    let checks = try demo.training.reference(options).checks
    XCTAssertEqual(checks.count, 4)
    XCTAssertEqual(checks[0].value, "0.6937")
    XCTAssertEqual(checks[2].value, "1.0913")
    XCTAssertEqual(checks[3].value, "0.0006")
  }

  func testEveryDemoThatTrainsWithLearnersFunctionsHasChecks() throws {
    for demo in Demo.all where !["C2W1c", "C3W1", "C4W3", "C4W4"].contains(demo.week) {
      var options = DemoOptions()
      options.steps = 1
      let checks = try demo.training.reference(options).checks
      XCTAssertGreaterThanOrEqual(checks.count, 2, demo.week)
      for check in checks { XCTAssertFalse(check.value.isEmpty, "\(demo.week): \(check.name)") }
    }
  }
}
