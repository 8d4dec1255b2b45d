/// A sentence in every language of the course.
public struct Phrase: Sendable, Equatable {
  /// The English text.
  public let english: String
  /// The Chinese text.
  public let chinese: String

  /// Creates a sentence from both texts.
  public init(_ english: String, zh chinese: String) {
    self.english = english
    self.chinese = chinese
  }

  /// Returns the text in a language.
  public func callAsFunction(_ language: Language) -> String {
    switch language {
    case .english: english
    case .chinese: chinese
    }
  }
}
