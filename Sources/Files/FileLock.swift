import Foundation

/// An advisory lock on a file of its own, held until it is released or the process ends.
public struct FileLock: Sendable {
  private let descriptor: Int32

  /// Acquires the lock on a file, creating the file if necessary.
  ///
  /// The result is nil when the file cannot be created or, without waiting, when the lock is held
  /// elsewhere.
  ///
  /// - Parameters:
  ///   - path: the path of the lock file.
  ///   - waits: whether to wait for the current holder.
  ///   - isShared: whether the lock may be held along with other shared holders.
  public init?(path: String, waits: Bool, isShared: Bool = false) {
    let descriptor = open(path, O_CREAT | O_RDWR | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { return nil }
    let kind = isShared ? LOCK_SH : LOCK_EX
    guard flock(descriptor, waits ? kind : kind | LOCK_NB) == 0 else {
      close(descriptor)
      return nil
    }
    self.descriptor = descriptor
  }

  /// Releases the lock.
  public func release() {
    flock(descriptor, LOCK_UN)
    close(descriptor)
  }
}
