public import Coursework
public import Foundation
public import Grading
public import Intake

/// The part of an attempt that the gradebook keeps: sums without messages, so that a class fits in
/// memory.
public struct Attempt: Sendable {
  /// The student whose attempt it is.
  public let student: Student
  /// The number of the attempt, from 1.
  public let number: Int
  /// The time of the submission, where known.
  public let submitted: Date?
  /// The facts about the hand-in.
  private let handIn: HandIn
  /// The weeks whose work may be among the files that could not be read.
  public private(set) var unreadWeeks: [String]
  /// The names of files that could not be read, with reasons where there are any.
  public private(set) var unread: [String]
  /// The version of the release that the student worked with, where known.
  public let release: String?
  /// The reason why the attempt could not be graded; nil when it was.
  public let fault: String?
  /// The weeks that were graded.
  public let weeks: [Week]
  /// The ids of the weeks that the run was to grade, if not all of the class's.
  public let asked: Set<String>?

  /// Whether nothing says which of the student's attempts came last.
  var isUnordered: Bool { handIn.isUnordered ?? false }

  /// The files that were accepted under another name or in another encoding, with remarks.
  public var taken: [Refusal] { handIn.taken }

  /// The reason to doubt the time of its commit, where that is the only time.
  public var doubt: CommitDoubt? { handIn.doubt }

  /// The weeks of which a file was handed in, including those that are not graded now.
  private var handedIn: [String] { handIn.weeks }

  /// Returns what each source says of when a week of it came in; the first counts.
  public func times(of week: String) -> [HandIn.Time] { handIn.times(of: week) }

  /// Returns the time at which a week of it came in, with its source.
  public func time(of week: String) -> HandIn.Time { times(of: week).first ?? .unknown }

  /// Whether the attempt belongs to an assignment that includes this week.
  func isAsked(_ week: String) -> Bool {
    if let asked { return asked.contains(week) }
    return weeks.isEmpty || weeks.contains { $0.id == week }
  }

  /// One week of an attempt.
  public struct Week: Sendable {
    /// The id of the week.
    public let id: String
    /// Whether a file of the week was handed in.
    public let isHandedIn: Bool
    /// The exercises of the week.
    public let exercises: [Exercise]
  }

  /// One exercise of an attempt.
  public struct Exercise: Sendable {
    /// The id of the exercise, `C1W2.sigmoid`.
    public let id: String
    /// The points of the tests that passed.
    public let earned: Double
    /// The points of all tests.
    public let possible: Double
    /// The verdict on the exercise as a whole.
    public let verdict: Verdict
    /// The ids of the misconceptions that were found, each once.
    public let misconceptions: [String]
    /// Whether every test of fixed inputs passes but no fresh input is answered correctly, as by a
    /// table of the inputs that everybody can read.
    public let knowsOnlyFixedInputs: Bool
  }

  /// Extracts from a result what marks depend on.
  public init(_ result: SubmissionResult) {
    student = result.student
    number = result.attempt
    submitted = result.submitted
    // A journal from before these facts were kept does not say where its times come from.
    handIn =
      result.handIn
      ?? HandIn(time: result.submitted.map { .moment($0, .table) } ?? .unknown)
    unreadWeeks = handIn.unreadWeeks
    unread =
      unreadWeeks.isEmpty
      ? []
      : result.refusals.map { "\($0.name) (\($0.reason))" } + handIn.left
    release = result.release
    fault = result.fault
    asked = result.asked.map(Set.init)
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

extension Attempt {
  /// Marks the last attempt as unreadable if a student handed in something, but nothing of the
  /// weeks that are graded.
  static func readable(_ attempts: [Attempt], of weeks: [String]) -> [Attempt] {
    guard let last = attempts.last, !last.handedIn.isEmpty, last.fault == nil,
      !attempts.contains(where: { $0.weeks.contains(where: \.isHandedIn) || $0.fault != nil })
    else { return attempts }
    var attempts = attempts
    attempts[attempts.count - 1].unreadWeeks = weeks
    attempts[attempts.count - 1].unread += last.handedIn
    return attempts
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
    let fixed = tests.map(\.record).filter { $0.drawn != true }
    let drawn = tests.map(\.record).filter { $0.drawn == true }
    knowsOnlyFixedInputs =
      !fixed.isEmpty && fixed.allSatisfy { $0.fresh == 0 }
      && drawn.allSatisfy { $0.verdict != .passed }
  }
}

extension Verdict {
  /// Returns the verdict of an exercise: among those of its tests the one that most needs
  /// attention.
  package static func summary(of verdicts: [Verdict]) -> Verdict {
    let order: [Verdict] = [.doesNotCompile, .crashed, .timedOut, .wrong, .blocked, .notStarted]
    return order.first(where: verdicts.contains) ?? .passed
  }
}
