/// The alignment of a text in its column.
public enum Alignment: Sendable {
  /// At the left edge, with spaces after it.
  case left
  /// In the middle; an odd space goes after it.
  case centre
  /// At the right edge, with spaces before it.
  case right
}

/// Pads a text with spaces to a number of terminal columns; a wider one is returned unchanged.
///
///     padded("代价", to: 6, .right)   // "  代价"
public func padded(_ text: String, to width: Int, _ alignment: Alignment = .left) -> String {
  let missing = max(0, width - displayWidth(of: text))
  let before =
    switch alignment {
    case .left: 0
    case .centre: missing / 2
    case .right: missing
    }
  return String(repeating: " ", count: before) + text
    + String(repeating: " ", count: missing - before)
}

/// Truncates a text to a number of terminal columns, with `ellipsis` where something is missing.
///
///     truncated("logistic regression", to: 9)   // "logistic…"
public func truncated(_ text: String, to width: Int, ellipsis: String = "…") -> String {
  if displayWidth(of: text) <= width { return text }
  var room = width - displayWidth(of: ellipsis)
  guard room >= 0 else { return String(repeating: ".", count: max(0, width)) }
  var kept = ""
  for character in text {
    room -= displayWidth(of: character)
    if room < 0 { break }
    kept.append(character)
  }
  return kept + ellipsis
}

/// Truncates or pads a text to exactly a number of terminal columns.
///
///     fitted("逻辑回归", to: 7)    // "逻辑回…"
///     fitted("代价", to: 6)       // "代价  "
public func fitted(
  _ text: String, to width: Int, _ alignment: Alignment = .left, ellipsis: String = "…"
) -> String {
  padded(truncated(text, to: width, ellipsis: ellipsis), to: width, alignment)
}
