import Banks
import Foundation
import Text

/// The phrases in one language: `phrases(.hint("…"))`.
struct Phrases: Sendable {
  let language: Language

  func callAsFunction(_ phrase: Phrase) -> String { phrase(language) }
}

/// A number of points: `2`, `1.5`, `0.67`.
func pointsText(_ points: Double) -> String {
  let rounded = (points * 100).rounded() / 100
  return NumberFormat.shortest.string(rounded)
}

/// A duration as a clock shows it: `12:05`, `1:00:00`.
func clockText(_ seconds: Double) -> String {
  let whole = Int(min(max(0, seconds), 1e9).rounded(.up))
  let (hours, minutes, rest) = (whole / 3600, whole / 60 % 60, whole % 60)
  return hours > 0
    ? String(format: "%d:%02d:%02d", hours, minutes, rest)
    : String(format: "%d:%02d", minutes, rest)
}
