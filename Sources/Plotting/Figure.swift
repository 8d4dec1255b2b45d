public import Foundation

/// A figure that can be shown as a picture (SVG) or in a terminal.
///
/// Both depend only on the figure, so that the same figure always produces the same bytes.
public protocol Figure: Sendable {
  /// The figure as a self-contained SVG document, readable on light and on dark pages.
  func svg() -> String

  /// The figure as lines of text, without a line break at the end.
  func text(in area: TextArea) -> String
}

extension Figure {
  /// The figure as text for a terminal of 80×24 cells without colour.
  public func text() -> String { text(in: TextArea()) }

  /// Writes the SVG document to a file atomically.
  ///
  /// - Throws: Foundation's error when the folder is missing or not writable.
  public func writeSVG(to file: URL) throws {
    try Data(svg().utf8).write(to: file, options: .atomic)
  }
}
