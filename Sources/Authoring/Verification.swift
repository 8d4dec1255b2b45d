public import Basics
public import Coursework
public import Foundation
import Synchronization
import Syllabus
import Tensors

/// The proof of the course: its suites accept every right answer and reject and name every wrong one.
public final class Verification: Sendable {
  /// What was proved.
  public struct Tally: Sendable {
    public var stubs = 0
    public var solutions = 0
    public var alternatives = 0
    public var corruptions = 0
    public var misconceptions = 0
    public var problems: [Phrase] = []

    /// The last line of a verification.
    public var summary: Phrase {
      Phrase(
        "verified: \(stubs) stubs, \(solutions) solutions, \(corruptions) corruptions rejected, "
          + "\(misconceptions) misconceptions named, \(problems.count) problems",
        zh: "验证完毕：\(stubs) 个空函数，\(solutions) 个答案，拒绝 \(corruptions) 种篡改，"
          + "识别 \(misconceptions) 种典型错误，\(problems.count) 个问题")
    }
  }

  private let weeks: [Week]
  private let variants: [String: [String]]
  private let bundle: TestBundle
  private let assigning: Assigning
  private let tally = Mutex(Tally())
  private let report: @Sendable (Phrase) -> Void

  /// - Parameter report: is told each step in a line.
  public init(
    weeks: [Week], package: URL, report: @escaping @Sendable (Phrase) -> Void
  ) throws {
    self.weeks = weeks
    variants = try Host.reference.variants()
    self.report = report
    bundle = try TestBundle(package: package)
    assigning = Assigning(package: package)
  }

  private var exercises: [any AnyExercise] { weeks.flatMap(\.exercises) }
  /// The exercises in the form in which a run is kept to them.
  private var ids: String { exercises.map(\.assignment.id).joined(separator: ",") }

  /// Runs every check.
  ///
  /// - Parameter jobs: how many suites run side by side.
  public func run(jobs: Int = ProcessInfo.processInfo.activeProcessorCount) throws -> Tally {
    checkFiles()
    checkDeclarations()
    try checkStubs()
    try checkSolutions()
    let mutations = mutations()
    report(
      Phrase(
        "\(mutations.count) wrong and second right answers, \(jobs) at a time",
        zh: "\(mutations.count) 种错误答案和另一种正确写法，每次同时 \(jobs) 个"))
    DispatchQueue.concurrentPerform(iterations: jobs) { job in
      for index in stride(from: job, to: mutations.count, by: jobs) {
        let start = ContinuousClock.now
        check(mutations[index])
        let seconds = (ContinuousClock.now - start) / .seconds(1)
        if seconds > 5 {
          let name = mutations[index].mutation
          report(Phrase("\(name) took \(Int(seconds)) s", zh: "\(name) 用了 \(Int(seconds)) 秒"))
        }
      }
    }
    return tally.withLock { $0 }
  }

  private func problem(_ english: String, zh chinese: String) {
    report(Phrase("PROBLEM \(english)", zh: "问题：\(chinese)"))
    tally.withLock { $0.problems.append(Phrase(english, zh: chinese)) }
  }

  private func problem(_ error: any Error, in place: String? = nil) {
    let words = Phrase(of: error)
    problem(
      (place.map { "\($0): " } ?? "") + words(.english),
      zh: (place.map { "\($0)：" } ?? "") + words(.chinese))
  }
}

// MARK: What stands in the files

extension Verification {
  private func checkFiles() {
    for week in weeks {
      do {
        let file = assigning.exerciseFile(week)
        let text = try String(contentsOf: file, encoding: .utf8)
        if try text != assigning.stub(week) {
          problem(
            "Exercises/\(week.folder) is not Solutions/ with the solutions taken out: run course assign",
            zh: "Exercises/\(week.folder) 与去掉答案的 Solutions/ 不一致：请运行 course assign"
          )
        }
      } catch {
        problem(error)
      }
    }
  }

  private func checkDeclarations() {
    for assignment in exercises.map(\.assignment) {
      if assignment.hints.count != 3 {
        problem(
          "\(assignment.id) has \(assignment.hints.count) hints, not 3",
          zh: "\(assignment.id) 有 \(assignment.hints.count) 条提示，应为 3 条")
      }
      if assignment.misconceptions.count < 2 {
        problem(
          "\(assignment.id) knows fewer than 2 misconceptions",
          zh: "\(assignment.id) 的典型错误不足 2 种")
      }
      let ids = assignment.misconceptions.map(\.id)
      for id in ids where !(variants[assignment.id] ?? []).contains(id) {
        problem(
          "nothing in Solutions/ makes the mistake \(id) of \(assignment.id)",
          zh: "Solutions/ 里没有函数会犯 \(assignment.id) 的错误 \(id)")
      }
      if Set(ids).count != ids.count {
        problem(
          "\(assignment.id) has two misconceptions alike", zh: "\(assignment.id) 有两种典型错误重名")
      }
    }
  }
}

// MARK: What the suites say

