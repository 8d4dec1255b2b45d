import Foundation
import FrameworkTesting
import GradedTesting
import Text
import XCTest

@testable import Gradebooks
@testable import Grading
@testable import Intake
@testable import Reports

/// Results from the journal: verdicts as they were, and the facts of the hand-ins as they are now.
final class RenewedFactsTests: FrameworkTestCase {
  private var folder = URL(fileURLWithPath: "/")

  override func setUpWithError() throws {
    try super.setUpWithError()
    folder = try temporaryFolder()
  }

  private func journal(_ results: [SubmissionResult], week: String = "W1") throws -> Journal {
    let journal = try Journal(
      folder: folder,
      header: .init(digest: week, weeks: [week], seed: 7, language: .english, sandbox: []))
    for result in results { try journal.add(result) }
    return journal
  }

  private func key(_ id: String, _ attempt: Int = 1) -> Journal.Key {
    Journal.Key(student: Student(id: id, name: id.capitalized), attempt: attempt)
  }

  func testRefusalsReleaseAndOwnerAreTakenAnew() throws {
    let kept = Sample.attempt(
      "ann", passing: ["a": 4], release: "old",
      refusals: [Refusal(name: "x.rar", reason: "a rar archive")],
      handIn: HandIn(owner: .found(.nearName), left: ["x.docx"]))
    let journal = try journal([kept])
    let now = Submission(
      student: kept.student, sources: [:], refusals: [Refusal(name: "y", reason: "a link")],
      release: "new", handIn: HandIn(owner: .found(.policy)))
    let facts = HandInFacts(now)
    let found = Array(journal.results(of: [key("ann")], [key("ann"): facts]))
    XCTAssertEqual(found.map(\.release), ["new"])
    XCTAssertEqual(found.map(\.refusals), [[Refusal(name: "y", reason: "a link")]])
    XCTAssertEqual(found.map(\.handIn), [HandIn(owner: .found(.policy))])
    XCTAssertEqual(found.map(\.weeks), [kept.weeks], "verdicts are those of the grading")
  }

  // MARK: Groups

  private let canvas = """
    Student,ID,SIS User ID,SIS Login ID,Section,W1 (77)\r
    "    Points Possible",,,,,10\r
    Ann,11,a,ann,A,\r
    Bo,12,b,bo,A,\r
    Cy,13,c,cy,A,\r

    """

  private func export(_ groups: Groups) throws -> (rows: [Gradebook.Row], csv: String?) {
    let week = Array(Sample.weeks.prefix(1))
    let journal = try journal([Sample.attempt("11", passing: ["a": 4, "b": 5], weeks: week)])
    let roster = try Roster(canvas, file: "r.csv")
    let results = Array(
      journal.results(of: [key("11")], groups: groups, class: roster.students))
    let found = Set(results.map(\.student.id))
    let book = Gradebook(
      ClassInfo(
        release: "r1", weeks: ["W1"], seed: 7, sandbox: [],
        missing: roster.students.filter { !found.contains($0.id) }),
      attempts: results.map(Attempt.init), course: Sample.weeks)
    let columns = try PlatformColumns(roster, weeks: week, course: Sample.weeks)
    return (
      book.rows,
      PlatformImport(book, roster: roster, columns: columns, course: Sample.weeks).csv
    )
  }

  func testWhoDidNotUploadHasTheMarkOfTheGroup() throws {
    let (rows, csv) = try export(Groups(["Team A": ["11", "12"]]))
    XCTAssertEqual(rows.map(\.total), [9, 9, 0])
    XCTAssertEqual(rows.map { $0.flags.contains(.missing) }, [false, false, true])
    let lines = try XCTUnwrap(csv).split(separator: "\r\n").suffix(3).map { $0.suffix(4) }
    XCTAssertEqual(lines, [",A,9", ",A,9", ",A,0"])
  }

  func testTheRostersOwnColumnGivesTheGroups() throws {
    let roster = try Roster(
      "id,name,group\n1,Ann,Red\n2,Bo,Red\n3,Cy,Blue\n4,Di,-\n5,Ed,-\n", file: "r.csv")
    let groups = Groups(of: roster)
    XCTAssertEqual(groups.members, ["Red": ["1", "2"]], "nobody is in a group alone, or in “-”")
    XCTAssertEqual(groups.sharing(with: "2"), ["2", "1"])
    XCTAssertTrue(groups.share("1", "2"))
    XCTAssertFalse(groups.share("4", "5"))
  }

  // MARK: Two weeks in one folder

  func testTheGradebookHasTheColumnsOfBothWeeks() throws {
    let weeks = Sample.weeks.prefix(2)
    var journal: Journal? = try journal(
      [Sample.attempt("ann", passing: ["a": 4], weeks: [weeks[0]])])
    try journal?.finish([key("ann")], ungraded: [], unmatched: [])
    journal = nil
    let next = try self.journal(
      [Sample.attempt("ann", passing: ["c": 7], weeks: [weeks[1]])], week: "W2")
    try next.finish([key("ann")], ungraded: [], unmatched: [])
    let results = next.results(of: [key("ann")], class: [Student(id: "ann", name: "Ann")])
    let book = Gradebook(
      Sample.classInfo(weeks: ["W1", "W2"]), attempts: results.map(Attempt.init),
      course: Sample.weeks)
    XCTAssertEqual(book.rows.map { $0.weeks.map(\.points) }, [[4, 7]])
    XCTAssertEqual(book.rows.map(\.flags), [[]])
    let csv = book.csv(.english)
    for heading in ["W1 points", "W2 points"] { XCTAssertTrue(csv.contains(heading), csv) }
  }
}
