import Files
import Foundation
import Text

/// One file of a zip archive, stored without compression, to be read.
struct ZipEntry {
  let name: String
  private let method: Int
  private let isEncrypted: Bool
  private let checksum: UInt32
  private let compressedSize: Int
  private let size: Int
  private let headerOffset: Int

  /// The entries that the directory at the archive's end names.
  static func directory(of data: Data) throws(ArrayFileError) -> [ZipEntry] {
    let reader = LittleEndianReader(data)
    // The last record has 22 bytes and a comment of at most 65535.
    let lowest = Swift.max(0, data.count - 22 - 0xffff)
    guard
      let end = stride(from: data.count - 22, through: lowest, by: -1).first(where: {
        reader.value($0, 4) == 0x0605_4b50
      }), let count = reader.value(end + 10, 2), let offset = reader.value(end + 16, 4)
    else { throw .notNPZ }
    guard count != 0xffff, offset != 0xffff_ffff else { throw .tooLarge }
    var entries: [ZipEntry] = []
    var position = offset
    for index in 0..<count {
      guard reader.value(position, 4) == 0x0201_4b50, position + 46 <= data.count,
        let flags = reader.value(position + 8, 2), let method = reader.value(position + 10, 2),
        let checksum = reader.value(position + 16, 4),
        let compressedSize = reader.value(position + 20, 4),
        let size = reader.value(position + 24, 4), let nameLength = reader.value(position + 28, 2),
        let extraLength = reader.value(position + 30, 2),
        let commentLength = reader.value(position + 32, 2),
        let headerOffset = reader.value(position + 42, 4),
        let name = reader.text(position + 46, nameLength)
      else {
        throw .malformedArchive(
          Phrase(
            "the directory ends before entry \(index) of \(count)",
            zh: "目录在第 \(index) 项（共 \(count) 项）之前就结束了"))
      }
      entries.append(
        ZipEntry(
          name: name, method: method, isEncrypted: flags & 1 == 1,
          checksum: UInt32(truncatingIfNeeded: checksum), compressedSize: compressedSize,
          size: size, headerOffset: headerOffset))
      position += 46 + nameLength + extraLength + commentLength
    }
    return entries
  }

  /// The bytes of this entry, which the archive holds as they are.
  func content(in data: Data) throws(ArrayFileError) -> Data {
    let reader = LittleEndianReader(data)
    guard method == 0 else { throw .compressed(name: name) }
    guard !isEncrypted else {
      throw .malformedArchive(
        Phrase("\(name) is encrypted", zh: "\(name) 已加密"))
    }
    guard size == compressedSize else {
      throw .malformedArchive(
        Phrase("\(name) is not compressed, but its two sizes differ", zh: "\(name) 未压缩，但记录的两个大小不一致")
      )
    }
    guard reader.value(headerOffset, 4) == 0x0403_4b50,
      let nameLength = reader.value(headerOffset + 26, 2),
      let extraLength = reader.value(headerOffset + 28, 2)
    else {
      throw .malformedArchive(
        Phrase("\(name) does not begin where the directory says", zh: "\(name) 不在目录所写的位置"))
    }
    let start = headerOffset + 30 + nameLength + extraLength
    guard let bytes = reader.bytes(start, size) else {
      throw .truncated(
        part: Phrase(name, zh: name), expected: size, actual: Swift.max(0, data.count - start))
    }
    guard CRC32.checksum(bytes) == checksum else { throw .checksum(name: name) }
    return bytes
  }
}

/// Numbers and bytes at places counted from the start of the data; nil beyond its end.
private struct LittleEndianReader {
  private let data: Data

  init(_ data: Data) { self.data = data }

  func bytes(_ offset: Int, _ count: Int) -> Data? {
    guard offset >= 0, count >= 0, offset <= data.count - count else { return nil }
    let start = data.startIndex + offset
    return data[start..<(start + count)]
  }

  func value(_ offset: Int, _ count: Int) -> Int? {
    bytes(offset, count)?.reversed().reduce(0) { $0 << 8 | Int($1) }
  }

  func text(_ offset: Int, _ count: Int) -> String? {
    bytes(offset, count).map { String(decoding: $0, as: UTF8.self) }
  }
}
