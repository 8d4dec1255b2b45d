import Dispatch
import Foundation
import Synchronization

/// Work that goes on beside other tests until one of them asks for its result.
final class BackgroundWork<Value: Sendable>: Sendable {
  private let result = Mutex<Result<Value, any Error>>(.failure(CancellationError()))
  private let end = DispatchGroup()

  /// Begins the work on a thread of its own.
  init(_ work: @escaping @Sendable () throws -> Value) {
    end.enter()
    Thread.detachNewThread {
      let result = Result { try work() }
      self.result.withLock { $0 = result }
      self.end.leave()
    }
  }

  /// Waits for the result of the work.
  ///
  /// - Throws: the error that the work threw.
  func value() throws -> Value {
    end.wait()
    return try result.withLock { try $0.get() }
  }
}
