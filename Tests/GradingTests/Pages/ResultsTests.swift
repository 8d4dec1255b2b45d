import Basics
import Coursework
import Foundation
import GradedTesting
import Syllabus
import XCTest

@testable import Grading

final class ResultsTests: FrameworkTestCase {
  private let folder = FileManager.default.temporaryDirectory
    .appending(path: "results-\(UUID().uuidString)")

  override func tearDownWithError() throws {
    try? FileManager.default.removeItem(at: folder)
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
      synthetic.heading, submissions: synthetic, policy: Self.policy, language: language,
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

  /// Writes classes to look at, and for the readers of `Tests/Peers/grading_exports.py`:
  /// `COURSE_RESULTS=FOLDER` says where.
  func testWritesAClassToLookAt() throws {
    guard let place = ProcessInfo.processInfo.environment["COURSE_RESULTS"] else {
      throw XCTSkip("COURSE_RESULTS=FOLDER says where")
    }
    for language in Language.allCases {
      try write(60, to: URL(fileURLWithPath: place).appending(path: language.rawValue), language)
    }
  }

  /// `COURSE_RESULTS_COUNT=1000` says how many.
  func testWritesManyPagesQuickly() throws {
    let asked = ProcessInfo.processInfo.environment["COURSE_RESULTS_COUNT"].flatMap(Int.init)
    let count = asked ?? 50
    let start = ContinuousClock.now
    try write(count, to: folder)
    let seconds = (ContinuousClock.now - start) / .seconds(1)
    let pages = try FileManager.default.contentsOfDirectory(
      atPath: folder.appending(path: "students").path)
    XCTAssertEqual(pages.count, count + 2, "a page for everybody, two of whom handed in nothing")
    XCTAssertLessThan(seconds, 10 + 0.05 * Double(count))
    print("\(count) students: \(seconds) s")
  }
}
