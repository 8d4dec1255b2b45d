import Foundation
import FrameworkTesting
import GradedTesting
import Text
import XCTest

@testable import Grading
@testable import Intake

/// The results that a journal keeps, whatever happens to the grader that writes it.
final class JournalTests: FrameworkTestCase {
  private var folder = URL(fileURLWithPath: "/")

  override func setUpWithError() throws {
    try super.setUpWithError()
    folder = try temporaryFolder()
  }

  private func header(
    _ digest: String = "d", seed: UInt32 = 1, weeks: [String] = ["C1W2"]
  ) -> Journal.Header {
    Journal.Header(digest: digest, weeks: weeks, seed: seed, language: .english, sandbox: [])
  }

  private func submission(_ id: String) -> Submission {
    Submission(student: Student(id: id, name: id), sources: ["C1W2": Data(id.utf8)])
  }

  private func result(_ id: String, fault: String? = nil) -> SubmissionResult {
    let own = submission(id)
    return SubmissionResult(
      student: own.student, attempt: 1, submitted: nil, digest: own.digest, release: nil,
      refusals: [], weeks: [], fault: fault, seconds: 1)
  }

  private var file: URL { folder.appending(path: "journal.jsonl") }

  func testResultsAreKeptForTheNextRun() throws {
    try Journal(folder: folder, header: header()).add(result("b"))
    let journal = try Journal(folder: folder, header: header())
    XCTAssertTrue(journal.holds(submission("b")))
    XCTAssertFalse(journal.holds(submission("c")))
    XCTAssertFalse(journal.isRegrade)
    try journal.add(result("a"))
    let ids = journal.results(of: Set(journal.entries.keys)).map(\.student.id)
    XCTAssertEqual(ids, ["a", "b"])
  }

  func testAResultIsDecodedAsItWasEncoded() throws {
    let result = SubmissionResult(
      student: Student(id: "7", name: "李 Ana"), attempt: 2, submitted: nil, digest: "00ff",
      release: nil, refusals: [Refusal(name: "a", reason: "a link")],
      weeks: [WeekResult(week: "C1W2", isHandedIn: true, diagnostics: [], tests: [])], seconds: 1.5)
    let line = try JSONEncoder().encode(result)
    XCTAssertEqual(try JSONDecoder().decode(SubmissionResult.self, from: line), result)
  }

  /// A kill leaves some first bytes of a line: each number of them loses that line and no other.
  func testATornLineIsSetAsideAtEveryLength() throws {
    try Journal(folder: folder, header: header()).add(result("a"))
    let whole = try Data(contentsOf: file)
    try Journal(folder: folder, header: header()).add(result("b"))
    let both = try Data(contentsOf: file)
    for length in stride(from: whole.count, to: both.count, by: 7) {
      try both.prefix(length).write(to: file)
      let journal = try Journal(folder: folder, header: header())
      XCTAssertTrue(journal.holds(submission("a")), "\(length) bytes")
      XCTAssertFalse(journal.holds(submission("b")), "\(length) bytes")
      try journal.add(result("b"))
      XCTAssertEqual(try Data(contentsOf: file), both, "\(length) bytes")
    }
  }

  func testTwoGradersCannotShareAJournal() throws {
    let first = try Journal(folder: folder, header: header())
    XCTAssertThrowsError(try Journal(folder: folder, header: header())) {
      XCTAssertEqual($0 as? GradingError, .locked(folder: folder.path))
    }
    XCTAssertFalse(first.isRegrade)
  }

  func testAnotherStateOfTheCourseGradesAgain() throws {
    try Journal(folder: folder, header: header()).add(result("a"))
    let journal = try Journal(folder: folder, header: header("other"))
    XCTAssertFalse(journal.holds(submission("a")))
    XCTAssertTrue(journal.isRegrade)
  }

  // MARK: Several weeks in one folder

  private func key(_ id: String) -> Journal.Key {
    Journal.Key(student: Student(id: id, name: id), attempt: 1)
  }

