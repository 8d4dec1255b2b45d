import Text

extension DecisionBoundary {
  /// The plane as an SVG document.
  public func svg() -> String {
    let labels = labels
    let names = classNames.isEmpty ? [] : labels.map { truncated(name($0), to: 40) }
    let footer = PlotFrame.legendHeight(names, sign: 8, room: 380)
    let frame = PlotFrame(
      width: 460, height: 450 + footer, title: title, xAxis: Axis(xRange, ticks: 7),
      yAxis: Axis(yRange, ticks: 7), xLabel: xLabel, yLabel: yLabel, footer: footer,
      hasGrid: regions == nil)
    var svg = SVGDocument(width: frame.width, height: frame.height, title: title)
    drawRegions(in: &svg, frame)
    frame.draw(in: &svg)
    for label in labels { drawPoints(of: label, in: &svg, frame) }
    let entries = zip(labels, names).map { label, name in
      PlotFrame.LegendEntry(text: name) { svg, x, y in
        let path = "M\(number(x + 4)) \(number(y - 4))" + Palette.shape(label)
        svg.add("path", ["d": path, "fill": Palette.colour(label)])
      }
    }
    frame.drawLegend(entries, sign: 8, room: 380, in: &svg)
    return svg.document
  }

  private func drawRegions(in svg: inout SVGDocument, _ frame: PlotFrame) {
    guard let regions else { return }
    let scale = (
      x: frame.plotWidth / Double(regions.columns), y: frame.plotHeight / Double(regions.rows)
    )
    let transform =
      "translate(\(number(frame.left)) \(number(frame.top)))"
      + "scale(\(brief(scale.x, digits: 7)) \(brief(scale.y, digits: 7)))"
    for (level, path) in regions.runs(level: output == .classes ? label : band) {
      // The colours are translucent, so that they suit both light and dark cards.
      let (colour, opacity) =
        switch output {
        case .classes: (Palette.colour(level), "0.28")
        case .probabilities:
          (
            Palette.colour(level < 5 ? 0 : 1),
            brief(0.08 + 0.085 * (level < 5 ? Double(4 - level) : Double(level - 5)))
          )
        }
      svg.add(
        "path",
        [
          "d": path, "fill": colour, "fill-opacity": opacity, "transform": transform,
          "shape-rendering": "crispEdges",
        ])
    }
  }

  private func drawPoints(of label: Int, in svg: inout SVGDocument, _ frame: PlotFrame) {
    var path = ""
    for point in points where point.label == label {
      guard xRange.contains(point.x), yRange.contains(point.y),
        let x = frame.xAxis.fraction(point.x), let y = frame.yAxis.fraction(point.y)
      else { continue }
      path += "M\(number(frame.x(x))) \(number(frame.y(y)))" + Palette.shape(label)
    }
    if path.isEmpty { return }
    svg.add(
      "path",
      ["class": "edge", "d": path, "fill": Palette.colour(label), "stroke-width": "0.8"])
  }
}
