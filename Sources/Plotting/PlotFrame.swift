/// The frame of a plot in SVG: its title, axes, grid and labels, and the area for the data.
struct PlotFrame {
  let width: Double
  let height: Double
  let title: String
  let xAxis: Axis
  let yAxis: Axis
  let xLabel: String
  let yLabel: String
  /// The space reserved at the bottom for a legend.
  var footer: Double = 0
  /// Whether faint lines run through the plot at the ticks.
  var hasGrid = true

  var left: Double {
    let labels = yAxis.ticks.labels.map { estimatedWidth($0) }.max() ?? 0
    return 18 + labels + (yLabel.isEmpty ? 0 : 20)
  }
  var top: Double { title.isEmpty ? 18 : 42 }
  var bottom: Double { height - footer - (xLabel.isEmpty ? 32 : 52) }
  var plotWidth: Double { width - left - 22 }
  var plotHeight: Double { bottom - top }

  func x(_ fraction: Double) -> Double { left + fraction * plotWidth }
  func y(_ fraction: Double) -> Double { bottom - fraction * plotHeight }

  func draw(in svg: inout SVGDocument) {
    svg.text(title, x: width / 2, y: 26, anchor: "middle", size: 15, bold: true)
    var grid = ""
    var marks = ""
    for (value, label) in zip(yAxis.ticks.values, yAxis.ticks.labels) {
      guard let fraction = yAxis.fraction(value) else { continue }
      grid += "M\(number(left)) \(number(y(fraction)))h\(number(plotWidth))"
      svg.text(label, x: left - 8, y: y(fraction) + 4, class: "faint", anchor: "end")
    }
    for (value, label) in zip(xAxis.ticks.values, xAxis.ticks.labels) {
      guard let fraction = xAxis.fraction(value) else { continue }
      marks += "M\(number(x(fraction))) \(number(bottom))v5"
      svg.text(label, x: x(fraction), y: bottom + 19, class: "faint", anchor: "middle")
    }
    if hasGrid { svg.add("path", ["class": "rule", "d": grid, "fill": "none"]) }
    svg.add(
      "path",
      [
        "class": "axis", "fill": "none",
        "d": "M\(number(left)) \(number(top))V\(number(bottom))h\(number(plotWidth))" + marks,
      ])
    svg.text(
      xLabel, x: left + plotWidth / 2, y: bottom + 40, class: "faint", anchor: "middle")
    if !yLabel.isEmpty { svg.verticalText(yLabel, x: 18, y: top + plotHeight / 2) }
  }
}
