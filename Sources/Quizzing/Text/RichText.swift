import Terminals
import Text

/// The subset of Markdown that questions use: paragraphs, lists, fenced blocks and inline marks.
enum RichText {
  enum Block: Equatable {
    case paragraph([StyledText])
    case item(marker: String, [StyledText])
    case code(language: String, [String])
    /// A file beside the bank, and the lines that a terminal shows for it.
    case picture(String, [String])
  }

  /// Parses the blocks of a Markdown text.
  ///
  /// Anything that is not markup is text: nothing is rejected.
  static func blocks(_ markdown: String) -> [Block] {
    let lines = markdown.utf8.split(
      separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false
    ).map { Substring($0) }
    var blocks: [Block] = []
    var pending: [Substring] = []
    var marker: String?
    func flush() {
      if !pending.isEmpty {
        let spans = inline(joined(pending))
        blocks.append(marker.map { .item(marker: $0, spans) } ?? .paragraph(spans))
      }
      pending = []
      marker = nil
    }
    var index = 0
    while index < lines.count {
      let line = lines[index]
      index += 1
      if let mark = fenceMark(line) {
        flush()
        let indentation = line.prefix { $0 == " " }.count
        let words = words(line.drop { $0 == " " || $0 == "`" })
        let language = words.first.map(String.init) ?? ""
        let picture = words.dropFirst().joined(separator: " ")
        var code: [String] = []
        while index < lines.count, !closesFence(lines[index], mark) {
          code.append(withoutIndentation(lines[index], indentation))
          index += 1
        }
        index += 1
        blocks.append(
          language == "text" && !picture.isEmpty
            ? .picture(picture, code) : .code(language: language, code))
      } else if isBlank(line) {
        flush()
      } else if let (found, rest) = itemMarker(line),
        // A number at a line break, as in “a variance of 16. One …”, does not begin a list.
        pending.isEmpty || marker != nil || found == "•" || found == "1."
      {
        flush()
        marker = found
        pending = [rest]
      } else {
        pending.append(line.drop { $0 == " " })
      }
    }
    flush()
    return blocks
  }

  /// Returns the text on one line, with its inline marks removed.
  static func plain(_ markdown: String) -> String {
    blocks(markdown).map { block in
      switch block {
      case .paragraph(let spans), .item(_, let spans): spans.map(\.text).joined()
      case .code(_, let lines), .picture(_, let lines): lines.joined(separator: " / ")
      }
    }.joined(separator: " ")
  }

  private static func withoutIndentation(_ line: Substring, _ count: Int) -> String {
    var line = line
    for _ in 0..<count where line.hasPrefix(" ") { line = line.dropFirst() }
    return String(line.replacing("\t", with: "    "))
  }

  private static func itemMarker(_ line: Substring) -> (String, Substring)? {
    let inner = line.drop { $0 == " " }
    if inner.hasPrefix("- ") || inner.hasPrefix("* ") { return ("•", inner.dropFirst(2)) }
    let digits = inner.prefix { "0123456789".contains($0) }
    let rest = inner.dropFirst(digits.count)
    guard (1...3).contains(digits.count), rest.hasPrefix(". ") else { return nil }
    return ("\(digits).", rest.dropFirst(2))
  }

  /// Joins the lines of a paragraph; a break beside a Chinese character adds no space.
  private static func joined(_ lines: [Substring]) -> String {
    var result = ""
    for line in lines {
      let line = trimmed(line)
      if let last = result.last, let first = line.first,
        !(displayWidth(of: last) == 2 && displayWidth(of: first) == 2),
        !"，。；：？！、）”".contains(last), !"，。；：？！、（“".contains(first)
      {
        result += " "
      }
      result += line
    }
    return result
  }

  // MARK: Inline marks

  static func inline(_ text: String) -> [StyledText] {
    var spans: [StyledText] = []
    var plain = ""
    var style: TextStyle = []
    func flush() {
      if !plain.isEmpty { spans.append(StyledText(text: plain, style: style)) }
      plain = ""
    }
    let characters = Array(text)
    var index = 0
    while index < characters.count {
      let character = characters[index]
      switch character {
      case "\\" where index + 1 < characters.count && characters[index + 1].isPunctuationMark:
        plain.append(characters[index + 1])
        index += 2
      case "`":
        let count = run(of: "`", in: characters, at: index)
        guard let end = closingBackticks(characters, from: index + count, count: count) else {
          plain.append(contentsOf: String(repeating: "`", count: count))
          index += count
          continue
        }
        flush()
        var code = String(characters[index + count..<end])
        if code.count > 2, code.hasPrefix(" "), code.hasSuffix(" ") {
          code = String(code.dropFirst().dropLast())
        }
        spans.append(StyledText(text: code, style: style.union(.code)))
        index = end + count
      case "*":
        let count = min(2, run(of: "*", in: characters, at: index))
        let mark: TextStyle = count == 2 ? .bold : .italic
        let isOpening = !style.contains(mark)
        let inner = isOpening ? index + count : index - 1
        let touchesText = characters.indices.contains(inner) && !characters[inner].isWhitespace
        guard touchesText, !isOpening || closes(characters, from: index + count, count: count)
        else {
          plain.append(contentsOf: String(repeating: "*", count: count))
          index += count
          continue
        }
        flush()
        style.formSymmetricDifference(mark)
        index += count
      default:
        plain.append(character)
        index += 1
      }
    }
    flush()
    return spans
  }

  private static func run(of mark: Character, in text: [Character], at start: Int) -> Int {
    text[start...].prefix { $0 == mark }.count
  }

  private static func closingBackticks(_ text: [Character], from start: Int, count: Int) -> Int? {
    var index = start
    while index < text.count {
      guard text[index] == "`" else {
        index += 1
        continue
      }
      let found = run(of: "`", in: text, at: index)
      if found == count { return index }
      index += found
    }
    return nil
  }

  /// Returns whether a mark of `*` or `**` that opens here is closed later.
  private static func closes(_ text: [Character], from start: Int, count: Int) -> Bool {
    var index = start
    while index < text.count {
      if text[index] == "\\", index + 1 < text.count, text[index + 1].isPunctuationMark {
        index += 2
      } else if text[index] == "*", index > start, !text[index - 1].isWhitespace {
        let found = run(of: "*", in: text, at: index)
        if found == count || found == 3 { return true }
        index += found
      } else {
        index += 1
      }
    }
    return false
  }
}

extension Character {
  /// Whether a backslash may escape the character in Markdown.
  fileprivate var isPunctuationMark: Bool { "\\`*_{}[]()#+-.!<>|~$&\"'/:;=?@^%,".contains(self) }
}
