extension String {
  /// The text without characters that steer a terminal, cut to what somebody reads.
  package var sanitized: String {
    let scalars = unicodeScalars.map { scalar -> Unicode.Scalar in
      scalar.isControl && scalar != "\n" && scalar != "\t" ? "\u{FFFD}" : scalar
    }
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars.prefix(2000))
    return String(text)
  }
}
