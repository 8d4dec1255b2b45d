import GradedTesting
import XCTest

@testable import Text

final class SpellingTests: FrameworkTestCase {
  /// The expected distances are textbook examples.
  func testAnExchangeOfNeighboursIsOneEdit() {
    for (a, b, distance) in [
      ("chekc", "check", 1), ("ab", "ba", 1), ("smigoid", "sigmoid", 2), ("abcd", "badc", 2),
    ] {
      XCTAssertEqual(Spelling.distance(a, b), distance, "\(a), \(b)")
      XCTAssertEqual(Spelling.distance(b, a), distance, "\(b), \(a)")
    }
    XCTAssertEqual(Spelling.nearest("chekc", ["check", "hint"]), "check")
  }

  func testDistancesAreLevenshteins() {
    for (a, b, distance) in [
      ("kitten", "sitting", 3), ("saturday", "sunday", 3), ("", "abc", 3), ("Adam", "adam", 0),
    ] {
      XCTAssertEqual(Spelling.distance(a, b), distance, "\(a), \(b)")
      XCTAssertEqual(Spelling.distance(b, a), distance, "\(b), \(a)")
    }
  }

  func testOnlySmallMistakesAreCorrected() {
    XCTAssertEqual(Spelling.nearest("sigmiod", ["softmax", "sigmoid"]), "sigmoid")
    XCTAssertNil(Spelling.nearest("dropout", ["softmax", "sigmoid"]))
    XCTAssertNil(Spelling.nearest("x", []))
  }
}
