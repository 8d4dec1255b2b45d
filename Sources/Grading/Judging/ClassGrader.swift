public import Coursework
import Files
public import Foundation
import Intake
public import Processes
public import Sandboxes
public import Text

/// Grades the submissions of a class, several at a time.
///
/// ```swift
/// let judge = try Judge.build(package: package)
/// let sandbox = try Sandbox(toolchain: Toolchain())
/// let grader = try ClassGrader(
///   judge: judge, sandbox: sandbox, weeks: Course.weeks, secret: ClassSecret(in: results),
///   folder: scratch)
/// let outcome = try ClassRun(reader, grader: grader, journal: journal).run { print($0.done) }
/// ```
public final class ClassGrader: Sendable {
  let judge: Judge
  let sandbox: Sandbox
  let weeks: [Week]
  let secret: ClassSecret
  let language: Language
  let folder: URL
  let inputs: BuildInputs
  let pristine: PristineTests
  let interruption: Interruption
  /// What a learner's functions may use.
  let limits: SandboxLimits
  private let jobs: Int

  /// Prepares a grader.
  ///
  /// - Parameters:
  ///   - judge: the suites and the reference.
  ///   - sandbox: the sandbox, tried before.
  ///   - weeks: what is graded, in the order of the syllabus.
  ///   - secret: what the fresh inputs of each submission are drawn from.
  ///   - language: of everything that is said of a submission, whatever the environment's is.
  ///   - folder: belongs to this grader alone and is emptied by it.
  ///   - limits: what a learner's functions may use of the machine.
  ///   - jobs: how many submissions are graded at a time.
  ///   - interruption: ends the grading early.
  /// - Throws: what keeps the judge's files from being read, or the folder from being made.
  public init(
    judge: Judge, sandbox: Sandbox, weeks: [Week], secret: ClassSecret,
    language: Language = .current,
    folder: URL, limits: SandboxLimits = .worker,
    jobs: Int = ProcessInfo.processInfo.jobsOfPrograms,
    interruption: Interruption = Interruption()
  ) throws {
    self.judge = judge
    self.sandbox = sandbox
    self.weeks = weeks
    self.secret = secret
    self.language = language
    self.folder = folder.resolvingSymlinksInPath()
    self.limits = limits
    // Without namespaces two that run at once would see each other.
    self.jobs = sandbox.isUser ? 1 : max(1, jobs)
    self.interruption = interruption
    try FileManager.default.makeEmptyFolder(folder)
    ControlGroup.removeAbandoned()
    pristine = try PristineTests(of: judge, language: language)
    inputs = try BuildInputs.shared(by: judge, sandbox: sandbox, language: language)
  }

  /// Does something for every number below `count`, on several threads with a grader each.
  ///
  /// - Throws: the first error, after which nothing more is begun.
  func work(
    _ count: Int, _ body: @escaping @Sendable (SubmissionGrader, Int) throws -> Void
  ) throws {
    let failure = Locked<(any Error)?>(nil)
    SharedQueue(Array(0..<count)).drain(jobs: jobs) { queue, number in
      do {
        let grader = try SubmissionGrader(grader: self, number: number)
        defer { grader.end() }
        while !self.interruption.isMade, failure.withLock({ $0 == nil }), let index = queue.next() {
          try body(grader, index)
        }
      } catch {
        failure.withLock { $0 = $0 ?? error }
      }
    }
    if let error = failure.withLock({ $0 }) { throw error }
  }

  /// Takes away what grading has left in its folder.
  public func end() {
    try? FileManager.default.removeItem(at: folder)
  }
}
