import Text

/// The style of a piece of text where the terminal can show it.
struct TextStyle: OptionSet, Sendable {
  let rawValue: Int
  static let bold = TextStyle(rawValue: 1)
  static let dim = TextStyle(rawValue: 2)
  static let italic = TextStyle(rawValue: 4)
  static let code = TextStyle(rawValue: 8)
  static let right = TextStyle(rawValue: 16)
  static let wrong = TextStyle(rawValue: 32)
  static let accent = TextStyle(rawValue: 64)
  static let inverse = TextStyle(rawValue: 128)
}

/// A run of text in one style.
struct Span: Equatable, Sendable {
  var text: String
  var style: TextStyle = []
}

/// A line of a screen or a page, not wider than it may be.
struct StyledLine: Equatable, Sendable {
  var spans: [Span] = []

  init(_ text: String = "", _ style: TextStyle = []) {
    if !text.isEmpty { spans = [Span(text: text, style: style)] }
  }

  init(_ spans: [Span]) { self.spans = spans }

  var text: String { spans.map(\.text).joined() }
  var width: Int { spans.reduce(0) { $0 + displayWidth(of: $1.text) } }

  static func + (a: StyledLine, b: StyledLine) -> StyledLine { StyledLine(a.spans + b.spans) }

  /// The line with a style added to each of its runs.
  func styled(_ style: TextStyle) -> StyledLine {
    StyledLine(spans.map { Span(text: $0.text, style: $0.style.union(style)) })
  }

  /// The line with ANSI escape sequences for its styles; without colours when asked.
  func escaped(colours: Bool) -> String {
    spans.map { span in
      let codes = span.style.codes(colours: colours)
      return codes.isEmpty ? span.text : "\u{1B}[\(codes)m\(span.text)\u{1B}[0m"
    }.joined()
  }
}

extension TextStyle {
  /// The parameters of the escape sequence “select graphic rendition” (ECMA-48).
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
      } else if contains(.accent) {
        codes.append("34")
      } else if contains(.code) {
        codes.append("36")
      }
    }
    return codes.joined(separator: ";")
  }
}
