import Foundation
import Text

/// Returns the reason why JSON could not be read, in a sentence with the line or field at fault.
func jsonReason(_ error: any Error, in data: Data) -> Phrase {
  guard String(validating: data, as: UTF8.self) != nil else {
    let line = data.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      .firstIndex { String(validating: $0, as: UTF8.self) == nil }
    let number = (line ?? 0) + 1
    return Phrase("line \(number) is not UTF-8", zh: "第 \(number) 行不是 UTF-8")
  }
  if data.isEmpty { return Phrase("the file is empty", zh: "文件是空的") }
  switch error as? DecodingError {
  case .typeMismatch(_, let context):
    return Phrase(
      "\(path(context, .english)) has the wrong type", zh: "\(path(context, .chinese))的类型不对")
  case .valueNotFound(_, let context):
    return Phrase("\(path(context, .english)) is null", zh: "\(path(context, .chinese))为 null")
  case .keyNotFound(let key, let context):
    let name = printable(key.stringValue)
    return Phrase(
      "\(path(context, .english)) has no “\(name)”", zh: "\(path(context, .chinese))缺少“\(name)”")
  case .dataCorrupted(let context):
    if context.codingPath.isEmpty {
      let details =
        (context.underlyingError as NSError?)?
        .userInfo[NSDebugDescriptionErrorKey] as? String
      return Phrase(
        "it is no JSON" + (details.map { ": " + printable($0) } ?? ""),
        zh: "不是 JSON" + (details.map { "：" + printable($0) } ?? ""))
    }
    let details = printable(context.debugDescription)
    let why = (context.underlyingError as? InvalidValue)?.phrase ?? Phrase(details, zh: details)
    return Phrase(
      "\(path(context, .english)) is not valid: \(why(.english))",
      zh: "\(path(context, .chinese))无效：\(why(.chinese))")
  default: return Phrase("it is no JSON", zh: "不是 JSON")
  }
}

/// A fault of a value that has the right type.
struct InvalidValue: PhrasedError {
  let phrase: Phrase
}

extension JSONDecoder {
  /// A decoder of ISO 8601 dates that names the field of an invalid one.
  static var dated: JSONDecoder {
    let decoder = JSONDecoder()
    decoder.dateDecodingStrategy = .custom { decoder in
      let text = try decoder.singleValueContainer().decode(String.self)
      if let date = try? Date(text, strategy: .iso8601) { return date }
      let shown = printable(String(text.prefix(40)))
      let phrase = Phrase(
        "“\(shown)” is not a date such as 2026-03-01T10:00:00Z",
        zh: "“\(shown)”不是 2026-03-01T10:00:00Z 这样的日期")
      throw DecodingError.dataCorrupted(
        .init(
          codingPath: decoder.codingPath, debugDescription: phrase(.english),
          underlyingError: InvalidValue(phrase: phrase)))
    }
    return decoder
  }
}

extension KeyedDecodingContainer {
  /// Returns the error for a value of the right type that makes no sense.
  func invalid(_ key: Key, _ phrase: Phrase) -> DecodingError {
    .dataCorrupted(
      .init(
        codingPath: codingPath + [key], debugDescription: phrase(.english),
        underlyingError: InvalidValue(phrase: phrase)))
  }
}

private func path(_ context: DecodingError.Context, _ language: Language) -> String {
  if context.codingPath.isEmpty { return Phrase("the file", zh: "文件")(language) }
  return "“"
    + context.codingPath.map { $0.intValue.map { "[\($0 + 1)]" } ?? printable($0.stringValue) }
    .joined(separator: ".") + "”"
}
