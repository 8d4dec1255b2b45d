import Coursework
import Dispatch
import Processes
import Synchronization
import Text

/// Builds and tests exercises on a thread of its own, so that keys are handled meanwhile.
final class Checker: Sendable {
  /// The outcome of a check.
  enum Outcome: Sendable {
    /// The compiler's errors.
    case refused([String])
    /// The records, and further remarks for the learner.
    case checked([Record], remarks: [String])
    /// An error that kept the tests from running.
    case failed(Phrase)
  }

  private struct State {
    /// Interrupts the running check; nil when there is none.
    var interruption: Interruption?
    var outcome: Outcome?
  }

  private let suites: ExerciseCheck.Suites
  private let queue = DispatchQueue(label: "check")
  private let state = Mutex(State())

  init(_ suites: ExerciseCheck.Suites) {
    self.suites = suites
  }

  /// Whether a check is running.
  var isBusy: Bool { state.withLock { $0.interruption != nil } }

  /// Starts a check of exercises, abandoning one that is still running.
  func check(_ exercises: [any AnyExercise]) {
    cancel()
    let interruption = Interruption()
    state.withLock { $0.interruption = interruption }
    queue.async { [self] in
      guard !interruption.isMade else { return }
      let outcome = outcome(of: ExerciseCheck(exercises: exercises), interruption)
      state.withLock { state in
        guard state.interruption === interruption else { return }
        state.interruption = nil
        state.outcome = outcome
      }
    }
  }

  /// Abandons the running check, and waits until it has ended.
  func stop() {
    cancel()
    queue.sync {}
  }

  private func cancel() {
    state.withLock { state in
      state.interruption?.make()
      state = State()
    }
  }

  /// Returns the outcome of the last check, once.
  func takeOutcome() -> Outcome? {
    state.withLock { state in
      defer { state.outcome = nil }
      return state.outcome
    }
  }

  private func outcome(of check: ExerciseCheck, _ interruption: Interruption) -> Outcome {
    do {
      let build = check.worker
      if case .refused(let lines) = try build.run(interruption: interruption, progress: { _, _ in })
      {
        return .refused(lines)
      }
      let records = try check.records(by: suites, interruption: interruption)
      return .checked(records, remarks: build.remarks(.current))
    } catch {
      return .failed(Phrase(of: error))
    }
  }
}
