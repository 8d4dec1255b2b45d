import Foundation
import Text

/// The text of a table as saved by spreadsheets and platforms, in whatever encoding.
///
/// Blackboard's downloads are UTF-16 with tabs; Excel by default writes the Windows code page: 1252
/// in Western Europe, GB 18030 (a superset of GBK and GB 2312) in China.
struct RosterText {
  let text: String
  /// A remark on a guessed encoding; nil where the encoding is certain.
  let guess: Phrase?

  /// - Throws: `RosterError.notText` for bytes that are not a table in any of them.
  init(_ data: Data, _ file: String) throws(RosterError) {
    if let wide = Self.utf16(data) {
      guard let text = String(data: Data(data.dropFirst(wide.mark)), encoding: wide.encoding) else {
        throw .notText(file)
      }
      (self.text, guess) = (text, nil)
    } else if let text = String(validating: data, as: UTF8.self) {
      (self.text, guess) = (text, nil)
    } else if let text = Self.chinese(data) {
      (self.text, guess) = (text, Phrase("GB 18030 (GBK)", zh: "GB 18030（GBK）"))
    } else if let text = String(data: data, encoding: .windowsCP1252)
      ?? String(data: data, encoding: .isoLatin1)
    {
      (self.text, guess) = (text, Phrase("Windows-1252", zh: "Windows-1252"))
    } else {
      throw .notText(file)
    }
    // A file of the wrong kind, such as an .xlsx, contains bytes that no text has.
    if text.unicodeScalars.contains(where: { $0.value < 9 || $0.value == 0xFFFD }) {
      throw .notText(file)
    }
  }

  /// Detects UTF-16 by its byte order mark, or by every other byte at the beginning being zero.
  private static func utf16(_ data: Data) -> (encoding: String.Encoding, mark: Int)? {
    if data.starts(with: [0xff, 0xfe]) { return (.utf16LittleEndian, 2) }
    if data.starts(with: [0xfe, 0xff]) { return (.utf16BigEndian, 2) }
    let head = Array(data.prefix(64))
    guard head.count >= 4, head.count == 64 || head.count % 2 == 0 else { return nil }
    let even = stride(from: 0, to: head.count - 1, by: 2).count { head[$0] == 0 }
    let odd = stride(from: 1, to: head.count, by: 2).count { head[$0] == 0 }
    if even == 0, odd * 4 > head.count { return (.utf16LittleEndian, 0) }
    if odd == 0, even * 4 > head.count { return (.utf16BigEndian, 0) }
    return nil
  }

  /// Detects Chinese text, in which most high bytes come in pairs; in Western text a high byte
  /// usually stands alone among ASCII letters, which read as GBK would be a pair with an ASCII
  /// second byte.
  private static func chinese(_ data: Data) -> String? {
    var (pairs, mixed) = (0, 0)
    var bytes = data.makeIterator()
    while let byte = bytes.next() {
      guard byte >= 0x80 else { continue }
      guard let second = bytes.next() else { return nil }
      if second >= 0x80 { pairs += 1 } else { mixed += 1 }
    }
    guard pairs > mixed else { return nil }
    // CoreFoundation's number for GB 18030, marked as an external encoding.
    return String(data: data, encoding: String.Encoding(rawValue: 0x8000_0632))
  }
}
