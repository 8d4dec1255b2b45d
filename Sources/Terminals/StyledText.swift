import Text

/// The style of a piece of text, on terminals that can show it.
package struct TextStyle: OptionSet, Sendable {
  package let rawValue: Int

  package init(rawValue: Int) { self.rawValue = rawValue }

  package static let bold = TextStyle(rawValue: 1)
  package static let dim = TextStyle(rawValue: 2)
  package static let italic = TextStyle(rawValue: 4)
  package static let code = TextStyle(rawValue: 8)
  package static let right = TextStyle(rawValue: 16)
  package static let wrong = TextStyle(rawValue: 32)
  package static let accent = TextStyle(rawValue: 64)
  package static let inverse = TextStyle(rawValue: 128)
  package static let caution = TextStyle(rawValue: 256)
}

/// A run of text in one style.
package struct StyledText: Equatable, Sendable {
  package var text: String
  package var style: TextStyle

  package init(text: String, style: TextStyle = []) {
    self.text = text
    self.style = style
  }
}

/// A line of styled text.
package struct StyledLine: Equatable, Sendable {
  package var spans: [StyledText] = []

  package init(_ text: String = "", _ style: TextStyle = []) {
    if !text.isEmpty { spans = [StyledText(text: text, style: style)] }
  }

  package init(_ spans: [StyledText]) { self.spans = spans }

  package var text: String { spans.map(\.text).joined() }
  package var width: Int { spans.reduce(0) { $0 + displayWidth(of: $1.text) } }

  package static func + (a: StyledLine, b: StyledLine) -> StyledLine {
    StyledLine(a.spans + b.spans)
  }

  /// The line with a style added to each of its runs.
  package func styled(_ style: TextStyle) -> StyledLine {
    StyledLine(spans.map { StyledText(text: $0.text, style: $0.style.union(style)) })
  }

  /// The line with ANSI escape sequences for its styles, including colours if requested.
  package func escaped(colours: Bool) -> String {
    spans.map { span in
      let codes = span.style.codes(colours: colours)
      return codes.isEmpty ? span.text : "\u{1B}[\(codes)m\(span.text)\u{1B}[0m"
    }.joined()
  }
}

extension TextStyle {
  /// The parameters of the escape sequence SGR, “select graphic rendition” (ECMA-48).
  fileprivate func codes(colours: Bool) -> String {
    var codes: [String] = []
    if contains(.bold) { codes.append("1") }
    if contains(.dim) { codes.append("2") }
    if contains(.italic) { codes.append("3") }
    if contains(.inverse) { codes.append("7") }
    if colours {
      if contains(.right) {
        codes.append("32")
      } else if contains(.wrong) {
        codes.append("31")
      } else if contains(.caution) {
        codes.append("33")
      } else if contains(.accent) {
        codes.append("34")
      } else if contains(.code) {
        codes.append("36")
      }
    }
    return codes.joined(separator: ";")
  }
}
