/// A table that decodes the next symbol in one step, with an entry for every pattern of as many
/// bits as the longest code has.
struct HuffmanTable {
  /// Symbol × 16 + length of its code; 0 where no code begins with the pattern.
  private var entries: [UInt16]
  private let longest: Int

  /// - Parameter lengths: the length of every symbol's code in bits; 0 for a symbol that does not
  ///   occur. Codes of the same length are consecutive numbers, and shorter ones come first (RFC
  ///   1951, 3.2.2).
  /// - Throws: `ArchiveError.corrupt` when there are more codes than patterns.
  init(_ lengths: some Collection<Int>) throws {
    longest = max(1, lengths.max() ?? 0)
    entries = [UInt16](repeating: 0, count: 1 << longest)
    var code = 0
    for length in 1...longest {
      for (symbol, own) in lengths.enumerated() where own == length {
        guard code < 1 << length else { throw ArchiveError.corrupt(.tooManyCodes) }
        // A code's bits are packed from the highest, all other numbers from the lowest.
        var pattern = 0
        for bit in 0..<length where code >> bit & 1 == 1 { pattern |= 1 << (length - 1 - bit) }
        let entry = UInt16(symbol << 4 | length)
        for place in stride(from: pattern, to: entries.count, by: 1 << length) {
          entries[place] = entry
        }
        code += 1
      }
      code <<= 1
    }
  }

  @inline(__always)
  func symbol(_ bits: inout BitReader) throws -> Int {
    let entry = Int(entries[try bits.peek(longest)])
    guard entry != 0 else { throw ArchiveError.corrupt(.noCode) }
    try bits.drop(entry & 15)
    return entry >> 4
  }
}
