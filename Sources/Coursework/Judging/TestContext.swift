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
    var printed = CapturedOutput()
  }

  private let notes = Mutex(Notes())

  func note(_ call: Call, printed: CapturedOutput) {
    notes.withLock {
      $0.call = call
      if !printed.isEmpty { $0.printed = printed }
    }
  }

  var lastCall: Call? { notes.withLock { $0.call } }
  var printed: CapturedOutput { notes.withLock { $0.printed } }
}
