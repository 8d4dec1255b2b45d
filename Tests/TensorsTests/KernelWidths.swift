import CKernels

/// Runs checks at every vector width that this processor has.
func forEachWidth(_ check: (Int32) throws -> Void) rethrows {
  defer { _ = ck_use_width(0) }
  for width in [Int32(2), 4, 8] where ck_use_width(width) == width { try check(width) }
}

/// Numbers between -1 and 1 whose mantissas are full, so that every sum and product rounds.
///
/// The generator is the linear congruential one of Knuth's MMIX.
struct FullMantissas {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> Double {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Double(Int64(bitPattern: state)) / 0x1p63
  }
}
