import Files
import Foundation

/// Bytes that are read where they are wanted and not held in memory as a whole.
protocol ByteSource: Sendable {
  var count: Int { get }
  /// Fewer bytes than asked for at the end.
  ///
  /// - Throws: `IntakeError.unreadable` when the disk is at fault.
  func bytes(at offset: Int, count: Int) throws -> [UInt8]
}

/// Bytes in memory.
struct MemoryBytes: ByteSource {
  let bytes: [UInt8]

  var count: Int { bytes.count }

  func bytes(at offset: Int, count: Int) -> [UInt8] {
    guard offset >= 0, count > 0, offset < bytes.count else { return [] }
    return Array(bytes[offset..<offset + min(count, bytes.count - offset)])
  }
}

/// A file that stays open. Links are not followed, and what is no regular file is not opened.
final class FileBytes: ByteSource {
  private let descriptor: Int32
  private let path: String
  let count: Int

  /// - Throws: `RefusalReason` for what is no regular file, `IntakeError.unreadable` for what the
  ///   system does not open.
  init(path: String) throws {
    // Without O_NONBLOCK a pipe that nobody writes to would be waited for.
    let descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else {
      if errno == ELOOP { throw RefusalReason.symbolicLink }
      throw IntakeError.unreadable(path, reason: SystemError().description)
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

/// A part of another source.
struct SourceSlice: ByteSource {
  let source: any ByteSource
  let start: Int
  let count: Int

  func bytes(at offset: Int, count: Int) throws -> [UInt8] {
    guard offset >= 0, count > 0, offset < self.count else { return [] }
    return try source.bytes(at: start + offset, count: min(count, self.count - offset))
  }
}

/// Reads at a place of an open file; fewer bytes when the file ends.
func readBytes(
  _ descriptor: Int32, at offset: Int, count: Int, error: (String) -> IntakeError
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
    guard read >= 0 else { throw error(SystemError().description) }
    if read == 0 { break }
    filled += read
  }
  bytes.removeLast(count - filled)
  return bytes
}
