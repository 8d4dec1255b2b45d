import Dispatch
import Synchronization

extension Array where Element: Sendable {
  /// Maps the elements on all processors, keeping their order.
  ///
  /// ```swift
  /// let sizes = try names.concurrentMap { try Data(contentsOf: folder.appending(path: $0)).count }
  /// ```
  ///
  /// - Throws: the error of the first element that has one, once all elements are done.
  public func concurrentMap<Product: Sendable>(
    _ transform: @Sendable (Element) throws -> Product
  ) throws -> [Product] {
    let results = Mutex<[Int: Result<Product, any Error>]>([:])
    DispatchQueue.concurrentPerform(iterations: count) { index in
      let result = Result { try transform(self[index]) }
      results.withLock { $0[index] = result }
    }
    return try results.withLock { found in
      try found.sorted { $0.key < $1.key }.map { try $0.value.get() }
    }
  }
}
