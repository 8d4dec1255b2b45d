import Text

/// Figures beside each other in a terminal, so that all of them are seen at once.
public struct FigurePanels {
  private let figures: [any Figure]

  /// Takes the figures from the left, row by row.
  public init(_ figures: [any Figure]) {
    self.figures = figures
  }

  /// How many stand in a row: two of up to four, then three.
  private var perRow: Int { figures.count <= 2 ? figures.count : figures.count <= 4 ? 2 : 3 }

  /// The lines of all figures, no more and no wider than the area, unless they would be too small to
  /// be read.
  public func lines(in area: TextArea) -> [String] {
    guard !figures.isEmpty else { return [] }
    let rows = (figures.count + perRow - 1) / perRow
    let gap = 2
    let cell = TextArea(
      width: (area.width - gap * (perRow - 1)) / perRow, height: area.height / rows,
      style: area.style, colour: area.colour)
    return (0..<rows).flatMap { row -> [String] in
      let panels = figures.dropFirst(row * perRow).prefix(perRow).map { figure in
        figure.text(in: cell).split(separator: "\n", omittingEmptySubsequences: false)
          .map(String.init)
      }
      return (0..<(panels.map(\.count).max() ?? 0)).map { place in
        panels.map { panel in
          let line = panel.indices.contains(place) ? panel[place] : ""
          let missing = max(0, cell.width - displayWidth(of: Self.withoutColours(line)))
          return line + String(repeating: " ", count: missing)
        }.joined(separator: String(repeating: " ", count: gap))
      }
    }
  }

  private static func withoutColours(_ line: String) -> String {
    line.replacing(/\u{1B}\[[0-9;]*m/, with: "")
  }
}
