import Text

/// The contents of the screen: a heading, a body that scrolls, a notice, and the keys.
package struct ScreenFrame {
  package var head: StyledLine
  package var body: [StyledLine]
  /// The line of the body that must be visible, with as many after it as fit.
  package var focus: Range<Int>
  /// The lines of the body that the next key refers to; nil if there are none.
  package var target: Range<Int>?
  package var notice: String?
  package var keys: String
  /// The position of the text cursor in the body.
  package var cursor: (line: Int, column: Int)?

  package init(
    head: StyledLine, body: [StyledLine], focus: Range<Int> = 0..<1, notice: String? = nil,
    keys: String, cursor: (line: Int, column: Int)? = nil
  ) {
    self.head = head
    self.body = body
    self.focus = focus
    self.notice = notice
    self.keys = keys
    self.cursor = cursor
  }

  /// The groups of keys, which take at most a quarter of the screen.
  private func keyLines(_ size: Terminal.Size) -> [String] {
    var lines: [String] = []
    for group in keys.split(separator: "  ").map(String.init) {
      if let last = lines.last, displayWidth(of: last) + 2 + displayWidth(of: group) <= size.columns
      {
        lines[lines.count - 1] = last + "  " + group
      } else {
        lines.append(group)
      }
    }
    return Array(lines.prefix(max(1, size.rows / 4)))
  }

  /// The notice in at most three lines; without one, where the body can be scrolled to.
  private func noticeLines(_ size: Terminal.Size) -> [StyledLine]? {
    notice.map {
      Array(
        TextWrapping.styledLines($0, width: size.columns, style: [.bold, .accent])
          .prefix(size.rows < 12 ? 1 : 3))
    }
  }

  /// Lays out the lines of the screen.
  ///
  /// - Parameters:
  ///   - size: the size of the screen.
  ///   - scroll: the first visible line of the body; nil keeps the focus visible.
  ///   - scrolling: the keys that scroll, mentioned when the body does not fit.
  /// - Returns: the lines, and what is needed to scroll further.
  package func lines(_ size: Terminal.Size, scroll: Int?, scrolling: String) -> Laid {
    let keyLines = keyLines(size)
    let noticeLines = noticeLines(size)
    // The heading and a rule above the body, the notice and the keys below.
    let bodyRows = max(1, size.rows - 2 - max(1, noticeLines?.count ?? 1) - keyLines.count)
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
    if let noticeLines, !noticeLines.isEmpty {
      lines += noticeLines
    } else if !arrows.isEmpty {
      lines.append(StyledLine("\(arrows) " + scrolling, .dim).cut(to: size.columns))
    } else {
      lines.append(StyledLine())
    }
    lines += keyLines.map { StyledLine($0, .dim).cut(to: size.columns) }
    var place: (row: Int, column: Int)?
    if let cursor, (0..<shown.count).contains(cursor.line - offset) {
      place = (2 + cursor.line - offset, min(cursor.column, size.columns - 1))
    }
    var laid = Laid(lines: lines, offset: offset, bodyRows: bodyRows, cursor: place)
    if let target {
      laid.showsTarget =
        target.lowerBound >= offset
        && min(target.upperBound, target.lowerBound + bodyRows) <= offset + bodyRows
    }
    return laid
  }

  /// A frame as laid out on the screen.
  package struct Laid {
    package var lines: [StyledLine]
    package var offset: Int
    package var bodyRows: Int
    package var cursor: (row: Int, column: Int)?
    /// Whether the lines that the next key refers to are visible.
    package var showsTarget = true

    package init(
      lines: [StyledLine], offset: Int, bodyRows: Int, cursor: (row: Int, column: Int)? = nil
    ) {
      self.lines = lines
      self.offset = offset
      self.bodyRows = bodyRows
      self.cursor = cursor
    }

    /// The line to scroll to after a key that scrolls; nil after any other key.
    package func scroll(after key: Key) -> Int? {
      let step = max(1, bodyRows - 2)
      return switch key {
      case .pageUp: max(0, offset - step)
      case .pageDown: offset + step
      case .up: max(0, offset - 1)
      case .down: offset + 1
      default: nil
      }
    }
  }
}

extension StyledLine {
  /// The line cut to a number of columns.
  package func cut(to width: Int) -> StyledLine {
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
