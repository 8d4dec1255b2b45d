public import Coursework
public import Foundation
public import Processes
import Releases
import Syllabus
import Synchronization
import Tensors
public import Text

/// The proof that the course's suites accept every right answer, and reject and name every wrong
/// one.
public final class Verification: Sendable {
  /// The results of a proof.
  public struct Tally: Sendable {
    /// The number of stubs that count as not started, as they must.
    public var stubs = 0
    /// The number of solutions with full points.
    public var solutions = 0
    /// The number of alternative solutions that pass.
    public var alternatives = 0
    /// The number of corrupted answers that are rejected.
    public var corruptions = 0
    /// The number of mistakes that are rejected and named correctly.
    public var misconceptions = 0
    /// The number of wrong functions diagnosed by a judge that does not know their mistake.
    public var whys = 0
    /// The number of those diagnoses that were false.
    public var falseWhys = 0
    /// The problems that keep the course from being proved.
    public var problems: [VerificationProblem] = []

    /// The last lines of a verification.
    public var summary: [Phrase] {
      [
        Phrase(
          "\(alternatives) second right solutions pass", zh: "\(alternatives) 种其他正确写法通过"),
        Phrase(
          "verified: \(stubs) stubs, \(solutions) solutions, \(corruptions) corruptions rejected, "
            + "\(misconceptions) misconceptions named, "
            + "\(whys) whys tried without their mistake, \(falseWhys) false, "
            + "\(problems.count) problems",
          zh: "验证完毕：\(stubs) 个空函数，\(solutions) 个答案，拒绝 \(corruptions) 种篡改，"
            + "识别 \(misconceptions) 种典型错误，"
            + "在不知道该错误的情况下试了 \(whys) 次原因，\(falseWhys) 次不实，\(problems.count) 个问题"),
      ]
    }
  }

  let weeks: [Week]
  let variants: Variants
  private let bundle: TestBundle
  /// The classes that grade each week, by week id.
  private let suites: [String: [String]]
  private let assigning: Assigning
  let tally = Mutex(Tally())
  /// The points that tables of the suites' inputs gain, by week id.
  private let gains = Mutex<[String: Double]>([:])
  private let report: @Sendable (VerificationLine) -> Void

  /// Creates the proof of some weeks.
  ///
  /// - Parameters:
  ///   - weeks: the weeks.
  ///   - package: the folder of the manifest.
  ///   - report: is called with a line for each step.
  /// - Throws: any error in listing the tests or the mistakes.
  public init(
    weeks: [Week], package: URL, report: @escaping @Sendable (VerificationLine) -> Void
  ) throws {
    self.weeks = weeks
    variants = try Host.reference.variants()
    self.report = report
    bundle = try TestBundle(package: package)
    let classes = try TestClasses(of: bundle)
    suites = Dictionary(
      uniqueKeysWithValues: weeks.map { ($0.id, classes.names(grading: $0)) })
    assigning = Assigning(package: package)
  }

  var exercises: [any AnyExercise] { weeks.flatMap(\.exercises) }
  /// The exercises in the form that restricts a run to them.
  private var ids: String { exercises.map(\.info.id).joined(separator: ",") }
  private var allSuites: [String] { weeks.flatMap { suites[$0.id] ?? [] } }

  /// Runs every check.
  ///
  /// - Parameter jobs: the number of suites that run side by side.
  /// - Returns: the counts and the problems.
  /// - Throws: any error in running a suite.
  public func run(jobs: Int = ProcessInfo.processInfo.jobsOfPrograms) throws -> Tally {
    report(.begun(seed: RunEnvironment.current.seed))
    checkMistakes()
    checkSamples()
    try checkStubs()
    try checkSolutions()
    let batches = batches()
    report(.answersBegun(batches.reduce(0) { $0 + $1.cases.count }, jobs: jobs))
    SharedQueue(batches).drain(jobs: jobs) { queue, _ in
      while let batch = queue.next() { self.check(batch) }
    }
    checkGains()
    checkWhys(jobs: jobs)
    return tally.withLock { $0 }
  }

  func tell(_ problem: VerificationProblem) {
    report(.problem(problem))
    tally.withLock { $0.problems.append(problem) }
  }
}

// MARK: What is known of mistakes

