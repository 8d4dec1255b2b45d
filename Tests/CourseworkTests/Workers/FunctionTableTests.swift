import FrameworkTesting
import GradedTesting
import Synchronization
import Tensors
import XCTest

@testable import Coursework

/// Tests that a program lists the functions of a week only when one of them is asked for.
final class FunctionTableTests: FrameworkTestCase {
  private final class Counts: Sendable {
    let lists = Mutex<[String: Int]>([:])

    func list(_ week: String, _ implementations: [Implementation]) -> [Implementation] {
      lists.withLock { $0[week, default: 0] += 1 }
      return implementations
    }
  }

  private let counts = Counts()
  private var table: FunctionTable {
    let counts = counts
    return FunctionTable(
      [
        ServedWeek("C9W1", counts.list("C9W1", [Sample.sigmoid.served { $0 * 2 }])),
        ServedWeek(
          "C9W2",
          counts.list(
            "C9W2",
            [
              Sample.relu.served { $0 * 3 },
              Sample.relu.mistaken("half", "Half.", zh: "一半。") { $0 / 2 },
            ])),
      ], and: [Sample.propagate.alternative("other") { _, _ in throw CallFailure.notRecorded }])
  }

  func testAWeekIsListedOnceWhenOneOfItsFunctionsIsAskedFor() {
    let table = table
    XCTAssertEqual(counts.lists.withLock { $0 }, [:])
    for _ in 0..<2 {
      XCTAssertNotNil(table.implementation(of: "C9W1.sigmoid", variant: nil))
    }
    XCTAssertEqual(counts.lists.withLock { $0 }, ["C9W1": 1])
  }

  func testFunctionsOutsideTheWeeksAreServedWithoutListingAny() {
    XCTAssertNotNil(table.implementation(of: "C9W1.propagate", variant: "other"))
    XCTAssertEqual(counts.lists.withLock { $0 }, [:])
  }

  func testWhatNoWeekHasIsNotServed() {
    XCTAssertNil(table.implementation(of: "C9W1.relu", variant: nil))
    XCTAssertNil(table.implementation(of: "C8W1.sigmoid", variant: nil))
    XCTAssertNil(table.implementation(of: "", variant: nil))
  }

  func testVariantsAreOfOneWeekOrOfAll() {
    XCTAssertEqual(table.variants(of: "C9W1").misconceptions, [:])
    XCTAssertEqual(table.variants(of: "C9W2").misconceptions.keys.sorted(), ["C9W2.relu"])
    XCTAssertEqual(table.variants().misconceptions.keys.sorted(), ["C9W2.relu"])
    XCTAssertEqual(table.variants().alternatives, ["C9W1.propagate": ["other"]])
  }
}
