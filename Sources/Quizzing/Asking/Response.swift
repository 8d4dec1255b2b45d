import Banks
import Text

/// A learner's answer to one question.
enum Response: Equatable, Sendable {
  /// The chosen options by their index in the bank, from 0, in ascending order.
  case choices([Int])
  case typed(String)

  var isEmpty: Bool {
    switch self {
    case .choices(let places): places.isEmpty
    case .typed(let text): text.allSatisfy(\.isWhitespace)
    }
  }
}

extension Response: Codable {
  private enum CodingKeys: String, CodingKey { case choices, typed }

  /// Files count options from 1, as people do.
  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    if let typed = try container.decodeIfPresent(String.self, forKey: .typed) {
      self = .typed(typed)
      return
    }
    let places = try container.decode([Int].self, forKey: .choices)
    guard places.allSatisfy({ (1...1000).contains($0) }) else {
      throw container.invalid(
        .choices, Phrase("options are counted from 1", zh: "选项从 1 数起"))
    }
    self = .choices(Set(places.map { $0 - 1 }).sorted())
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    switch self {
    case .choices(let places): try container.encode(places.map { $0 + 1 }, forKey: .choices)
    case .typed(let text): try container.encode(text, forKey: .typed)
    }
  }
}

extension PosedQuestion {
  /// Returns the reason why a typed text cannot be an answer at all; nil when it can.
  func complaint(aboutTyped text: String) -> Phrase? {
    switch question.kind {
    case .number:
      TypedNumber(text) == nil
        ? .notUnderstoodNumber : unclearReadings(text).map { .unclearNumber($0) }
    case .shape: TypedShape(text) == nil ? .notUnderstoodShape : nil
    default: nil
    }
  }
}
