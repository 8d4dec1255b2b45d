/// Breaks text into lines of a terminal's width.
///
/// Latin text breaks at spaces, Chinese between any two characters, except that closing
/// punctuation starts no line and opening punctuation ends none. A word longer than a line is cut.
enum TextWrapping {
  static func lines(_ spans: [Span], width: Int) -> [StyledLine] {
    let width = max(2, width)
    var lines: [StyledLine] = []
    var line = StyledLine()
    var lineWidth = 0
    for segment in segments(spans) {
      if segment.isBlank {
        if lineWidth > 0, lineWidth + segment.width <= width {
          line.append(segment)
          lineWidth += segment.width
        } else if lineWidth > 0 {
          lines.append(line.withoutTrailingBlanks)
          (line, lineWidth) = (StyledLine(), 0)
        }
        continue
      }
      if lineWidth + segment.width > width, lineWidth > 0 {
        lines.append(line.withoutTrailingBlanks)
        (line, lineWidth) = (StyledLine(), 0)
      }
      for (character, style) in segment.characters {
        let characterWidth = displayWidth(of: character)
        if lineWidth + characterWidth > width {
          lines.append(line)
          (line, lineWidth) = (StyledLine(), 0)
        }
        line.append(character, style)
        lineWidth += characterWidth
      }
    }
    if lineWidth > 0 || lines.isEmpty { lines.append(line.withoutTrailingBlanks) }
    return lines
  }

  static func lines(_ text: String, width: Int, style: TextStyle = []) -> [StyledLine] {
    lines([Span(text: text, style: style)], width: width)
  }

  /// Characters between which no line may break.
  fileprivate struct Segment {
    var characters: [(Character, TextStyle)] = []
    var width = 0
    var isBlank: Bool { characters.allSatisfy { $0.0 == " " } }
  }

  private static func segments(_ spans: [Span]) -> [Segment] {
    var segments: [Segment] = []
    var current = Segment()
    var previous: Character?
    for span in spans {
      for character in span.text {
        if let previous, mayBreak(between: previous, and: character) {
          segments.append(current)
          current = Segment()
        }
        current.characters.append((character, span.style))
        current.width += displayWidth(of: character)
        previous = character
      }
    }
    if !current.characters.isEmpty { segments.append(current) }
    return segments
  }

  private static func mayBreak(between a: Character, and b: Character) -> Bool {
    if (a == " ") != (b == " ") { return true }
    guard displayWidth(of: a) == 2 || displayWidth(of: b) == 2 else { return false }
    return !startsNoLine.contains(b) && !endsNoLine.contains(a)
  }

  private static let startsNoLine = Set("，。、；：？！）》〉】」』”’…—·％,.;:?!)]}%℃°")
  private static let endsNoLine = Set("（《〈【「『“‘([{")
}

extension StyledLine {
  fileprivate mutating func append(_ character: Character, _ style: TextStyle) {
    if let last = spans.indices.last, spans[last].style == style {
      spans[last].text.append(character)
    } else {
      spans.append(Span(text: String(character), style: style))
    }
  }

  fileprivate mutating func append(_ segment: TextWrapping.Segment) {
    for (character, style) in segment.characters { append(character, style) }
  }

  fileprivate var withoutTrailingBlanks: StyledLine {
    var spans = spans
    while let last = spans.last {
      let text = String(last.text.reversed().drop { $0 == " " }.reversed())
      if !text.isEmpty {
        spans[spans.count - 1].text = text
        break
      }
      spans.removeLast()
    }
    return StyledLine(spans)
  }
}
