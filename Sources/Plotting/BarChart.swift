import Foundation
import Text

/// Horizontal bars with their names and values.
public struct BarChart: Figure {
  /// One bar.
  public struct Bar: Sendable, Hashable {
    /// The name in front of the bar.
    public var name: String
    /// The value that the bar's length shows; a value that is not finite has no bar.
    public var value: Double

    /// Makes a bar.
    public init(_ name: String, _ value: Double) {
      self.name = name
      self.value = value
    }
  }

  /// The title above the chart; may be empty.
  public var title: String
  /// The bars, from the top.
  public var bars: [Bar]
  /// The unit after every value, such as " %".
  public var unit: String
  /// Whether equal differences or equal ratios of values have equal lengths.
  ///
  /// On a logarithmic scale the bars begin at a power of ten below the smallest value, and values
  /// that are not positive have no bar.
  public var scale: Scale

  /// Makes a bar chart.
  public init(_ title: String = "", bars: [Bar], unit: String = "", scale: Scale = .linear) {
    self.title = title
    self.bars = bars
    self.unit = unit
    self.scale = scale
  }

  private func value(_ bar: Bar) -> String { brief(bar.value) + unit }

  /// The number that determines a bar's length, which is its value or the value's logarithm; nil if
  /// there is no bar.
  private func length(_ bar: Bar) -> Double? {
    guard abs(bar.value) < 1e300 else { return nil }
    if scale == .linear { return bar.value }
    return bar.value > 1e-300 ? log10(bar.value) - logarithmicStart : nil
  }

  /// The exponent at which bars on a logarithmic scale begin.
  private var logarithmicStart: Double {
    let positive = bars.map(\.value).filter { $0 > 1e-300 && $0 < 1e300 }
    return positive.min().map { log10($0).rounded(.down) - 1 } ?? 0
  }

  /// The range that the bars cover, which contains zero.
  private var range: ClosedRange<Double> {
    let finite = bars.compactMap(length)
    let (lower, upper) = (min(0, finite.min() ?? 0), max(0, finite.max() ?? 0))
    return lower < upper ? lower...upper : 0...1
  }

  /// The ends of a bar, as fractions of the available width.
  private func extent(_ bar: Bar, _ range: ClosedRange<Double>) -> (start: Double, end: Double)? {
    guard let length = length(bar) else { return nil }
    let width = range.upperBound - range.lowerBound
    return (
      (min(0, length) - range.lowerBound) / width, (max(0, length) - range.lowerBound) / width
    )
  }

  /// The chart as an SVG document.
  public func svg() -> String {
    let names = bars.map { truncated($0.name, to: 32) }
    let left = 28 + (names.map { estimatedWidth($0) }.max() ?? 0)
    let top: Double = title.isEmpty ? 14 : 42
    let values = bars.map { estimatedWidth(value($0)) }.max() ?? 0
    let room = max(80, 640 - left - values - 24)
    var svg = SVGDocument(
      width: left + room + values + 24, height: top + Double(bars.count) * 24 + 10, title: title)
    svg.text(title, x: svg.width / 2, y: 26, anchor: "middle", size: 15, bold: true)
    let range = range
    for (index, bar) in bars.enumerated() {
      let y = top + Double(index) * 24
      svg.text(names[index], x: left - 10, y: y + 15, anchor: "end")
      let extent = extent(bar, range)
      if let extent {
        svg.add(
          "rect",
          [
            "x": number(left + extent.start * room), "y": number(y + 3),
            "width": number((extent.end - extent.start) * room), "height": "16",
            "fill": Palette.colour(0),
          ])
      }
      svg.text(
        value(bar), x: left + (extent?.end ?? 0) * room + 6, y: y + 15, class: "faint")
    }
    let zero = left + (0 - range.lowerBound) / (range.upperBound - range.lowerBound) * room
    svg.add(
      "path",
      ["class": "axis", "d": "M\(number(zero)) \(number(top))v\(number(Double(bars.count) * 24))"])
    return svg.document
  }

  /// The chart as lines of text that fit the terminal.
  public func text(in area: TextArea) -> String {
    let names = bars.map { area.fit($0.name, to: area.width / 3) }
    let left = names.map(displayWidth(of:)).max() ?? 0
    let values = bars.map { displayWidth(of: value($0)) }.max() ?? 0
    let room = max(4, area.width - left - values - 2)
    var lines = title.isEmpty ? [] : [area.fit(title, to: area.width)]
    let range = range
    for (name, bar) in zip(names, bars) {
      var line = padded(name, to: left, .right) + " "
      if let (start, end) = extent(bar, range) {
        let drawn = Self.bar(
          from: Int((start * Double(room * 8)).rounded()),
          to: Int((end * Double(room * 8)).rounded()), area.style)
        line += area.colour ? "\u{1B}[38;5;\(Palette.indexed[0])m\(drawn)\u{1B}[0m" : drawn
        if !drawn.isEmpty { line += " " }
      }
      lines.append(line + value(bar))
    }
    return lines.joined(separator: "\n")
  }

  /// A bar between two positions in eighths of a cell.
  ///
  /// Only the right end is accurate to an eighth, because no block character fills a cell from the
  /// right.
  private static func bar(from start: Int, to end: Int, _ style: TextArea.Style) -> String {
    let first = (start + 4) / 8
    let spaces = String(repeating: " ", count: first)
    if style == .ascii {
      return spaces + String(repeating: "#", count: max(0, (end + 4) / 8 - first))
    }
    let whole = max(0, end / 8 - first)
    let rest = end / 8 >= first ? end % 8 : 0
    let eighths = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"]
    return spaces + String(repeating: "█", count: whole) + eighths[rest]
  }
}