extension Verification {
  private func checkMistakes() {
    let listed = Set(Course.exercises.map(\.info.id))
    let served = Set(variants.misconceptions.keys).union(variants.alternatives.keys)
    for id in served.subtracting(listed).sorted() { tell(.variantsOfNone(id)) }
    for exercise in exercises {
      let info = exercise.info
      let ids = mistakes(of: info).map(\.id)
      if ids.count < 2 { tell(.fewMisconceptions(info.id)) }
      let all = ids + (variants.alternatives[info.id] ?? [])
      for (id, group) in Dictionary(grouping: all, by: \.self).sorted(by: { $0.key < $1.key })
      where group.count > 1 {
        tell(.alikeMisconceptions(info.id, id))
      }
      if let untouched = info.untouched, !ids.contains(untouched) {
        tell(.nothingMakes(untouched, of: info.id))
      }
    }
  }

  func mistakes(of info: ExerciseInfo) -> [Misconception] {
    variants.misconceptions[info.id] ?? []
  }

  /// Returns whether the code of a variant answers samples, if only with errors of its own.
  ///
  /// A variant that has no code yet or always ends the program equals itself, and would count as
  /// named.
  private func answers(_ test: Case) -> Bool {
    var random = RandomState(seed: 7)
    return (0..<4).contains { _ in
      guard let arguments = try? test.exercise.sampleArguments(&random) else { return false }
      do {
        _ = try Host.reference.answer(test.info, variant: test.name, arguments)
        return true
      } catch {
        if case CallFailure.threw = error { return true }
        return false
      }
    }
  }
}

// MARK: What the suites say

extension Verification {
  /// The environment of a run of the suites: whose code, which exercises, and a common seed.
  private func environment(code: String, only: String) -> [String: String] {
    ["COURSE_CODE": code, "COURSE_ONLY": only, "COURSE_SEED": "\(RunEnvironment.current.seed)"]
  }

  private func checkStubs() throws {
    let run = try bundle.run(
      suites: allSuites, environment: environment(code: "exercises", only: ids))
    for info in exercises.map(\.info) {
      let own = run.records.of(info)
      // An exercise that starts from faulty code is wrong from the start rather than not started.
      if own.isEmpty {
        tell(.noTest(info.id))
      } else if own.contains(where: { $0.verdict == .crashed || $0.verdict == .timedOut }) {
        tell(.stubEndsBadly(info.id))
      } else if own.allSatisfy({ $0.verdict == .passed }) {
        tell(.stubPasses(info.id))
      } else {
        tally.withLock { $0.stubs += 1 }
      }
    }
    report(.stubsRun)
  }

  private func checkSolutions() throws {
    let run = try bundle.run(
      suites: allSuites, environment: environment(code: "solutions", only: ids))
    for info in exercises.map(\.info) {
      let own = run.records.of(info)
      let possible = own.reduce(0) { $0 + $1.possible }
      if let failure = own.first(where: { $0.verdict != .passed }) {
        tell(.solutionFails(info.id, test: failure.test, message: failure.message))
      } else if abs(possible - info.points) > 1e-9 {
        tell(.worth(info.id, possible, expected: info.points))
      } else {
        tally.withLock { $0.solutions += 1 }
      }
    }
    report(.solutionsRun)
  }
}

// MARK: Wrong answers, and second right ones

/// A deliberate change of one exercise's answers, and the verdict that the suite must give.
private struct Case: Sendable {
  enum Kind {
    case misconception, corruption, alternative
  }

  let kind: Kind
  let exercise: any AnyExercise
  let name: String

  var info: ExerciseInfo { exercise.info }

  var mutation: String {
    "\(info.id)\(kind == .corruption ? "~" : "=")\(name)"
  }
}

/// The cases of one exercise that are tried in one run, since starting its programs takes most of a
/// run's time.
private struct Batch: Sendable {
  let info: ExerciseInfo
  let cases: [Case]
  /// The exercises whose tests are run.
  let only: [String]
  /// Whether it is tried as when a class is graded, where copied answers must gain nothing.
  var isOfTables = false
}

