extension DecisionBoundary {
  /// The plane as lines of text that fit the terminal.
  public func text(in area: TextArea) -> String {
    let labels = labels
    let names =
      classNames.isEmpty
      ? []
      : labels.map { "\(Palette.mark($0)) \(area.fit(name($0), to: area.width - 4))" }
    var frame = TextFrame(
      area, title: title, xLabel: xLabel, yLabel: yLabel,
      footer: TextFrame.legendLines(names, area), widest: area.height * 5 / 2,
      xAxis: { Axis(xRange, ticks: $0) }, yAxis: { Axis(yRange, ticks: $0) })
    for row in 0..<frame.rows {
      for column in 0..<frame.columns { drawRegion(column: column, row: row, in: &frame) }
    }
    for point in points { draw(point, in: &frame) }
    frame.writeLegend(zip(labels, names).map { (text: $1, colour: $0) })
    return frame.canvas.text(colour: area.colour)
  }

  /// The classifier's output at a position in the plot, given as fractions from the upper left.
  private func answer(_ x: Double, _ y: Double) -> Double? {
    guard let regions else { return nil }
    return regions[
      min(regions.rows - 1, Int(y * Double(regions.rows))),
      min(regions.columns - 1, Int(x * Double(regions.columns)))]
  }

  private func drawRegion(column: Int, row: Int, in frame: inout TextFrame) {
    let x = (Double(column) + 0.5) / Double(frame.columns)
    func answer(_ offset: Double) -> Double? {
      self.answer(x, (Double(row) + offset) / Double(frame.rows))
    }
    let place = (column: frame.left + 1 + column, row: frame.top + row)
    let area = frame.area
    if area.colour {
      func pale(_ answer: Double?) -> Int? {
        answer.flatMap(label).map { Palette.indexedPale[$0 % Palette.indexedPale.count] }
      }
      let upper = pale(answer(0.25))
      let lower = pale(answer(0.75))
      if area.style == .unicode && upper != lower && upper != nil {
        frame.canvas.write(
          "▀", column: place.column, row: place.row, foreground: upper, background: lower)
      } else if let lower {
        frame.canvas.write(" ", column: place.column, row: place.row, background: lower)
      }
    } else if let value = answer(0.5), let label = label(value) {
      let shades = Array(area.style == .unicode ? " ░▒▓" : " .:=")
      // Probabilities pass through all shades: at most 1/4, 1/2, 3/4, 1.
      let shade =
        output == .probabilities ? min(max(0, Int((value * 4).rounded(.up)) - 1), 3) : label % 4
      frame.canvas.write(String(shades[shade]), column: place.column, row: place.row)
    }
  }

  private func draw(_ point: Point, in frame: inout TextFrame) {
    guard xRange.contains(point.x), yRange.contains(point.y),
      let x = frame.xAxis.fraction(point.x), let y = frame.yAxis.fraction(point.y)
    else { return }
    // The cell that contains the point, numbered as in `answer`.
    let column = min(frame.columns - 1, Int(x * Double(frame.columns)))
    let row = min(frame.rows - 1, Int((1 - y) * Double(frame.rows)))
    let here = answer(
      (Double(column) + 0.5) / Double(frame.columns), (Double(row) + 0.5) / Double(frame.rows))
    let count = Palette.indexed.count
    let background = here.flatMap(label).map { Palette.indexedPale[$0 % count] }
    frame.canvas.write(
      String(Palette.mark(point.label)), column: frame.left + 1 + column, row: frame.top + row,
      foreground: (background == nil ? Palette.indexed : Palette.indexedDark)[point.label % count],
      background: background)
  }
}
