import Foundation
import Text

/// Pictures side by side with their captions.
public struct PictureGrid: Figure {
  /// The title above the pictures; may be empty.
  public var title: String
  /// The pictures, row by row.
  public var pictures: [Picture]
  /// The number of pictures in a row of the SVG; a terminal shows as many as fit.
  public var perRow: Int

  /// Arranges pictures in rows.
  public init(_ title: String = "", pictures: [Picture], perRow: Int = 8) {
    self.title = title
    self.pictures = pictures
    self.perRow = max(1, perRow)
  }

  /// The pictures as an SVG document.
  public func svg() -> String {
    let perRow = Double(min(perRow, max(1, pictures.count)))
    // All pictures get the size of the largest, and every pixel a whole number of units.
    let largest = Double(pictures.lazy.map { max($0.rows, $0.columns) }.max() ?? 1)
    let scale = max(1, (84 / largest).rounded())
    let side = largest * scale
    let captionHeight: Double = pictures.contains { !$0.caption.isEmpty } ? 20 : 0
    let cell = (width: side + 12, height: side + 12 + captionHeight)
    let rows = (Double(pictures.count) / perRow).rounded(.up)
    let top: Double = title.isEmpty ? 12 : 42
    let width = max(
      perRow * cell.width + 12, min(estimatedWidth(title, size: 15) + 24, 640))
    var svg = SVGDocument(width: width, height: top + rows * cell.height + 4, title: title)
    svg.text(title, x: svg.width / 2, y: 26, anchor: "middle", size: 15, bold: true)
    for (index, picture) in pictures.enumerated() {
      let row = (Double(index) / perRow).rounded(.down)
      let x = 12 + (Double(index) - row * perRow) * cell.width
      let y = top + row * cell.height
      svg.add(
        "image",
        [
          "x": number(x + (side - Double(picture.columns) * scale) / 2), "y": number(y),
          "width": number(Double(picture.columns) * scale),
          "height": number(Double(picture.rows) * scale),
          "image-rendering": "pixelated", "style": "image-rendering:pixelated",
          "href": "data:image/png;base64," + png(picture).base64EncodedString(),
        ])
      svg.text(
        truncated(picture.caption, to: Int(side / 5.6)), x: x + side / 2, y: y + side + 15,
        anchor: "middle", size: 11)
    }
    return svg.document
  }

  /// The pictures as lines of text that fit the terminal.
  public func text(in area: TextArea) -> String {
    // With colour, a cell shows two pixels, one above the other; without, it shows their mean.
    let previews = pictures.map { PicturePreview($0, area) }
    let cellWidth = (previews.map(\.columns).max() ?? 1) + 2
    let perRow = max(1, (area.width + 2) / cellWidth)
    var lines = title.isEmpty ? [] : [area.fit(title, to: area.width)]
    for start in stride(from: 0, to: pictures.count, by: perRow) {
      let row = previews[start..<min(start + perRow, pictures.count)]
      for line in 0..<(row.map(\.lines.count).max() ?? 0) {
        let cells = row.map { preview in
          preview.lines.indices.contains(line)
            ? preview.lines[line] + String(repeating: " ", count: cellWidth - preview.columns)
            : String(repeating: " ", count: cellWidth)
        }
        lines.append(cells.joined())
      }
      let captions = row.map {
        padded(area.fit($0.caption, to: cellWidth - 2), to: cellWidth)
      }
      lines.append(captions.joined())
    }
    return lines.map(trimmed).joined(separator: "\n")
  }

  private func trimmed(_ line: String) -> String {
    String(line.reversed().drop { $0 == " " }.reversed())
  }
}
