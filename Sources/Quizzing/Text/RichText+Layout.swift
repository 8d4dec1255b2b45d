import Terminals
import Text

extension RichText {
  /// The layout of a text in lines.
  struct Layout {
    var width: Int
    /// Whether code keeps its backticks, for output without colours.
    var marksCode: Bool
    /// Whether blocks follow one another without an empty line, as in options.
    var isCompact = false
  }

  /// Lays out a Markdown text in lines, with an empty line between blocks.
  static func lines(_ markdown: String, _ layout: Layout) -> [StyledLine] {
    var lines: [StyledLine] = []
    var previous: Block?
    for block in blocks(markdown) {
      if let previous, !layout.isCompact, !(previous.isItem && block.isItem) {
        lines.append(StyledLine())
      }
      lines += self.lines(block, layout)
      previous = block
    }
    return lines
  }

  private static func lines(_ block: Block, _ layout: Layout) -> [StyledLine] {
    switch block {
    case .paragraph(let spans):
      return TextWrapping.lines(marked(spans, layout), width: layout.width)
    case .item(let marker, let spans):
      let indentation = displayWidth(of: marker) + 1
      let inner = TextWrapping.lines(marked(spans, layout), width: layout.width - indentation)
      return inner.hanging(StyledLine(marker + " "))
    case .code(_, let code), .picture(_, let code):
      return code.flatMap { line -> [StyledLine] in
        // If the terminal is too narrow, figures and code are cut rather than wrapped.
        cut(line, width: max(2, layout.width - 2)).map { StyledLine("  ") + StyledLine($0, .code) }
      }
    }
  }

  private static func marked(_ spans: [StyledText], _ layout: Layout) -> [StyledText] {
    guard layout.marksCode else { return spans }
    return spans.map {
      $0.style.contains(.code) ? StyledText(text: "`\($0.text)`", style: $0.style) : $0
    }
  }

  private static func cut(_ line: String, width: Int) -> [String] {
    guard displayWidth(of: line) > width else { return [line] }
    var parts = [""]
    var partWidth = 0
    for character in line {
      let characterWidth = displayWidth(of: character)
      if partWidth + characterWidth > width {
        parts.append("")
        partWidth = 0
      }
      parts[parts.count - 1].append(character)
      partWidth += characterWidth
    }
    return parts
  }
}

extension RichText.Block {
  fileprivate var isItem: Bool {
    if case .item = self { return true }
    return false
  }
}

extension [StyledLine] {
  /// Returns the lines after a mark on the first, with the others indented by its width.
  func hanging(_ mark: StyledLine) -> [StyledLine] {
    let blank = StyledLine(String(repeating: " ", count: mark.width))
    return enumerated().map { $0.offset == 0 ? mark + $0.element : blank + $0.element }
  }
}
