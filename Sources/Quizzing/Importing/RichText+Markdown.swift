import Terminals
import Text

extension RichText {
  /// Formats blocks as Markdown that reads back as the same blocks.
  ///
  /// Text that would be read as a template or as markup is escaped.
  static func markdown(_ blocks: [Block]) -> String {
    var result = ""
    var previous: Block?
    for block in blocks {
      if let previous { result += previous.isListItem && block.isListItem ? "\n" : "\n\n" }
      switch block {
      case .paragraph(let spans): result += guarded(markdown(spans))
      case .item(let marker, let spans):
        result += (marker == "•" ? "-" : marker) + " " + guarded(markdown(spans))
      case .code(let language, let lines): result += fenced(language, lines)
      case .picture(let name, let lines): result += fenced("text \(name)", lines)
      }
      previous = block
    }
    return escapedBraces(result)
  }

  private static func fenced(_ information: String, _ lines: [String]) -> String {
    let runs = lines.map { $0.drop { " >".contains($0) }.prefix { $0 == "`" }.count }
    let fence = String(repeating: "`", count: max(3, (runs.max() ?? 0) + 1))
    return ([fence + information] + lines + [fence]).joined(separator: "\n")
  }

  /// Escapes double braces, which would begin a value.
  static func escapedBraces(_ text: String) -> String { text.replacing("{{", with: "\\{{") }

  private static func markdown(_ spans: [StyledText]) -> String {
    spans.map { span in
      if span.style.contains(.code) { return codeSpan(span.text) }
      let mark =
        (span.style.contains(.bold) ? "**" : "") + (span.style.contains(.italic) ? "*" : "")
      guard !mark.isEmpty else { return escaped(span.text) }
      // A mark must not have a blank on its inner side.
      let inner = span.text.drop { $0 == " " }
      let before = span.text.prefix(span.text.count - inner.count)
      let core = inner.reversed().drop { $0 == " " }.reversed()
      let behind = String(repeating: " ", count: inner.count - core.count)
      guard !core.isEmpty else { return span.text }
      return before + mark + escaped(String(core)) + String(mark.reversed()) + behind
    }.joined()
  }

  private static func codeSpan(_ text: String) -> String {
    let text = text.replacing("\n", with: " ")
    guard !text.isEmpty else { return "" }
    var longest = 0
    var run = 0
    for character in text {
      run = character == "`" ? run + 1 : 0
      longest = max(longest, run)
    }
    let mark = String(repeating: "`", count: longest + 1)
    let isPadded =
      text.hasPrefix("`") || text.hasSuffix("`")
      || (text.count > 2 && text.hasPrefix(" ") && text.hasSuffix(" "))
    return isPadded ? "\(mark) \(text) \(mark)" : mark + text + mark
  }

  /// Escapes text so that no character is read as markup, here or by `quiz check`.
  private static func escaped(_ text: String) -> String {
    let characters = Array(text)
    let hasDollars = characters.count { $0 == "$" } > 1
    var result = ""
    for (place, character) in characters.enumerated() {
      let next = place + 1 < characters.count ? characters[place + 1] : " "
      let isMark =
        switch character {
        case "\\", "*", "`": true
        case "$": hasDollars
        case "<": next.isLetter || next == "/" || next == "!"
        case "&": next.isLetter || next == "#"
        case "~": next == "~"
        case "!": next == "["
        case "(", "[": place > 0 && characters[place - 1] == "]"
        default: false
        }
      if isMark { result.append("\\") }
      result.append(character)
    }
    return result
  }

  /// Escapes a text at the beginning of a line, where more characters are special.
  private static func guarded(_ text: String) -> String {
    guard let first = text.first else { return text }
    if "#>".contains(first) || text.wholeMatch(of: /[\s|:-]+/) != nil { return "\\" + text }
    if text.prefixMatch(of: /\[[^\]]+\]:/) != nil { return "\\" + text }
    if "-+".contains(first), text.count == 1 || text.dropFirst().hasPrefix(" ") {
      return "\\" + text
    }
    if let number = text.prefixMatch(of: /\d{1,3}(?=[.)]\s)/) {
      return number.0 + "\\" + text[number.range.upperBound...]
    }
    return text
  }
}

extension RichText.Block {
  fileprivate var isListItem: Bool { if case .item = self { true } else { false } }
}
