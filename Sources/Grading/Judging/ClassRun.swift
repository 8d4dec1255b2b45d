import Coursework
import Foundation
public import Intake
import Processes
import Releases
import Syllabus
public import Text

/// A run that grades the ungraded submissions of a class and returns the results of all.
public struct ClassRun: Sendable {
  /// The progress of a run.
  public struct Progress: Sendable {
    /// The number of students whose submissions are finished, in this run or earlier ones.
    public let done: Int
    /// The number of students.
    public let students: Int
    /// The number of submissions graded by this run.
    public let graded: Int
    /// The time taken so far, in seconds.
    public let seconds: Double
    /// The result that was just stored, if there is one.
    public let latest: SubmissionResult?

    /// The number of submissions graded per second.
    public var rate: Double { seconds > 0 ? Double(graded) / seconds : 0 }
    /// The estimated time left at this rate, in seconds, if there is an estimate.
    public let left: Double?
  }

  private let reader: SubmissionReader
  private let judge: Judge
  private let language: Language
  private let interruption: Interruption
  /// The grader; nil for a run that grades nothing.
  private let grader: ClassGrader?
  private let journal: Journal
  private let shard: Shard?
  private let groups: Groups
  private let isSelected: @Sendable (Student) -> Bool
  private let isLeftOut: @Sendable (Student) -> Bool
  private let isListed: (@Sendable (Student) -> Bool)?

  /// Creates a run over the submissions that a reader finds.
  ///
  /// - Parameters:
  ///   - reader: the submissions.
  ///   - grader: the grader of these submissions.
  ///   - journal: the journal that stores the results.
  ///   - shard: the part of the class to grade; nil for all.
  ///   - groups: the groups of students who work together.
  ///   - isSelected: whether a student's work is graded; for the others the journal's results
  ///     count.
  ///   - isLeftOut: whether a student's hand-ins are ignored as if they were not there.
  ///   - isListed: whether a student is on the roster; nil without one.
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

  /// Creates a run that grades nothing: submissions without a result in the journal are lacking.
  ///
  /// - Parameters:
  ///   - reader: the submissions.
  ///   - judge: the judge whose results are in the journal.
  ///   - language: the language of messages about the class.
  ///   - journal: the journal of the results.
  ///   - groups: the groups of students who work together.
  ///   - isSelected: whether a student's work should be graded.
  ///   - isLeftOut: whether a student's hand-ins are ignored as if they were not there.
  ///   - isListed: whether a student is on the roster; nil without one.
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

  /// The results of a run: the class, and its submissions in order.
  public struct Outcome {
    /// The class, without its submissions.
    public let info: ClassInfo
    /// The results, produced one at a time.
    public let submissions: any Sequence<SubmissionResult>
    /// The number of submissions that this run graded.
    public let graded: Int
    /// The number of submissions that could not be graded.
    public let faults: Int
    /// Whether the run finished rather than being stopped by the user.
    public let isComplete: Bool
    /// The indices in the class, from 0, of the students with something left to grade.
    public let lacking: [Int]
  }

