import Statistics
import Text

/// The generator behind every draw and shuffle.
///
/// A seed and a question's id determine the draw, whatever the language, the platform and the other
/// questions of the session.
public struct RandomDraw: RandomNumberGenerator, Sendable {
  private var bits: SplitMix64

  init(seed: UInt64) { bits = SplitMix64(seed: seed) }

  /// Creates the generator for a seed and a question's id, or another name.
  public init(seed: Int, questionID: String) {
    self.init(
      seed: UInt64(bitPattern: Int64(seed)) &* 0x9E37_79B9_7F4A_7C15 ^ fingerprint(of: questionID))
    _ = next()
  }

  /// Returns the next 64 bits.
  public mutating func next() -> UInt64 { bits.next() }

  /// Returns a number in `0..<count`; the bias of the remainder of 64 bits is below 2⁻⁴⁰ for our
  /// counts.
  mutating func index(below count: Int) -> Int { Int(next() % UInt64(max(1, count))) }

  /// Shuffles after Fisher and Yates, independently of changes in the standard library.
  public mutating func shuffle<Element>(_ elements: inout [Element]) {
    for last in stride(from: elements.count - 1, to: 0, by: -1) {
      elements.swapAt(last, index(below: last + 1))
    }
  }
}
