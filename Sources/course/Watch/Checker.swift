import Coursework
import Dispatch
import Processes
import Synchronization
import Text

/// Builds and tests exercises on a thread of its own, so that keys are answered meanwhile.
final class Checker: Sendable {
  /// What came of a check.
  enum Outcome: Sendable {
    /// What the compiler says.
    case refused([String])
    /// The records, and what else a learner should know.
    case checked([Record], remarks: [String])
    /// What keeps the tests from running.
    case failed(Phrase)
  }

  private struct State {
    /// Ends the check that runs; nil when none does.
    var interruption: Interruption?
    var outcome: Outcome?
  }

  private let suites: ExerciseCheck.Suites
  private let queue = DispatchQueue(label: "check")
  private let state = Mutex(State())

  init(_ suites: ExerciseCheck.Suites) {
    self.suites = suites
  }

  /// Whether a check runs.
  var isBusy: Bool { state.withLock { $0.interruption != nil } }

  /// Begins to check exercises; one that still runs is given up.
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

  /// Gives up what runs, and waits until it is gone.
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

  /// What came of the last check, once.
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
