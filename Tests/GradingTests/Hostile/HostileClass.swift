import Coursework
import Foundation
import GradedTesting
import Syllabus
import SyntheticClasses
import XCTest

@testable import Grading
@testable import Intake
@testable import Reports
@testable import Sandboxes

/// A class of hostile submissions that has been graded, with an honest one before them, in between
/// and after.
struct HostileClass: Sendable {
  let corpus: [HostileSubmission]
  /// The results by student.
  let results: [String: SubmissionResult]
  let outside: Outside
  private let grader: ClassGrader

  /// The places of the honest submissions in the class.
  static let places = ["before", "between", "after"]
  static func honest(_ place: String) -> String { "honest \(place)" }

  /// Those that end at once or never, graded from the first use on.
  static let endingAtOnceOrNever = BackgroundWork {
    try HostileClass([.slow, .compiler, .quick], limits: .worker)
  }

  /// Begins to grade `endingAtOnceOrNever` if this run is going to ask for it: most tests keep one
  /// processor busy, and this one the others.
  static func beginIfAwaited() {
    let chosen = CommandLine.arguments.dropFirst()
    if chosen.isEmpty || chosen.contains(where: { $0.contains("\(UntrustedCodeTests.self)/") }) {
      _ = endingAtOnceOrNever
    }
  }

  /// Those that take all memory, processes or disk, with less memory than others get: it takes time
  /// to fill.
  static func takingEverything() throws -> HostileClass {
    try HostileClass([.bomb], limits: .probe)
  }

  /// Takes the submissions of groups, in the order in which they are graded: those that wait first.
  init(
    _ groups: [HostileSubmission.Group], limits: SandboxLimits, names: [String]? = nil,
    sandbox: Sandbox? = nil
  ) throws {
    let only =
      names
      ?? ProcessInfo.processInfo.environment["HOSTILE_ONLY"]?.split(separator: ",")
      .map(String.init)
    let all = try HostileSubmission.all().filter { entry in
      only?.contains { $0 == entry.name } ?? true
    }
    corpus = groups.flatMap { group in all.filter { $0.group == group } }
    if corpus.isEmpty { throw XCTSkip("none of HOSTILE_ONLY is here") }
    outside = try Outside()
    let weeks = Course.weeks.filter { [corpus] week in corpus.contains { $0.week == week.id } }
    grader = try BuiltJudge.grader(weeks: weeks, sandbox: sandbox, limits: limits, jobs: 3)
    let solved = try Dictionary(
      uniqueKeysWithValues: weeks.map { week in
        (week.id, try SolvedWeek(week, package: RunEnvironment.current.package))
      })
    var submissions = try corpus.compactMap { [outside] entry in
      try solved[entry.week].map { week in
        Submission(
          student: Student(id: entry.name, name: entry.name),
          sources: [entry.week: try entry.source(in: week, outside.marks)])
      }
    }
    let solutions = solved.mapValues { Data($0.right.utf8) }
    let positions = [0, corpus.count / 2 + 1, corpus.count + 2]
    for (place, position) in zip(Self.places, positions) {
      let student = Student(id: Self.honest(place), name: "honest")
      submissions.insert(Submission(student: student, sources: solutions), at: position)
    }
    let graded = try grader.grade(submissions)
    results = Dictionary(uniqueKeysWithValues: graded.map { ($0.student.id, $0) })
  }

  var folder: URL { grader.folder }

  /// Takes away the folder in which they were graded.
  func end() { grader.end() }
}
