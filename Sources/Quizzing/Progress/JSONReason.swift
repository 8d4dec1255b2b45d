import Foundation

/// Why JSON could not be read, in a sentence with the line or the field at fault.
func jsonReason(_ error: any Error, in data: Data) -> String {
  guard String(validating: data, as: UTF8.self) != nil else {
    let line = data.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      .firstIndex { String(validating: $0, as: UTF8.self) == nil }
    return "line \((line ?? 0) + 1) is not UTF-8"
  }
  if data.isEmpty { return "the file is empty" }
  switch error as? DecodingError {
  case .typeMismatch(_, let context): return "\(path(context)) has the wrong type"
  case .valueNotFound(_, let context): return "\(path(context)) is null"
  case .keyNotFound(let key, let context):
    return "\(path(context)) has no “\(printable(key.stringValue))”"
  case .dataCorrupted(let context):
    if context.codingPath.isEmpty {
      let details =
        (context.underlyingError as NSError?)?
        .userInfo[NSDebugDescriptionErrorKey] as? String
      return "it is no JSON" + (details.map { ": " + printable($0) } ?? "")
    }
    return "\(path(context)) is not valid: \(printable(context.debugDescription))"
  default: return "it is no JSON"
  }
}

private func path(_ context: DecodingError.Context) -> String {
  if context.codingPath.isEmpty { return "the file" }
  return "“"
    + context.codingPath.map { $0.intValue.map { "[\($0 + 1)]" } ?? printable($0.stringValue) }
    .joined(separator: ".") + "”"
}

/// The text with control characters replaced, so that data cannot drive a terminal.
func printable(_ text: String) -> String {
  guard text.unicodeScalars.contains(where: isControl) else { return text }
  var result = String.UnicodeScalarView()
  for scalar in text.unicodeScalars { result.append(isControl(scalar) ? "\u{FFFD}" : scalar) }
  return String(result)
}

private func isControl(_ scalar: Unicode.Scalar) -> Bool {
  scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
}
