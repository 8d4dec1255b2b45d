import Foundation
import Text

/// Reads Moodle's GIFT, as `question/format/gift/format.php` does.
struct GIFTReader {
  private var bank = ForeignBank()
  private let lines: [Substring]
  private var next = 0
  private var identifier = ""
  private var tags: [String] = []

  static func read(_ text: String) -> ForeignBank {
    var reader = GIFTReader(lines: text.split(separator: "\n", omittingEmptySubsequences: false))
    reader.readAll()
    return reader.bank
  }

  private init(lines: [Substring]) { self.lines = lines }

  /// Reads all questions, which are separated by blank lines except within braces.
  private mutating func readAll() {
    while next < lines.count {
      let start = next
      var text = ""
      var end = next
      var depth = 0
      var firstBlank: Int?
      while end < lines.count {
        let line = lines[end]
        let isBlank = line.allSatisfy(\.isWhitespace)
        if isBlank, firstBlank == nil, end > start { firstBlank = end }
        if isBlank, depth <= 0 { break }
        if !Self.isComment(line) { depth += Self.depth(of: line) }
        end += 1
      }
      // Unclosed braces must not swallow the questions that follow.
      if depth > 0, let firstBlank { end = firstBlank }
      var firstLine: Int?
      for index in start..<end {
        let line = lines[index]
        if Self.isComment(line) {
          note(line)
          continue
        }
        if firstLine == nil, !line.allSatisfy(\.isWhitespace) { firstLine = index }
        text += line + "\n"
      }
      next = end + 1
      guard let firstLine else { continue }
      read(text, line: firstLine + 1)
    }
  }

  private static func isComment(_ line: Substring) -> Bool {
    line.drop(while: \.isWhitespace).hasPrefix("//")
  }

  /// Counts the braces that a line opens minus those it closes.
  private static func depth(of line: Substring) -> Int {
    var depth = 0
    var isEscaped = false
    for byte in line.utf8 {
      if isEscaped {
        isEscaped = false
      } else if byte == UInt8(ascii: "\\") {
        isEscaped = true
      } else if byte == UInt8(ascii: "{") {
        depth += 1
      } else if byte == UInt8(ascii: "}") {
        depth -= 1
      }
    }
    return depth
  }

  /// Reads the id and tags in comments: `// [id:C1W2-cost] [tag:loss]`.
  private mutating func note(_ comment: Substring) {
    for match in comment.matches(of: /\[(id|tag):((?:[^\]\\]|\\.)+)\]/) {
      let value = trimmed(String(match.2).replacing("\\]", with: "]"))
      if match.1 == "id" {
        identifier = value
      } else {
        tags.append(value)
      }
    }
  }

  // MARK: One question

  private mutating func read(_ source: String, line: Int) {
    var text = GIFTText(source).text.trimmingCharacters(in: .whitespacesAndNewlines)
    if text.hasPrefix("$CATEGORY:") || text.hasPrefix("$COURSE:") {
      let name = text.drop { $0 != ":" }.dropFirst().prefix { $0 != "\n" }
      bank.noteCategory(GIFTText.plain(name), line: line)
      // Without a blank line after it, a question follows immediately.
      guard let end = text.firstIndex(of: "\n") else { return }
      read(String(text[end...]), line: line + 1)
      return
    }
    var question = ForeignQuestion(line: line)
    (question.identifier, question.tags) = (identifier, tags)
    (identifier, tags) = ("", [])
    if text.hasPrefix("::"), let end = text.dropFirst(2).range(of: "::") {
      question.name = GIFTText.plain(
        text[text.index(text.startIndex, offsetBy: 2)..<end.lowerBound])
      text = text[end.upperBound...].trimmingCharacters(in: .whitespacesAndNewlines)
    }
    bank.questions.append(parsed(question, text))
  }

  private func parsed(_ question: ForeignQuestion, _ text: String) -> ForeignQuestion {
    var question = question
    guard let open = text.firstIndex(of: "{") else {
      question.lose(
        text.contains("}") ? .unreadable("a brace is missing") : .unknownType("description"))
      return question
    }
    guard let close = text[open...].firstIndex(of: "}") else {
      question.lose(.unreadable("a brace is missing"))
      return question
    }
    let behind = text[text.index(after: close)...]
    if behind.contains("{") {
      question.lose(.severalFields(2))
      return question
    }
    // Answers within a sentence become a blank to fill in.
    let isAtEnd = behind.allSatisfy(\.isWhitespace)
    let (body, format) = GIFTText.formatted(
      text[..<open] + (isAtEnd ? "" : "_____") + behind, else: .moodle)
    question.text = question.markdown(body, format)
    var answers = text[text.index(after: open)..<close]
    if let mark = answers.range(of: "####", options: .backwards) {
      let (general, own) = GIFTText.formatted(answers[mark.upperBound...], else: format)
      question.generalExplanation = question.markdown(general, own)
      answers = answers[..<mark.lowerBound]
    }
    var reader = GIFTAnswers(question: question, format: format)
    reader.read(answers.trimmingCharacters(in: .whitespacesAndNewlines))
    return reader.question
  }
}

