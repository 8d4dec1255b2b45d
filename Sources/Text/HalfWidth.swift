import Foundation

/// Converts full-width letters, digits and marks (U+FF01 to U+FF5E) to their ASCII forms, and the
/// text to Unicode's composed form.
///
/// ```swift
/// print(halfWidth("（４，ｍ）"))  // (4,m)
/// ```
public func halfWidth(_ text: String) -> String {
  var result = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    switch scalar.value {
    case 0xFF01...0xFF5E:
      if let half = Unicode.Scalar(scalar.value - 0xFEE0) { result.append(half) }
    case 0x3000: result.append(" ")
    default: result.append(scalar)
    }
  }
  return String(result).precomposedStringWithCanonicalMapping
}
