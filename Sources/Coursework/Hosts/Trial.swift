import Foundation
public import Text

/// One call outside any test: its outcome and what it printed.
public struct Trial: Sendable {
  /// The outcome of the call.
  public let outcome: Result<Value, CallFailure>
  private let output: CapturedOutput

  /// Calls an exercise's function.
  public init(of exercise: any AnyExercise, _ arguments: [Value], on host: Host) {
    let exchange = host.source.exchange(
      Question(info: exercise.info, arguments: arguments), progress: { _ in })
    outcome = exchange.outcome
    output = exchange.printed
  }

  /// What the function printed.
  public func printed(_ language: Language) -> String {
    output.text(language).trimmingCharacters(in: .newlines)
  }
}
