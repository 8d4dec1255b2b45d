/// A picture drawn with characters: as wide as its pixels if they fit, and half as many lines high.
struct PicturePreview {
  let columns: Int
  let caption: String
  private(set) var lines: [String] = []

  init(_ picture: Picture, _ area: TextArea) {
    caption = picture.caption
    columns = min(picture.columns, area.width)
    let halfRows = max(1, picture.rows * columns / picture.columns)

    /// The pixels covered by part `index` of `count` parts, at least one.
    func part(_ index: Int, of count: Int, _ pixels: Int) -> Range<Int> {
      let start = min(pixels - 1, index * pixels / count)
      return start..<max(start + 1, min(pixels, (index + 1) * pixels / count))
    }
    func brightness(_ column: Int, _ halfRow: Int) -> Double {
      picture.brightness(
        rows: part(min(halfRow, halfRows - 1), of: halfRows, picture.rows),
        columns: part(column, of: columns, picture.columns))
    }
    let ramp = Array(area.style == .unicode ? " ░▒▓█" : " .:-=+*#%@")
    for row in stride(from: 0, to: halfRows, by: 2) {
      var line = ""
      for column in 0..<columns {
        let upper = brightness(column, row)
        let lower = brightness(column, row + 1)
        if area.colour && area.style == .unicode {
          line += "\u{1B}[38;5;\(Self.gray(upper));48;5;\(Self.gray(lower))m▀"
        } else {
          let level = (upper + lower) / 2 * Double(ramp.count)
          line.append(ramp[min(ramp.count - 1, Int(level))])
        }
      }
      lines.append(area.colour && area.style == .unicode ? line + "\u{1B}[0m" : line)
    }
  }

  /// The nearest of the 24 grays among the indexed colours (232 to 255), black (16) and white
  /// (231).
  private static func gray(_ brightness: Double) -> Int {
    let level = Int((brightness * 25).rounded())
    return level == 0 ? 16 : level == 25 ? 231 : 231 + level
  }
}
