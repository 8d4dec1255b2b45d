import Coursework
import Foundation
public import Intake
import Processes
import Releases
import Syllabus
public import Text

/// Grades what is not graded yet of a class, and gives its results.
public struct ClassRun: Sendable {
  /// How far a run is.
  public struct Progress: Sendable {
    /// Students whose submissions are through, in this run and in earlier ones.
    public let done: Int
    /// The number of students.
    public let students: Int
    /// Submissions graded by this run.
    public let graded: Int
    /// The duration so far, in seconds.
    public let seconds: Double
    /// The result that was just kept, if there is one.
    public let latest: SubmissionResult?

    /// Submissions a second.
    public var rate: Double { seconds > 0 ? Double(graded) / seconds : 0 }
    /// Seconds until the end at this rate, if there is one.
    public let left: Double?
  }

  private let reader: SubmissionReader
  private let judge: Judge
  private let language: Language
  private let interruption: Interruption
  /// nil where nothing is graded.
  private let grader: ClassGrader?
  private let journal: Journal
  private let shard: Shard?
  private let groups: Groups
  private let isSelected: @Sendable (Student) -> Bool
  private let isLeftOut: @Sendable (Student) -> Bool
  private let isListed: (@Sendable (Student) -> Bool)?

  /// Prepares a run over the submissions that a reader finds.
  ///
  /// - Parameters:
  ///   - reader: what was handed in.
  ///   - grader: grades it.
  ///   - journal: keeps the results.
  ///   - shard: the part of the class that is graded; nil for all.
  ///   - groups: who works together.
  ///   - isSelected: whose work is graded; of everybody else what the journal holds counts.
  ///   - isLeftOut: whose hand-ins are as if they were not there.
  ///   - isListed: who is on the roster; nil without one.
  public init(
    _ reader: SubmissionReader, grader: ClassGrader, journal: Journal, shard: Shard? = nil,
    groups: Groups = Groups(),
    isSelected: @escaping @Sendable (Student) -> Bool = { _ in true },
    isLeftOut: @escaping @Sendable (Student) -> Bool = { _ in false },
    isListed: (@Sendable (Student) -> Bool)? = nil
  ) {
    self.init(
      reader, judge: grader.judge, grader: grader, language: grader.language,
      interruption: grader.interruption, journal: journal, shard: shard, groups: groups,
      isSelected: isSelected, isLeftOut: isLeftOut, isListed: isListed)
  }

  /// Prepares a run that grades nothing: what the journal does not hold is lacking.
  ///
  /// - Parameters:
  ///   - reader: what was handed in.
  ///   - judge: has graded what is in the journal.
  ///   - language: of what is said of the class.
  ///   - journal: holds the results.
  ///   - groups: who works together.
  ///   - isSelected: whose work should be graded.
  ///   - isLeftOut: whose hand-ins are as if they were not there.
  ///   - isListed: who is on the roster; nil without one.
  public init(
    reading reader: SubmissionReader, judge: Judge, language: Language, journal: Journal,
    groups: Groups = Groups(),
    isSelected: @escaping @Sendable (Student) -> Bool = { _ in true },
    isLeftOut: @escaping @Sendable (Student) -> Bool = { _ in false },
    isListed: (@Sendable (Student) -> Bool)? = nil
  ) {
    self.init(
      reader, judge: judge, grader: nil, language: language, interruption: Interruption(),
      journal: journal, shard: nil, groups: groups, isSelected: isSelected, isLeftOut: isLeftOut,
      isListed: isListed)
  }

  private init(
    _ reader: SubmissionReader, judge: Judge, grader: ClassGrader?, language: Language,
    interruption: Interruption, journal: Journal, shard: Shard?, groups: Groups,
    isSelected: @escaping @Sendable (Student) -> Bool,
    isLeftOut: @escaping @Sendable (Student) -> Bool,
    isListed: (@Sendable (Student) -> Bool)?
  ) {
    self.reader = reader
    self.judge = judge
    self.grader = grader
    self.language = language
    self.interruption = interruption
    self.journal = journal
    self.shard = shard
    self.groups = groups
    self.isSelected = isSelected
    self.isLeftOut = isLeftOut
    self.isListed = isListed
  }

  /// What a run gave: the class, and its submissions, sorted.
  public struct Outcome {
    /// The class, without its submissions.
    public let info: ClassInfo
    /// The results, one after the other.
    public let submissions: any Sequence<SubmissionResult>
    /// The number of submissions that were graded.
    public let graded: Int
    /// The number of submissions that could not be graded.
    public let faults: Int
    /// False when the user has stopped the run.
    public let isComplete: Bool
    /// The places in the class, from 0, of whom something is not graded that should be.
    public let lacking: [Int]
  }

