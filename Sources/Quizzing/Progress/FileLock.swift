import Foundation

/// An advisory lock on a file of its own, held until it is released or the process ends.
struct FileLock: Sendable {
  private let descriptor: Int32

  /// - Parameter waits: whether to wait for another holder.
  /// - Returns: nil when the file cannot be made, or, without waiting, when it is held elsewhere.
  init?(path: String, waits: Bool) {
    let descriptor = open(path, O_CREAT | O_RDWR | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { return nil }
    guard flock(descriptor, waits ? LOCK_EX : LOCK_EX | LOCK_NB) == 0 else {
      close(descriptor)
      return nil
    }
    self.descriptor = descriptor
  }

  func release() {
    flock(descriptor, LOCK_UN)
    close(descriptor)
  }
}
