import Foundation
import GradedTesting
import XCTest

@testable import Gradebooks
@testable import Intake

/// Days counted by hand.
///
/// Zurich is at +01:00 until 2026-03-29 02:00, when the clock goes to 03:00, and at +02:00 until
/// 2026-10-25 03:00.
final class LatenessTests: FrameworkTestCase {
  private let zurich = TimeZone(identifier: "Europe/Zurich")

  private func days(_ policy: Policy, _ submitted: String, _ deadline: String) -> Int {
    policy.daysLate(Sample.date(submitted), after: Sample.date(deadline))
  }

  func testTheDeadlineItselfIsInTime() {
    let deadline = "2026-03-08T23:59:00+01:00"
    XCTAssertEqual(days(Policy(), "2026-03-08T22:59:00Z", deadline), 0)
    XCTAssertEqual(days(Policy(), "2026-03-08T22:59:01Z", deadline), 1)
  }

  func testADayBegunCounts() {
    let deadline = "2026-03-08T12:00:00Z"
    XCTAssertEqual(days(Policy(), "2026-03-09T12:00:00Z", deadline), 1)
    XCTAssertEqual(days(Policy(), "2026-03-09T12:00:01Z", deadline), 2)
    XCTAssertEqual(days(Policy(), "2026-04-07T12:00:00Z", deadline), 30)
  }

  func testZonesAreTheSameMoment() {
    // 23:30 in Zurich is 07:30 of the next morning in Tokyo.
    XCTAssertEqual(days(Policy(), "2026-03-09T07:30:00+09:00", "2026-03-08T23:59:00+01:00"), 0)
    XCTAssertEqual(days(Policy(), "2026-03-08T17:30:00-08:00", "2026-03-08T23:59:00+01:00"), 1)
  }

  func testGraceForgivesAndDoesNotMoveTheDays() {
    let policy = Policy(graceMinutes: 30)
    let deadline = "2026-03-08T12:00:00Z"
    XCTAssertEqual(days(policy, "2026-03-08T12:30:00Z", deadline), 0)
    XCTAssertEqual(days(policy, "2026-03-08T12:30:01Z", deadline), 1)
    XCTAssertEqual(days(policy, "2026-03-09T12:10:00Z", deadline), 2, "24 h 10 min after it")
  }

  func testADayOfTheCalendarHas23HoursInSpring() {
    // Saturday 22:00 to Sunday 22:00 local time, 23 hours.
    let deadline = "2026-03-28T22:00:00+01:00"
    let policy = Policy(zone: zurich)
    XCTAssertEqual(days(policy, "2026-03-29T22:00:00+02:00", deadline), 1)
    XCTAssertEqual(days(policy, "2026-03-29T22:30:00+02:00", deadline), 2, "23.5 hours")
    XCTAssertEqual(days(Policy(), "2026-03-29T22:30:00+02:00", deadline), 1, "without a zone")
  }

  func testADayOfTheCalendarHas25HoursInAutumn() {
    let deadline = "2026-10-24T22:00:00+02:00"
    let policy = Policy(zone: zurich)
    XCTAssertEqual(days(policy, "2026-10-25T22:00:00+01:00", deadline), 1, "25 hours")
    XCTAssertEqual(days(Policy(), "2026-10-25T22:00:00+01:00", deadline), 2, "without a zone")
  }

  func testThePenaltyGrowsByTheDayUpToTheCap() {
    let late = LatePenalty(percentPerDay: 10, capPercent: 35)
    XCTAssertEqual([0, 1, 3, 4, 100].map { late.percent(days: $0) }, [0, 10, 30, 35, 35])
    XCTAssertEqual(late.apply(to: 8, of: 10, days: 2), 6.4, accuracy: 1e-12)
  }

  func testThePenaltyMayBeTakenOfTheWeeksPoints() {
    let late = LatePenalty(percentPerDay: 30, base: .points)
    XCTAssertEqual(late.apply(to: 8, of: 10, days: 1), 5, accuracy: 1e-12)
    XCTAssertEqual(late.apply(to: 8, of: 10, days: 3), 0, "and never goes below zero")
  }

  func testAnExtensionMovesTheDeadlineOfOneStudent() {
    let due = Sample.date("2026-03-28T22:00:00+01:00")
    let policy = Policy(
      deadlines: ["W1": due, "W2": due], zone: zurich,
      extensions: [
        .init(student: "ana", week: nil, end: .days(2)),
        .init(student: "ana", week: "W2", end: .until(Sample.date("2026-04-05T12:00:00Z"))),
      ])
    XCTAssertEqual(
      policy.deadline(of: "W1", for: "ana"), Sample.date("2026-03-30T22:00:00+02:00"),
      "two days of the calendar, over the change of the clock")
    XCTAssertEqual(
      policy.deadline(of: "W2", for: "ana"), Sample.date("2026-04-05T12:00:00Z"),
      "what is said of one week goes first")
    XCTAssertEqual(policy.deadline(of: "W1", for: "bob"), due)
    XCTAssertNil(policy.deadline(of: "W3", for: "ana"))
  }
}
