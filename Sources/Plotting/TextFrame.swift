import Text

/// The frame of a plot in a terminal: its title, axes and labels, and the area for the data.
struct TextFrame {
  let area: TextArea
  let xAxis: Axis
  let yAxis: Axis
  /// The plot's upper left cell and its size.
  let left: Int
  let top: Int
  let columns: Int
  let rows: Int
  /// The lines reserved at the bottom, at most a third of the terminal's.
  let footer: Int
  var canvas: TextCanvas

  /// Draws everything except the data.
  ///
  /// - Parameters:
  ///   - area: The area that the frame must fit.
  ///   - title: The title above.
  ///   - xLabel: The name of the horizontal axis.
  ///   - yLabel: The name of the vertical axis.
  ///   - footer: The number of lines to reserve at the bottom for a legend.
  ///   - widest: The maximum number of columns of the plot itself.
  ///   - makeX: Makes the horizontal axis for a number of ticks.
  ///   - makeY: Makes the vertical axis for a number of ticks.
  init(
    _ area: TextArea, title: String, xLabel: String, yLabel: String, footer: Int,
    widest: Int = .max, xAxis makeX: (Int) -> Axis, yAxis makeY: (Int) -> Axis
  ) {
    let header = (title.isEmpty ? 0 : 1) + (yLabel.isEmpty ? 0 : 1)
    let axis = 2 + (xLabel.isEmpty ? 0 : 1)
    self.footer = max(0, min(footer, area.height / 3, area.height - header - axis - 3))
    rows = max(3, area.height - header - axis - self.footer)
    yAxis = makeY(max(3, min(8, rows / 2)))
    left = min(area.width / 2, (yAxis.ticks.labels.map(\.count).max() ?? 0) + 1)
    columns = max(4, min(widest, area.width - left - 2))
    xAxis = makeX(max(3, columns / 10))
    top = header
    self.area = area
    canvas = TextCanvas(width: area.width, height: header + rows + axis + self.footer)

    let fitted = area.fit(title, to: area.width)
    canvas.write(
      fitted, column: max(0, (left + 1 + (columns - displayWidth(of: fitted)) / 2)), row: 0)
    canvas.write(area.fit(yLabel, to: area.width), column: 0, row: header - 1)
    drawAxes()
    let label = area.fit(xLabel, to: columns)
    canvas.write(
      label, column: left + 1 + (columns - displayWidth(of: label)) / 2, row: top + rows + 2)
  }

  /// Writes a legend into the footer, with three spaces between entries and as many as fit.
  mutating func writeLegend(_ entries: [(text: String, colour: Int)]) {
    let first = canvas.height - footer
    for (entry, place) in zip(entries, Self.legendPlaces(entries.map(\.text), area))
    where place.line < footer {
      canvas.write(
        entry.text, column: 2 + Int(place.offset), row: first + place.line,
        foreground: Palette.indexed[entry.colour % Palette.indexed.count])
    }
  }

  /// The number of lines that a legend takes.
  static func legendLines(_ texts: [String], _ area: TextArea) -> Int {
    legendPlaces(texts, area).last.map { $0.line + 1 } ?? 0
  }

  private static func legendPlaces(
    _ texts: [String], _ area: TextArea
  ) -> [(line: Int, offset: Double)] {
    Plotting.legendPlaces(
      texts.map { Double(displayWidth(of: $0) + 3) }, room: Double(area.width + 1))
  }

  private mutating func drawAxes() {
    let unicode = area.style == .unicode
    for row in 0..<rows { canvas.write(unicode ? "│" : "|", column: left, row: top + row) }
    canvas.write(
      (unicode ? "└" : "+") + String(repeating: unicode ? "─" : "-", count: columns),
      column: left, row: top + rows)
    for (value, label) in zip(yAxis.ticks.values, yAxis.ticks.labels) {
      guard let fraction = yAxis.fraction(value) else { continue }
      let row = top + position(1 - fraction, of: rows)
      canvas.write(label, column: max(0, left - 1 - label.count), row: row)
      canvas.write(unicode ? "┤" : "+", column: left, row: row)
    }
    var free = 0
    for (value, label) in zip(xAxis.ticks.values, xAxis.ticks.labels) {
      guard let fraction = xAxis.fraction(value) else { continue }
      let column = left + 1 + position(fraction, of: columns)
      canvas.write(unicode ? "┬" : "+", column: column, row: top + rows)
      let start = min(max(0, column - label.count / 2), area.width - label.count)
      if start < free { continue }
      canvas.write(label, column: start, row: top + rows + 1)
      free = start + label.count + 1
    }
  }
}

/// The cell of a fraction from 0 to 1 among `count` cells.
func position(_ fraction: Double, of count: Int) -> Int {
  let clamped = min(max(fraction, -1), 2)
  return Int((clamped * Double(count - 1)).rounded())
}
