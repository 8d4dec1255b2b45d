import Synchronization

/// One call of an exercise and what came of it.
public struct Call: Sendable {
  /// The exercise that is tested.
  public let info: ExerciseInfo
  /// The arguments of the last call.
  public let arguments: [Value]
  /// What the last call gave.
  public let outcome: Result<Value, CallFailure>
}

/// One graded test while it runs: what it asked last, and what the learner's code printed.
final class TestContext: Sendable {
  /// The test that is running, if any; hosts note their calls in it.
  @TaskLocal static var current: TestContext?

  private struct Notes: Sendable {
    var call: Call?
    var calls: [Call] = []
    var drawsInputs = false
    var printed = CapturedOutput()
  }

  /// How many calls are kept, from the first on.
  private static let mostCalls = 32

  private let notes = Mutex(Notes())

  func note(_ call: Call, printed: CapturedOutput) {
    notes.withLock {
      $0.call = call
      if $0.calls.count < Self.mostCalls { $0.calls.append(call) }
      if FreshInputs.areDrawn { $0.drawsInputs = true }
      if !printed.isEmpty { $0.printed = printed }
    }
  }

  var lastCall: Call? { notes.withLock { $0.call } }
  /// What was asked, from the first call on.
  var calls: [Call] { notes.withLock { $0.calls } }
  /// Whether it asked for inputs that are drawn from the seed of the run.
  var drawsInputs: Bool { notes.withLock { $0.drawsInputs } }
  var printed: CapturedOutput { notes.withLock { $0.printed } }
}
