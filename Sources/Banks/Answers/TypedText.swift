import Foundation
import Text

/// A short text as a learner types it.
///
/// Case, width, blanks, hyphens, quotation marks, a leading article, a final full stop and the
/// composition of accents do not matter; invisible characters are ignored.
package struct TypedText {
  /// The canonical spelling, shared by all equivalent texts.
  package private(set) var canonical: String

  /// Normalizes any text.
  package init(_ text: String) {
    var text = halfWidth(text).precomposedStringWithCompatibilityMapping.lowercased()[...]
    text = text.drop { $0.isWhitespace || Self.ignored.contains($0) }
    for article in ["the ", "an ", "a "] where text.hasPrefix(article) {
      text = text.dropFirst(article.count)
      break
    }
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars where scalar.properties.generalCategory != .format {
      scalars.append(scalar)
    }
    var letters = String(scalars).filter { !$0.isWhitespace && !Self.ignored.contains($0) }
    while let last = letters.last, ".。!?,;:、…".contains(last) { letters.removeLast() }
    canonical = letters
  }

  private static let ignored = Set("-‐‑‒–—―−_`'’‘‛\"“”„«»‹›「」『』《》〈〉【】*~")
}
