package import Text

extension TextWrapping {
  /// The lines of a text that consists of styled runs.
  package static func lines(_ spans: [StyledText], width: Int) -> [StyledLine] {
    let styled = spans.flatMap { span in span.text.map { (character: $0, style: span.style) } }
    return ranges(of: styled.map(\.character), width: width).map { range in
      var line = StyledLine()
      for (character, style) in styled[range] { line.append(character, style) }
      return line
    }
  }

  /// The lines of a text in a single style.
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

extension StyledLine {
  /// The line wrapped as by `TextWrapping.hanging`: continuation lines are indented two columns
  /// more than the first.
  package func hanging(width: Int) -> [StyledLine] {
    guard self.width > width else { return [self] }
    let indentation = text.prefix { $0 == " " }.count
    let content = dropping(indentation)
    let room = Swift.max(8, width - indentation - 2)
    let start = StyledLine(String(repeating: " ", count: indentation))
    return TextWrapping.lines(content.spans, width: room).enumerated().map { place, line in
      place == 0 ? start + line : start + StyledLine("  ") + line
    }
  }

  /// The line without its first characters.
  private func dropping(_ count: Int) -> StyledLine {
    var left = count
    return StyledLine(
      spans.compactMap { span in
        let text = span.text.dropFirst(left)
        left -= span.text.count - text.count
        return text.isEmpty ? nil : StyledText(text: String(text), style: span.style)
      })
  }
}
