public import Foundation

extension JSONEncoder {
  /// Creates an encoder that encodes equal values as equal bytes, with sorted keys and unescaped
  /// slashes.
  public static func ordered(_ formatting: OutputFormatting = []) -> JSONEncoder {
    let encoder = JSONEncoder()
    encoder.outputFormatting = formatting.union([.sortedKeys, .withoutEscapingSlashes])
    return encoder
  }

  /// Encodes the value, followed by a newline.
  public func line(_ value: some Encodable) throws -> Data {
    try encode(value) + Data("\n".utf8)
  }
}
