import Gradebooks

import Text

/// The distribution of the marks in a class, with one bar for each tenth of the maximum.
///
/// It is narrow enough for its numbers to be legible on a phone.
struct Histogram {
  /// The numbers of students with 0 to under 10 percent, and so on; 100 belongs to the last bar.
  let counts: [Int]

  init(percents: [Double]) {
    var counts = Array(repeating: 0, count: 10)
    for percent in percents { counts[min(9, max(0, Int(percent / 10)))] += 1 }
    self.counts = counts
  }

  func svg(label: String) -> String {
    let highest = Double(max(1, counts.max() ?? 1))
    let (width, base, tallest) = (34.0, 168.0, 140.0)
    var parts: [String] = []
    for (index, count) in counts.enumerated() {
      let x = 10 + width * Double(index)
      let height = tallest * Double(count) / highest
      if count > 0 {
        parts.append(
          "<rect x=\"\(decimal(x + 2))\" y=\"\(decimal(base - height))\" "
            + "width=\"\(decimal(width - 4))\" height=\"\(decimal(height))\" rx=\"2\"/>"
            + "<text class=\"count\" x=\"\(decimal(x + width / 2))\" "
            + "y=\"\(decimal(base - height - 5))\" text-anchor=\"middle\">\(count)</text>")
      }
    }
    for index in 0...10 where index.isMultiple(of: 2) {
      let x = 10 + width * Double(index)
      parts.append(
        "<text x=\"\(decimal(x))\" y=\"184\" text-anchor=\"middle\">\(10 * index)</text>")
    }
    return """
      <svg viewBox="0 0 360 190" role="img" aria-label="\(Visible.html(label))">\
      <line x1="10" x2="350" y1="168.5" y2="168.5"/>\(parts.joined())</svg>
      """
  }
}