/// A GIFT text in which escaped characters are set apart while the marks are parsed.
struct GIFTText {
  /// The text, with private-use characters for escaped marks.
  let text: String

  /// The private-use characters for escaped `~ = # { } : \` and `
  /// `; no text may contain them.
  private static let placeholders: [(mark: Character, scalar: Unicode.Scalar)] = [
    ("~", "\u{10FF00}"), ("=", "\u{10FF01}"), ("#", "\u{10FF02}"), ("{", "\u{10FF03}"),
    ("}", "\u{10FF04}"),
    (":", "\u{10FF05}"), ("n", "\u{10FF06}"),
  ]

  init(_ source: String) {
    var scalars = String.UnicodeScalarView()
    var isEscaped = false
    for scalar in source.unicodeScalars where !(0x10FF00...0x10FF06).contains(scalar.value) {
      guard isEscaped else {
        isEscaped = scalar == "\\"
        if !isEscaped { scalars.append(scalar) }
        continue
      }
      isEscaped = false
      if let place = Self.placeholders.first(where: { $0.mark == Character(scalar) }) {
        scalars.append(place.scalar)
      } else {
        scalars.append("\\")
        if scalar != "\\" { scalars.append(scalar) }
      }
    }
    if isEscaped { scalars.append("\\") }
    text = String(scalars)
  }

  /// Restores the escaped marks of a text.
  static func plain(_ text: some StringProtocol) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if let place = placeholders.first(where: { $0.scalar == scalar }) {
        scalars.append(contentsOf: (place.mark == "n" ? "\n" : String(place.mark)).unicodeScalars)
      } else {
        scalars.append(scalar)
      }
    }
    return String(scalars).trimmingCharacters(in: .whitespacesAndNewlines)
  }

  /// Splits a text from its format prefix, such as `[html]`.
  static func formatted(
    _ text: some StringProtocol, else format: ForeignTextFormat
  ) -> (String, ForeignTextFormat) {
    let text = text.trimmingCharacters(in: .whitespacesAndNewlines)
    guard text.hasPrefix("["), let end = text.firstIndex(of: "]"),
      let own = ForeignTextFormat(named: String(text[..<end].dropFirst()))
    else { return (plain(joined(text, format)), format) }
    return (plain(joined(String(text[text.index(after: end)...]), own)), own)
  }

  /// Joins lines that were broken by the author's editor; an explicit `
  /// ` is kept as a break.
  private static func joined(_ text: String, _ format: ForeignTextFormat) -> String {
    guard format != .markdown, format != .html else { return text }
    return text.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
      .joined(separator: " ")
  }
}
