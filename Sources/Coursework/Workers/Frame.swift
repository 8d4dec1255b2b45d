import Foundation

/// One message between judge and worker: a header of three words, then a value's bytes.
struct Frame {
  enum Kind: UInt64 {
    case call = 1
    case returned, notImplemented, threw, progress
  }

  static let headerSize = 24
  /// The limit of a payload's size, above that of any argument or answer.
  static let largestPayload = 1 << 28

  let kind: Kind
  /// A random number for each call, repeated in its answer, which exposes late or forged answers to
  /// other calls.
  let nonce: UInt64
  let payload: Value

  /// The encoded header and payload; for a payload that is too large only the header, which the
  /// other side rejects.
  var bytes: Data {
    let size = payload.byteCount
    let isTooLarge = size > Self.largestPayload
    return .written(Self.headerSize + (isTooLarge ? 0 : size)) { writer in
      writer.append(word: UInt64(size))
      writer.append(word: nonce)
      writer.append(word: kind.rawValue)
      if !isTooLarge { writer.append(payload) }
    }
  }
}

/// The first three words of a frame.
struct FrameHeader {
  let length: Int
  let nonce: UInt64
  let kind: Frame.Kind

  /// - Throws: `CallFailure.malformed` when the bytes are not a header.
  init(_ data: Data) throws {
    let (length, nonce, code) = try ByteReader.read(data) {
      (try $0.word(), try $0.word(), try $0.word())
    }
    guard let kind = Frame.Kind(rawValue: code) else {
      throw CallFailure.malformed(.noFrame)
    }
    guard length <= UInt64(Frame.largestPayload) else {
      throw CallFailure.malformed(.tooLarge(megabytes: Frame.largestPayload >> 20))
    }
    self.kind = kind
    self.nonce = nonce
    self.length = Int(length)
  }
}

/// A call in the form that crosses the pipe.
struct Request {
  let exercise: String
  let variant: String?
  let arguments: [Value]
  /// The variant that stands in for an exercise wherever the function calls it.
  let standIn: (exercise: String, variant: String)?

  init(
    exercise: String, variant: String?, arguments: [Value],
    standIn: (exercise: String, variant: String)? = nil
  ) {
    self.exercise = exercise
    self.variant = variant
    self.arguments = arguments
    self.standIn = standIn
  }

  var value: Value {
    var parts = [.text(exercise), variant.map(Value.text) ?? .null, .list(arguments)]
    if let standIn { parts += [.text(standIn.exercise), .text(standIn.variant)] }
    return .list(parts)
  }

  init(_ value: Value) throws {
    guard case .list(let parts) = value, parts.count == 3 || parts.count == 5,
      case .text(let exercise) = parts[0],
      case .list(let arguments) = parts[2]
    else { throw CallFailure.malformed(.noRequest) }
    self.exercise = exercise
    if case .text(let variant) = parts[1] { self.variant = variant } else { variant = nil }
    self.arguments = arguments
    if parts.count == 5, case .text(let other) = parts[3], case .text(let variant) = parts[4] {
      standIn = (other, variant)
    } else {
      standIn = nil
    }
  }
}
