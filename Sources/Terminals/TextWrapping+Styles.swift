package import Text

extension TextWrapping {
  /// The lines of a text whose characters carry styles.
  package static func lines(_ spans: [StyledText], width: Int) -> [StyledLine] {
    let styled = spans.flatMap { span in span.text.map { (character: $0, style: span.style) } }
    return ranges(of: styled.map(\.character), width: width).map { range in
      var line = StyledLine()
      for (character, style) in styled[range] { line.append(character, style) }
      return line
    }
  }

  /// The lines of a text in one style.
  package static func styledLines(
    _ text: String, width: Int, style: TextStyle = []
  ) -> [StyledLine] {
    lines([StyledText(text: text, style: style)], width: width)
  }
}

extension StyledLine {
  fileprivate mutating func append(_ character: Character, _ style: TextStyle) {
    if let last = spans.indices.last, spans[last].style == style {
      spans[last].text.append(character)
    } else {
      spans.append(StyledText(text: String(character), style: style))
    }
  }
}
