import Banks
import Files
import Foundation
import Terminals
import Text

/// The text formats of other programs' files.
enum ForeignTextFormat {
  case html
  /// Moodle's own format: HTML in which line ends are significant.
  case moodle
  case plain
  case markdown

  /// Returns the format by its name in GIFT and Moodle XML.
  init?(named name: String) {
    switch name.lowercased() {
    case "html": self = .html
    case "moodle", "moodle_auto_format": self = .moodle
    case "plain", "plain_text": self = .plain
    case "markdown": self = .markdown
    default: return nil
    }
  }

  /// Converts a text to Markdown, and returns what is lost.
  func markdown(
    _ text: String, drawings: Set<String> = []
  ) -> (text: String, losses: [ImportLoss.Reason]) {
    let (text, hidden) = Self.visible(text)
    switch self {
    case .html:
      let read = HTMLText(text, drawings: drawings)
      return (RichText.markdown(read.blocks), read.losses + hidden)
    case .moodle:
      let read = HTMLText(trimmedLines(text).joined(separator: "<br>"), drawings: drawings)
      return (RichText.markdown(read.blocks), read.losses + hidden)
    case .plain:
      let html = trimmedLines(text).map(escapedMarkup).joined(separator: "<br>")
      let read = HTMLText(html)
      return (RichText.markdown(read.blocks), read.losses + hidden)
    case .markdown:
      let losses = Bank.phrasesOfMarkup(in: text).map { ImportLoss.Reason.markdown($0) }
      return (RichText.markdown(RichText.blocks(text)), losses + hidden)
    }
  }

  private func trimmedLines(_ text: String) -> [String] {
    text.trimmingCharacters(in: .whitespacesAndNewlines).components(separatedBy: "\n")
  }

  /// Returns the text without characters that a bank may not contain.
  static func visible(_ text: String) -> (String, [ImportLoss.Reason]) {
    var losses: [ImportLoss.Reason] = []
    guard text.utf8.contains(where: { $0 < 0x20 || $0 >= 0x7F }) else { return (text, []) }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      var line = String(line)
      while let code = hiddenCharacter(in: line[...])
        ?? controlCharacter(in: line[...]).map(UInt32.init)
      {
        let name = "U+" + String(format: "%04X", code)
        if !losses.contains(.hiddenCharacter(name)) { losses.append(.hiddenCharacter(name)) }
        var scalars = String.UnicodeScalarView()
        scalars.append(contentsOf: line.unicodeScalars.filter { $0.value != code })
        line = String(scalars)
      }
      return line
    }
    return (lines.joined(separator: "\n"), losses)
  }
}

extension ForeignQuestion {
  /// Converts one of the question's texts to Markdown, recording losses.
  mutating func markdown(_ text: String, _ format: ForeignTextFormat) -> String {
    let (markdown, losses) = format.markdown(text, drawings: drawings)
    lose(losses)
    return markdown
  }

  /// Converts a typed answer to one line, recording losses.
  mutating func line(_ text: String) -> String {
    let (text, losses) = ForeignTextFormat.visible(text)
    lose(losses)
    return singleSpaced(text[...])
  }
}

/// Decodes the text of a file, with `
/// ` for every line end.
enum ForeignFile {
  static let mostBytes = 20_000_000

  /// - Throws: `ImportError`.
  static func text(_ data: Data) throws(ImportError) -> String {
    guard data.count <= mostBytes else { throw .tooLarge }
    var text: String
    if data.starts(with: [0xFF, 0xFE]) || data.starts(with: [0xFE, 0xFF]) {
      guard let utf16 = String(data: data, encoding: .utf16) else { throw .notUTF8(line: 1) }
      text = utf16
    } else if let utf8 = String(validating: data, as: UTF8.self) {
      text = utf8
    } else if Self.isLatin(data), let latin = CodePage.windowsWestern.text(of: Array(data)) {
      text = latin
    } else {
      let lines = data.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      throw .notUTF8(
        line: 1 + (lines.firstIndex { String(validating: $0, as: UTF8.self) == nil } ?? 0))
    }
    if text.unicodeScalars.first == "\u{FEFF}" { text.unicodeScalars.removeFirst() }
    text = text.replacing("\r\n", with: "\n").replacing("\r", with: "\n")
    // The encoding that an XML file declares no longer applies.
    if let declaration = text.prefixMatch(of: /\s*<\?xml\s[^>]*\?>/) {
      let ends = text[declaration.range].filter { $0 == "\n" }
      text.replaceSubrange(declaration.range, with: ends)
    }
    return text
  }

  /// Returns whether an XML file declares Latin-1 or Windows' variant of it.
  private static func isLatin(_ data: Data) -> Bool {
    let start = String(decoding: data.prefix(200), as: UTF8.self).lowercased()
    return start.contains("encoding=")
      && ["iso-8859-1", "windows-1252", "latin1"].contains { start.contains($0) }
  }
}
