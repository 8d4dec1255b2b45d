public import Text

/// The reasons why a reply on the connection is not an answer.
public enum Malformation: PhrasedError, Equatable {
  /// The bytes of a frame are not an encoded value.
  case bytes(MalformedBytes)
  /// The value does not have the form of the exercise's answer.
  case form(Phrase)
  case noFrame
  case tooLarge(megabytes: Int)
  case noRequest
  /// The reply answers another call.
  case otherCall
  case unknownKind
  case argumentCount(expected: Int, actual: Int)
  /// The call had no answer when a release recorded it.
  case notAnswered
  /// Another error, in its own words.
  case other(String)

  /// Classifies an error that was thrown while an answer was decoded.
  init(_ error: any Error) {
    switch error {
    case let bytes as MalformedBytes: self = .bytes(bytes)
    case let error as DecodingError: self = .form(error.phrase)
    default: self = .other("\(error)")
    }
  }

  /// The malformation as a sentence in both languages.
  public var phrase: Phrase {
    switch self {
    case .bytes(let reason): reason.phrase
    case .form(let difference): difference
    case .noFrame:
      Phrase(
        "what came through the connection is not a valid frame", zh: "连接中传来的字节不是完整的消息")
    case .tooLarge(let megabytes):
      Phrase("it is larger than \(megabytes) MB", zh: "超过了 \(megabytes) MB")
    case .noRequest: Phrase("not a request", zh: "不是一次调用")
    case .otherCall: Phrase("an answer to another question came", zh: "它回答的是另一次调用")
    case .unknownKind: Phrase("an answer of no known kind", zh: "回答的类型无法识别")
    case .notAnswered:
      Phrase("the call had no answer when it was recorded", zh: "记录答案时，这次调用没有得到结果")
    case .argumentCount(let expected, let actual):
      Phrase(
        "\(expected) arguments expected, \(actual) came", zh: "应有 \(expected) 个参数，得到 \(actual) 个")
    case .other(let words): Phrase(words, zh: words)
    }
  }
}

extension DecodingError {
  /// What was expected and what was found instead, and where.
  fileprivate var phrase: Phrase {
    let context: Context =
      switch self {
      case .typeMismatch(_, let context), .valueNotFound(_, let context),
        .keyNotFound(_, let context), .dataCorrupted(let context):
        context
      @unknown default: Context(codingPath: [], debugDescription: "\(self)")
      }
    let steps = context.codingPath.map { $0.intValue.map { "[\($0)]" } ?? ".\($0.stringValue)" }
    let place = String(steps.joined().drop { $0 == "." })
    let reason =
      (context.underlyingError as? any PhrasedError)?.phrase
      ?? Phrase(context.debugDescription, zh: context.debugDescription)
    guard !place.isEmpty else { return reason }
    return Phrase("\(place): \(reason(.english))", zh: "\(place)：\(reason(.chinese))")
  }
}

/// A part of a value whose form differs from that of the type decoded from it.
struct FormMismatch: PhrasedError {
  let phrase: Phrase
}
