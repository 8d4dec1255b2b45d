import Foundation

/// What a call came to, as it is kept.
enum RecordedOutcome: Equatable, Sendable {
  case returned(Value)
  case threw(String)
  /// A crash, an endless loop: nothing that another outcome could equal.
  case nothing
  /// A mistaken answer that was too large to be kept.
  case omitted

  init(_ outcome: Result<Value, CallFailure>) {
    self =
      switch outcome {
      case .success(let value): .returned(value)
      case .failure(.threw(let message)): .threw(message)
      case .failure: .nothing
      }
  }

  var result: Result<Value, CallFailure> {
    switch self {
    case .returned(let value): .success(value)
    case .threw(let message): .failure(.threw(message))
    case .nothing: .failure(.malformed("the call had no answer when it was recorded"))
    case .omitted: .failure(.notRecorded)
    }
  }

  var bytes: Data {
    switch self {
    case .returned(let value): Data([0]) + value.bytes
    case .threw(let message): Data([1]) + Data(message.utf8)
    case .nothing: Data([2])
    case .omitted: Data([3])
    }
  }

  /// Reads what `bytes` wrote; nil for anything else.
  init?(bytes: Data) {
    switch bytes.first {
    case 0:
      guard let value = try? Value(bytes: Data(bytes.dropFirst())) else { return nil }
      self = .returned(value)
    case 1: self = .threw(String(decoding: bytes.dropFirst(), as: UTF8.self))
    case 2: self = .nothing
    case 3: self = .omitted
    default: return nil
    }
  }
}
