import Coursework
import Files
import Foundation
import FrameworkTesting
import GradedTesting
import Syllabus
import Text
import XCTest

@testable import Grading
@testable import Intake
@testable import Releases

/// A class of 40 from each platform's download to the gradebook and back, as an instructor types it.
final class PlatformClassTests: ThoroughTestCase {
  private let week = C1W2.week

  private static let policy = """
    {"zone": "Europe/Zurich", "deadlines": {"C1W2": "2026-11-20T23:59:00+01:00"},
     "late": {"percentPerDay": 10}}
    """

  func testCanvasDownloadIsGradedAndExported() throws { try check(.canvas, late: nil) }
  func testMoodleDownloadIsGradedAndExported() throws { try check(.moodle) }
  func testBlackboardDownloadIsGradedAndExported() throws { try check(.blackboard) }
  func testBrightspaceDownloadIsGradedAndExported() throws { try check(.brightspace) }
  func testGradescopeExportIsGradedAndExported() throws { try check(.gradescope) }
  func testILIASDownloadIsGraded() throws { try check(.ilias) }
  func testClonesOfGitHubClassroomAreGraded() throws {
    try check(.classroom, lateFlag: "late by the time of the commit", isZipped: false)
  }

  /// Grades a class, and reads back what everybody got.
  private func check(
    _ platform: PlatformClass.Platform, late: String? = "94.5", lateFlag: String = "",
    isZipped: Bool = true,
    line: UInt = #line
  ) throws {
    _ = try BuiltJudge.sandbox()
    let package = RunEnvironment.current.package
    let folder = try ClassFolder()
    let whole = PlatformClass(
      platform, right: try BuiltJudge.solution(week),
      stub: try Assigning(package: package).stub(week))
    try whole.write(to: folder, "class")
    var place = folder.url.appending(path: "class")
    if isZipped {
      try XCTSkipUnless(folder.shell("cd class && zip -qr ../download.zip ."), "no zip")
      place = folder.url.appending(path: "download.zip")
    }
    let roster = try folder.write("roster.csv", whole.rosterFile)
    let policy = try folder.write("policy.json", Self.policy)
    let results = folder.url.appending(path: "results")
    let answer = try StartedProgram(
      [
        "grade", place.path, "--out", results.path, "--roster", roster.path, "--policy",
        policy.path,
        "--weeks", "C1W2", "--judge", package.path, "--export", "gradescope,feedback",
      ], language: "en", environment: BuiltJudge.path
    ).answer()
    XCTAssertEqual(answer.code, 0, answer.complaint + answer.output, line: line)

    let book = try table(results.appending(path: "gradebook.csv"))
    XCTAssertEqual(book.rows.count, PlatformClass.count, "\(book.rows.keys.sorted())", line: line)
    for number in 0..<PlatformClass.count {
      let kind = PlatformClass.Kind(number)
      var (points, flag) = expected(kind, late: late)
      if kind == .late, flag.isEmpty { flag = lateFlag }
      let row = try XCTUnwrap(book.rows[whole.id(number)], "no row of \(number)", line: line)
      XCTAssertEqual(row["C1W2 points"], points, "points of \(number)", line: line)
      XCTAssertEqual(row["total"], points, "total of \(number)", line: line)
      let flags = row["flags"] ?? ""
      XCTAssertTrue(
        flag.isEmpty ? flags.isEmpty : flags.contains(flag), "\(number): \(flags)", line: line)
    }
    let page = try String(contentsOf: results.appending(path: "class.html"), encoding: .utf8)
    XCTAssertTrue(page.contains("homework.docx"), "nobody is told to look", line: line)
    try checkExport(whole, results, late: late, line)
  }

  /// The mark of a kind of hand-in, and words of its flag.
  private func expected(
    _ kind: PlatformClass.Kind, late: String?
  ) -> (points: String, flag: String) {
    switch kind {
    case .right, .zipped: ("105", "")
    case .copied: ("105", "LogisticRegression (1).swift: taken as LogisticRegression.swift")
    case .utf16: ("105", "read as UTF-16")
    case .late: (late ?? "", late == nil ? "the platform says that attempt 1 was late" : "")
    case .document: ("", "homework.docx; look at it, then in the policy")
    case .nothing: ("0", "nothing was handed in")
    case .untouched: ("0", "")
    }
  }

  /// Checks the table that the platform imports, which has no mark where none is known.
  private func checkExport(
    _ whole: PlatformClass, _ results: URL, late: String?, _ line: UInt
  ) throws {
    let exports = results.appending(path: "exports")
    let name = "\(whole.platform.rawValue).csv"
    let files = try FileManager.default.contentsOfDirectory(atPath: exports.path)
    XCTAssertEqual(files.contains(name), whole.column != nil, "\(files)", line: line)
    if let column = whole.column {
      let rows = try table(exports.appending(path: name), key: whole.platform).rows
      // Canvas has a row of what is possible besides.
      XCTAssertEqual(
        rows.keys.count { !$0.isEmpty }, PlatformClass.count, "everybody once", line: line)
      for number in 0..<PlatformClass.count {
        let points = expected(PlatformClass.Kind(number), late: late).points
        XCTAssertEqual(
          rows[whole.id(number)]?[column], points, "export of \(number)", line: line)
      }
    }
    // Gradescope reads a file of each student, which is there only where the mark is known.
    for number in 0..<PlatformClass.count {
      let points = Double(expected(PlatformClass.Kind(number), late: late).points)
      let file = exports.appending(path: "gradescope/\(whole.id(number)).json")
      let score = (try? Data(contentsOf: file)).flatMap {
        try? JSONDecoder().decode(Score.self, from: $0).score
      }
      XCTAssertEqual(score, points, "results.json of \(number)", line: line)
    }
  }

  private struct Score: Decodable {
    let score: Double
  }

  /// A table by the ids of students.
  private func table(
    _ file: URL, key platform: PlatformClass.Platform? = nil
  ) throws -> (header: [String], rows: [String: [String: String]]) {
    let table = try CSV.rows(String(contentsOf: file, encoding: .utf8), separator: ",")
    let header = try XCTUnwrap(table.first).fields
    var rows: [String: [String: String]] = [:]
    for row in table.dropFirst() {
      let fields = Dictionary(zip(header, row.fields)) { first, _ in first }
      let id =
        switch platform {
        case .canvas: fields["ID"]
        case .moodle: fields["Identifier"]?.split(separator: " ").last.map(String.init)
        case .blackboard: fields["Username"]
        case .brightspace: fields["OrgDefinedId"].map { String($0.dropFirst()) }
        default: fields["student"]
        }
      rows[id ?? ""] = fields
    }
    return (header, rows)
  }
}
