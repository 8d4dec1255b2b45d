import Files
import Foundation

/// Encodes a picture as an uncompressed PNG file, which suffices for the course's small pictures.
///
/// Source: W3C, Portable Network Graphics; for the zlib stream, RFC 1950 and 1951.
func png(_ picture: Picture) -> Data {
  var data = Data([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])
  let header =
    bigEndian(UInt32(picture.columns)) + bigEndian(UInt32(picture.rows))
    + [8, picture.channels == 1 ? 0 : 2, 0, 0, 0]
  data.append(chunk("IHDR", header))

  // Every row begins with the number of its filter: 0 for none.
  let bytes = picture.bytes
  let length = picture.columns * picture.channels
  var rows: [UInt8] = []
  for row in 0..<picture.rows { rows += [0] + bytes[row * length..<(row + 1) * length] }
  data.append(chunk("IDAT", stored(rows)))
  data.append(chunk("IEND", []))
  return data
}

private func bigEndian(_ value: UInt32) -> [UInt8] {
  withUnsafeBytes(of: value.bigEndian) { Array($0) }
}

private func chunk(_ name: String, _ content: [UInt8]) -> Data {
  let body = Array(name.utf8) + content
  return Data(bigEndian(UInt32(content.count)) + body + bigEndian(CRC32.checksum(body)))
}

/// A zlib stream of stored, that is, uncompressed blocks.
private func stored(_ bytes: [UInt8]) -> [UInt8] {
  var result: [UInt8] = [0x78, 0x01]
  var start = 0
  repeat {
    let end = min(start + 0xFFFF, bytes.count)
    let length = UInt16(end - start)
    result += [end == bytes.count ? 1 : 0]
    result += [UInt8(length & 0xFF), UInt8(length >> 8)]
    result += [UInt8(~length & 0xFF), UInt8(~length >> 8)]
    result += bytes[start..<end]
    start = end
  } while start < bytes.count
  return result + bigEndian(adler32(bytes))
}

private func adler32(_ bytes: [UInt8]) -> UInt32 {
  var (a, b): (UInt32, UInt32) = (1, 0)
  for byte in bytes {
    a = (a + UInt32(byte)) % 65521
    b = (b + a) % 65521
  }
  return b << 16 | a
}
