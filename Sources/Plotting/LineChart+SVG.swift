import Text

extension LineChart {
  /// The chart as an SVG document.
  public func svg() -> String {
    let names = hasLegend ? curves.map { truncated(legend($0), to: 70) } : []
    let room = width - 80
    let footer = PlotFrame.legendHeight(names, sign: 28, room: room)
    let isNarrow = width < 400
    let frame = PlotFrame(
      width: width, height: (isNarrow ? 240 : 360) + footer, title: title,
      xAxis: xAxis(ticks: isNarrow ? 4 : 8), yAxis: yAxis(ticks: isNarrow ? 5 : 7),
      xLabel: xLabel, yLabel: yLabel, footer: footer)
    var svg = SVGDocument(width: frame.width, height: frame.height, title: title)
    frame.draw(in: &svg)
    for guide in series where guide.isGuide {
      svg.add("path", ["class": "axis", "d": path(of: guide, in: frame), "fill": "none"])
    }
    for (index, series) in curves.enumerated() {
      drawLine(path(of: series, in: frame), index, in: &svg)
    }
    let entries = names.enumerated().map { index, name in
      PlotFrame.LegendEntry(text: name) { svg, x, y in
        drawLine("M\(number(x)) \(number(y - 4))h28", index, in: &svg)
      }
    }
    frame.drawLegend(entries, sign: 28, room: room, in: &svg)
    return svg.document
  }

  private func drawLine(_ path: String, _ index: Int, in svg: inout SVGDocument) {
    svg.add(
      "path",
      [
        "d": path, "fill": "none", "stroke": Palette.colour(index), "stroke-width": "2",
        "stroke-linecap": "round", "stroke-linejoin": "round",
        "stroke-dasharray": Palette.dash(index),
      ])
  }

  /// The curve's path.
  ///
  /// Where more than a few points share a column of half a pixel, the first, lowest, highest and
  /// last represent them all.
  private func path(of series: Series, in frame: PlotFrame) -> String {
    var path = ""
    for piece in series.pieces(frame.xAxis, frame.yAxis) {
      let points = thinned(
        piece.map { (x: frame.left + $0.x * frame.plotWidth, y: frame.y($0.y)) })
      for (index, point) in points.enumerated() {
        path += "\(index == 0 ? "M" : "L")\(number(point.x)) \(number(point.y))"
      }
      // A point between two gaps is drawn as a dot: a line of length 0 with round ends.
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
