/// The content of an entry.
extension ZipEntry {
  /// Reads the bytes of the entry, at most one more than the limit.
  ///
  /// - Throws: `ArchiveError`.
  package func content(in source: any ByteSource, atMost limit: Int = .max - 1) throws -> [UInt8] {
    guard !isEncrypted else { throw ArchiveError.encrypted }
    let data = try range(in: source)
    var content: [UInt8] = []
    switch method {
    case 0:
      guard size == packedSize else { throw ArchiveError.corrupt(.twoSizes) }
      content = try source.bytes(at: data.lowerBound, count: min(data.count, limit + 1))
    case 8:
      var inflater = Inflater(source, in: data)
      while content.count <= min(limit, size) {
        let piece = try inflater.next()
        if piece.isEmpty { break }
        content += piece
      }
    default:
      throw ArchiveError.unknownCompression(method: method)
    }
    if content.count > limit { return Array(content.prefix(limit + 1)) }
    guard content.count == size, CRC32.checksum(content) == checksum else {
      throw ArchiveError.checksum
    }
    return content
  }

  /// Returns the range of the bytes if they are stored uncompressed; nil otherwise.
  ///
  /// - Throws: `ArchiveError`.
  package func stored(in source: any ByteSource) throws -> Range<Int>? {
    guard method == 0, !isEncrypted, size == packedSize else { return nil }
    return try range(in: source)
  }

  /// Returns the range of the bytes, which follow the entry's own header.
  private func range(in source: any ByteSource) throws -> Range<Int> {
    let header = try source.bytes(at: offset, count: 30)
    guard header.count == 30, header.number(at: 0, 4) == 0x0403_4b50 else {
      throw ArchiveError.corrupt(.otherBeginning)
    }
    let start = offset + 30 + header.number(at: 26, 2) + header.number(at: 28, 2)
    guard packedSize <= source.count, start <= source.count - packedSize else {
      throw ArchiveError.truncated
    }
    return start..<start + packedSize
  }
}
