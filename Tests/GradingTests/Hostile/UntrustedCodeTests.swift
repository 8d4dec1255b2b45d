import Coursework
import Foundation
import GradedTesting
import XCTest

@testable import Grading
@testable import Intake
@testable import Reports

/// Every hostile submission gains nothing, costs others nothing, and is told what has happened in
/// words that a student understands.
///
/// Most are graded beside other tests. Those run in the order of their names, and the name of this
/// one makes it one of the last.
final class UntrustedCodeTests: FrameworkTestCase {
  func testTheTableNamesEveryFolderAndNoOther() throws {
    let names = try HostileSubmission.all().map(\.name).sorted()
    let folders = try FileManager.default
      .contentsOfDirectory(atPath: HostileSubmission.folder.path)
      .filter { !$0.contains(".") }.sorted()
    XCTAssertEqual(names, folders)
    XCTAssertGreaterThanOrEqual(names.count, 100)
  }

  func testThoseThatEndAtOnceOrNever() throws {
    try check(HostileClass.endingAtOnceOrNever.value())
  }
  func testThoseThatTakeEverything() throws { try check(HostileClass.takingEverything()) }

  private func check(_ graded: HostileClass) throws {
    defer { graded.end() }
    for place in HostileClass.places {
      let result = try XCTUnwrap(graded.results[HostileClass.honest(place)])
      let lost = result.weeks.flatMap(\.tests).map(\.record).filter { $0.verdict != .passed }
      XCTAssertNil(result.fault, "an honest submission \(place) the hostile ones")
      XCTAssertTrue(lost.isEmpty, "the honest submission \(place) lost \(lost)")
    }
    for entry in graded.corpus {
      guard let result = graded.results[entry.name] else {
        XCTFail("\(entry.name) has no result")
        continue
      }
      check(entry, result, graded.outside.marks)
    }
    XCTAssertFalse(graded.outside.wasReached, "a hostile submission reached a port of this machine")
    XCTAssertEqual(graded.outside.files, [], "files that hostile submissions left")
    XCTAssertEqual(
      Outside.processesLeft(by: graded.folder), [], "processes that hostile submissions left")
  }

  private func check(
    _ entry: HostileSubmission, _ result: SubmissionResult, _ marks: [String: String]
  ) {
    let name = "\(entry.name) (\(entry.attempt))"
    XCTAssertNil(result.fault, "\(name): a hostile submission is no fault of the grader")
    let week = result.weeks.first { $0.week == entry.week }
    let records = week?.tests.map(\.record) ?? []
    let attacked = records.filter { entry.attacks.isEmpty || entry.attacks.contains($0.exercise) }
    XCTAssertFalse(attacked.isEmpty, "\(name): nothing was judged")
    XCTAssertEqual(
      attacked.reduce(0) { $0 + $1.points }, entry.points ?? 0, accuracy: 1e-9,
      "\(name) gains points: \(attacked.filter { $0.points > 0 })")
    let verdicts = Set(attacked.map(\.verdict))
    XCTAssertTrue(
      !verdicts.isDisjoint(with: [entry.verdict, entry.or ?? entry.verdict]),
      "\(name): \(verdicts), expected \(entry.verdict)")
    let messages = attacked.map(\.message).joined(separator: "\n---\n")
    for words in entry.words {
      XCTAssertTrue(
        messages.contains(words), "\(name) is not told “\(words)”, but:\n\(messages.prefix(1500))")
    }
    let all = records.map(\.message).joined(separator: "\n")
    for words in entry.absent ?? [] {
      let shown = marks[words] ?? words
      XCTAssertFalse(
        all.contains(shown), "\(name) has seen or done “\(shown)”:\n\(all.prefix(3000))")
    }
    XCTAssertLessThan(all.utf8.count, 1 << 20, "\(name): messages that nobody reads")
    let controls = all.unicodeScalars.filter { $0.value < 32 && $0 != "\n" && $0 != "\t" }
    XCTAssertTrue(controls.isEmpty, "\(name): characters that steer a terminal")
    if entry.spares {
      let lost = records.filter { !entry.attacks.contains($0.exercise) && $0.verdict != .passed }
      XCTAssertTrue(
        lost.isEmpty, "\(name) harms \(lost.map { "\($0.exercise).\($0.test): \($0.message)" })")
    }
  }
}
