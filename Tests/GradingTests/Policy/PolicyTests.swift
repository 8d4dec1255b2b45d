import Foundation
import GradedTesting
import XCTest

@testable import Grading

final class PolicyTests: FrameworkTestCase {
  private func read(_ json: String) throws -> Policy {
    try Policy(json: Data(json.utf8), named: "policy.json", weeks: Sample.weeks)
  }

  private func complaint(_ json: String) -> String {
    do {
      return "read as \(try read(json))"
    } catch {
      return "\(error)"
    }
  }

  func testAnEmptyPolicyIsTheStandardOne() throws {
    XCTAssertEqual(try read("{}"), Policy())
  }

  func testEveryKeyIsRead() throws {
    let policy = try read(
      """
      {
        "comment": "spring",
        "points": { "W1": 20, "W1.a": 2.5 },
        "zone": "Europe/Zurich",
        "deadlines": { "W1": "2026-03-08T23:59:00+01:00", "W2": "2026-03-15T23:59Z" },
        "graceMinutes": 30,
        "late": { "percentPerDay": 10, "capPercent": 50, "of": "points" },
        "extensions": [
          { "student": "ana", "week": "W1", "days": 3, "reason": "ill" },
          { "student": "bob", "week": "W2", "until": "2026-03-20T12:00:00Z" },
          { "student": "bob", "days": 1 }
        ],
        "attempts": "last",
        "dropLowest": 2,
        "manual": [
          { "student": "ana", "mark": "W1.a", "points": 2, "automatic": 1.5, "reason": "x" },
          { "student": "ana", "mark": "W1", "points": 0, "automatic": null, "reason": "y" },
          { "student": "bob", "mark": "total", "points": 30, "automatic": 12, "reason": "z" }
        ]
      }
      """)
    XCTAssertEqual(
      policy,
      Policy(
        points: ["W1": 20, "W1.a": 2.5],
        deadlines: [
          "W1": Sample.date("2026-03-08T22:59:00Z"), "W2": Sample.date("2026-03-15T23:59:00Z"),
        ], zone: TimeZone(identifier: "Europe/Zurich"), graceMinutes: 30,
        late: LatePenalty(percentPerDay: 10, capPercent: 50, base: .points),
        extensions: [
          .init(student: "ana", week: "W1", end: .days(3)),
          .init(student: "bob", week: "W2", end: .until(Sample.date("2026-03-20T12:00:00Z"))),
          .init(student: "bob", week: nil, end: .days(1)),
        ], attempts: .last, dropLowest: 2,
        manual: [
          .init(student: "ana", mark: .exercise("W1.a"), points: 2, automatic: 1.5, reason: "x"),
          .init(student: "ana", mark: .week("W1"), points: 0, automatic: nil, reason: "y"),
          .init(student: "bob", mark: .total, points: 30, automatic: 12, reason: "z"),
        ]))
  }

