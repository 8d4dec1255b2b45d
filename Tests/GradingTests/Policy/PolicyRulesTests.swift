import Coursework
import Foundation
import GradedTesting
import Text
import XCTest

@testable import Gradebooks
@testable import Intake

/// The keys of a policy for excuses, late days and who is there, and whom it names.
final class PolicyRulesTests: FrameworkTestCase {
  private func read(_ json: String) throws -> Policy {
    try Policy(json: Data(json.utf8), named: "policy.json", weeks: Sample.weeks)
  }

  private func diagnostic(_ json: String, _ language: Language = .english) -> String {
    do {
      return "read as \(try read(json))"
    } catch {
      return (error as? InvalidPolicy)?.phrase(language) ?? "\(error)"
    }
  }

  func testEveryKeyIsRead() throws {
    let policy = try read(
      """
      {
        "excused": [{ "student": "ana", "week": "W1", "reason": "ill" }, { "student": "bo" }],
        "withdrawn": ["cy"], "hold": ["di"], "extraCredit": ["W2", "W1.a"],
        "lateDays": { "budget": 5, "perWeek": 2 }, "late": { "lastDay": 7 }
      }
      """)
    XCTAssertEqual(
      policy.excused, [.init(student: "ana", week: "W1"), .init(student: "bo", week: nil)])
    XCTAssertEqual(policy.withdrawn, ["cy"])
    XCTAssertEqual(policy.held, ["di"])
    XCTAssertEqual(policy.extraCredit, ["W2", "W1.a"])
    XCTAssertEqual(policy.lateDays, Policy.LateDays(budget: 5, perWeek: 2))
    XCTAssertEqual(policy.late, LatePenalty(percentPerDay: 0, lastDay: 7))
  }

  func testWhatCannotBeMeantIsNamed() {
    for (json, sentence) in [
      (
        #"{"excused": [{"week": "W1"}]}"#,
        "$.excused[0]: “student” is missing: the id of the student who is excused"
      ),
      (
        #"{"excused": [{"student": "a", "week": "W9"}]}"#,
        "$.excused[0].week: there is no week “W9”; did you mean “W1”?"
      ),
      (
        #"{"excused": [{"student": "a"}, {"student": "a"}]}"#,
        "$.excused[1]: says what $.excused[0] says already; remove one of them"
      ),
      (
        #"{"lateDays": {"perWeek": 2}}"#,
        "$.lateDays: “budget” is missing: how many days late are free in all"
      ),
      (#"{"withdrawn": "ana"}"#, "$.withdrawn: expected a list, found a text"),
      (#"{"hold": [7]}"#, "$.hold[0]: expected a text, found a number"),
      (
        #"{"extraCredit": ["W1.z"]}"#,
        "$.extraCredit[0]: there is no exercise “W1.z”; did you mean “W1.a”?"
      ),
    ] {
      XCTAssertEqual(diagnostic(json), "policy.json: \(sentence)")
    }
  }

  func testAKeyThatStandsTwiceIsNamedWithItsLines() {
    let json = """
      {
        "points": { "W1": 5,
          "W1": 10, "W1.\\u0061": 1, "W1.a": 2 },
        "extensions": [{ "student": "ana", "days": 1,
          "student": "bo" }]
      }
      """
    XCTAssertEqual(
      diagnostic(json),
      """
      policy.json: $.points.W1: stands on lines 2 and 3; only one would count, remove the others
      policy.json: $.points["W1.a"]: stands on lines 3 and 3; only one would count, remove the others
      policy.json: $.extensions[0].student: stands on lines 4 and 5; only one would count, remove the \
      others
      """)
    XCTAssertEqual(
      diagnostic(#"{"zone": "UTC", "zone": "UTC"}"#, .chinese),
      "policy.json：$.zone：在第 1、1 行重复出现，只有一个会生效；请删去其余的")
  }

  // MARK: Whom it names

  func testStudentsAreNamedByAnyOfTheirIDs() throws {
    let roster = try Roster(
      data: Data(
        """
        Student,ID,SIS User ID,SIS Login ID,Section
        "Doe, Jane",901,0017,jdoe@example.edu,A
        "Li, Wei",902,0018,liwei,A
        "Wei, Li",903,0019,weili,A
        """.utf8), file: "canvas.csv")
    for name in ["901", "0017", "17", "jdoe@example.edu", "jdoe", "Jane Doe", "Doe, Jane"] {
      var policy = try read(#"{"extensions": [{"student": "\#(name)", "days": 1}]}"#)
      policy.withdrawn = [name]
      policy.manual = [
        .init(student: name, mark: .total, points: 1, automatic: nil, reason: "x")
      ]
      let (resolved, problems) = policy.resolved(for: roster.students, roster: roster)
      XCTAssertEqual(problems, [], name)
      XCTAssertEqual(resolved.extensions[0].student, "901", name)
      XCTAssertEqual(resolved.manual[0].student, "901", name)
      XCTAssertEqual(resolved.withdrawn, ["901"], name)
    }
    var policy = Policy()
    policy.held = ["Li Wei", "nobody"]
    XCTAssertEqual(
      policy.resolved(for: roster.students, roster: roster).problems.map { $0.phrase(.english) },
      [
        "$.hold[0]: several students may be “Li Wei” (Li, Wei, 902; Wei, Li, 903); use an id",
        "$.hold[1]: nobody in the class has the id “nobody”",
      ])
  }
}
