package import Foundation

/// A source of bytes that are read on demand rather than held in memory.
package protocol ByteSource: Sendable {
  var count: Int { get }
  /// Reads bytes; fewer than requested at the end.
  ///
  /// - Throws: the system's error when the disk is at fault.
  func bytes(at offset: Int, count: Int) throws -> [UInt8]
}

/// Bytes in memory.
package struct MemoryBytes: ByteSource {
  private let bytes: [UInt8]

  package init(bytes: [UInt8]) { self.bytes = bytes }

  package var count: Int { bytes.count }

  package func bytes(at offset: Int, count: Int) -> [UInt8] {
    guard offset >= 0, count > 0, offset < bytes.count else { return [] }
    return Array(bytes[offset..<offset + min(count, bytes.count - offset)])
  }
}

/// Data as a byte source, possibly mapped from a file.
package struct DataBytes: ByteSource {
  private let data: Data

  package init(_ data: Data) { self.data = data }

  package var count: Int { data.count }

  package func bytes(at offset: Int, count: Int) -> [UInt8] {
    guard offset >= 0, count > 0, offset < data.count else { return [] }
    let start = data.startIndex + offset
    return [UInt8](data[start..<start + min(count, data.count - offset)])
  }
}

/// A part of another source.
package struct SourceSlice: ByteSource {
  private let source: any ByteSource
  private let start: Int
  package let count: Int

  package init(source: any ByteSource, start: Int, count: Int) {
    self.source = source
    self.start = start
    self.count = count
  }

  package func bytes(at offset: Int, count: Int) throws -> [UInt8] {
    guard offset >= 0, count > 0, offset < self.count else { return [] }
    return try source.bytes(at: start + offset, count: min(count, self.count - offset))
  }
}

extension [UInt8] {
  /// Reads a little-endian number; bytes beyond the end count as zeros.
  package func number(at offset: Int, _ count: Int) -> Int {
    var number = 0
    for place in (0..<count).reversed() {
      let index = offset + place
      number = number << 8 | (indices.contains(index) ? Int(self[index]) : 0)
    }
    return number
  }
}
