import Coursework
import Foundation
import GradedTesting
import Syllabus
import SyntheticClasses
import XCTest

@testable import Grading
@testable import Intake
@testable import Reports

final class SyntheticSubmissionsTests: FrameworkTestCase {
  /// The sources that the reader finds in a class that is written into a folder.
  private func texts(
    _ students: Int, seed: UInt32, _ layout: SyntheticSubmissions.Layout
  ) throws -> [[String: String]] {
    let folder = try ClassFolder()
    try SyntheticSubmissions(
      students: students, seed: seed, weeks: Course.weeks, layout: layout,
      package: RunEnvironment.current.package
    ).write(to: folder.url)
    return try SubmissionReader(folder.url).all().map(\.texts)
  }

  func testEveryLayoutIsReadAsTheSameSubmissions() throws {
    let classes = try SyntheticSubmissions.Layout.allCases.map { layout in
      try texts(20, seed: 3, layout)
    }
    XCTAssertEqual(classes[0].count, 20)
    XCTAssertEqual(classes[0].map(\.count), [Int](repeating: Course.weeks.count, count: 20))
    XCTAssertEqual(classes[1], classes[0], "Canvas")
    XCTAssertEqual(classes[2], classes[0], "Moodle")
  }

  func testTheSameSeedGivesTheSameClassAndAnotherAnother() throws {
    let classes = try [3, 3, 4].map { seed in
      try texts(10, seed: seed, .folders)
    }
    XCTAssertEqual(classes[0], classes[1])
    XCTAssertNotEqual(classes[0], classes[2])
  }

  /// The verdicts that each kind of submission is made for, by the real judge.
  func testKindsAreWhatTheyAreCalled() throws {
    let weeks = [C1W2.week]
    let made = try SyntheticSubmissions(
      students: 40, seed: 8, weeks: weeks, package: RunEnvironment.current.package)
    let folder = try ClassFolder()
    try made.write(to: folder.url)
    let submissions = try SubmissionReader(folder.url).all()
    let numbers = Dictionary(
      grouping: 0..<40, by: { made.kind(of: $0) }
    ).mapValues { Array($0.prefix(2)) }
    XCTAssertEqual(
      Set(numbers.keys), Set(SyntheticSubmissions.Kind.allCases), "choose another seed")
    let chosen = numbers.flatMap { kind, numbers in numbers.map { (kind, $0) } }
    let results = try BuiltJudge.grader(self, weeks: weeks, jobs: 2)
      .grade(chosen.map { submissions[$0.1] })
    for ((kind, number), result) in zip(chosen, results) {
      let verdicts = Set(result.weeks.flatMap(\.tests).map(\.record.verdict))
      let name = "student \(number), \(kind): \(verdicts) \(result.weeks.flatMap(\.diagnostics))"
      switch kind {
      case .right: XCTAssertEqual(verdicts, [.passed], name)
      case .half: XCTAssertTrue(verdicts.contains(.notStarted), name)
      case .wrong:
        XCTAssertTrue(verdicts.contains(.wrong), name)
        XCTAssertFalse(verdicts.contains(.doesNotCompile), name)
      case .broken: XCTAssertEqual(verdicts, [.doesNotCompile], name)
      case .hostile: XCTAssertTrue(verdicts != [.passed], name)
      }
    }
  }
}
