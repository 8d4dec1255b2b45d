import Foundation
import Text

/// A source as a sequence of tokens that renaming, comments and formatting do not change.
///
/// - Names that the source itself declares are all the same token; names that it only uses, such as
///   `exp` or `.columns`, cannot be renamed and are kept.
/// - All numbers are one token, all strings another.
/// - `let` and `var` are the same token. `try`, `return`, `public`, `;` and argument labels are
///   optional, so that they are left out.
struct NormalizedSource {
  /// A hash for each token.
  let words: [UInt64]
  /// The position of each token, in bytes of the source.
  let ranges: [Range<Int>]

  /// Normalizes a source; the names in `given` are kept although the source declares them.
  init(_ source: [UInt8], given: Set<String> = []) {
    let tokens = SwiftLexer(source).tokens
    let texts = tokens.map { String(decoding: source[$0.range], as: UTF8.self) }
    let declared = Self.declared(tokens, texts).subtracting(given)
    var words: [UInt64] = []
    var ranges: [Range<Int>] = []
    for (index, token) in tokens.enumerated() {
      guard let word = Self.word(index, tokens, texts, declared) else { continue }
      words.append(fingerprint(of: word))
      ranges.append(token.range)
    }
    self.words = words
    self.ranges = ranges
  }

  private static let dropped: Set<String> = [
    "try", "return", "public", "private", "fileprivate", "internal", "final", "static", "inout",
    ";",
    "await", "@inlinable", "@inline", "self",
  ]

  private static func word(
    _ index: Int, _ tokens: [SwiftToken], _ texts: [String], _ declared: Set<String>
  ) -> String? {
    let text = texts[index]
    switch tokens[index].kind {
    case .number: return "0"
    case .string: return "\""
    case .symbol: return dropped.contains(text) ? nil : text
    case .name:
      if dropped.contains(text) { return nil }
      if text == "var" { return "let" }
      let isMember = index > 0 && texts[index - 1] == "."
      if text.hasPrefix("$") || declared.contains(text) && !isMember { return "name" }
      return text
    }
  }

  /// The names after a declaring keyword, before a colon among parameters, or before `in`.
  private static func declared(_ tokens: [SwiftToken], _ texts: [String]) -> Set<String> {
    let introducers: Set<String> = [
      "let", "var", "func", "for", "struct", "class", "enum", "typealias", "case",
    ]
    var names: Set<String> = []
    for (index, token) in tokens.enumerated() where token.kind == .name {
      guard !introducers.contains(texts[index]), !isKeyword(texts[index]) else { continue }
      let before = index > 0 ? texts[index - 1] : ""
      let after = index + 1 < texts.count ? texts[index + 1] : ""
      let beforeThat = index > 1 ? texts[index - 2] : ""
      if introducers.contains(before) {
        names.insert(texts[index])
      } else if after == ":", before == "_" || beforeThat == "(" || beforeThat == "," {
        // `_ Z: Tensor`, `of Z: Tensor`
        names.insert(texts[index])
      } else if after == "in" || after == "," || after == ")" || after == "=" {
        // `{ a, b in`, `let (a, b) =`, `let a = 1, b = 2`
        if isBound(index, texts) { names.insert(texts[index]) }
      }
    }
    return names
  }

  /// Whether a name belongs to a list that begins after `let`, `var`, `for` or `{`; after `{` the
  /// list must end with `in`.
  private static func isBound(_ index: Int, _ texts: [String]) -> Bool {
    var start = index
    while start > 0,
      texts[start - 1] == "," || texts[start - 1] == "(" || isPlainName(texts[start - 1])
    {
      start -= 1
    }
    guard start > 0 || isDeclaring(texts[start]) else { return false }
    if isDeclaring(texts[start]) || start > 0 && isDeclaring(texts[start - 1]) { return true }
    guard texts[start - 1] == "{" else { return false }
    var end = index
    while end < texts.count, texts[end] == "," || texts[end] == ")" || isPlainName(texts[end]) {
      end += 1
      if end < texts.count, texts[end] == "in" { return true }
    }
    return false
  }

  private static func isDeclaring(_ text: String) -> Bool { ["let", "var", "for"].contains(text) }

  private static func isPlainName(_ text: String) -> Bool {
    !isDeclaring(text) && text != "in"
      && text.utf8.first.map { $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7a || $0 == 0x5f } == true
  }

  private static func isKeyword(_ text: String) -> Bool {
    ["in", "if", "guard", "while", "else", "throws", "try", "return", "where", "_"].contains(text)
  }
}
