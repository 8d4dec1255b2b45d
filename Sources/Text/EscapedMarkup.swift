extension Unicode.Scalar {
  /// The reference for a character that is special in HTML and XML, in text and in quoted
  /// attributes; nil for every other.
  public var markupReference: String? {
    switch self {
    case "&": "&amp;"
    case "<": "&lt;"
    case ">": "&gt;"
    case "\"": "&quot;"
    case "'": "&#39;"
    default: nil
    }
  }
}

/// Escapes the characters that HTML and XML reserve.
///
///     escapedMarkup("a < b & \"c\"")   // "a &lt; b &amp; &quot;c&quot;"
public func escapedMarkup(_ text: String) -> String {
  var result = String.UnicodeScalarView()
  for scalar in text.unicodeScalars { result.appendMarkup(scalar) }
  return String(result)
}

extension String.UnicodeScalarView {
  /// Appends a character, escaped for HTML and XML.
  public mutating func appendMarkup(_ scalar: Unicode.Scalar) {
    if let reference = scalar.markupReference {
      append(contentsOf: reference.unicodeScalars)
    } else {
      append(scalar)
    }
  }
}