extension Verification {
  private func checkStubs() throws {
    let run = try bundle.run(environment: ["COURSE_CODE": "exercises", "COURSE_ONLY": ids])
    for assignment in exercises.map(\.assignment) {
      let own = run.records.of(assignment)
      // An exercise that begins with something to repair is wrong from the start, and never right.
      if own.isEmpty {
        problem("\(assignment.id) has no graded test", zh: "\(assignment.id) 没有评分测试")
      } else if own.contains(where: { $0.verdict == .crashed || $0.verdict == .timedOut }) {
        problem(
          "the stub of \(assignment.id) does not end cleanly", zh: "\(assignment.id) 的空函数没有正常结束")
      } else if own.allSatisfy({ $0.verdict == .passed }) {
        problem("the stub of \(assignment.id) passes", zh: "\(assignment.id) 的空函数竟能通过")
      } else {
        tally.withLock { $0.stubs += 1 }
      }
    }
    report(Phrase("stubs run", zh: "空函数已运行"))
  }

  private func checkSolutions() throws {
    let run = try bundle.run(environment: ["COURSE_CODE": "solutions", "COURSE_ONLY": ids])
    for assignment in exercises.map(\.assignment) {
      let own = run.records.of(assignment)
      let possible = own.reduce(0) { $0 + $1.possible }
      if let failure = own.first(where: { $0.verdict != .passed }) {
        problem(
          "the solution of \(assignment.id) fails \(failure.test): \(failure.message)",
          zh: "\(assignment.id) 的答案没有通过 \(failure.test)：\(failure.message)")
      } else if abs(possible - assignment.points) > 1e-9 {
        problem(
          "the tests of \(assignment.id) are worth \(possible), not \(assignment.points)",
          zh: "\(assignment.id) 的测试共 \(possible) 分，应为 \(assignment.points) 分")
      } else {
        tally.withLock { $0.solutions += 1 }
      }
    }
    report(Phrase("solutions run", zh: "答案已运行"))
  }
}

// MARK: Wrong answers, and second right ones

/// One deliberate change of one exercise's answers, and what the suite must say of it.
private struct Case: Sendable {
  enum Kind {
    case misconception, corruption, alternative
  }

  let kind: Kind
  let assignment: Assignment
  let name: String

  var mutation: String {
    "\(assignment.id)\(kind == .corruption ? "~" : "=")\(name)"
  }
}

extension Verification {
  private func mutations() -> [Case] {
    exercises.flatMap { exercise -> [Case] in
      let assignment = exercise.assignment
      let slips = Slip.allCases.filter { applies($0, to: exercise) }.map(\.rawValue)
      return assignment.misconceptions.map {
        Case(kind: .misconception, assignment: assignment, name: $0.id)
      }
        + (slips + [Mutation.constantName, Mutation.memorizedName]).map {
          Case(kind: .corruption, assignment: assignment, name: $0)
        }
        + alternatives(of: assignment).map {
          Case(kind: .alternative, assignment: assignment, name: $0)
        }
    }
  }

  /// The variants that are not declared as misconceptions: other right ways.
  private func alternatives(of assignment: Assignment) -> [String] {
    let declared = Set(assignment.misconceptions.map(\.id))
    return (variants[assignment.id] ?? []).filter { !declared.contains($0) }
  }

  /// Whether the slip changes the right answer to any of a few samples.
  private func applies(_ slip: Slip, to exercise: any AnyExercise) -> Bool {
    var random = RandomState(seed: 7)
    return (0..<4).contains { _ in
      guard let arguments = try? exercise.sampleArguments(&random),
        let right = try? Host.reference.answer(exercise.assignment, arguments),
        let spoilt = slip.applied(to: right, arguments: arguments)
      else { return false }
      return spoilt.difference(from: right, within: exercise.assignment.tolerance) != nil
    }
  }

  private func check(_ test: Case) {
    do {
      let run = try bundle.run(environment: [
        "COURSE_CODE": "solutions", "COURSE_MUTATION": test.mutation,
      ])
      let own = run.records.of(test.assignment)
      let failed = own.filter { $0.verdict != .passed }
      switch test.kind {
      case .alternative:
        if let failure = failed.first {
          problem(
            "the right solution \(test.mutation) fails \(failure.test): \(failure.message)",
            zh: "正确写法 \(test.mutation) 没有通过 \(failure.test)：\(failure.message)")
        } else if !own.isEmpty {
          tally.withLock { $0.alternatives += 1 }
        }
      case .corruption:
        if failed.isEmpty {
          problem("\(test.mutation) is not rejected", zh: "\(test.mutation) 没有被拒绝")
        } else {
          tally.withLock { $0.corruptions += 1 }
        }
      case .misconception:
        checkNaming(of: test, failed)
      }
    } catch {
      problem(error, in: test.mutation)
    }
  }

  private func checkNaming(of test: Case, _ failed: [Record]) {
    let names = Set(failed.compactMap(\.misconception))
    if failed.isEmpty {
      problem("\(test.mutation) is not rejected", zh: "\(test.mutation) 没有被拒绝")
    } else if names.isEmpty {
      problem(
        "\(test.mutation) is rejected, but not named", zh: "\(test.mutation) 被拒绝了，但没有说出是哪种错误")
    } else if names != [test.name] {
      let others = names.sorted()
      problem(
        "\(test.mutation) is taken for \(others.joined(separator: ", "))",
        zh: "\(test.mutation) 被误认为 \(others.joined(separator: "、"))")
    } else {
      tally.withLock { $0.misconceptions += 1 }
    }
  }
}

extension [Record] {
  fileprivate func of(_ assignment: Assignment) -> [Record] {
    filter { $0.week == assignment.week && $0.exercise == assignment.name }
  }
}
