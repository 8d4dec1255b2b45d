import Files
import Foundation
import Text

/// A byte source over a file that stays open.
///
/// Links are not followed, and only regular files are opened.
final class FileBytes: ByteSource {
  private let descriptor: Int32
  private let path: String
  let count: Int

  /// Opens a file by its path, or by the zero-terminated bytes of a path that is not UTF-8.
  ///
  /// - Throws: `RefusalReason` for anything but a regular file, `IntakeError.unreadable` for a file
  ///   that the system cannot open.
  init(path: String, opening bytes: [CChar]? = nil) throws {
    // Without O_NONBLOCK, opening a pipe without a writer would block.
    let name = bytes ?? path.utf8CString.map { $0 }
    let descriptor = open(name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else {
      if errno == ELOOP { throw RefusalReason.symbolicLink }
      throw IntakeError.unreadable(path, reason: .lastError)
    }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      close(descriptor)
      throw RefusalReason.special
    }
    self.descriptor = descriptor
    self.path = path
    count = Int(status.st_size)
  }

  deinit { close(descriptor) }

  func bytes(at offset: Int, count: Int) throws -> [UInt8] {
    guard offset >= 0, count > 0, offset < self.count else { return [] }
    return try readBytes(descriptor, at: offset, count: min(count, self.count - offset)) {
      IntakeError.unreadable(path, reason: $0)
    }
  }
}

/// Reads bytes at an offset of an open file; fewer when the file ends.
func readBytes(
  _ descriptor: Int32, at offset: Int, count: Int, error: (Phrase) -> IntakeError
) throws(IntakeError) -> [UInt8] {
  guard offset >= 0, count > 0 else { return [] }
  var bytes = [UInt8](repeating: 0, count: count)
  var filled = 0
  while filled < count {
    let read = bytes.withUnsafeMutableBytes { buffer in
      pread(
        descriptor, buffer.baseAddress.map { $0 + filled }, count - filled, off_t(offset + filled))
    }
    if read < 0 && errno == EINTR { continue }
    guard read >= 0 else { throw error(.lastError) }
    if read == 0 { break }
    filled += read
  }
  bytes.removeLast(count - filled)
  return bytes
}

extension Phrase {
  /// The reason why the last call to the system failed in this thread.
  static var lastError: Phrase {
    Phrase(reasonOf: POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO))
  }
}
