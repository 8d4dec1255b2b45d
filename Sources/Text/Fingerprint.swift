/// Computes the 64-bit FNV-1a hash of a text's UTF-8 bytes, the same on every machine and in every
/// run.
///
///     fingerprint(of: "a")   // 0xaf63dc4c8601ec8c
///
/// Source: http://www.isthe.com/chongo/tech/comp/fnv/
package func fingerprint(of text: String) -> UInt64 {
  text.utf8.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
}
