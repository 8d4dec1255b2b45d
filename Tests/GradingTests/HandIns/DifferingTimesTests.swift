import Coursework
import Foundation
import GradedTesting
import Text
import XCTest

@testable import Gradebooks
@testable import Grading
@testable import Intake

/// Two sources that say different times are both told, and where the mark depends on it a person
/// decides.
///
/// The sample's W2 has 10 points, and its deadline is 20 November, 12:00 UTC.
final class DifferingTimesTests: FrameworkTestCase {
  private let punctual = HandIn.Time.moment(Sample.date("2026-11-20T10:00:00Z"), .worksheet)
  private let nextDay = Sample.date("2026-11-21T08:00:00Z")
  private var policy = Policy(
    deadlines: ["W2": Sample.date("2026-11-20T12:00:00Z")],
    zone: TimeZone(identifier: "Europe/Zurich"), late: LatePenalty(percentPerDay: 10))

  private func row(_ times: HandIn.Time..., passing points: Int = 8) throws -> Gradebook.Row {
    let result = Sample.attempt(
      "ann", passing: ["c": points],
      handIn: HandIn(time: times[0], otherTimes: Array(times.dropFirst())))
    return try XCTUnwrap(Sample.gradebook([result], policy).rows.first)
  }

  func testAWorksheetAgainstThePlatformsMarkIsUndecided() throws {
    let row = try row(punctual, .platform(isLate: true))
    XCTAssertNil(row.weeks[1].points)
    XCTAssertNil(row.total)
    XCTAssertEqual(row.flags.map(\.isUrgent), [true])
    XCTAssertEqual(
      row.flags.map { $0.phrase(.english) },
      [
        "W2: of attempt 1, the worksheet says 2026-11-20 11:00 +01:00, the platform's mark says late; "
          + "give the time by --times CSV, or in the policy, under \"manual\": { \"student\": \"ann\", "
          + "\"mark\": \"W2\", \"points\": 8, \"automatic\": null, \"reason\": \"time by the worksheet\" }"
      ])
    XCTAssertEqual(
      row.flags.map { $0.phrase(.chinese) },
      [
        "W2：第 1 次提交，平台的评分表写的是 2026-11-20 11:00 +01:00，平台标记为迟交；请用 --times CSV 给出时间，"
          + "或在评分规则的 \"manual\" 里写：{ \"student\": \"ann\", \"mark\": \"W2\", \"points\": 8, "
          + "\"automatic\": null, \"reason\": \"时间以平台的评分表为准\" }"
      ])
  }

  func testTwoMomentsOfferALineEach() throws {
    let row = try row(.moment(nextDay, .name), punctual)
    XCTAssertNil(row.weeks[1].points)
    let text = try XCTUnwrap(row.flags.first).phrase(.english)
    for points in ["\"points\": 7.2", "\"points\": 8"] {
      XCTAssertTrue(text.contains(points), text)
    }
    policy.manual = [
      .init(student: "ann", mark: .week("W2"), points: 7.2, automatic: nil, reason: "by the name")
    ]
    let decided = try self.row(.moment(nextDay, .name), punctual)
    XCTAssertEqual(decided.weeks[1].points, 7.2)
    XCTAssertFalse(decided.flags.contains(where: \.isUrgent), "what is decided is not asked again")
  }

  func testTheInstructorsTableDecidesAndTheOtherIsSaid() throws {
    let row = try row(
      .moment(nextDay, .table), .moment(Sample.date("2026-11-19T08:00:00Z"), .commit))
    XCTAssertEqual(row.weeks[1].points, 7.2)
    XCTAssertEqual(
      row.flags.map { $0.phrase(.english) },
      [
        "W2: of attempt 1, the table of times says 2026-11-21 09:00 +01:00, the commit says "
          + "2026-11-19 09:00 +01:00; the first counts"
      ])
    XCTAssertEqual(row.flags.map(\.isUrgent), [false])
  }

