import Coursework
import Foundation
import GradedTesting
import Syllabus
import XCTest

@testable import Grading

/// Every hostile submission gains nothing, costs others nothing, and is told what has happened in
/// words that a student understands.
///
/// Those that can be run together are; an honest submission comes before and after them, and in
/// between.
final class HostileCorpusTests: FrameworkTestCase {
  func testTheTableNamesEveryFolderAndNoOther() throws {
    let names = try HostileSubmission.all().map(\.name).sorted()
    let folders = try FileManager.default
      .contentsOfDirectory(atPath: HostileSubmission.folder.path)
      .filter { !$0.contains(".") }.sorted()
    XCTAssertEqual(names, folders)
    XCTAssertGreaterThanOrEqual(names.count, 40)
  }

  func testThoseThatEndAtOnceOrNever() throws { try check([.slow, .compiler, .quick], jobs: 9) }
  /// With less memory than others get: it takes time to fill.
  func testThoseThatTakeEverything() throws { try check([.bomb], limits: .probe, jobs: 3) }

  private func check(
    _ groups: [HostileSubmission.Group], limits: WallLimits = .worker, jobs: Int
  ) throws {
    let only = ProcessInfo.processInfo.environment["HOSTILE_ONLY"]?.split(separator: ",")
    let corpus = try HostileSubmission.all().filter {
      groups.contains($0.group) && (only?.contains { [name = $0.name] in name == $0 } ?? true)
    }
    // Those that wait begin first.
    .sorted { groups.firstIndex(of: $0.group) ?? 0 < groups.firstIndex(of: $1.group) ?? 0 }
    if corpus.isEmpty { throw XCTSkip("none of HOSTILE_ONLY is here") }
    let weeks = Course.weeks.filter { week in corpus.contains { $0.week == week.id } }
    let grader = try BuiltJudge.grader(self, weeks: weeks, limits: limits, jobs: jobs)
    let outside = try Outside()
    let marks = outside.marks
    func honest(_ place: String) throws -> Submission {
      let sources = try weeks.map { ($0.id, Data(try BuiltJudge.solution($0).utf8)) }
      return Submission(
        student: Student(id: "honest \(place)", name: "honest"),
        sources: Dictionary(uniqueKeysWithValues: sources))
    }
    var submissions = [try honest("before")]
    for (index, entry) in corpus.enumerated() {
      submissions.append(
        Submission(
          student: Student(id: entry.name, name: entry.name),
          sources: [entry.week: try entry.source(marks)]))
      if index == corpus.count / 2 { submissions.append(try honest("between")) }
    }
    submissions.append(try honest("after"))

    let results = try grader.grade(submissions)
    let byStudent = Dictionary(uniqueKeysWithValues: results.map { ($0.student.id, $0) })
    for place in ["before", "between", "after"] {
      let result = try XCTUnwrap(byStudent["honest \(place)"])
      let lost = result.weeks.flatMap(\.tests).map(\.record).filter { $0.verdict != .passed }
      XCTAssertNil(result.fault, "an honest submission \(place) the hostile ones")
      XCTAssertTrue(lost.isEmpty, "the honest submission \(place) lost \(lost)")
    }
    for entry in corpus {
      guard let result = byStudent[entry.name] else {
        XCTFail("\(entry.name) has no result")
        continue
      }
      check(entry, result, marks)
    }
    XCTAssertFalse(outside.wasReached, "a hostile submission reached a port of this machine")
    XCTAssertEqual(outside.files, [], "files that hostile submissions left")
    XCTAssertEqual(
      Outside.processesLeft(by: grader.folder), [], "processes that hostile submissions left")
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
