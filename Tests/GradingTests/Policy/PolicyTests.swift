import Coursework
import Foundation
import GradedTesting
import Text
import XCTest

@testable import Gradebooks
@testable import Grading
@testable import Intake
@testable import Reports

final class PolicyTests: FrameworkTestCase {
  private func read(_ json: String) throws -> Policy {
    try Policy(json: Data(json.utf8), named: "policy.json", weeks: Sample.weeks)
  }

  private func diagnostic(_ json: String) -> String {
    do {
      return "read as \(try read(json))"
    } catch {
      return (error as? InvalidPolicy)?.phrase(.english) ?? "\(error)"
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
        "released": { "W2": "2026-03-09T08:00:00Z" },
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
    var expected = Policy(
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
      ])
    expected.released = ["W2": Sample.date("2026-03-09T08:00:00Z")]
    XCTAssertEqual(policy, expected)
  }

  func testEachMistakeIsNamedWithItsPlace() {
    let cases: [(json: String, message: String)] = [
      (#"{"deadline": {}}"#, "$: there is no key “deadline”; did you mean “deadlines”?"),
      (
        #"{"weather": 1}"#,
        "$: there is no key “weather”; the keys here are points, released, deadlines, "
          + "platformDeadlines, zone, graceMinutes, late, extensions, attempts, dropLowest, manual, submissions, "
          + "excused, withdrawn, hold, extraCredit, lateDays, feedback, comment"
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
        "$.deadlines.W1: “8 March” is not a date; write it as 2026-03-08T23:59:00+01:00"
      ),
      (
        #"{"deadlines": {"W1": "2026-02-30T12:00:00Z"}}"#,
        "$.deadlines.W1: “2026-02-30T12:00:00Z” is not a date; write it as 2026-03-08T23:59:00+01:00"
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
      XCTAssertEqual(diagnostic(json), "policy.json: " + message, json)
    }
  }

  func testMistakesAreNamedInChinese() {
    let cases: [(json: String, message: String)] = [
      (#"{"deadline": {}}"#, "$：没有“deadline”这个键；是不是想写“deadlines”？"),
      (
        #"{"late": {"percentPerDay": 1, "weather": 1}}"#,
        "$.late：没有“weather”这个键；这里可用的键有 percentPerDay、capPercent、of、lastDay"
      ),
      (#"[]"#, "$：应为对象，实际是列表"),
      (#"{"points": {"W9": 1}}"#, "$.points.W9：没有“W9”这一周；是不是想写“W1”？"),
      (
        #"{"points": {"W1.aa": 1}}"#,
        #"$.points["W1.aa"]：没有“W1.aa”这个练习；是不是想写“W1.a”？"#
      ),
      (#"{"points": {"W1": "10"}}"#, "$.points.W1：应为数，实际是文本"),
      (#"{"points": {"W1": null}}"#, "$.points.W1：应为数，实际是 null"),
      (#"{"points": {"W1": -1}}"#, "$.points.W1：不能是 -1；应为 0 到 1000000"),
      (
        #"{"deadlines": {"W1": "8 March"}}"#,
        "$.deadlines.W1：“8 March”不是日期；请写成 2026-03-08T23:59:00+08:00 的样子"
      ),
      (
        #"{"deadlines": {"W1": "2026-03-08T23:59:00"}}"#,
        "$.deadlines.W1：“2026-03-08T23:59:00”没有时区；请加上 Z 或时差：2026-03-08T23:59:00+08:00"
      ),
      (#"{"zone": "Beijing"}"#, "$.zone：没有“Beijing”这个时区；请写成 Asia/Shanghai 的样子"),
      (#"{"attempts": "first"}"#, "$.attempts：这里不能写“first”；应为“best”或“last”"),
      (#"{"dropLowest": 0.5}"#, "$.dropLowest：不能是 0.5；应为 0 到 2 的整数"),
      (#"{"late": {}}"#, "$.late：缺少“percentPerDay”：每迟交一天扣百分之几"),
      (
        #"{"extensions": [{"student": "ana", "week": "W1", "days": 2}]}"#,
        "$.extensions[0].days：W1 没有可以推迟的截止时间；请写进“deadlines”，或改用“until”"
      ),
      (
        #"{"extensions": [{"student": "a", "days": 1}, {"student": "a", "days": 2}]}"#,
        "$.extensions[1]：与 $.extensions[0] 重复；请删去一处"
      ),
      (
        #"{"manual": [{"student": "a", "mark": "W1", "points": 1, "reason": ""}]}"#,
        "$.manual[0]：缺少“automatic”：当时成绩册上的分数；没有则写 null"
      ),
    ]
    for (json, message) in cases {
      do {
        XCTFail("\(json) was read as \(try read(json))")
      } catch {
        XCTAssertEqual(
          (error as? InvalidPolicy)?.phrase(.chinese), "policy.json：" + message, json)
      }
    }
    XCTAssertEqual(
      PolicyProblem.unknownStudent(path: "$.manual[0].student", id: "anna", nearest: "ana")
        .phrase(.chinese), "$.manual[0].student：班上没有 id 为“anna”的学生；是不是想写“ana”？")
  }

  func testEveryMistakeIsNamedAtOnce() {
    XCTAssertEqual(
      diagnostic(#"{"zone": 1, "attempts": "", "late": []}"#),
      """
      policy.json: $.zone: expected a text, found a number
      policy.json: $.late: expected an object, found a list
      policy.json: $.attempts: “” means nothing here; expected “best” or “last”
      """)
  }

  func testWhatIsNoJSONIsSaid() {
    XCTAssertTrue(diagnostic("{").hasPrefix("policy.json: $: this is not JSON: "), diagnostic("{"))
    XCTAssertTrue(diagnostic("").hasPrefix("policy.json: $: this is not JSON: "), diagnostic(""))
  }

  func testWhatIsNoJSONIsSaidInBothLanguages() {
    let error = InvalidPolicy(file: "policy.json", problems: [.notJSON(reason: "line 2")])
    XCTAssertEqual(error.phrase(.english), "policy.json: $: this is not JSON: line 2")
    XCTAssertEqual(error.phrase(.chinese), "policy.json：$：这不是 JSON：line 2")
  }

  func testStudentsWhoAreNotInTheClassAreNamed() throws {
    let policy = try read(
      #"{"extensions": [{"student": "anna", "days": 1}], "manual": [{"student": "ana", "mark": "#
        + #""total", "points": 1, "automatic": 1, "reason": ""}]}"#)
    XCTAssertEqual(
      policy.problems(inClassOf: [Student(id: "ana", name: "Ana")]).map { $0.phrase(.english) },
      ["$.extensions[0].student: nobody in the class has the id “anna”; did you mean “ana”?"])
  }

  /// The article about the policy file.
  private func documentation() throws -> String {
    let page = RunEnvironment.current.package
      .appending(path: "Sources/course/Course.docc/ThePolicyFile.md")
    return try String(contentsOf: page, encoding: .utf8)
  }

  func testTheExampleOfTheDocumentationIsRead() throws {
    let example = try XCTUnwrap(
      documentation().split(separator: "```json\n").last?.split(separator: "```").first)
    var expected = Policy(
      points: ["C1W2": 100, "C1W2.sigmoid": 2, "C1W3": 50],
      deadlines: [
        "C1W2": Sample.date("2026-10-25T22:59:00Z"), "C1W3": Sample.date("2026-11-01T22:59:00Z"),
      ], zone: TimeZone(identifier: "Europe/Zurich"), graceMinutes: 30,
      late: LatePenalty(percentPerDay: 10, capPercent: 50),
      extensions: [
        .init(student: "s1042", week: "C1W2", end: .days(3)),
        .init(
          student: "s1077", week: "C1W3", end: .until(Sample.date("2026-11-08T11:00:00Z"))),
      ], attempts: .best, dropLowest: 1,
      manual: [
        .init(
          student: "s1042", mark: .exercise("C1W2.propagate"), points: 8, automatic: 5,
          reason: "Right formula, one sign, explained at the board.")
      ])
    expected.released = ["C1W2": Sample.date("2026-10-12T06:00:00Z")]
    expected.late?.lastDay = 7
    expected.lateDays = .init(budget: 5, perWeek: 2)
    expected.excused = [.init(student: "jdoe@example.edu", week: "C1W3")]
    expected.withdrawn = ["s1099"]
    expected.held = ["s1042"]
    expected.extraCredit = ["C2W1c", "C1W2.predict"]
    XCTAssertEqual(try Policy(json: Data(example.utf8), named: "the example"), expected)
  }

  func testEveryKeyIsDocumented() throws {
    let text = try documentation()
    let objects = [
      #"{"?": 1}"#, #"{"late": {"?": 1, "percentPerDay": 1}}"#,
      #"{"extensions": [{"?": 1, "student": "a", "days": 1}]}"#,
      #"{"manual": [{"?": 1, "student": "a", "mark": "total", "points": 1, "automatic": 1, "#
        + #""reason": ""}]}"#,
    ]
    for json in objects {
      XCTAssertThrowsError(try read(json)) { error in
        guard case .unknownKey(_, _, _, let keys)? = (error as? InvalidPolicy)?.problems.first
        else { return XCTFail("\(error)") }
        for key in keys {
          XCTAssertTrue(
            text.contains("`\(key)`") || text.contains("\"\(key)\""),
            "ThePolicyFile.md lacks “\(key)”")
        }
      }
    }
  }
}
