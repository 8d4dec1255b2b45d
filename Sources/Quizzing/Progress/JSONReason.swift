import Basics
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
