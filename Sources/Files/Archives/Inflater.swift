/// Decompresses DEFLATE data a piece at a time (RFC 1951).
///
/// Untrusted archives are parsed in Swift, where a wrong index traps instead of reading foreign
/// memory.
package struct Inflater {
  private enum Block {
    case header(isLast: Bool)
    case stored(left: Int, isLast: Bool)
    case coded(HuffmanTable, distances: HuffmanTable, isLast: Bool)
  }

  /// The largest distance of a copy.
  private static let reach = 32768
  private static let piece = 65536
  package private(set) var bits: BitReader
  /// The last bytes of the output so far, followed by new output.
  private var window: [UInt8] = []
  private var block = Block.header(isLast: false)

  package init(_ source: any ByteSource, in range: Range<Int>) {
    bits = BitReader(source, in: range)
    window.reserveCapacity(Self.reach + Self.piece + 258)
  }

  /// Returns the next bytes, about 64 KB; none at the end.
  ///
  /// - Throws: `ArchiveError.truncated` or `.corrupt`.
  package mutating func next() throws -> [UInt8] {
    let start = window.count
    let enough = start + Self.piece
    while window.count < enough {
      switch block {
      case .header(isLast: true):
        return piece(from: start)
      case .header(isLast: false):
        block = try header()
      case .stored(let left, let isLast):
        let count = min(left, enough - window.count)
        window += try bits.bytes(count)
        block =
          left == count ? .header(isLast: isLast) : .stored(left: left - count, isLast: isLast)
      case .coded(let literals, let distances, let isLast):
        if try decode(literals, distances, until: enough) { block = .header(isLast: isLast) }
      }
    }
    return piece(from: start)
  }

  private mutating func piece(from start: Int) -> [UInt8] {
    let piece = Array(window[start...])
    window.removeFirst(max(0, window.count - Self.reach))
    return piece
  }

  // MARK: Blocks

  private mutating func header() throws -> Block {
    let isLast = try bits.take(1) == 1
    switch try bits.take(2) {
    case 0:
      try bits.alignToByte()
      let length = try bits.take(16)
      guard try bits.take(16) == length ^ 0xffff else {
        throw ArchiveError.corrupt(.blockLength)
      }
      return .stored(left: length, isLast: isLast)
    case 1:
      return .coded(
        try HuffmanTable(
          (0..<288).map { $0 < 144 ? 8 : $0 < 256 ? 9 : $0 < 280 ? 7 : 8 }),
        distances: try HuffmanTable((0..<30).map { _ in 5 }), isLast: isLast)
    case 2:
      let (literals, distances) = try tables()
      return .coded(literals, distances: distances, isLast: isLast)
    default:
      throw ArchiveError.corrupt(.blockKind)
    }
  }

  /// The order in which the code lengths of the code length alphabet are stored.
  private static let order = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]

  private mutating func tables() throws -> (HuffmanTable, HuffmanTable) {
    let literals = try bits.take(5) + 257
    let distances = try bits.take(5) + 1
    let written = try bits.take(4) + 4
    var own = [Int](repeating: 0, count: 19)
    for place in Self.order.prefix(written) { own[place] = try bits.take(3) }
    let table = try HuffmanTable(own)
    var lengths: [Int] = []
    while lengths.count < literals + distances {
      switch try table.symbol(&bits) {
      case 16:
        guard let last = lengths.last else { throw ArchiveError.corrupt(.repeatedNothing) }
        lengths += Array(repeating: last, count: try bits.take(2) + 3)
      case 17: lengths += Array(repeating: 0, count: try bits.take(3) + 3)
      case 18: lengths += Array(repeating: 0, count: try bits.take(7) + 11)
      case let length: lengths.append(length)
      }
    }
    guard lengths.count == literals + distances else {
      throw ArchiveError.corrupt(.codeLengths)
    }
    return (try HuffmanTable(lengths[..<literals]), try HuffmanTable(lengths[literals...]))
  }

  // MARK: Symbols

  private static let lengths: [(base: Int, extra: Int)] = [
    (3, 0), (4, 0), (5, 0), (6, 0), (7, 0), (8, 0), (9, 0), (10, 0), (11, 1), (13, 1), (15, 1),
    (17, 1), (19, 2), (23, 2), (27, 2), (31, 2), (35, 3), (43, 3), (51, 3), (59, 3), (67, 4),
    (83, 4), (99, 4), (115, 4), (131, 5), (163, 5), (195, 5), (227, 5), (258, 0),
  ]
  private static let distances: [(base: Int, extra: Int)] = [
    (1, 0), (2, 0), (3, 0), (4, 0), (5, 1), (7, 1), (9, 2), (13, 2), (17, 3), (25, 3), (33, 4),
    (49, 4), (65, 5), (97, 5), (129, 6), (193, 6), (257, 7), (385, 7), (513, 8), (769, 8),
    (1025, 9), (1537, 9), (2049, 10), (3073, 10), (4097, 11), (6145, 11), (8193, 12),
    (12289, 12), (16385, 13), (24577, 13),
  ]

  /// - Returns: whether the block has ended.
  private mutating func decode(
    _ literals: HuffmanTable, _ distances: HuffmanTable, until enough: Int
  ) throws -> Bool {
    while window.count < enough {
      let symbol = try literals.symbol(&bits)
      if symbol < 256 {
        window.append(UInt8(symbol))
      } else if symbol == 256 {
        return true
      } else {
        guard symbol - 257 < Self.lengths.count else { throw ArchiveError.corrupt(.length) }
        let length = Self.lengths[symbol - 257]
        let count = length.base + (try bits.take(length.extra))
        let place = try distances.symbol(&bits)
        guard place < Self.distances.count else { throw ArchiveError.corrupt(.distance) }
        let distance = Self.distances[place]
        let back = distance.base + (try bits.take(distance.extra))
        guard back <= window.count else {
          throw ArchiveError.corrupt(.copyFromBefore)
        }
        for _ in 0..<count { window.append(window[window.count - back]) }
      }
    }
    return false
  }
}
