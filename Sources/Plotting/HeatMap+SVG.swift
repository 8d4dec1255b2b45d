import Text

extension HeatMap {
  /// The map as an SVG document.
  public func svg() -> String {
    let largest = Double(max(grid.rows, grid.columns, 1))
    let cell = isAnnotated ? 38 : max(2, (360 / largest).rounded())
    let names = rowLabels.prefix(grid.rows).map { estimatedWidth(truncated($0, to: 20)) }
    let left = 18 + (names.max() ?? 0) + (names.isEmpty ? 0 : 8) + (yLabel.isEmpty ? 0 : 20)
    let top: Double = title.isEmpty ? 18 : 42
    let size = (width: Double(grid.columns) * cell, height: Double(grid.rows) * cell)
    let bottom = top + size.height
    // Long column names are written at an angle.
    let columnWidths = columnLabels.prefix(grid.columns).map {
      estimatedWidth(truncated($0, to: 20))
    }
    let longest = columnWidths.max() ?? 0
    let isSlanted = longest > cell - 4
    let namesHeight = longest == 0 ? 0 : isSlanted ? longest * 0.71 + 16 : 22
    let below = namesHeight + (scaleEnds == nil ? 0 : 40)
    var svg = SVGDocument(
      width: max(left + size.width + 24, estimatedWidth(title, size: 15) + 32),
      height: bottom + below + (xLabel.isEmpty ? 14 : 34), title: title)
    svg.text(title, x: svg.width / 2, y: 26, anchor: "middle", size: 15, bold: true)
    drawCells(in: &svg, left: left, top: top, cell: cell)
    drawScale(in: &svg, left: left, top: bottom + namesHeight + 14, width: size.width)

    for row in 0..<grid.rows {
      svg.text(
        truncated(label(rowLabels, row), to: 20), x: left - 8,
        y: top + (Double(row) + 0.5) * cell + 4, anchor: "end")
    }
    for column in 0..<grid.columns {
      let text = truncated(label(columnLabels, column), to: 20)
      let x = left + (Double(column) + 0.5) * cell
      if isSlanted {
        let place = "translate(\(number(x + 4)) \(number(bottom + 14)))rotate(-45)"
        svg.text(text, x: 0, y: 0, anchor: "end", transform: place)
      } else {
        svg.text(text, x: x, y: bottom + 16, anchor: "middle")
      }
    }
    svg.text(
      xLabel, x: left + size.width / 2, y: svg.height - 12, class: "faint", anchor: "middle")
    if !yLabel.isEmpty { svg.verticalText(yLabel, x: 18, y: top + size.height / 2) }
    return svg.document
  }

  /// Draws a bar with the colours from the smallest number to the largest.
  private func drawScale(in svg: inout SVGDocument, left: Double, top: Double, width: Double) {
    guard let ends = scaleEnds else { return }
    let steps = 32
    let step = width / Double(steps)
    for place in 0..<steps {
      let colour = Self.colour(place)
      svg.add(
        "rect",
        [
          "x": number(left + Double(place) * step), "y": number(top), "width": number(step),
          "height": "8", "fill": "rgb(\(colour.red),\(colour.green),\(colour.blue))",
          "shape-rendering": "crispEdges",
        ])
    }
    svg.text(ends.least, x: left, y: top + 22, class: "faint", size: 11)
    svg.text(ends.greatest, x: left + width, y: top + 22, class: "faint", anchor: "end", size: 11)
  }

  private func drawCells(in svg: inout SVGDocument, left: Double, top: Double, cell: Double) {
    let transform = "translate(\(number(left)) \(number(top)))scale(\(number(cell)))"
    for (level, path) in grid.runs(level: level) {
      let colour = Self.colour(level)
      svg.add(
        "path",
        [
          "d": path, "fill": "rgb(\(colour.red),\(colour.green),\(colour.blue))",
          "transform": transform, "shape-rendering": "crispEdges",
        ])
    }
    guard isAnnotated else { return }
    for row in 0..<grid.rows {
      for column in 0..<grid.columns {
        guard let level = level(grid[row, column]) else { continue }
        svg.add(
          "text",
          [
            "x": number(left + (Double(column) + 0.5) * cell),
            "y": number(top + (Double(row) + 0.5) * cell + 4), "text-anchor": "middle",
            "font-size": "11", "fill": Self.colour(level).isLight ? "#000" : "#fff",
          ], text: annotation(grid[row, column]))
      }
    }
  }
}
