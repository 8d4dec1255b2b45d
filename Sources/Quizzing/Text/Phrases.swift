import Banks
import Foundation
import Text

/// The phrases in one language: `phrases(.hint("…"))`.
struct Phrases: Sendable {
  let language: Language

  func callAsFunction(_ phrase: Phrase) -> String { phrase(language) }

  /// Sentences behind each other.
  func paragraph(_ sentences: [String]) -> String {
    sentences.joined(separator: language == .chinese ? "" : " ")
  }
}

/// A number of points: `2`, `1.5`, `0.67`.
func pointsText(_ points: Double) -> String {
  let rounded = (points * 100).rounded() / 100
  return NumberFormat.shortest.string(rounded)
}
