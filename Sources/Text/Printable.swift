/// Makes a text a single line that cannot control a terminal: spaces for tabs and line breaks, `�`
/// for every other control character and for the marks that reverse the direction of writing.
public func printable(_ text: String) -> String {
  var result = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    switch scalar.value {
    case 0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x85, 0x2028, 0x2029: result.append(" ")
    default: result.append(scalar.isControl ? "\u{FFFD}" : scalar)
    }
  }
  return String(result)
}

extension Unicode.Scalar {
  /// Whether a terminal would act on it instead of showing it: control characters, and the marks
  /// that reverse the direction of writing.
  public var isControl: Bool {
    switch value {
    case 0..<0x20, 0x7F..<0xA0, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }
}
