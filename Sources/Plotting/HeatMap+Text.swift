import Text

extension HeatMap {
  /// The map as lines of text that fit the terminal.
  public func text(in area: TextArea) -> String {
    let names = (0..<grid.rows).map { area.fit(label(rowLabels, $0), to: 16) }
    let left = names.map(displayWidth(of:)).max() ?? 0
    let widest = grid.values.map { annotation($0).count }.max() ?? 1
    let room = (area.width - left - 1) / max(1, grid.columns)
    let hasNumbers = isAnnotated && room > widest
    let headings = (0..<grid.columns).map { printable(label(columnLabels, $0)) }
    let heading = headings.map(displayWidth(of:)).max() ?? 0
    let cell = hasNumbers ? min(room, max(widest, min(heading, 8)) + 1) : min(2, max(1, room))
    let shown = min(grid.columns, max(1, (area.width - left - 1) / cell))

    var lines = title.isEmpty ? [] : [area.fit(title, to: area.width)]
    let axes = [yLabel.isEmpty ? "" : "↓ \(yLabel)", xLabel.isEmpty ? "" : "→ \(xLabel)"]
      .filter { !$0.isEmpty }
    if !axes.isEmpty { lines.append(area.fit(arrows(axes, area), to: area.width)) }
    if hasNumbers && heading > 0 {
      let cells = headings.map { padded(area.fit($0, to: cell - 1), to: cell, .right) }
      lines.append(padded("", to: left) + cells.joined())
    }
    for row in 0..<grid.rows {
      var line = padded(names[row], to: left)
      if !hasNumbers { line += " " }
      for column in 0..<shown {
        line += self.cell(grid[row, column], cell, hasNumbers, area)
      }
      lines.append(line)
    }
    if !hasNumbers, let ends = scaleEnds {
      let steps = 16
      let scale = (0..<steps).map { step in
        self.cell(value(at: (Double(step) + 0.5) / Double(steps)), 1, false, area)
      }
      lines.append(padded("", to: left + 1) + "\(ends.least) \(scale.joined()) \(ends.greatest)")
    }
    return lines.joined(separator: "\n")
  }

  private func arrows(_ axes: [String], _ area: TextArea) -> String {
    let line = axes.joined(separator: "  ")
    if area.style == .unicode { return line }
    return String(line.map { $0 == "↓" ? "v" : $0 == "→" ? ">" : $0 })
  }

  private func cell(
    _ value: Double, _ width: Int, _ hasNumbers: Bool, _ area: TextArea
  ) -> String {
    let level = level(value)
    if area.colour, let level {
      let colour = Self.colour(level)
      // The 6×6×6 cube of the 256 indexed colours.
      func step(_ value: Int) -> Int { (value * 5 + 127) / 255 }
      let index = 16 + 36 * step(colour.red) + 6 * step(colour.green) + step(colour.blue)
      let text = hasNumbers ? padded(annotation(value), to: width, .right) : padded("", to: width)
      return "\u{1B}[38;5;\(colour.isLight ? 16 : 231);48;5;\(index)m\(text)\u{1B}[0m"
    }
    if hasNumbers { return padded(annotation(value), to: width, .right) }
    let ramp = Array(area.style == .unicode ? " ░▒▓█" : " .:-=+*#%@")
    let shade = level.map { ramp[$0 * ramp.count / 32] } ?? " "
    return String(repeating: shade, count: width)
  }
}
