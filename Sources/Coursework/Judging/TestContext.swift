import Synchronization

/// A call to an exercise with its outcome.
public struct Call: Sendable {
  /// The exercise that was called.
  public let info: ExerciseInfo
  /// The arguments of the call.
  public let arguments: [Value]
  /// The outcome of the call.
  public let outcome: Result<Value, CallFailure>
}

/// A running graded test: the calls it has made, and what the learner's code printed.
final class TestContext: Sendable {
  /// The running test, if any, in which hosts record their calls.
  @TaskLocal static var current: TestContext?

  private struct Notes: Sendable {
    var call: Call?
    var calls: [Call] = []
    var drawsInputs = false
    var printed = CapturedOutput()
  }

  /// The number of calls that are kept, counted from the first.
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
  /// The recorded calls, in order.
  var calls: [Call] { notes.withLock { $0.calls } }
  /// Whether the test has drawn inputs from the seed of the run.
  var drawsInputs: Bool { notes.withLock { $0.drawsInputs } }
  var printed: CapturedOutput { notes.withLock { $0.printed } }
}
