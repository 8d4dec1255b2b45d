public import Text

/// A mistake that learners really make, with the sentence that helps them.
///
/// The sentence stands beside the code that makes the mistake, in Solutions/. It is shown for a
/// wrong answer that equals the one this code gives.
public struct Misconception: Sendable, Equatable, Codable {
  /// The identifier, unique within the exercise: `missing-minus`.
  public let id: String
  /// The sentence that tells the learner what probably went wrong and where to look.
  public let sentence: Phrase

  /// Declares a mistake and the sentence that explains it.
  public init(_ id: String, _ english: String, zh chinese: String) {
    self.id = id
    self.sentence = Phrase(english, zh: chinese)
  }

  private enum CodingKeys: String, CodingKey {
    case id
    case english = "en"
    case chinese = "zh"
  }

  /// Decodes a misconception with its sentence in both languages.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      try container.decode(String.self, forKey: .id),
      try container.decode(String.self, forKey: .english),
      zh: try container.decode(String.self, forKey: .chinese))
  }

  /// Encodes a misconception with its sentence in both languages.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(id, forKey: .id)
    try container.encode(sentence.english, forKey: .english)
    try container.encode(sentence.chinese, forKey: .chinese)
  }
}