  func testWhatCostsTheSameIsOnlySaid() throws {
    policy.late = nil
    let free = try row(punctual, .platform(isLate: true))
    XCTAssertEqual(free.weeks[1].points, 8)
    XCTAssertEqual(free.flags.map(\.isUrgent), [false])
    policy.late = LatePenalty(percentPerDay: 10, capPercent: 10)
    let capped = try row(
      .moment(nextDay, .name), .moment(Sample.date("2026-11-23T08:00:00Z"), .worksheet))
    XCTAssertEqual(capped.weeks[1].points, 7.2, "a day and three days cost the same")
    XCTAssertEqual(capped.flags.map(\.isUrgent), [false])
  }

  func testTimesOfOneDayAgree() throws {
    let row = try row(punctual, .moment(Sample.date("2026-11-20T11:59:00Z"), .name))
    XCTAssertEqual(row.weeks[1].points, 8)
    XCTAssertEqual(row.flags, [])
    let late = try self.row(.moment(nextDay, .worksheet), .platform(isLate: true))
    XCTAssertEqual(late.weeks[1].points, 7.2, "the mark says the same as the worksheet")
    XCTAssertEqual(late.flags, [])
  }

  // MARK: The platform's deadline

  func testInTimeByALaterDeadlineOfThePlatformDecidesNothing() throws {
    policy.platformDeadlines = ["W2": Sample.date("2026-11-22T12:00:00Z")]
    let open = try row(.platform(isLate: false))
    XCTAssertNil(open.weeks[1].points)
    XCTAssertEqual(
      open.flags,
      [.laterPlatformDeadline(week: "W2", attempt: 1, student: "ann", points: 8)])
    XCTAssertTrue(open.flags.allSatisfy(\.isUrgent))
    XCTAssertTrue(
      open.flags[0].phrase(.english).contains(
        "by a later deadline than the policy's; give the time"))
    policy.platformDeadlines = ["W2": Sample.date("2026-11-20T11:00:00Z")]
    XCTAssertEqual(try row(.platform(isLate: false)).weeks[1].points, 8)
    XCTAssertNil(
      try row(.platform(isLate: true)).weeks[1].points, "late by an earlier one may be in time")
  }

  func testAnExtensionIsComparedWithThePlatformsDeadline() throws {
    policy.extensions = [
      .init(student: "ann", week: "W2", end: .until(Sample.date("2026-11-18T12:00:00Z")))
    ]
    XCTAssertNil(
      try row(.platform(isLate: false)).weeks[1].points,
      "in time by the class's deadline may be late by the student's")
  }

  func testMarksThatRestOnThePlatformsDeadlineAreSaidOnce() {
    func remarks(_ time: HandIn.Time, _ policy: Policy) -> [String] {
      let result = Sample.attempt("ann", passing: ["c": 8], handIn: HandIn(time: time))
      return policy.remarks(on: [Attempt(result)], of: ["W1", "W2"]).map { $0(.english) }
    }
    XCTAssertEqual(
      remarks(.platform(isLate: false), policy),
      [
        "W2: the platform says only who was late, by its own due date, which is taken to be the "
          + "policy's deadline. If it is another, say so in the policy, under \"platformDeadlines\""
      ])
    XCTAssertEqual(remarks(punctual, policy), [])
    policy.platformDeadlines = ["W2": nextDay]
    XCTAssertEqual(remarks(.platform(isLate: false), policy), [])
    policy.late = nil
    policy.platformDeadlines = [:]
    XCTAssertEqual(remarks(.platform(isLate: false), policy), [])
  }

  // MARK: Where the times are from

  private let file = "LogisticRegression.swift"

