import Foundation

/// A call's outcome in its recorded form.
enum RecordedOutcome: Equatable, Sendable {
  case returned(Value)
  case threw(String)
  /// A crash or an endless loop, which equals no other outcome.
  case nothing
  /// A mistaken answer that was too large to record.
  case omitted

  init(_ outcome: Result<Value, CallFailure>) {
    self =
      switch outcome {
      case .success(let value): .returned(value)
      case .failure(.threw(let message, _)): .threw(message)
      case .failure: .nothing
      }
  }

  var result: Result<Value, CallFailure> {
    switch self {
    case .returned(let value): .success(value)
    case .threw(let message): .failure(.threw(message))
    case .nothing: .failure(.malformed(.notAnswered))
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

  /// Decodes what `bytes` encodes; nil for anything else.
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

extension RecordedOutcome {
  /// Splits the bytes of an outcome before and after every tensor.
  ///
  /// What lies between the tensors is the form of the answer, which many answers share.
  static func pieces(of bytes: Data) -> [Data] {
    guard case .returned(let value)? = RecordedOutcome(bytes: bytes) else { return [bytes] }
    var cuts: [Int] = []
    value.addTensorBounds(to: &cuts, start: 1)
    var pieces: [Data] = []
    var start = 0
    for cut in cuts + [bytes.count] where cut > start {
      pieces.append(Data(bytes.dropFirst(start).prefix(cut - start)))
      start = cut
    }
    return pieces
  }
}

extension Value {
  /// Appends the bounds of each tensor within the value's bytes.
  fileprivate func addTensorBounds(to bounds: inout [Int], start: Int) {
    switch self {
    case .null, .boolean, .integer, .number, .text: break
    case .tensor: bounds += [start, start + byteCount]
    case .list(let items):
      var offset = start + 9
      for item in items {
        item.addTensorBounds(to: &bounds, start: offset)
        offset += item.byteCount
      }
    case .record(let fields):
      var offset = start + 9
      for field in fields {
        offset += 8 + field.name.utf8.count
        field.value.addTensorBounds(to: &bounds, start: offset)
        offset += field.value.byteCount
      }
    }
  }
}
