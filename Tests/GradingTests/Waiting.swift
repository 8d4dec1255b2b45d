import Foundation

/// Waits until something holds, however long a busy machine takes to it.
///
/// - Returns: whether it held before the time was over.
@discardableResult
func waitUntil(seconds: Double = 60, _ holds: () throws -> Bool) rethrows -> Bool {
  let end = ContinuousClock.now + .seconds(seconds)
  while ContinuousClock.now < end {
    if try holds() { return true }
    usleep(20_000)
  }
  return try holds()
}
