import Foundation

/// The words of somebody's name, in forms that compare equal however it is spelled.
struct PersonName: Sendable, Hashable {
  /// The words in small letters, without accents, sorted.
  let words: [String]
  /// The words run together as they stand, and turned round at any place, as Canvas does in
  /// `doejane`.
  let runs: Set<String>
  /// The same with `ü` written as `ue`, where that differs.
  let spelledOut: Set<String>

  init(_ name: String) {
    let plain = name.precomposedStringWithCompatibilityMapping.lowercased()
    let words = Self.words(plain.folding(options: .diacriticInsensitive, locale: nil))
    self.words = words.sorted()
    runs = Self.runs(words)
    let long = Self.words(Self.spelledOut(plain))
    spelledOut = long == words ? [] : Self.runs(long)
  }

  var isEmpty: Bool { words.isEmpty }

  private var allRuns: Set<String> { runs.union(spelledOut) }

  /// Whether it is the same name.
  func equals(_ other: PersonName) -> Bool {
    guard !isEmpty, !other.isEmpty else { return false }
    return words == other.words || !allRuns.isDisjoint(with: other.allRuns)
  }

  /// Whether one of the names has all words of the other, two at least: `Jane Doe` and `Jane M. Doe`.
  func isNear(_ other: PersonName) -> Bool {
    let (mine, theirs) = (Set(significant), Set(other.significant))
    let common = mine.intersection(theirs)
    return common.count >= 2 && (common == mine || common == theirs)
  }

  /// Whether they have a word in common, or one holds a word of the other.
  ///
  /// What has none of somebody's names is not called like that person.
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

  /// Without initials, which a letter of Chinese is not.
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
  fileprivate var isASCII: Bool { utf8.allSatisfy { $0 < 0x80 } }
}
