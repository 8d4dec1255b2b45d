public import Foundation

extension JSONEncoder {
  /// Writes equal values as equal bytes: the keys in order, and slashes as they are.
  public static func ordered(_ formatting: OutputFormatting = []) -> JSONEncoder {
    let encoder = JSONEncoder()
    encoder.outputFormatting = formatting.union([.sortedKeys, .withoutEscapingSlashes])
    return encoder
  }

  /// The value with a newline behind it.
  public func line(_ value: some Encodable) throws -> Data {
    try encode(value) + Data("\n".utf8)
  }
}