extension Verification {
  /// Returns the wrong and right variants to try of each exercise.
  private func batches() -> [Batch] {
    exercises.flatMap { exercise -> [Batch] in
      let info = exercise.info
      let slips = Slip.allCases.filter { applies($0, to: exercise) }.map(\.rawValue)
      let wrong =
        mistakes(of: info).map {
          Case(kind: .misconception, exercise: exercise, name: $0.id)
        }
        + (slips + [Mutation.constantName]).map {
          Case(kind: .corruption, exercise: exercise, name: $0)
        }
      let table = Case(kind: .corruption, exercise: exercise, name: Mutation.memorizedName)
      let right = (variants.alternatives[info.id] ?? []).map {
        Case(kind: .alternative, exercise: exercise, name: $0)
      }
      // An alternative solution stands in wherever it is called, and must pass there as well.
      return [
        Batch(info: info, cases: wrong, only: [info.id]),
        Batch(info: info, cases: [table], only: [info.id], isOfTables: true),
        Batch(info: info, cases: right, only: [info.id] + callers(of: info)),
      ].filter { !$0.cases.isEmpty }
    }
  }

  /// Returns whether a slip changes the right answer to any of a few samples.
  func applies(_ slip: Slip, to exercise: any AnyExercise) -> Bool {
    var random = RandomState(seed: 7)
    return (0..<4).contains { _ in
      guard let arguments = try? exercise.sampleArguments(&random),
        let right = try? Host.reference.answer(exercise.info, arguments),
        let spoilt = slip.applied(to: right, arguments: arguments)
      else { return false }
      return spoilt.difference(from: right, within: exercise.info.tolerance) != nil
    }
  }

  /// The fraction of a week's points that a table of its suite's inputs may gain.
  private static let mostGainOfATable = 0.1

  private func checkGains() {
    for week in weeks {
      let gain = gains.withLock { $0[week.id] ?? 0 } / max(1, week.points)
      if gain > Self.mostGainOfATable {
        tell(.tableGains(week.id, percent: Int((100 * gain).rounded())))
      }
    }
  }

  private func check(_ batch: Batch) {
    do {
      let run = try bundle.run(
        suites: suites[batch.info.week] ?? [],
        environment: environment(code: "solutions", only: batch.only.joined(separator: ","))
          .merging(["COURSE_MUTATION": batch.cases.map(\.mutation).joined(separator: ",")]) { $1 }
          .merging(batch.isOfTables ? ["COURSE_FRESH": "\(Grader.freshCasesInAClass)"] : [:]) {
            $1
          })
      let records = Dictionary(grouping: run.records) { $0.mutation ?? "" }
      for test in batch.cases { check(test, records[test.mutation] ?? []) }
    } catch {
      tell(.error(Phrase(of: error), place: batch.info.id))
    }
  }

  private func check(_ test: Case, _ records: [Record]) {
    let seconds = records.reduce(0) { $0 + $1.seconds }
    if seconds > 5 { report(.slow(test.mutation, seconds: Int(seconds))) }
    let own = records.of(test.info)
    let failed = own.filter { $0.verdict != .passed }
    switch test.kind {
    case .alternative:
      if let failure = records.first(where: { $0.verdict != .passed }) {
        tell(
          .alternativeFails(
            test.mutation, test: "\(failure.exercise).\(failure.test)", message: failure.message))
      } else if !own.isEmpty {
        tally.withLock { $0.alternatives += 1 }
      }
    case .corruption:
      if test.name == Mutation.memorizedName {
        let gain = own.reduce(0) { $0 + $1.points }
        gains.withLock { $0[test.info.week, default: 0] += gain }
      }
      if failed.isEmpty {
        tell(.notRejected(test.mutation))
      } else {
        tally.withLock { $0.corruptions += 1 }
      }
    case .misconception:
      if answers(test) {
        checkNaming(of: test, failed)
      } else {
        tell(.mistakeWithoutCode(test.mutation))
      }
    }
  }

  /// Returns the exercises whose solutions call another, directly or indirectly.
  private func callers(of info: ExerciseInfo) -> [String] {
    var found = [info.id]
    for other in exercises.map(\.info)
    where !Set(other.dependsOn).isDisjoint(with: found) && !found.contains(other.id) {
      found.append(other.id)
    }
    return Array(found.dropFirst())
  }

  private func checkNaming(of test: Case, _ failed: [Record]) {
    let names = Set(failed.compactMap(\.misconception))
    if failed.isEmpty {
      tell(.notRejected(test.mutation))
    } else if names.isEmpty {
      tell(.notNamed(test.mutation))
    } else if names != [test.name] {
      tell(.takenFor(test.mutation, others: names.sorted()))
    } else {
      tally.withLock { $0.misconceptions += 1 }
    }
  }
}
