import Coursework
import Files
import Foundation
import Gradebooks
import GradedTesting
import Grading
import Intake
import Releases
import Reports
import Syllabus
import XCTest

final class ClassGraderTests: FrameworkTestCase {
  private let week = C1W2.week

  private func submission(_ id: String, _ source: String) -> Submission {
    Submission(
      student: Student(id: id, name: id), sources: [week.id: Data(source.utf8)])
  }

  func testWorkMadeInAReleaseIsGradedInFullAndAnotherReleaseIsNamed() throws {
    let grader = try BuiltJudge.grader(self, weeks: [week])
    let versions = try BuiltJudge.shared.get().versions(of: [week])
    let current = try XCTUnwrap(versions[week.id])
    let graded = CourseVersion.id(of: versions)
    let right = try BuiltJudge.solution(week)
    let folder = try ClassFolder()
    let file = "LogisticRegression.swift"
    for (student, version) in [("ana", current), ("bob", "00112233")] {
      try folder.write("\(student)/\(file)", ReleaseMarker.line(for: version) + "\n\n" + right)
    }
    let stub = try Assigning(package: RunEnvironment.current.package).stub(week)
    try folder.write("cyd/\(file)", ReleaseMarker.line(for: current) + "\n\n" + stub)
    let results = try grader.grade(SubmissionReader(folder.url).all())
    XCTAssertEqual(results.map(\.fault), [nil, nil, nil])
    let info = ClassInfo(
      release: graded, weeks: [week.id], seed: 7, sandbox: [], versions: versions)
    let rows = Gradebook(info, attempts: results.map(Attempt.init)).rows
    XCTAssertEqual(rows.map(\.total), [week.points, week.points, 0])
    XCTAssertEqual(
      rows.map(\.flags),
      [[], [.otherRelease(attempt: 1, release: "00112233", graded: graded)], []])
    XCTAssertTrue(results[2].weeks[0].tests.allSatisfy { $0.record.verdict == .notStarted })
  }

  private func replaced(_ line: String, in source: String) -> String {
    let head = "public func sigmoid(_ z: Tensor) throws -> Tensor {"
    return source.replacingOccurrences(of: head, with: head + "\n  " + line)
  }

  func testRightSubmissionScoresInFullAndACrashCostsWhatCalls() throws {
    let grader = try BuiltJudge.grader(self, weeks: [week])
    let right = try BuiltJudge.solution(week)
    let results = try grader.grade([
      submission("right", right),
      submission("crash", replaced("if z.count > 0 { fatalError(\"mine\") }", in: right)),
    ])
    XCTAssertEqual(results.map(\.fault), [nil, nil])
    let tests = results.map { $0.weeks[0].tests.map(\.record) }
    XCTAssertTrue(tests[0].allSatisfy { $0.verdict == .passed })
    XCTAssertEqual(tests[0].reduce(0) { $0 + $1.points }, week.points, accuracy: 1e-9)
    let crashed = tests[1].filter { $0.exercise == "sigmoid" }
    XCTAssertTrue(crashed.allSatisfy { $0.verdict == .crashed }, "\(crashed)")
    XCTAssertTrue(
      crashed[0].message.contains("Exercises/C1W2-LogisticRegression/LogisticRegression.swift:"),
      crashed[0].message)
    XCTAssertGreaterThan(results[0].weeks[0].tests[0].memory ?? 0, 1 << 20)
  }
}
