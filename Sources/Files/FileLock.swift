import Foundation

/// An advisory lock on a file of its own, held until it is released or the process ends.
public struct FileLock: Sendable {
  private let descriptor: Int32

  /// Takes the lock of a file, which is made where there is none.
  ///
  /// It is nil when the file cannot be made or, without waiting, when the lock is held elsewhere.
  ///
  /// - Parameters:
  ///   - path: the path of the lock's file.
  ///   - waits: whether to wait for another holder.
  ///   - isShared: whether others may hold it too that share it.
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

  /// Lets the next holder in.
  public func release() {
    flock(descriptor, LOCK_UN)
    close(descriptor)
  }
}
