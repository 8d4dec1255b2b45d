public import Coursework
public import Foundation
public import Grading
public import Intake

/// What the gradebook keeps of one attempt: sums, no messages, so that a class fits in memory.
public struct Attempt: Sendable {
  public let student: Student
  public let number: Int
  public let submitted: Date?
  public let release: String?
  public let fault: String?
  public let weeks: [Week]

  /// One week of an attempt.
  public struct Week: Sendable {
    public let id: String
    public let isHandedIn: Bool
    public let exercises: [Exercise]
  }

  /// One exercise of an attempt.
  public struct Exercise: Sendable {
    /// `C1W2.sigmoid`.
    public let id: String
    /// The points of the tests that passed, and of all.
    public let earned: Double
    public let possible: Double
    public let verdict: Verdict
    /// The misconceptions that were found, each once.
    public let misconceptions: [String]
  }

  public init(_ result: SubmissionResult) {
    student = result.student
    number = result.attempt
    submitted = result.submitted
    release = result.release
    fault = result.fault
    weeks = result.weeks.map { week in
      var order: [String] = []
      var tests: [String: [TestResult]] = [:]
      for test in week.tests {
        let id = test.record.exerciseID
        if tests[id] == nil { order.append(id) }
        tests[id, default: []].append(test)
      }
      return Week(
        id: week.week, isHandedIn: week.isHandedIn,
        exercises: order.map { Exercise($0, tests[$0] ?? []) })
    }
  }
}

extension Attempt.Exercise {
  package init(_ id: String, _ tests: [TestResult]) {
    self.id = id
    earned = tests.reduce(0) { $0 + $1.record.points }
    possible = tests.reduce(0) { $0 + $1.record.possible }
    verdict = Verdict.summary(of: tests.map(\.record.verdict))
    var seen: Set<String> = []
    misconceptions = tests.compactMap(\.record.misconception).filter { seen.insert($0).inserted }
  }
}

extension Verdict {
  /// The verdict of an exercise: of its tests the one that most wants looking at.
  package static func summary(of verdicts: [Verdict]) -> Verdict {
    let order: [Verdict] = [.doesNotCompile, .crashed, .timedOut, .wrong, .blocked, .notStarted]
    return order.first(where: verdicts.contains) ?? .passed
  }
}

extension Record {
  /// The id of its exercise, `C1W2.sigmoid`.
  package var exerciseID: String { "\(week).\(exercise)" }
}
