import Text

/// A rectangle of terminal cells to write characters into.
struct TextCanvas {
  private struct Cell {
    var text = " "
    var foreground: Int?
    var background: Int?
    /// Whether this is the right half of a wide character, which is written with its left half.
    var isContinuation = false
  }

  let width: Int
  let height: Int
  private var cells: [Cell]

  init(width: Int, height: Int) {
    self.width = width
    self.height = height
    cells = Array(repeating: Cell(), count: width * height)
  }

  /// Writes a text from a cell to the right; characters outside the canvas are dropped.
  mutating func write(
    _ text: String, column: Int, row: Int, foreground: Int? = nil, background: Int? = nil
  ) {
    guard row >= 0, row < height else { return }
    var column = column
    for character in text {
      let wide = displayWidth(of: character)
      if wide == 0 { continue }
      defer { column += wide }
      guard column >= 0, column + wide <= width else { continue }
      let index = row * width + column
      cells[index] = Cell(
        text: String(character), foreground: foreground, background: background)
      if wide == 2 { cells[index + 1] = Cell(text: "", isContinuation: true) }
    }
  }

  /// The lines without trailing spaces, with escape sequences if requested.
  func text(colour: Bool) -> String {
    (0..<height).map { line($0, colour: colour) }.joined(separator: "\n")
  }

  private func line(_ row: Int, colour: Bool) -> String {
    let cells = cells[row * width..<(row + 1) * width]
    let end =
      cells.lastIndex { $0.text != " " || (colour && $0.background != nil) } ?? cells.startIndex - 1
    guard end >= cells.startIndex else { return "" }
    var line = ""
    var foreground: Int?
    var background: Int?
    for cell in cells[...end] where !cell.isContinuation {
      if colour && (cell.foreground != foreground || cell.background != background) {
        if foreground != nil || background != nil { line += "\u{1B}[0m" }
        (foreground, background) = (cell.foreground, cell.background)
        if let foreground { line += "\u{1B}[38;5;\(foreground)m" }
        if let background { line += "\u{1B}[48;5;\(background)m" }
      }
      line += cell.text
    }
    return foreground != nil || background != nil ? line + "\u{1B}[0m" : line
  }
}
