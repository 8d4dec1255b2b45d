import CKernels

/// 4 MiB, from where on NumPy asks for huge pages too.
private let numbersForHugePages = 1 << 19

extension [Double] {
  /// Returns an array of `count` numbers, all of which `body` must write.
  ///
  /// `Array(unsafeUninitializedCapacity:)` would do the same, but it looks up the type of its storage
  /// at every call, which for a small tensor costs as much as the arithmetic. For the same reason
  /// this function is not generic in the error that `body` might throw.
  static func filling(
    _ count: Int, _ body: (UnsafeMutablePointer<Double>?) -> Void
  ) -> [Double] {
    var result: [Double] = []
    result.append(addingCapacity: count) { span in
      span.withUnsafeMutableBufferPointer { buffer, initialized in
        if count >= numbersForHugePages {
          ck_prefer_huge_pages(buffer.baseAddress, count * MemoryLayout<Double>.stride)
        }
        body(buffer.baseAddress)
        initialized = count
      }
    }
    return result
  }
}
