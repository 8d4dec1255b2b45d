import Foundation
import Synchronization

/// A global, since a signal handler may not capture anything.
private let stopRequested = Atomic(false)

/// A user's request to end a long call early, sent from judge to worker as SIGINT.
enum StopRequest {
  static var isMade: Bool { stopRequested.load(ordering: .relaxed) }

  /// Turns the worker's SIGINT into a request that the running call can check.
  static func listen() {
    signal(SIGINT) { _ in stopRequested.store(true, ordering: .relaxed) }
  }
}