  /// Grades and stores every submission that the journal does not hold.
  ///
  /// - Parameters:
  ///   - pause: the delay before the first interim results, and the least time between two.
  ///   - soFar: is called now and then with the results so far, in which everybody else is *not
  ///     graded*, by one thread at a time, and for at most a twentieth of the run's time.
  ///   - report: is called after each student.
  /// - Returns: the class with the results in the journal.
  /// - Throws: `GradingError` when the journal cannot be written; its contents are kept.
  public func run(
    pause: Duration = .seconds(3), soFar: (@Sendable (Outcome) throws -> Void)? = nil,
    report: @escaping @Sendable (Progress) -> Void
  ) throws -> Outcome {
    // Only one thread at a time accesses the journal.
    let state = Locked(State())
    let start = ContinuousClock.now
    let pace = Locked(Pace(start, pause: pause))
    let everyone = everyone
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
        state.done.insert(student)
        if latest != nil { state.worked += 1 }
        let seconds = (ContinuousClock.now - start) / .seconds(1)
        let each = state.worked > 0 ? seconds / Double(state.worked) : nil
        return Progress(
          done: state.done.count, students: students.count, graded: state.graded,
          seconds: seconds, latest: latest,
          left: each.map { $0 * Double(students.count - state.done.count) })
      }
      report(progress)
      guard let soFar, progress.done < progress.students, pace.withLock({ $0.begin() }) else {
        return
      }
      try state.withLock { state in
        try soFar(outcome(state, of: students, isComplete: false))
      }
      pace.withLock { $0.end() }
    }
    let end = state.withLock { $0 }
    let isComplete = !interruption.isMade && end.lacking.isEmpty
    if isComplete {
      try journal.finish(
        end.keys, ungraded: end.ungraded,
        unmatched: reader.unmatched.filter { !isLeftOut($0.student) })
    }
    return try outcome(end, of: students, isComplete: isComplete)
  }

  /// The students whose hand-ins are graded by this run or another shard's.
  private var everyone: [Student] { reader.students.filter { !isLeftOut($0) } }

  /// Returns the class with the journal's results for its submissions.
  private func outcome(
    _ state: State, of students: [Student], isComplete: Bool
  ) throws -> Outcome {
    let keys = state.keys
    let (checked, timeRemarks) = HandInTimes.checked(state.facts)
    let unmatched = reader.unmatched.filter { !isLeftOut($0.student) }
    let open = isComplete ? [] : Set(students).subtracting(state.done)
    let ungraded = state.ungraded.union(open)
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
      remarks: (open.isEmpty ? [] : [Self.remark(graded: state.done.count, of: students.count)])
        .map { $0(language) }
        + (reader.remarks + timeRemarks).map { $0.phrase(language, zone: reader.zone) },
      versions: versions, misconceptions: try judge.variants().misconceptions,
      unmatched: unmatched + Self.unmatched(others, results, besides: reader.students))
    info.expected = reader.expected.filter { !found.contains($0.id) }
    let earlier = Set(others.flatMap { $0.part.present?.ungraded ?? [] })
    info.ungraded = (ungraded + (everyone + reader.missing).filter { earlier.contains($0.id) })
      .sorted()
    let faults = keys.count { journal.entries[$0]?.hasFault ?? false }
    return Outcome(
      info: info, submissions: results, graded: state.graded, faults: faults,
      isComplete: isComplete, lacking: state.lacking.sorted())
  }

  /// Calls a closure for every number below `count`, with graders or without.
  private func work(
    _ count: Int, _ body: @escaping @Sendable (SubmissionGrader?, Int) throws -> Void
  ) throws {
    if let grader { return try grader.work(count) { try body($0, $1) } }
    for index in 0..<count { try body(nil, index) }
  }

  /// The hand-ins of other weeks that matched no student when they were graded.
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
    /// The facts read now for every submission, graded earlier or not.
    var facts: [Journal.Key: HandInFacts] = [:]
    var ungraded: Set<Student> = []
    var lacking: Set<Int> = []
    /// The students whose submissions are all graded or left out.
    var done: Set<Student> = []
    var worked = 0
    var graded = 0
  }

  /// The remark at the top of incomplete results.
  private static func remark(graded: Int, of all: Int) -> Phrase {
    Phrase(
      "\(graded) of \(all) students are graded so far: everybody else has no mark here yet",
      zh: "目前评完 \(graded) / \(all) 名学生，其余学生在这里还没有成绩")
  }

  /// The schedule of interim results: soon after the start, then rarely enough to take little of
  /// the run's time.
  private struct Pace: Sendable {
    private let pause: Duration
    private var due: ContinuousClock.Instant
    private var began: ContinuousClock.Instant?

    init(_ start: ContinuousClock.Instant, pause: Duration) {
      self.pause = pause
      due = start + pause
    }

    /// Whether interim results are due and nobody is writing them.
    mutating func begin() -> Bool {
      let now = ContinuousClock.now
      guard began == nil, now >= due else { return false }
      began = now
      return true
    }

    mutating func end() {
      let now = ContinuousClock.now
      due = now + max(pause, (now - (began ?? now)) * 20)
      began = nil
    }
  }

  private enum Attempt {
    case success(Submission)
    case failure(SubmissionResult)
  }

  /// Reads a student's hand-ins, retrying once because a disk may have been busy.
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
