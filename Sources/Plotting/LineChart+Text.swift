extension LineChart {
  /// The chart as lines of text that fit the terminal.
  public func text(in area: TextArea) -> String {
    let names =
      hasLegend
      ? curves.enumerated().map { index, curve in
        "\(letter(index, area)) \(area.fit(legend(curve), to: area.width - 4))"
      } : []
    var frame = TextFrame(
      area, title: title, xLabel: xLabel, yLabel: yLabel,
      footer: TextFrame.legendLines(names, area), xAxis: xAxis(ticks:), yAxis: yAxis(ticks:))
    for guide in series where guide.isGuide { draw(guide, nil, in: &frame) }
    for (index, curve) in curves.enumerated() { draw(curve, index, in: &frame) }
    frame.writeLegend(names.enumerated().map { (text: $1, colour: $0) })
    return frame.canvas.text(colour: area.colour)
  }

  /// The character that marks a curve: its letter, or for a single curve `─`, in ASCII `*`.
  private func letter(_ index: Int, _ area: TextArea) -> Character {
    if curves.count == 1 { return area.style == .unicode ? "─" : "*" }
    return Palette.letter(index)
  }

  /// Draws a curve in Braille with its letter on it at intervals, or entirely with its letter; a
  /// guide, which has no index, is drawn in grey dots.
  private func draw(_ series: Series, _ index: Int?, in frame: inout TextFrame) {
    let unicode = frame.area.style == .unicode
    let (across, down) = unicode ? (2, 4) : (1, 1)
    var dots = DotCanvas(width: frame.columns * across, height: frame.rows * down)
    for piece in series.pieces(frame.xAxis, frame.yAxis) {
      var last: (x: Int, y: Int)?
      for point in piece {
        let dot = (x: position(point.x, of: dots.width), y: position(1 - point.y, of: dots.height))
        dots.line(from: last ?? dot, to: dot)
        last = dot
      }
    }
    let colour = index.map { Palette.indexed[$0 % Palette.indexed.count] } ?? 245
    let letter = index.map { self.letter($0, frame.area) } ?? "."
    let every = max(12, 4 * curves.count)
    for column in 0..<frame.columns {
      // A steep curve fills several rows of a column; only the first gets the letter.
      var isMarked =
        curves.count > 1
        && index.map { (column + every * curves.count - 4 * $0 - 2) % every == 0 } ?? false
      for row in 0..<frame.rows {
        guard
          let drawn = unicode
            ? dots.braille(column: column, row: row) : dots[column, row] ? letter : nil
        else { continue }
        frame.canvas.write(
          String(isMarked ? letter : drawn), column: frame.left + 1 + column,
          row: frame.top + row, foreground: colour)
        isMarked = false
      }
    }
  }
}
