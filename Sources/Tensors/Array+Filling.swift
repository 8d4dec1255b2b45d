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
        body(buffer.baseAddress)
        initialized = count
      }
    }
    return result
  }
}
