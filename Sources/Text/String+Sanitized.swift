extension String {
  /// The text without characters that control a terminal, cut to a readable length.
  package var sanitized: String {
    let scalars = cut(to: 2000).unicodeScalars.map { scalar -> Unicode.Scalar in
      scalar.isControl && scalar != "\n" && scalar != "\t" ? "\u{FFFD}" : scalar
    }
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars)
    return String(text)
  }
}
