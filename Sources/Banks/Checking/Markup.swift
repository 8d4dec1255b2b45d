import Text

/// Markup of Markdown or its extensions that a terminal cannot show.
enum Markup: CaseIterable {
  case mathematics, table, picture, link, html, nestedList, strikethrough

  /// Finds the first occurrence of every kind in a text, with its line within the text (from 0).
  static func found(in text: String) -> [(markup: Markup, line: Int)] {
    var found: [(markup: Markup, line: Int)] = []
    var fences = FencedLines()
    var isInList = false
    for (index, line) in text.utf8.split(
      separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false
    )
    .enumerated() {
      let line = Substring(line)
      guard fences.place(of: line, index: index) == .outside else { continue }
      let isItem = isListItem(line)
      let code = withoutCode(line)
      for markup in allCases where !found.contains(where: { $0.markup == markup }) {
        let isThere =
          markup == .nestedList
          ? isItem && isInList && line.first == " " : markup.stands(in: code)
        if isThere { found.append((markup, index)) }
      }
      isInList = isItem || (isInList && !isBlank(line))
    }
    return found
  }

  private static func isListItem(_ line: Substring) -> Bool {
    let inner = line.drop { $0 == " " }
    guard let first = inner.utf8.first, "-*+0123456789".utf8.contains(first) else { return false }
    return inner.prefixMatch(of: /([-*+]|\d{1,3}[.)])\s/) != nil
  }

  /// Substrings without which a text cannot contain this markup, for a faster test.
  private var signs: [String] {
    switch self {
    case .mathematics: ["$", "\\"]
    case .table: ["|"]
    case .picture: ["!["]
    case .link: ["](", "]:", "<"]
    case .html: ["<", "&"]
    case .nestedList: []
    case .strikethrough: ["~~"]
    }
  }

  private func stands(in line: String) -> Bool {
    guard signs.contains(where: { halves(line[...], at: $0) != nil }) else { return false }
    return switch self {
    case .mathematics:
      line.contains("$$") || line.firstMatch(of: /\$(?=\S)[^$]*[^\s$]\$(?!\d)/) != nil
        || line.firstMatch(of: /\\\(.+?\\\)|\\\[.+?\\\]|\\[A-Za-z]{2,}/) != nil
    case .table:
      line.firstMatch(of: /^\s*\|?\s*:?-+:?\s*(\|\s*:?-+:?\s*)+\|?\s*$/) != nil
    case .picture: line.firstMatch(of: /!\[[^\]]*\]\s?[\[(]/) != nil
    case .link:
      line.firstMatch(of: /(^|[^!])\[[^\]]+\]\(([a-z]+:|\/|#|\.|[^)\s]*\.[a-z]{2,})[^)]*\)/) != nil
        || line.firstMatch(of: /^\s*\[[^\]]+\]:\s+\S|<(https?|mailto):/) != nil
    case .html:
      line.matches(of: /<\/?([A-Za-z][A-Za-z0-9]*)(\s[^<>]*)?\/?>/).contains {
        Self.tags.contains($0.output.1.lowercased())
      } || line.contains("<!--")
        || line.firstMatch(of: /&([a-zA-Z]{2,8}|#\d{1,6});/) != nil
    case .nestedList: false
    case .strikethrough: line.firstMatch(of: /~~\S/) != nil
    }
  }

  /// Returns the line without code spans and values, and without escaped characters.
  private static func withoutCode(_ line: Substring) -> String {
    guard line.utf8.contains(where: { "`{\\".utf8.contains($0) }) else { return String(line) }
    return String(line).replacing(/(`+)(?:(?!\1).)+?\1/, with: "").replacing(
      /\{\{.*?\}\}/, with: "0"
    )
    .replacing(/\\([\\`*$<>!~|&])/, with: "")
  }

  /// The tags that people write; other names in angle brackets may be comparisons.
  private static let tags = Set(
    words(
      """
      a abbr audio b big blockquote body br button center code dd del details div dl dt em figure font
      form h1 h2 h3 h4 h5 h6 head hr html i iframe img input ins kbd label li link mark math meta ol
      p picture pre q s script select small span strike strong style sub summary sup svg table tbody td
      th thead title tr tt u ul var video
      """
    ).map(String.init))
}
