import Files

/// The text of a source, in whatever encoding an editor saved it.
struct SourceText {
  let text: String
  /// The encoding, unless it is UTF-8.
  let encoding: String?

  /// The byte order mark that some editors put before UTF-8, which is not part of the text.
  static let mark: [UInt8] = [0xef, 0xbb, 0xbf]

  /// Decodes bytes; every sequence of bytes is some text.
  init(_ bytes: [UInt8]) {
    if let text = Self.utf16(bytes) {
      (self.text, encoding) = (text, "UTF-16")
    } else if let text = String(
      validating: bytes.dropFirst(bytes.starts(with: Self.mark) ? 3 : 0), as: UTF8.self)
    {
      (self.text, encoding) = (text, nil)
    } else if Self.isChinese(bytes), let text = CodePage.chinese.text(of: bytes) {
      (self.text, encoding) = (text, "GB 18030")
    } else {
      text = CodePage.windowsWestern.text(of: bytes) ?? Self.latin1(bytes)
      encoding = "Latin-1"
    }
  }

  /// Decodes Latin-1, in which every byte is the character of that number.
  private static func latin1(_ bytes: [UInt8]) -> String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: bytes.map(Unicode.Scalar.init))
    return String(text)
  }

  /// Decodes UTF-16, detected by its mark or by the zeros between the letters of a program.
  private static func utf16(_ bytes: [UInt8]) -> String? {
    let isLittle: Bool
    var body = bytes[...]
    if bytes.starts(with: [0xff, 0xfe]) || bytes.starts(with: [0xfe, 0xff]) {
      isLittle = bytes[0] == 0xff
      body = body.dropFirst(2)
    } else {
      let start = bytes.prefix(400)
      let zeros = start.indices.filter { start[$0] == 0 }
      guard bytes.count > 3, bytes.count.isMultiple(of: 2), zeros.count > start.count / 3,
        Set(zeros.map { $0 & 1 }).count == 1
      else { return nil }
      isLittle = zeros[0] & 1 == 1
    }
    guard body.count.isMultiple(of: 2) else { return nil }
    let units = stride(from: body.startIndex, to: body.endIndex, by: 2).map { index in
      let (first, second) = (UInt16(body[index]), UInt16(body[index + 1]))
      return isLittle ? second << 8 | first : first << 8 | second
    }
    return String(validating: units, as: UTF16.self)
  }

  /// Returns whether the non-ASCII bytes form mostly common pairs, as in GBK; `é` in Latin-1 stands
  /// alone or before an ASCII letter.
  private static func isChinese(_ bytes: [UInt8]) -> Bool {
    var (pairs, common, index) = (0, 0, 0)
    while index < bytes.count {
      guard bytes[index] >= 0x80 else {
        index += 1
        continue
      }
      guard index + 1 < bytes.count, bytes[index + 1] >= 0x40 else { return false }
      pairs += 1
      if bytes[index] >= 0xa1, bytes[index + 1] >= 0xa1 { common += 1 }
      index += 2
    }
    return pairs > 1 && 2 * common > pairs
  }
}
