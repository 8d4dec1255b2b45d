/// Places the entries of a legend in lines, with as many in each as fit.
///
/// - Parameters:
///   - widths: The width of every entry, including the space after it.
///   - room: The width of a line.
/// - Returns: The line of each entry, counted from 0, and its position in the line.
func legendPlaces(_ widths: [Double], room: Double) -> [(line: Int, offset: Double)] {
  var line = 0
  var used = 0.0
  return widths.map { width in
    if used > 0 && used + width > room {
      line += 1
      used = 0
    }
    defer { used += width }
    return (line, used)
  }
}
