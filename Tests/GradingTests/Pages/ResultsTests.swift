import Coursework
import Foundation
import FrameworkTesting
import GradedTesting
import Syllabus
import SyntheticClasses
import Text
import XCTest

@testable import Gradebooks
@testable import Grading
@testable import Intake
@testable import Reports

final class ResultsTests: FrameworkTestCase {
  private var folder = URL(fileURLWithPath: "/")

  override func setUpWithError() throws {
    try super.setUpWithError()
    folder = try temporaryFolder()
  }

  /// The policy of the class that is written out.
  static let policy = Policy(
    deadlines: ["C1W2": Date(timeIntervalSince1970: 1_773_000_000)],
    zone: TimeZone(identifier: "Europe/Zurich"), late: LatePenalty(percentPerDay: 10),
    dropLowest: 1,
    manual: [
      .init(
        student: "s0001", mark: .week("C1W3"), points: 40, automatic: 1,
        reason: "Explained at the board."),
      .init(
        student: "s0004", mark: .exercise("C1W2.sigmoid"), points: 2, automatic: nil,
        reason: "<b>half</b>"),
    ])

  private func write(
    _ count: Int, to folder: URL, _ language: Language = .english,
    hidden: HiddenTests = .summarized
  ) throws {
    let synthetic = SyntheticClass(count)
    try Results(
      synthetic.info, submissions: synthetic, policy: Self.policy, language: language,
      hidden: hidden
    ).write(to: folder)
  }

  private func text(_ name: String) throws -> String {
    try String(contentsOf: folder.appending(path: name), encoding: .utf8)
  }

  func testTwoRunsWriteTheSameBytes() throws {
    let again = folder.appending(path: "again")
    try write(20, to: folder)
    try write(20, to: again)
    for name in ["gradebook.csv", "gradebook.json", "results.jsonl", "class.html"] {
      XCTAssertEqual(
        try Data(contentsOf: folder.appending(path: name)),
        try Data(contentsOf: again.appending(path: name)), name)
    }
  }

  func testALaterGradingIsComparedWithTheLastWholeOne() throws {
    try write(20, to: folder)
    let whole = try text("gradebook.json")
    let table = try text("gradebook.csv")
    let part = SyntheticClass(10)
    try Results(part.info, submissions: part, language: .english)
      .write(to: folder, exports: [], isWhole: false)
    XCTAssertEqual(try text("gradebook.json"), whole)
    XCTAssertNotEqual(try text("gradebook.csv"), table, "this says what is graded so far")
  }

  func testExportsHoldWhatWasAskedForAndNothingOfAnEarlierRun() throws {
    let roster = try Roster("Student,ID,Section\r\nAda,s0000,A\r\n")
    let class10 = SyntheticClass(10)
    func names(_ roster: Roster?, _ exports: Set<ExportFormat>? = nil) throws -> [String]? {
      var options = Results.Options()
      options.columns = try roster.map { try PlatformColumns($0, weeks: Course.weeks) }
      let results = Results(class10.info, submissions: class10, roster: roster, options: options)
      if let exports {
        try results.write(to: folder, exports: exports)
      } else {
        try results.write(to: folder)
      }
      return try? FileManager.default.contentsOfDirectory(
        atPath: folder.appending(path: "exports").path
      ).sorted()
    }
    XCTAssertNil(try names(nil), "there is nothing to write")
    XCTAssertEqual(try names(roster), ["canvas.csv"])
    XCTAssertEqual(
      try names(roster, [.platform, .junit, .gradescope]), ["canvas.csv", "gradescope", "junit"])
    XCTAssertEqual(try names(nil, [.exercism]), ["exercism"])
    XCTAssertNil(try names(nil), "exports of an earlier run are left")
    let own = folder.appending(path: "exports/mine.txt")
    try FileManager.default.createDirectory(
      at: own.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data().write(to: own)
    XCTAssertEqual(try names(nil), ["mine.txt"], "what is not ours stays")
  }

  /// Classes to look at, and for the readers of `Tests/Peers/grading_exports.py`:
  /// `COURSE_RESULTS=FOLDER` says where they stay.
  func testPagesAreInTheLanguageThatIsAsked() throws {
    let place =
      ProcessInfo.processInfo.environment["COURSE_RESULTS"].map { URL(fileURLWithPath: $0) }
      ?? folder.appending(path: "languages")
    for (language, tag) in [(Language.english, "lang=\"en\""), (.chinese, "lang=\"zh")] {
      let folder = place.appending(path: language.rawValue)
      try write(place.path.hasPrefix(self.folder.path) ? 3 : 60, to: folder, language)
      let page = try String(contentsOf: folder.appending(path: "class.html"), encoding: .utf8)
      XCTAssertTrue(page.contains(tag), "\(page.prefix(200))")
    }
  }

  /// A class to be graded, for `Tests/Peers/grading_exports.py`: `COURSE_CLASS=FOLDER` says where it
  /// stays, `COURSE_CLASS_COUNT=40` how many they are.
  func testAClassToGradeHoldsAFileAStudentAndWeek() throws {
    let environment = ProcessInfo.processInfo.environment
    let place =
      environment["COURSE_CLASS"].map { URL(fileURLWithPath: $0) }
      ?? folder.appending(path: "class")
    let count = environment["COURSE_CLASS_COUNT"].flatMap(Int.init) ?? 2
    try SyntheticSubmissions(
      students: count, seed: 8, weeks: Course.weeks, layout: .canvas,
      package: RunEnvironment.current.package
    ).write(to: place)
    let files = try FileManager.default.contentsOfDirectory(atPath: place.path)
    XCTAssertEqual(files.count, count * Course.weeks.count)
  }

  /// `COURSE_CLASS_COUNT=1000` says how many.
  func testEveryStudentHasAPage() throws {
    let asked = ProcessInfo.processInfo.environment["COURSE_CLASS_COUNT"].flatMap(Int.init)
    let count = asked ?? 50
    try write(count, to: folder)
    let pages = try FileManager.default.contentsOfDirectory(
      atPath: folder.appending(path: "students").path)
    XCTAssertEqual(pages.count, count + 2, "a page for everybody, two of whom handed in nothing")
  }
}
