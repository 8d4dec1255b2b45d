import Foundation

/// What a learner's function printed, kept up to a length that somebody reads.
struct Printed: Sendable {
  /// Bytes kept of one call.
  static let kept = 4096
  /// Bytes after which a call is stopped.
  static let flood = 64_000_000

  private(set) var bytes = Data()
  private(set) var total = 0

  mutating func append(_ more: Data) {
    total += more.count
    bytes.append(more.prefix(max(0, Self.kept - bytes.count)))
  }

  var isEmpty: Bool { total == 0 }

  /// The text with a note of what was cut; bytes that are not UTF-8 show as replacement characters.
  func text(_ language: Language) -> String {
    let text = String(decoding: bytes, as: UTF8.self)
    let cut = total - bytes.count
    guard cut > 0 else { return text }
    return text + Phrase("… (\(cut) more bytes)", zh: "……（还有 \(cut) 字节）")(language)
  }
}
