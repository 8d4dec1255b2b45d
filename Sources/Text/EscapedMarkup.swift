extension Unicode.Scalar {
  /// The reference by which HTML and XML write a character that means something to them, in a text
  /// and in a quoted attribute; nil for every other.
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

/// The text with what HTML and XML reserve written as references.
///
///     escapedMarkup("a < b & \"c\"")   // "a &lt; b &amp; &quot;c&quot;"
public func escapedMarkup(_ text: String) -> String {
  var result = String.UnicodeScalarView()
  for scalar in text.unicodeScalars { result.appendMarkup(scalar) }
  return String(result)
}

extension String.UnicodeScalarView {
  /// Appends a character, or what stands for it in HTML and XML.
  public mutating func appendMarkup(_ scalar: Unicode.Scalar) {
    if let reference = scalar.markupReference {
      append(contentsOf: reference.unicodeScalars)
    } else {
      append(scalar)
    }
  }
}