  func testResultsOfSeveralWeeksStandTogether() throws {
    var journal: Journal? = try Journal(folder: folder, header: header())
    for id in ["a", "b", "? x"] { try journal?.add(result(id)) }
    try journal?.finish(
      [key("a"), key("b"), key("? x")], ungraded: [],
      unmatched: [
        UnmatchedHandIn(label: "x", student: Student(id: "? x", name: "x"), candidates: [])
      ])
    journal = nil
    let next = try Journal(folder: folder, header: header("e", weeks: ["C1W3"]))
    XCTAssertFalse(next.isRegrade, "other weeks void nothing")
    XCTAssertFalse(next.holds(submission("a")))
    try next.add(result("a"))
    let results = next.results(of: [key("a")], isListed: { $0.id == "a" })
    XCTAssertEqual(
      results.map { "\($0.student.id) \($0.attempt) \($0.asked?.joined() ?? "all")" },
      ["? x 1 C1W2", "a 1 C1W2", "a 2 C1W3"],
      "b has left the roster; nobody has said whose x is")
    let groups = next.results(of: [key("a")], groups: Groups(["g": ["a", "b"]]))
    XCTAssertEqual(
      groups.map { "\($0.student.id) \($0.attempt)" },
      ["? x 1", "a 1", "a 2", "a 3", "b 1", "b 2", "b 3"])
  }

  func testTheSameWeeksAreFoundAgainAfterOthers() throws {
    for (weeks, digest) in [(["C1W2"], "d"), (["C1W3"], "e")] {
      let journal = try Journal(folder: folder, header: header(digest, weeks: weeks))
      try journal.add(result("a"))
      try journal.finish([key("a")], ungraded: [], unmatched: [])
    }
    var again: Journal? = try Journal(folder: folder, header: header())
    XCTAssertEqual(again?.holds(submission("a")), true)
    XCTAssertEqual(again?.otherWeeks.map(\.weeks), [["C1W3"]])
    again = nil
    let edited = try Journal(folder: folder, header: header("d2"))
    XCTAssertTrue(edited.isRegrade)
    XCTAssertFalse(edited.holds(submission("a")))
    XCTAssertEqual(edited.otherWeeks.map(\.weeks), [["C1W3"]])
  }

  func testTheFolderIsItsOwnersAlone() throws {
    let place = folder.appending(path: "results")
    _ = try Journal(folder: place, header: header())
    for (path, mode) in [("", 0o700), ("journal.jsonl", 0o600)] {
      let attributes = try FileManager.default.attributesOfItem(
        atPath: place.appending(path: path).path)
      XCTAssertEqual(attributes[.posixPermissions] as? Int, mode, path)
    }
  }

  func testAFolderThatIsThereIsClosedUnlessItsGroupMayWrite() throws {
    let place = folder.appending(path: "there")
    try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
    for (before, after) in [
      (0o755, 0o700), (0o750, 0o700), (0o777, 0o770), (0o770, 0o770), (0o2775, 0o2770),
    ] {
      chmod(place.path, mode_t(before))
      _ = try Journal(folder: place, header: header())
      var status = stat()
      XCTAssertEqual(stat(place.path, &status), 0)
      XCTAssertEqual(Int(status.st_mode) & 0o7777, after, "\(String(before, radix: 8))")
      XCTAssertEqual(Journal.isShared(place), after & 0o020 != 0)
    }
  }

  func testRetryOfFailedVoidsOnlyFaults() throws {
    let journal = try Journal(folder: folder, header: header())
    try journal.add(result("a"))
    try journal.add(result("b", fault: "disk"))
    try journal.retry("failed")
    XCTAssertTrue(journal.holds(submission("a")))
    XCTAssertFalse(journal.holds(submission("b")))
  }

  func testAnUnfinishedRetryGoesOn() throws {
    var journal: Journal? = try Journal(folder: folder, header: header())
    try journal?.add(result("a"))
    try journal?.add(result("b"))
    try journal?.retry("ALL")
    try journal?.add(result("a"))
    journal = nil
    let next = try Journal(folder: folder, header: header())
    try next.retry("ALL")
    XCTAssertTrue(next.holds(submission("a")))
    XCTAssertFalse(next.holds(submission("b")))
    try next.add(result("b"))
    try next.finish()
    try next.retry("ALL")
    XCTAssertFalse(next.holds(submission("a")))
  }

  func testRetryOfAStrangerIsRefused() throws {
    let journal = try Journal(folder: folder, header: header())
    XCTAssertThrowsError(try journal.retry("nobody")) {
      XCTAssertEqual(
        "\($0)", "there is no submission by nobody to grade again")
    }
  }

  func testALineOfAnotherKindInTheMiddleIsNamed() throws {
    try Journal(folder: folder, header: header()).add(result("a"))
    try (Data("nonsense\n".utf8) + Data(contentsOf: file)).write(to: file)
    XCTAssertThrowsError(try Journal(folder: folder, header: header())) {
      XCTAssertEqual($0 as? GradingError, .noJournalLine(file: file.path, line: 1))
    }
  }
}
