public import Coursework
import Files
public import Foundation
import Intake
public import Processes
public import Sandboxes
public import Text

/// A grader that judges several submissions of a class at a time.
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
  /// The resource limits of a learner's functions.
  let limits: SandboxLimits
  /// The folder through which the judges share answers of the reference; nil where a submission's
  /// code could write to it.
  let sharedAnswers: URL?
  private let jobs: Int

  /// Creates a grader.
  ///
  /// - Parameters:
  ///   - judge: the suites and the reference.
  ///   - sandbox: the sandbox, already tested.
  ///   - weeks: the weeks to grade, in the order of the syllabus.
  ///   - secret: the secret from which the fresh inputs of each submission are derived.
  ///   - language: the language of every message about a submission, whatever the environment's is.
  ///   - folder: a folder for this grader alone, which it empties.
  ///   - limits: the resource limits of a learner's functions.
  ///   - jobs: the number of submissions graded at a time.
  ///   - interruption: ends the grading early.
  /// - Throws: any error in reading the judge's files or making the folder.
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
    // Without namespaces, two submissions running at once would see each other.
    self.jobs = sandbox.isUser ? 1 : max(1, jobs)
    self.interruption = interruption
    try FileManager.default.makeEmptyFolder(folder)
    sharedAnswers = sandbox.exists ? self.folder.appending(path: "answers") : nil
    if let sharedAnswers {
      try FileManager.default.createDirectory(
        at: sharedAnswers, withIntermediateDirectories: true,
        attributes: [.posixPermissions: 0o700])
    }
    ControlGroup.removeAbandoned()
    pristine = try PristineTests(of: judge, language: language)
    inputs = try BuildInputs.shared(by: judge, sandbox: sandbox, language: language)
  }

  /// Calls a closure for every number below `count`, on several threads with a grader each.
  ///
  /// - Throws: the first error, after which no further call is begun.
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

  /// Removes what grading has left in its folder.
  public func end() {
    try? FileManager.default.removeItem(at: folder)
  }
}
