import Synchronization
import Tensors
public import Text

/// Runs one graded test of an exercise and finds its verdict.
public struct Grader: Sendable {
  private let exercise: any AnyExercise
  private let language: Language

  /// Makes the grader of an exercise.
  public init(_ exercise: any AnyExercise, language: Language = .current) {
    self.exercise = exercise
    self.language = language
  }

  private var info: ExerciseInfo { exercise.info }

  /// Runs the body of a test: it calls exercises and expects values, and throws at the first that
  /// fails.
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
      return TestOutcome(verdict: .passed, message: "", misconception: nil)
    } catch {
      return finding(of: error, in: trial)
    }
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
    case .timedOut: .timedOut
    case .crashed, .flooded: .crashed
    case .notImplemented: .notStarted
    case .threw, .malformed, .noWorker, .notRecorded, nil: .wrong
    }
  }
}

/// Whether the exercises that another calls work, found out once for each code that is judged.
enum Prerequisites {
  /// The seed and the number of the samples on which an exercise counts as working.
  static let sampleSeed: UInt32 = 42
  static let sampleCount = 4

  private static let known = Mutex<[String: Bool]>([:])

  /// The first exercise below this one that fails: what is called before what calls it.
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
