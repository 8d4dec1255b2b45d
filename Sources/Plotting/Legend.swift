/// Places a legend's entries in lines: as many in each as fit.
///
/// - Parameters:
///   - widths: What every entry takes, with the space behind it.
///   - room: The width of a line.
/// - Returns: For each entry its line, from 0, and where in the line it begins.
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
