/// Several figures combined into one, for example the boundaries of networks of different sizes.
public struct FigureGrid: Figure {
  /// The title above the figures; may be empty.
  public var title: String
  /// The figures, row by row.
  public var figures: [any Figure]
  /// The number of figures in a row of the SVG; a terminal shows one below the other.
  public var perRow: Int

  /// Combines figures.
  public init(_ title: String = "", figures: [any Figure], perRow: Int = 3) {
    self.title = title
    self.figures = figures
    self.perRow = max(1, perRow)
  }

  /// All figures as one SVG document.
  public func svg() -> String {
    let documents = figures.map { figure in
      let text = figure.svg()
      return (text: text, size: SVGDocument.size(of: text))
    }
    let gap = 8.0
    let top: Double = title.isEmpty ? gap : 40
    var places: [(x: Double, y: Double)] = []
    var (x, y, rowHeight, width) = (gap, top, 0.0, 0.0)
    for (index, document) in documents.enumerated() {
      if index > 0 && index % perRow == 0 {
        (x, y, rowHeight) = (gap, y + rowHeight + gap, 0)
      }
      places.append((x, y))
      x += document.size.width + gap
      width = max(width, x)
      rowHeight = max(rowHeight, document.size.height)
    }
    let minimum = estimatedWidth(title, size: 15) + 32
    var svg = SVGDocument(
      width: max(width, minimum), height: y + rowHeight + gap, title: title)
    svg.text(title, x: svg.width / 2, y: 26, anchor: "middle", size: 15, bold: true)
    for (document, place) in zip(documents, places) {
      svg.embed(document.text, x: place.x, y: place.y)
    }
    return svg.document
  }

  /// All figures as lines of text that fit the terminal.
  public func text(in area: TextArea) -> String {
    let title = title.isEmpty ? [] : [area.fit(title, to: area.width)]
    return (title + figures.map { $0.text(in: area) }).joined(separator: "\n\n")
  }
}
