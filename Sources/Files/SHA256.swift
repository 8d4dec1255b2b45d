public import Foundation
import Text

/// The SHA-256 digest of bytes (FIPS 180-4), used to name contents and to find recorded answers.
///
/// ```swift
/// print(SHA256.hex(of: Data("abc".utf8)).prefix(8))  // ba7816bf
/// ```
public struct SHA256: Sendable {
  private var state: [UInt32] = [
    0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a, 0x510e_527f, 0x9b05_688c, 0x1f83_d9ab,
    0x5be0_cd19,
  ]
  private var schedule = [UInt32](repeating: 0, count: 64)
  /// The bytes after the last complete block.
  private var rest = Data()
  private var count: UInt64 = 0

  /// Creates the digest of no bytes.
  public init() {}

  /// Returns the digest of some bytes as 64 hexadecimal digits.
  public static func hex(of data: Data) -> String {
    var hash = SHA256()
    hash.update(data)
    return hash.hex()
  }

  /// Appends bytes to the message.
  public mutating func update(_ data: Data) {
    count += UInt64(data.count)
    let missing = rest.isEmpty ? 0 : 64 - rest.count
    guard data.count >= missing else { return rest.append(data) }
    if !rest.isEmpty { absorb(rest + data.prefix(missing)) }
    let remaining = data.dropFirst(missing)
    let whole = remaining.count / 64 * 64
    absorb(remaining.prefix(whole))
    rest = Data(remaining.suffix(remaining.count - whole))
  }

  /// Returns the digest of the message so far as 64 hexadecimal digits.
  public func hex() -> String {
    words().map { word in
      let digits = String(word, radix: 16)
      return String(repeating: "0", count: 8 - digits.count) + digits
    }.joined()
  }

  /// Returns the digest of the message so far as eight words.
  public func words() -> [UInt32] {
    // The padding: a one bit, zeros, and the message's length in bits, up to a multiple of 64 bytes.
    var last = self
    var tail = rest + [0x80]
    tail.append(Data(count: (120 - tail.count % 64) % 64))
    tail.append(contentsOf: withUnsafeBytes(of: (count * 8).bigEndian, Array.init))
    last.absorb(tail)
    return last.state
  }

  /// Mixes complete blocks into the state.
  private mutating func absorb(_ blocks: Data) {
    blocks.withUnsafeBytes { bytes in
      for start in stride(from: 0, to: bytes.count, by: 64) {
        for index in 0..<16 {
          schedule[index] = UInt32(
            bigEndian: bytes.loadUnaligned(fromByteOffset: start + 4 * index, as: UInt32.self))
        }
        Self.mix(&schedule, into: &state)
      }
    }
  }

  private static func mix(_ w: inout [UInt32], into state: inout [UInt32]) {
    func turned(_ word: UInt32, _ count: UInt32) -> UInt32 {
      word >> count | word << (32 - count)
    }
    for t in 16..<64 {
      let s0 = turned(w[t - 15], 7) ^ turned(w[t - 15], 18) ^ w[t - 15] >> 3
      let s1 = turned(w[t - 2], 17) ^ turned(w[t - 2], 19) ^ w[t - 2] >> 10
      w[t] = w[t - 16] &+ s0 &+ w[t - 7] &+ s1
    }
    var (a, b, c, d) = (state[0], state[1], state[2], state[3])
    var (e, f, g, h) = (state[4], state[5], state[6], state[7])
    for t in 0..<64 {
      let s1 = turned(e, 6) ^ turned(e, 11) ^ turned(e, 25)
      let first = h &+ s1 &+ ((e & f) ^ (~e & g)) &+ constants[t] &+ w[t]
      let s0 = turned(a, 2) ^ turned(a, 13) ^ turned(a, 22)
      let second = s0 &+ ((a & b) ^ (a & c) ^ (b & c))
      (h, g, f, e, d, c, b, a) = (g, f, e, d &+ first, c, b, a, first &+ second)
    }
    for (index, value) in [a, b, c, d, e, f, g, h].enumerated() { state[index] &+= value }
  }

  /// The first 32 bits of the fractional parts of the cube roots of the first 64 primes.
  private static let constants: [UInt32] = [
    0x428a_2f98, 0x7137_4491, 0xb5c0_fbcf, 0xe9b5_dba5, 0x3956_c25b, 0x59f1_11f1, 0x923f_82a4,
    0xab1c_5ed5, 0xd807_aa98, 0x1283_5b01, 0x2431_85be, 0x550c_7dc3, 0x72be_5d74, 0x80de_b1fe,
    0x9bdc_06a7, 0xc19b_f174, 0xe49b_69c1, 0xefbe_4786, 0x0fc1_9dc6, 0x240c_a1cc, 0x2de9_2c6f,
    0x4a74_84aa, 0x5cb0_a9dc, 0x76f9_88da, 0x983e_5152, 0xa831_c66d, 0xb003_27c8, 0xbf59_7fc7,
    0xc6e0_0bf3, 0xd5a7_9147, 0x06ca_6351, 0x1429_2967, 0x27b7_0a85, 0x2e1b_2138, 0x4d2c_6dfc,
    0x5338_0d13, 0x650a_7354, 0x766a_0abb, 0x81c2_c92e, 0x9272_2c85, 0xa2bf_e8a1, 0xa81a_664b,
    0xc24b_8b70, 0xc76c_51a3, 0xd192_e819, 0xd699_0624, 0xf40e_3585, 0x106a_a070, 0x19a4_c116,
    0x1e37_6c08, 0x2748_774c, 0x34b0_bcb5, 0x391c_0cb3, 0x4ed8_aa4a, 0x5b9c_ca4f, 0x682e_6ff3,
    0x748f_82ee, 0x78a5_636f, 0x84c8_7814, 0x8cc7_0208, 0x90be_fffa, 0xa450_6ceb, 0xbef9_a3f7,
    0xc671_78f2,
  ]
}
