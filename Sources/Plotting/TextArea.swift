import Text

/// The space for a figure as text, the characters to draw it with, and whether to use colour.
public struct TextArea: Sendable, Hashable {
  /// The characters that a figure may be drawn with.
  public enum Style: Sendable, Hashable {
    /// Braille patterns, blocks and box drawing.
    case unicode
    /// The 95 printable characters of ASCII; titles and labels keep their own characters.
    case ascii
  }

  /// The number of columns, which no figure exceeds.
  public var width: Int
  /// The number of lines, which no chart exceeds.
  ///
  /// Lists, tables and pictures take as many lines as they need.
  public var height: Int
  /// The characters to draw with.
  public var style: Style
  /// Whether to write ANSI escape sequences for the 256 indexed colours.
  public var colour: Bool

  /// Describes an area; sizes below 20×8 are raised to 20×8.
  public init(
    width: Int = 80, height: Int = 24, style: Style = .unicode, colour: Bool = false
  ) {
    self.width = max(20, width)
    self.height = max(8, height)
    self.style = style
    self.colour = colour
  }

  var ellipsis: String { style == .unicode ? "…" : "~" }

  func fit(_ text: String, to columns: Int) -> String {
    truncated(printable(text), to: columns, ellipsis: ellipsis)
  }
}
