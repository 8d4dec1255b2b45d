import Synchronization

/// A deliberate mistake in the answers of one exercise, to test whether the suites notice it.
public struct Mutation: Sendable {
  enum Kind: Sendable {
    /// A function of the reference program stands in: a misconception, or an alternative solution.
    case variant(String)
    /// Two misconceptions at once.
    case pair(String, String)
    /// The right answer is corrupted.
    case slip(Slip)
    /// The answer to the first call is repeated forever.
    case constant(FirstAnswer)
    /// Inputs that are the same in every run are answered correctly, as if the expected values had
    /// been copied from the tests; fresh inputs get the first of those answers.
    case memorized(FirstAnswer)
  }

  /// A store for the first answer.
  final class FirstAnswer: Sendable {
    private let answer = Mutex<Value?>(nil)

    func orFirst(_ value: Value) -> Value {
      answer.withLock {
        let first = $0 ?? value
        $0 = first
        return first
      }
    }
  }

  /// The text that was parsed: `C1W2.sigmoid~negated`.
  public let name: String
  let exercise: String
  let kind: Kind

  /// The name of the mutation that gives the same answer to every call.
  public static let constantName = "constant"
  /// The name of the mutation that knows the answers to fixed inputs, and otherwise repeats the
  /// first.
  public static let memorizedName = "memorized"

  /// Parses `C1W2.sigmoid=missing-minus` (a variant), `C1W2.propagate=cost-sign+bias-ignored` (a
  /// pair) or `C1W2.sigmoid~negated` (a slip).
  public init?(_ text: String) {
    name = text
    if let separator = text.firstIndex(of: "=") {
      exercise = String(text[..<separator])
      let names = text[text.index(after: separator)...].split(separator: "+").map(String.init)
      guard let first = names.first else { return nil }
      kind = names.count == 2 ? .pair(first, names[1]) : .variant(first)
    } else if let separator = text.firstIndex(of: "~") {
      exercise = String(text[..<separator])
      let kindName = String(text[text.index(after: separator)...])
      if kindName == Self.constantName {
        kind = .constant(FirstAnswer())
      } else if kindName == Self.memorizedName {
        kind = .memorized(FirstAnswer())
      } else if let slip = Slip(rawValue: kindName) {
        kind = .slip(slip)
      } else {
        return nil
      }
    } else {
      return nil
    }
  }

  func variant(of exercise: String) -> String? {
    guard exercise == self.exercise else { return nil }
    return switch kind {
    case .variant(let name), .pair(let name, _): name
    case .slip, .constant, .memorized: nil
    }
  }

  func pair(of exercise: String) -> (String, String)? {
    if case .pair(let first, let second) = kind, exercise == self.exercise {
      (first, second)
    } else {
      nil
    }
  }

  /// The variant that stands in for its exercise wherever other functions call it.
  var standIn: (exercise: String, variant: String)? {
    if case .variant(let name) = kind { (exercise, name) } else { nil }
  }

  func falsify(_ value: Value, of info: ExerciseInfo, _ arguments: [Value]) -> Value {
    guard info.id == exercise else { return value }
    switch kind {
    case .variant, .pair: return value
    case .slip(let slip): return slip.applied(to: value, arguments: arguments) ?? value
    case .constant(let first): return first.orFirst(value)
    case .memorized(let first):
      guard FreshInputs.areDrawn else {
        _ = first.orFirst(value)
        return value
      }
      return first.orFirst(Slip.notANumber.applied(to: value, arguments: arguments) ?? .null)
    }
  }
}
