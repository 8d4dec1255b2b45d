extension PlotFrame {
  static let legendLineHeight: Double = 22

  /// One entry of a legend: its text, and the function that draws its sign in front of the text.
  struct LegendEntry {
    let text: String
    let draw: (_ svg: inout SVGDocument, _ x: Double, _ y: Double) -> Void
  }

  /// The width of an entry, including its sign and the space around it.
  private static func width(_ text: String, sign: Double) -> Double {
    sign + 6 + estimatedWidth(text) + 18
  }

  /// The height of a legend below a plot of width `room`.
  static func legendHeight(_ texts: [String], sign: Double, room: Double) -> Double {
    let places = legendPlaces(texts.map { width($0, sign: sign) }, room: room)
    return places.last.map { Double($0.line + 1) * legendLineHeight } ?? 0
  }

  /// Draws the legend into the footer.
  func drawLegend(_ entries: [LegendEntry], sign: Double, room: Double, in svg: inout SVGDocument) {
    let places = legendPlaces(
      entries.map { Self.width($0.text, sign: sign) }, room: room)
    for (entry, place) in zip(entries, places) {
      let x = left + place.offset
      let y = height - footer + Double(place.line) * Self.legendLineHeight + 6
      entry.draw(&svg, x, y)
      svg.text(entry.text, x: x + sign + 6, y: y)
    }
  }
}
