import Terminals
import Text

/// One picture of the screen: a head, a body that scrolls, a notice, and the keys.
struct ScreenFrame {
  var head: StyledLine
  var body: [StyledLine]
  /// The line of the body that must be in sight, with as many after it as fit.
  var focus: Range<Int>
  var notice: String?
  var keys: String
  /// The place of the text cursor in the body.
  var cursor: (line: Int, column: Int)?

  /// Head, rule, notice and keys.
  private static let fixedRows = 4

  /// The lines of the screen for a size, and what they were scrolled by.
  ///
  /// A `scroll` of nil keeps the focus in sight.
  func lines(_ size: Terminal.Size, scroll: Int?, phrases: Phrases) -> Laid {
    let bodyRows = max(1, size.rows - Self.fixedRows)
    let furthest = max(0, body.count - bodyRows)
    var offset = 0
    if let scroll {
      offset = scroll
    } else if focus.upperBound > bodyRows {
      offset = min(focus.lowerBound, focus.upperBound - bodyRows)
    }
    offset = min(max(0, offset), furthest)
    let shown = Array(body.dropFirst(offset).prefix(bodyRows))
    let filler = Array(repeating: StyledLine(), count: bodyRows - shown.count)
    let rule = StyledLine(String(repeating: "─", count: size.columns), .dim)
    var lines = [head.cut(to: size.columns), rule] + shown + filler
    let hidden = body.count - offset - shown.count
    let arrows = (offset > 0 ? "↑" : "") + (hidden > 0 ? "↓" : "")
    if let notice {
      lines.append(StyledLine(notice, [.bold, .accent]).cut(to: size.columns))
    } else if !arrows.isEmpty {
      lines.append(StyledLine("\(arrows) " + phrases(.keysScroll), .dim).cut(to: size.columns))
    } else {
      lines.append(StyledLine())
    }
    lines.append(StyledLine(keys, .dim).cut(to: size.columns))
    var place: (row: Int, column: Int)?
    if let cursor, (0..<shown.count).contains(cursor.line - offset) {
      place = (2 + cursor.line - offset, min(cursor.column, size.columns - 1))
    }
    return Laid(lines: lines, offset: offset, bodyRows: bodyRows, cursor: place)
  }

  struct Laid {
    var lines: [StyledLine]
    var offset: Int
    var bodyRows: Int
    var cursor: (row: Int, column: Int)?
  }
}

extension StyledLine {
  /// The line without what goes beyond a number of columns.
  func cut(to width: Int) -> StyledLine {
    var spans: [StyledText] = []
    var used = 0
    for span in self.spans {
      var text = ""
      for character in span.text {
        let next = displayWidth(of: character)
        if used + next > width {
          return StyledLine(spans + [StyledText(text: text, style: span.style)])
        }
        text.append(character)
        used += next
      }
      spans.append(StyledText(text: text, style: span.style))
    }
    return StyledLine(spans)
  }
}
