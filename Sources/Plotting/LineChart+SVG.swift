extension LineChart {
  public func svg() -> String {
    let frame = PlotFrame(
      width: 640, height: 360 + (hasLegend ? 22 * Double(legendLines.count) : 0), title: title,
      xAxis: xAxis(ticks: 8), yAxis: yAxis(ticks: 7), xLabel: xLabel, yLabel: yLabel,
      footer: hasLegend ? 22 * Double(legendLines.count) : 0)
    var svg = SVGDocument(width: frame.width, height: frame.height, title: title)
    frame.draw(in: &svg)
    for (index, series) in series.enumerated() {
      svg.add(
        "path",
        [
          "d": path(of: series, in: frame), "fill": "none", "stroke": Palette.colour(index),
          "stroke-width": "2", "stroke-linecap": "round", "stroke-linejoin": "round",
          "stroke-dasharray": Palette.dash(index),
        ])
    }
    if hasLegend { drawLegend(in: &svg, frame) }
    return svg.document
  }

  /// The legend's entries by line: as many on one as fit.
  private var legendLines: [[(index: Int, text: String)]] {
    var lines: [[(index: Int, text: String)]] = []
    var used = Double.infinity
    for (index, series) in series.enumerated() {
      let text = truncated(legend(series), to: 70)
      let width = estimatedWidth(text) + 52
      if used + width > 560 {
        lines.append([])
        used = 0
      }
      lines[lines.count - 1].append((index, text))
      used += width
    }
    return lines
  }

  private func drawLegend(in svg: inout SVGDocument, _ frame: PlotFrame) {
    for (line, entries) in legendLines.enumerated() {
      let y = frame.height - 16 - Double(legendLines.count - 1 - line) * 22
      var x = frame.left
      for (index, text) in entries {
        svg.add(
          "path",
          [
            "d": "M\(number(x)) \(number(y - 4))h28", "stroke": Palette.colour(index),
            "stroke-width": "2", "stroke-dasharray": Palette.dash(index),
          ])
        svg.text(text, x: x + 34, y: y)
        x += estimatedWidth(text) + 52
      }
    }
  }

  /// The curve's path. Where more than a few points share a column of half a pixel, its first,
  /// lowest, highest and last stand for all of them.
  private func path(of series: Series, in frame: PlotFrame) -> String {
    var path = ""
    for piece in series.pieces(frame.xAxis, frame.yAxis) {
      let points = thinned(
        piece.map { (x: frame.left + $0.x * frame.plotWidth, y: frame.y($0.y)) })
      for (index, point) in points.enumerated() {
        path += "\(index == 0 ? "M" : "L")\(number(point.x)) \(number(point.y))"
      }
      // A point between two gaps is a dot: a line of no length with round ends.
      if points.count == 1 { path += "h0" }
    }
    return path
  }

  private func thinned(_ points: [(x: Double, y: Double)]) -> [(x: Double, y: Double)] {
    var result: [(x: Double, y: Double)] = []
    var start = 0
    while start < points.count {
      let column = (points[start].x * 2).rounded()
      var end = start
      var lowest = start
      var highest = start
      while end < points.count, (points[end].x * 2).rounded() == column {
        if points[end].y < points[lowest].y { lowest = end }
        if points[end].y > points[highest].y { highest = end }
        end += 1
      }
      for index in Set([start, lowest, highest, end - 1]).sorted() { result.append(points[index]) }
      start = end
    }
    return result
  }
}
