import Synchronization
import Tensors
public import Text

/// Runs a graded test of an exercise and determines its verdict.
public struct Grader: Sendable {
  /// The number of fresh inputs that weigh a test of fixed ones when a class is graded.
  public static let freshCasesInAClass = 12

  private let exercise: any AnyExercise
  private let language: Language
  private let freshCases: Int?

  /// Creates the grader of an exercise.
  ///
  /// - Parameters:
  ///   - exercise: the exercise.
  ///   - language: the language of messages to the learner.
  ///   - freshCases: the number of fresh inputs that weigh a test of fixed ones; nil when such
  ///     tests count in full.
  public init(
    _ exercise: any AnyExercise, language: Language = .current,
    freshCases: Int? = RunEnvironment.current.freshCases
  ) {
    self.exercise = exercise
    self.language = language
    self.freshCases = freshCases
  }

  private var info: ExerciseInfo { exercise.info }

  /// Runs the body of a test, which calls exercises and throws at the first failed expectation.
  public func judge(_ body: () throws -> Void) -> TestOutcome {
    let trial = TestContext()
    do {
      try TestContext.$current.withValue(trial) { try body() }
      guard trial.lastCall != nil else {
        return TestOutcome(
          verdict: .wrong,
          message: Phrase(
            "this test never calls \(info.name)", zh: "这项测试没有调用 \(info.name)")(
              language),
          misconception: nil)
      }
      if let freshCases, !trial.drawsInputs { return counted(trial, by: freshCases, body) }
      return TestOutcome(
        verdict: .passed, message: "", misconception: nil, isDrawn: trial.drawsInputs)
    } catch {
      var finding = finding(of: error, in: trial)
      finding.isDrawn = trial.drawsInputs
      return finding
    }
  }

  /// Returns the outcome of a passed test of fixed inputs, weighted by fresh ones.
  private func counted(
    _ trial: TestContext, by count: Int, _ body: () throws -> Void
  ) -> TestOutcome {
    let cases = FreshCases(
      of: exercise, after: trial.calls, count: count, seed: RunEnvironment.current.seed
    ) { ReplayedAnswers.partsSeen(in: trial.calls, of: info, by: body) }
    guard cases.share < 1, let failure = cases.failure else {
      return TestOutcome(verdict: .passed, message: "", misconception: nil, fresh: 1)
    }
    let fresh = TestContext()
    fresh.note(failure.call, printed: CapturedOutput())
    let percent = Int((100 * cases.share).rounded())
    let note = Phrase(
      "right on the inputs of this test, and on \(percent) % of others like them: "
        + "the tests of an exercise count so far",
      zh: "这项测试的输入都答对了，换成类似的新输入只对了 \(percent)%：一道题的测试最多按这个比例计分")
    var finding = finding(of: failure.error, in: fresh)
    finding.message = note(language) + "\n" + finding.message
    finding.fresh = cases.share
    return finding
  }

  private func finding(of error: any Error, in trial: TestContext) -> TestOutcome {
    if let failure = error as? CallFailure {
      if case .notImplemented(let function) = failure,
        function.prefix(while: { $0 != "(" }) == info.name
      {
        return TestOutcome(
          verdict: .notStarted, message: Report.notStarted(info, language),
          misconception: nil)
      }
    }
    if let culprit = Prerequisites.firstFailing(of: exercise) {
      return TestOutcome(
        verdict: .blocked,
        message: Report.blocked(info, by: culprit, language), misconception: nil,
        blockedBy: culprit.id)
    }
    let diagnosis = trial.lastCall.flatMap { Diagnosis.of($0, of: exercise) }
    let report = Report(
      error: error, call: trial.lastCall, printed: trial.printed.text(language),
      diagnosis: diagnosis)
    let misconception = diagnosis?.misconception?.id
    let isUntouched = misconception != nil && misconception == info.untouched
    return TestOutcome(
      verdict: isUntouched ? .notStarted : Self.verdict(of: error),
      message: report.text(language), misconception: misconception)
  }

  private static func verdict(of error: any Error) -> Verdict {
    switch error as? CallFailure {
    case .timedOut, .overBudget: .timedOut
    case .crashed, .flooded: .crashed
    case .notImplemented: .notStarted
    case .threw, .malformed, .noWorker, .notRecorded, nil: .wrong
    }
  }
}

/// A cache of whether exercises that others call work, computed once for each code under test.
enum Prerequisites {
  /// The seed and the number of the samples that an exercise must pass to count as working.
  static let sampleSeed: UInt32 = 42
  static let sampleCount = 4

  private static let known = Mutex<[String: Bool]>([:])

  /// Returns the first failing dependency of an exercise, in depth-first order.
  static func firstFailing(of exercise: any AnyExercise) -> ExerciseInfo? {
    for dependency in exercise.dependencies {
      if let deeper = firstFailing(of: dependency) { return deeper }
      if !works(dependency) { return dependency.info }
    }
    return nil
  }

  private static func works(_ exercise: any AnyExercise) -> Bool {
    let info = exercise.info
    let key = info.id + Host.current.identity
    if let answer = known.withLock({ $0[key] }) { return answer }
    var random = RandomState(seed: sampleSeed)
    let answer = (0..<sampleCount).allSatisfy { _ in
      guard let arguments = try? exercise.sampleArguments(&random),
        let right = try? Host.reference.answer(info, arguments),
        let actual = try? Host.current.answer(info, arguments)
      else { return false }
      return info.isRight(actual, right, to: arguments)
    }
    known.withLock { $0[key] = answer }
    return answer
  }
}
