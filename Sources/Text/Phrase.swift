/// A sentence in every language of the course.
public struct Phrase: Sendable, Equatable {
  public let english: String
  public let chinese: String

  public init(_ english: String, zh chinese: String) {
    self.english = english
    self.chinese = chinese
  }

  public func callAsFunction(_ language: Language) -> String {
    switch language {
    case .english: english
    case .chinese: chinese
    }
  }
}