  private func read(
    _ files: [String], roster: String? = nil, table: String? = nil
  ) throws -> [Submission] {
    let folder = try ClassFolder()
    for (index, name) in files.enumerated() {
      try folder.write("class/\(name)", "// \(name)")
      try folder.date("class/\(name)", 1_790_000_000 + 100_000 * Double(index))
    }
    return try SubmissionReader(
      [folder.url.appending(path: "class")],
      weeks: [ClassFolder.week("C1W2"), ClassFolder.week("C1W3")],
      roster: try roster.map { try Roster($0) },
      settings: IntakeSettings(
        times: try table.map {
          try TimeTable(data: Data($0.utf8), file: "times.csv", zone: .gmt)
        },
        zone: .gmt, language: .english)
    ).all()
  }

  func testEverySourceIsKept() throws {
    let all = try read(
      ["smithbob_LATE_222_901_\(file)"], table: "student,time\n222,2026-11-20 08:00\n")
    XCTAssertEqual(
      all.map { $0.handIn.times(of: "C1W2") },
      [[.moment(Sample.date("2026-11-20T08:00:00Z"), .table), .platform(isLate: true)]])
  }

  func testFoldersOfWeeksKeepEachWeeksOwnTime() throws {
    for folders in [["C1W2/alice", "C1W3/alice"], ["alice/C1W2", "alice/C1W3"]] {
      let others = folders.map { $0.replacing("alice", with: "bob") }
      let all = try read(
        zip(folders + others, [file, "ShallowNetwork.swift", file, "ShallowNetwork.swift"]).map {
          "\($0)/\($1)"
        })
      XCTAssertEqual(all.map(\.student.id), ["alice", "bob"])
      XCTAssertEqual(
        all.first?.handIn.weekTimes,
        [
          "C1W2": [.moment(Date(timeIntervalSince1970: 1_790_000_000), .file)],
          "C1W3": [.moment(Date(timeIntervalSince1970: 1_790_100_000), .file)],
        ])
      XCTAssertEqual(
        all.first?.handIn.time, .moment(Date(timeIntervalSince1970: 1_790_100_000), .file))
    }
  }

  func testCanvasMarksOneWeekLateAndNotAnother() throws {
    let all = try read([
      "C1W2/doejane_111_900_\(file)", "C1W3/doejane_LATE_111_950_ShallowNetwork.swift",
    ])
    XCTAssertEqual(all.map { $0.handIn.times(of: "C1W2") }, [[.platform(isLate: false)]])
    XCTAssertEqual(all.map { $0.handIn.times(of: "C1W3") }, [[.platform(isLate: true)]])
  }

  func testACopyOfTheClassDropsTheTimesOfItsWeeks() {
    let facts = Dictionary(
      uniqueKeysWithValues: (0..<3).map { index in
        let student = Student(id: "\(index)", name: "")
        let times = ["C1W2": 1000.0, "C1W3": 1001].mapValues {
          [HandIn.Time.moment(Date(timeIntervalSince1970: $0), .file)]
        }
        let submission = Submission(
          student: student, sources: [:],
          handIn: HandIn(time: times["C1W3"]?.first ?? .unknown, weekTimes: times))
        return (Journal.Key(student: student, attempt: 1), HandInFacts(submission))
      })
    for facts in HandInTimes.checked(facts).facts.values {
      XCTAssertEqual(facts.handIn.times(of: "C1W2"), [.unknown])
    }
  }

  func testIliasMarksALateFileBeforeItsName() throws {
    for mark in ["Late Submission - ", "Verspaetete Abgabe - ", "Verspätete Abgabe - "] {
      let all = try read([
        "Doe_Jane_jdoe_6/\(mark)\(file)", "Smith_Bob_bob_7/\(file)",
      ])
      XCTAssertEqual(
        all.map { $0.handIn.times(of: "C1W2").contains(.platform(isLate: true)) }, [true, false],
        mark)
      XCTAssertEqual(all.map { $0.sources.count }, [1, 1])
    }
    let both = try read(["Doe_Jane_jdoe_6/\(file)", "Doe_Jane_jdoe_6/Late Submission - \(file)"])
    XCTAssertEqual(both.map(\.sources), [[:]], "nobody says which of the two counts")
  }
}
