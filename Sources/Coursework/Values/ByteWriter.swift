import Foundation

/// A writer of bytes, little-endian words and texts into memory of a size that is known.
///
/// Every number of a class crosses a pipe through it: appending to `Data` takes ten times as long.
struct ByteWriter {
  private let buffer: UnsafeMutableRawBufferPointer
  private var offset = 0

  fileprivate init(_ buffer: UnsafeMutableRawBufferPointer) {
    self.buffer = buffer
  }

  /// Takes the next bytes of the memory, which an optimized build would not check.
  private mutating func next(_ count: Int) -> UnsafeMutableRawBufferPointer {
    precondition(count <= buffer.count - offset, "a value is larger than its byteCount")
    defer { offset += count }
    return UnsafeMutableRawBufferPointer(rebasing: buffer[offset..<offset + count])
  }

  mutating func append(byte: UInt8) { next(1)[0] = byte }

  mutating func append(word: UInt64) {
    next(8).storeBytes(of: word.littleEndian, as: UInt64.self)
  }

  mutating func append(_ bytes: UnsafeRawBufferPointer) {
    next(bytes.count).copyMemory(from: bytes)
  }

  /// Appends the number of a text's bytes in UTF-8, then the bytes.
  mutating func append(text: String) {
    var text = text
    text.withUTF8 {
      append(word: UInt64($0.count))
      append(UnsafeRawBufferPointer($0))
    }
  }
}

extension Data {
  /// Returns `count` bytes that a writer fills.
  static func written(_ count: Int, by write: (inout ByteWriter) -> Void) -> Data {
    var data = Data(count: count)
    data.withUnsafeMutableBytes { buffer in
      var writer = ByteWriter(buffer)
      write(&writer)
    }
    return data
  }

  mutating func append(word: UInt64) {
    Swift.withUnsafeBytes(of: word.littleEndian) { append(contentsOf: $0) }
  }
}
