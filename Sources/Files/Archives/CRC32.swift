public import Foundation

/// The checksum of ZIP archives and PNG pictures: the remainder of the polynomial 0xEDB88320, bits
/// reversed (ISO 3309).
public enum CRC32 {
  /// Entry 256 k + b: what the byte b contributes when k more bytes follow it.
  private static let table: [UInt32] = {
    var table: [UInt32] = []
    for byte: UInt32 in 0..<256 {
      var crc = byte
      for _ in 0..<8 { crc = crc & 1 == 1 ? (crc >> 1) ^ 0xedb8_8320 : crc >> 1 }
      table.append(crc)
    }
    for i in 256..<(8 * 256) {
      let shorter = table[i - 256]
      table.append((shorter >> 8) ^ table[Int(shorter & 0xff)])
    }
    return table
  }()

  /// Computes the checksum of these bytes, continuing that of the bytes before them.
  ///
  ///     CRC32.checksum(Data("123456789".utf8))   // 0xcbf43926
  public static func checksum(
    _ data: some ContiguousBytes, continuing previous: UInt32 = 0
  ) -> UInt32 {
    table.withUnsafeBufferPointer { table in
      data.withUnsafeBytes { bytes in
        var crc = ~previous
        var position = 0
        // Eight bytes at a time, since their contributions are independent.
        while position + 8 <= bytes.count {
          var word = UInt64(
            littleEndian: bytes.loadUnaligned(fromByteOffset: position, as: UInt64.self))
          word ^= UInt64(crc)
          crc = 0
          for k in 0..<8 {
            let byte = Int(truncatingIfNeeded: word & 0xff)
            crc ^= table[(7 - k) * 256 + byte]
            word >>= 8
          }
          position += 8
        }
        while position < bytes.count {
          crc = (crc >> 8) ^ table[Int(UInt8(truncatingIfNeeded: crc) ^ bytes[position])]
          position += 1
        }
        return ~crc
      }
    }
  }
}
