import Text

/// Figures side by side in a terminal, so that all of them are visible at once.
public struct FigurePanels {
  private let figures: [any Figure]

  /// Places the figures from the left, row by row.
  public init(_ figures: [any Figure]) {
    self.figures = figures
  }

  /// The number of figures in a row: two for up to four figures, otherwise three.
  private var perRow: Int { figures.count <= 2 ? figures.count : figures.count <= 4 ? 2 : 3 }

  /// The lines of all figures, which fit the area unless the figures would become too small to
  /// read.
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