  func testEachMistakeIsNamedWithItsPlace() {
    let cases: [(json: String, message: String)] = [
      (#"{"deadline": {}}"#, "$: there is no key “deadline”; did you mean “deadlines”?"),
      (
        #"{"weather": 1}"#,
        "$: there is no key “weather”; the keys here are points, deadlines, zone, graceMinutes, "
          + "late, extensions, attempts, dropLowest, manual, comment"
      ),
      (#"[]"#, "$: expected an object, found a list"),
      (#"{"points": {"W9": 1}}"#, "$.points.W9: there is no week “W9”; did you mean “W1”?"),
      (#"{"points": {"winter": 1}}"#, "$.points.winter: there is no week “winter”"),
      (
        #"{"points": {"W1.aa": 1}}"#,
        #"$.points["W1.aa"]: there is no exercise “W1.aa”; did you mean “W1.a”?"#
      ),
      (#"{"points": {"W1": "10"}}"#, "$.points.W1: expected a number, found a text"),
      (#"{"points": {"W1": -1}}"#, "$.points.W1: -1 is not possible; expected 0 to 1000000"),
      (
        #"{"points": {"W1": 1e300}}"#,
        "$.points.W1: 1e+300 is not possible; expected 0 to 1000000"
      ),
      (
        #"{"deadlines": {"W1": "8 March"}}"#,
        "$.deadlines.W1: “8 March” is no date; write it as 2026-03-08T23:59:00+01:00"
      ),
      (
        #"{"deadlines": {"W1": "2026-02-30T12:00:00Z"}}"#,
        "$.deadlines.W1: “2026-02-30T12:00:00Z” is no date; write it as 2026-03-08T23:59:00+01:00"
      ),
      (
        #"{"deadlines": {"W1": "2026-03-08T23:59:00"}}"#,
        "$.deadlines.W1: “2026-03-08T23:59:00” has no time zone; add Z or an offset: "
          + "2026-03-08T23:59:00+01:00"
      ),
      (
        #"{"zone": "Europe/Zürich"}"#,
        "$.zone: there is no time zone “Europe/Zürich”; did you mean “Europe/Zurich”?"
      ),
      (
        #"{"attempts": "first"}"#,
        "$.attempts: “first” means nothing here; expected “best” or “last”"
      ),
      (
        #"{"dropLowest": 3}"#, "$.dropLowest: 3 is not possible; expected 0 to 2"
      ),
      (
        #"{"dropLowest": 0.5}"#,
        "$.dropLowest: 0.5 is not possible; expected a whole number from 0 to 2"
      ),
      (#"{"late": {}}"#, "$.late: “percentPerDay” is missing: what a day late takes, in percent"),
      (
        #"{"late": {"percentPerDay": 120}}"#,
        "$.late.percentPerDay: 120 is not possible; expected 0 to 100"
      ),
      (
        #"{"extensions": [{"student": "ana", "week": "W1", "days": 2}]}"#,
        "$.extensions[0].days: W1 has no deadline that could be put off; add one to “deadlines” or "
          + "say “until”"
      ),
      (
        #"{"extensions": [{"student": "ana", "until": "2026-03-08T23:59:00Z"}]}"#,
        "$.extensions[0]: “week” is missing: the week that is due at “until”"
      ),
      (
        #"{"extensions": [{"student": "a", "days": 1}, {"student": "a", "days": 2}]}"#,
        "$.extensions[1]: says what $.extensions[0] says already; remove one of them"
      ),
      (
        #"{"manual": [{"student": "a", "mark": "W1", "points": 1, "reason": ""}]}"#,
        "$.manual[0]: “automatic” is missing: the mark that the gradebook showed before, or null "
          + "where it showed none"
      ),
    ]
    for (json, message) in cases {
      XCTAssertEqual(complaint(json), "policy.json: " + message, json)
    }
  }

  func testEveryMistakeIsNamedAtOnce() {
    XCTAssertEqual(
      complaint(#"{"zone": 1, "attempts": "", "late": []}"#),
      """
      policy.json: $.zone: expected a text, found a number
      policy.json: $.late: expected an object, found a list
      policy.json: $.attempts: “” means nothing here; expected “best” or “last”
      """)
  }

  func testWhatIsNoJSONIsSaid() {
    XCTAssertTrue(complaint("{").hasPrefix("policy.json: $: this is not JSON: "), complaint("{"))
    XCTAssertTrue(complaint("").hasPrefix("policy.json: $: this is not JSON: "), complaint(""))
  }

  func testStudentsWhoAreNotInTheClassAreNamed() throws {
    let policy = try read(
      #"{"extensions": [{"student": "anna", "days": 1}], "manual": [{"student": "ana", "mark": "#
        + #""total", "points": 1, "automatic": 1, "reason": ""}]}"#)
    XCTAssertEqual(
      policy.problems(inClassOf: [Student(id: "ana", name: "Ana")]).map(\.description),
      ["$.extensions[0].student: nobody in the class has the id “anna”; did you mean “ana”?"])
  }

  func testTheExampleOfTheDocumentationIsRead() throws {
    let page = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appending(path: "../../../Sources/Grading/Grading.docc/GradingPolicy.md")
    let text = try String(contentsOf: page, encoding: .utf8)
    let example = try XCTUnwrap(
      text.split(separator: "```json\n").last?.split(separator: "```").first)
    let policy = try Policy(json: Data(example.utf8), named: "the example")
    XCTAssertEqual(policy.dropLowest, 1)
    XCTAssertEqual(policy.manual.count, 1)
  }
}
