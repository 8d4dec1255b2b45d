import Foundation

/// The checksum of zip archives: the remainder of the polynomial 0xEDB88320, bits reversed (ISO 3309).
enum CRC32 {
  private static let table: [UInt32] = (0..<256).map { byte in
    (0..<8).reduce(UInt32(byte)) { crc, _ in
      crc & 1 == 1 ? (crc >> 1) ^ 0xedb8_8320 : crc >> 1
    }
  }

  static func checksum(_ data: Data) -> UInt32 {
    table.withUnsafeBufferPointer { table in
      data.withUnsafeBytes { bytes in
        ~bytes.reduce(~UInt32(0)) { crc, byte in
          (crc >> 8) ^ table[Int(UInt8(truncatingIfNeeded: crc) ^ byte)]
        }
      }
    }
  }
}
