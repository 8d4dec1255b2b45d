import Foundation

/// The words of a person's name, in forms that compare equal however it is spelled.
struct PersonName: Sendable, Hashable {
  /// The words in lower case without accents, sorted.
  let words: [String]
  /// The words joined in every rotation of their order, as Canvas writes `doejane`.
  let runs: Set<String>
  /// The rotations with `ü` spelled `ue`, where that differs.
  let spelledOut: Set<String>

  init(_ name: String) {
    let plain = name.withoutFormatting.precomposedStringWithCompatibilityMapping.lowercased()
      .replacing("ς", with: "σ")
    let words = Self.words(plain.folding(options: .diacriticInsensitive, locale: nil))
    self.words = words.sorted()
    runs = Self.runs(words)
    let long = Self.words(Self.spelledOut(plain))
    spelledOut = long == words ? [] : Self.runs(long)
  }

  var isEmpty: Bool { words.isEmpty }

  private var allRuns: Set<String> { runs.union(spelledOut) }

  /// Returns whether both are the same name.
  func equals(_ other: PersonName) -> Bool {
    guard !isEmpty, !other.isEmpty else { return false }
    return words == other.words || !allRuns.isDisjoint(with: other.allRuns)
  }

  /// Returns whether one name has all words of the other, at least two: `Jane Doe` and `Jane M.
  /// Doe`.
  func isNear(_ other: PersonName) -> Bool {
    let (mine, theirs) = (Set(significant), Set(other.significant))
    let common = mine.intersection(theirs)
    return common.count >= 2 && (common == mine || common == theirs)
  }

  /// Returns whether the names share a word, or one contains a word of the other.
  ///
  /// A label without any part of a person's name does not name that person.
  func overlaps(_ other: PersonName) -> Bool {
    guard !isEmpty, !other.isEmpty else { return true }
    if equals(other) || !Set(significant).isDisjoint(with: other.significant) { return true }
    func holds(_ whole: PersonName, _ part: PersonName) -> Bool {
      whole.runs.contains { run in
        part.words.contains { ($0.count > 2 || !$0.isASCII) && run.contains($0) }
      }
    }
    return holds(self, other) || holds(other, self)
  }

  /// The words without initials; single Chinese characters are not initials.
  private var significant: [String] { words.filter { $0.count > 1 || !$0.isASCII } }

  private static func words(_ text: String) -> [String] {
    text.split { !$0.isLetter && !$0.isNumber && $0 != "'" && $0 != "’" }
      .map { String($0.filter { $0.isLetter || $0.isNumber }) }
      .filter { $0.contains { $0.isLetter } }
  }

  private static func runs(_ words: [String]) -> Set<String> {
    guard words.count <= 12 else { return [words.joined()] }
    return Set(words.indices.map { (words[$0...] + words[..<$0]).joined() })
  }

  private static func spelledOut(_ text: String) -> String {
    var text = text
    for (letter, letters) in [
      ("ä", "ae"), ("ö", "oe"), ("ü", "ue"), ("ß", "ss"), ("ø", "oe"), ("å", "aa"), ("æ", "ae"),
      ("œ", "oe"), ("ñ", "n"), ("ł", "l"), ("đ", "d"), ("ð", "d"), ("þ", "th"),
    ] {
      text = text.replacing(letter, with: letters)
    }
    return text.folding(options: .diacriticInsensitive, locale: nil)
  }
}

extension String {
  /// The text without invisible characters such as joiners and marks of direction, which platforms
  /// drop from names and spreadsheets add to ids.
  var withoutFormatting: String {
    guard !isASCII else { return self }
    var text = UnicodeScalarView()
    text.append(contentsOf: unicodeScalars.filter { $0.properties.generalCategory != .format })
    return String(text)
  }

  fileprivate var isASCII: Bool { utf8.allSatisfy { $0 < 0x80 } }
}
