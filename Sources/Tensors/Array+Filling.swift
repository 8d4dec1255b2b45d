extension [Double] {
  /// An array of `count` numbers, all of which `body` writes.
  ///
  /// `Array(unsafeUninitializedCapacity:)` would do the same, but it looks up the type of its storage
  /// at every call, which for a small tensor costs as much as the arithmetic.
  @inline(__always)
  static func filling<E>(
    _ count: Int, _ body: (UnsafeMutablePointer<Double>?) throws(E) -> Void
  ) throws(E) -> [Double] {
    var result: [Double] = []
    try result.append(addingCapacity: count) { span throws(E) in
      try span.withUnsafeMutableBufferPointer { buffer, initialized throws(E) in
        try body(buffer.baseAddress)
        initialized = count
      }
    }
    return result
  }
}
