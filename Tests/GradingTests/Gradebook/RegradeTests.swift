import Coursework
import GradedTesting
import Text
import XCTest

@testable import Gradebooks

final class RegradeTests: FrameworkTestCase {
  private let before = Sample.gradebook(
    [
      Sample.attempt("ana", passing: ["a": 3, "b": 6]), Sample.attempt("bob", passing: ["c": 5]),
      Sample.attempt("cleo", passing: ["c": 5]),
    ], weeks: ["W1", "W2"])

  func testSaysWhoChangedAndByHowMuch() {
    let after = Sample.gradebook(
      [
        Sample.attempt("ana", passing: ["a": 4, "b": 6]), Sample.attempt("bob", passing: ["c": 5]),
        Sample.attempt("cleo", passing: [:], fault: "no worker"),
      ], weeks: ["W1", "W2"])
    let regrade = Regrade.changes(from: before, to: after)
    XCTAssertEqual(
      regrade.text(.english),
      """
      2 of 3 students changed
      ana (Ana): W1.a 3 → 4, W1 9 → 10, total 9 → 10 (+1)
      cleo (Cleo): W1.a 0 → –, W1.b 0 → –, W2.c 5 → –, W1 0 → –, W2 5 → –, total 5 → –
      """)
    XCTAssertEqual(
      regrade.csv.split(separator: "\r\n").prefix(4).joined(separator: "\n"),
      """
      \u{FEFF}student,name,mark,before,after,difference
      ana,Ana,W1.a,3,4,1
      ana,Ana,W1,9,10,1
      ana,Ana,total,9,10,1
      """)
  }

  func testWhoCameAndWhoLeftAreNamed() {
    let after = Sample.gradebook(
      [
        Sample.attempt("ana", passing: ["a": 3, "b": 6]), Sample.attempt("bob", passing: ["c": 5]),
        Sample.attempt("dan", passing: ["c": 1]),
      ], weeks: ["W1", "W2"])
    XCTAssertEqual(
      Regrade.changes(from: before, to: after).text(.chinese),
      """
      4 名学生中有 2 名的成绩变了
      dan (Dan): W1.a – → 0，W1.b – → 0，W2.c – → 1，W1 – → 0，W2 – → 1，总分 – → 1
      cleo (Cleo): W1.a 0 → –，W1.b 0 → –，W2.c 5 → –，W1 0 → –，W2 5 → –，总分 5 → –
      """)
  }

  func testTheSameClassTwiceChangesNothing() {
    XCTAssertEqual(
      Regrade.changes(from: before, to: before).text(.english), "0 of 3 students changed")
  }
}
