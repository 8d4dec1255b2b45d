import Foundation
import Synchronization

/// Outside of the type, since a signal's handler may capture nothing.
private let stopRequested = Atomic(false)

/// The wish of a user that a long call end early, carried from judge to worker by SIGINT.
enum StopRequest {
  static var isMade: Bool { stopRequested.load(ordering: .relaxed) }

  /// Turns the worker's SIGINT into a request that the call may look at.
  static func listen() {
    signal(SIGINT) { _ in stopRequested.store(true, ordering: .relaxed) }
  }
}
