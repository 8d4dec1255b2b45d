/// Breaks text into lines that fit a terminal's width.
///
/// Latin text breaks at spaces and Chinese between any two characters, except that closing
/// punctuation never starts a line and opening punctuation never ends one. A word longer than a
/// line is cut.
public enum TextWrapping {
  /// Breaks a text into lines, keeping its own line breaks.
  ///
  ///     TextWrapping.lines("aa bbb，代价", width: 6)   // ["aa", "bbb，", "代价"]
  public static func lines(_ text: String, width: Int) -> [String] {
    text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).flatMap { part in
      let characters = Array(part)
      return ranges(of: characters, width: width).map { String(characters[$0]) }
    }
  }

  /// Breaks every line of the text that is too long, indenting the continuation by two more columns
  /// than the line.
  ///
  ///     TextWrapping.hanging("  why: the sign", width: 11)   // "  why: the\n    sign"
  public static func hanging(_ text: String, width: Int) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).flatMap { line -> [String] in
      guard displayWidth(of: String(line)) > width else { return [String(line)] }
      let start = line.prefix { $0 == " " }
      let content = String(line.dropFirst(start.count))
      let (first, rest) = (width - start.count, width - start.count - 2)
      let head = lines(content, width: first)[0]
      let tail = content.dropFirst(head.count).drop { $0 == " " }
      return [start + head] + lines(String(tail), width: rest).map { start + "  " + $0 }
    }.joined(separator: "\n")
  }

  /// Returns the ranges of the lines of a text without line breaks, for characters that carry
  /// attributes such as a style; the spaces at which the text is broken belong to no line.
  public static func ranges(of characters: [Character], width: Int) -> [Range<Int>] {
    let width = max(2, width)
    var lines: [Range<Int>] = []
    var line: Range<Int>?
    var used = 0
    func close() {
      if let line { lines.append(line) }
      (line, used) = (nil, 0)
    }
    for segment in segments(of: characters) {
      if segment.isBlank {
        if used + segment.width > width {
          close()
        } else if line != nil {
          used += segment.width
        }
        continue
      }
      if used + segment.width > width { close() }
      for place in segment.start..<segment.end {
        let columns = displayWidth(of: characters[place])
        if used + columns > width { close() }
        line = (line?.lowerBound ?? place)..<(place + 1)
        used += columns
      }
    }
    close()
    return lines.isEmpty ? [0..<0] : lines
  }

  /// A sequence of characters between which no line may break.
  private struct Segment {
    var start: Int
    var end = 0
    var width = 0
    var isBlank: Bool
  }

  private static func segments(of characters: [Character]) -> [Segment] {
    var segments: [Segment] = []
    for (place, character) in characters.enumerated() {
      if place == 0 || mayBreak(between: characters[place - 1], and: character) {
        segments.append(Segment(start: place, isBlank: character == " "))
      }
      segments[segments.count - 1].end = place + 1
      segments[segments.count - 1].width += displayWidth(of: character)
    }
    return segments
  }

  private static func mayBreak(between a: Character, and b: Character) -> Bool {
    if (a == " ") != (b == " ") { return true }
    guard displayWidth(of: a) == 2 || displayWidth(of: b) == 2 else { return false }
    return !startsNoLine.contains(b) && !endsNoLine.contains(a)
  }

  private static let startsNoLine = Set("，。、；：？！）》〉】」』”’…—·％,.;:?!)]}%℃°")
  private static let endsNoLine = Set("（《〈【「『“‘([{")
}
