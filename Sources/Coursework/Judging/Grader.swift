public import Basics
import Synchronization
import Tensors

/// Runs one graded test of an exercise and finds its verdict.
public struct Grader: Sendable {
  private let exercise: any AnyExercise
  private let language: Language

  public init(_ exercise: any AnyExercise, language: Language = .current) {
    self.exercise = exercise
    self.language = language
  }

  private var assignment: Assignment { exercise.assignment }

  /// Runs the body of a test: it calls exercises and expects values, and throws at the first that
  /// fails.
  public func judge(_ body: () throws -> Void) -> Finding {
    let trial = Trial()
    do {
      try Trial.$current.withValue(trial) { try body() }
      guard trial.lastCall != nil else {
        return Finding(
          verdict: .wrong,
          message: Phrase(
            "this test never calls \(assignment.name)", zh: "这项测试没有调用 \(assignment.name)")(
              language),
          misconception: nil)
      }
      return Finding(verdict: .passed, message: "", misconception: nil)
    } catch {
      return finding(of: error, in: trial)
    }
  }

  private func finding(of error: any Error, in trial: Trial) -> Finding {
    if let failure = error as? CallFailure {
      if case .notImplemented(let function) = failure,
        function.prefix(while: { $0 != "(" }) == assignment.name
      {
        return Finding(
          verdict: .notStarted, message: Report.notStarted(assignment, language),
          misconception: nil)
      }
    }
    if let culprit = Prerequisites.firstFailing(of: exercise) {
      return Finding(
        verdict: .blocked,
        message: Report.blocked(assignment, by: culprit, language), misconception: nil)
    }
    let diagnosis = trial.lastCall.flatMap { Diagnosis.of($0, of: exercise) }
    let report = Report(
      error: error, call: trial.lastCall, printed: trial.printed.text(language),
      diagnosis: diagnosis)
    var misconception: String?
    if case .misconception(let found) = diagnosis { misconception = found.id }
    let isUntouched = misconception != nil && misconception == assignment.untouched
    return Finding(
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

/// Whether the exercises that another calls work, found out once a run.
enum Prerequisites {
  /// The seed and the number of the samples on which an exercise counts as working.
  static let sampleSeed: UInt32 = 42
  static let sampleCount = 4

  private static let known = Mutex<[String: Bool]>([:])

  /// The first exercise below this one that fails: what is called before what calls it.
  static func firstFailing(of exercise: any AnyExercise) -> Assignment? {
    for dependency in exercise.dependencies {
      if let deeper = firstFailing(of: dependency) { return deeper }
      if !works(dependency) { return dependency.assignment }
    }
    return nil
  }

  private static func works(_ exercise: any AnyExercise) -> Bool {
    let assignment = exercise.assignment
    if let answer = known.withLock({ $0[assignment.id] }) { return answer }
    var random = RandomState(seed: sampleSeed)
    let answer = (0..<sampleCount).allSatisfy { _ in
      guard let arguments = try? exercise.sampleArguments(&random),
        let right = try? Host.reference.answer(assignment, arguments),
        let actual = try? Host.current.answer(assignment, arguments)
      else { return false }
      return actual.difference(from: right, within: assignment.tolerance) == nil
    }
    known.withLock { $0[assignment.id] = answer }
    return answer
  }
}
