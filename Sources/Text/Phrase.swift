/// A sentence in every language of the course.
public struct Phrase: Sendable, Equatable {
  /// The English text.
  public let english: String
  /// The Chinese text.
  public let chinese: String

  /// Makes a text in both languages.
  public init(_ english: String, zh chinese: String) {
    self.english = english
    self.chinese = chinese
  }

  /// The text in a language.
  public func callAsFunction(_ language: Language) -> String {
    switch language {
    case .english: english
    case .chinese: chinese
    }
  }
}