  /// Grades and keeps every submission that the journal does not hold.
  ///
  /// - Parameter report: is told after each student.
  /// - Returns: the class, with the results that are in the journal.
  /// - Throws: `GradingError` when the journal cannot be written: all that is in it stays.
  public func run(report: @escaping @Sendable (Progress) -> Void) throws -> Outcome {
    // The journal is touched by one thread at a time.
    let state = Locked(State())
    let start = ContinuousClock.now
    let everyone = reader.students.filter { !isLeftOut($0) }
    let students = everyone.enumerated().filter { shard?.holds($0.offset) ?? true }.map(\.element)
    let isSelected = isSelected
    let (reader, journal) = (reader, journal)
    let interruption = interruption
    try work(students.count) { grader, index in
      let student = students[index]
      let attempts = read(student, from: reader)
      var latest: SubmissionResult?
      for attempt in attempts {
        guard !interruption.isMade else { return }
        let key: Journal.Key
        switch attempt {
        case .success(let submission):
          key = Journal.Key(student: student, attempt: submission.attempt)
          let facts = HandInFacts(submission)
          state.withLock { $0.facts[key] = facts }
          if !state.withLock({ _ in journal.holds(submission) }) {
            guard isSelected(student) else {
              state.withLock { _ = $0.ungraded.insert(student) }
              continue
            }
            guard let grader else {
              state.withLock { _ = $0.lacking.insert(index) }
              continue
            }
            guard let result = grader.grade(submission) else { return }
            try state.withLock { state in
              try journal.add(result)
              state.graded += 1
            }
            latest = result
          } else {
            try state.withLock { _ in try journal.renew(key, facts) }
          }
        case .failure(let result):
          key = Journal.Key(student: student, attempt: result.attempt)
          try state.withLock { state in
            try journal.add(result)
            state.graded += 1
          }
          latest = result
        }
        state.withLock { _ = $0.keys.insert(key) }
      }
      let progress = state.withLock { state in
        state.done += 1
        if latest != nil { state.worked += 1 }
        let seconds = (ContinuousClock.now - start) / .seconds(1)
        let each = state.worked > 0 ? seconds / Double(state.worked) : nil
        return Progress(
          done: state.done, students: students.count, graded: state.graded, seconds: seconds,
          latest: latest, left: each.map { $0 * Double(students.count - state.done) })
      }
      report(progress)
    }
    let (keys, graded, ungraded, facts, lacking) = state.withLock {
      ($0.keys, $0.graded, $0.ungraded, $0.facts, $0.lacking.sorted())
    }
    let (checked, timeRemarks) = HandInTimes.checked(facts)
    let isComplete = !interruption.isMade && lacking.isEmpty
    let unmatched = reader.unmatched.filter { !isLeftOut($0.student) }
    if isComplete {
      try journal.finish(keys, ungraded: ungraded, unmatched: unmatched)
    }
    let others = journal.otherWeeks
    let ids = others.reduce(into: Set(journal.header.weeks)) { $0.formUnion($1.weeks) }
    let weeks = Course.weeks.filter { ids.contains($0.id) }
    let versions = judge.versions(of: weeks)
    let results = journal.results(
      of: keys, checked, groups: groups, class: everyone + reader.missing, isListed: isListed)
    let found = Set(results.items.map(\.student.id))
    var info = ClassInfo(
      release: CourseVersion.id(of: versions), weeks: weeks.map(\.id),
      seed: journal.header.seed,
      sandbox: journal.header.sandbox,
      missing: reader.missing.filter { !found.contains($0.id) },
      remarks: (reader.remarks + timeRemarks).map { $0.phrase(language) },
      versions: versions, misconceptions: try judge.variants().misconceptions,
      unmatched: unmatched + Self.unmatched(others, results, besides: reader.students))
    let earlier = Set(others.flatMap { $0.part.present?.ungraded ?? [] })
    info.ungraded = (ungraded + (everyone + reader.missing).filter { earlier.contains($0.id) })
      .sorted()
    let faults = keys.count { journal.entries[$0]?.hasFault ?? false }
    return Outcome(
      info: info, submissions: results, graded: graded, faults: faults,
      isComplete: isComplete, lacking: lacking)
  }

  /// Does something for every number below `count`: with the graders, or without one.
  private func work(
    _ count: Int, _ body: @escaping @Sendable (SubmissionGrader?, Int) throws -> Void
  ) throws {
    if let grader { return try grader.work(count) { try body($0, $1) } }
    for index in 0..<count { try body(nil, index) }
  }

  /// The hand-ins of other weeks for which nobody was found when they were graded.
  private static func unmatched(
    _ others: [(part: Journal.Part, weeks: Set<String>)], _ results: JournalResults,
    besides students: [Student]
  ) -> [UnmatchedHandIn] {
    let known = Set(students)
    let labels = others.reduce(into: [:]) { labels, other in
      labels.merge(other.part.present?.unmatched ?? [:]) { $1 }
    }
    return Set(results.items.map(\.student)).subtracting(known).sorted().compactMap { student in
      labels[student.id].map { UnmatchedHandIn(label: $0, student: student, candidates: []) }
    }
  }

  private struct State: Sendable {
    var keys: Set<Journal.Key> = []
    /// What was read now of every submission, whether or not it was graded before.
    var facts: [Journal.Key: HandInFacts] = [:]
    var ungraded: Set<Student> = []
    var lacking: Set<Int> = []
    var done = 0
    var worked = 0
    var graded = 0
  }

  private enum Attempt {
    case success(Submission)
    case failure(SubmissionResult)
  }

  /// What a student handed in; tried twice, since a disk may have been busy.
  private func read(_ student: Student, from reader: SubmissionReader) -> [Attempt] {
    var fault = ""
    for _ in 0..<2 {
      do {
        return try reader.submissions(of: student).map(Attempt.success)
      } catch {
        fault = Phrase(of: error)(language).sanitized
      }
    }
    return [
      .failure(
        SubmissionResult(
          student: student, attempt: 1, submitted: nil, digest: "", release: nil, refusals: [],
          weeks: [], fault: fault, seconds: 0))
    ]
  }
}
