import Files
import Foundation
import Synchronization

/// A store for bytes of a stream that are read again later.
protocol Spool: ByteSource {
  /// - Returns: the offset at which the bytes are stored.
  func append(_ bytes: [UInt8]) throws -> Int
}

/// An unnamed file, which disappears with the process that made it.
final class FileSpool: Spool {
  private let descriptor: Int32
  private let written = Mutex(0)

  init() throws {
    let folder = FileManager.default.temporaryDirectory
    let path = folder.appending(path: "course-\(UUID().uuidString)").path
    descriptor = open(path, O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else {
      throw IntakeError.noTemporaryFile(folder.path, reason: .lastError)
    }
    unlink(path)
  }

  deinit { close(descriptor) }

  var count: Int { written.withLock { $0 } }

  func append(_ bytes: [UInt8]) throws -> Int {
    try written.withLock { place in
      var done = 0
      while done < bytes.count {
        let count = bytes.withUnsafeBytes { buffer in
          pwrite(
            descriptor, buffer.baseAddress.map { $0 + done }, bytes.count - done,
            off_t(place + done))
        }
        if count < 0 && errno == EINTR { continue }
        guard count > 0 else {
          throw IntakeError.noTemporaryFile(
            FileManager.default.temporaryDirectory.path, reason: .lastError)
        }
        done += count
      }
      defer { place += bytes.count }
      return place
    }
  }

  func bytes(at offset: Int, count: Int) throws -> [UInt8] {
    try readBytes(descriptor, at: offset, count: min(count, self.count - offset)) { reason in
      IntakeError.noTemporaryFile(
        FileManager.default.temporaryDirectory.path, reason: reason)
    }
  }
}

/// A spool in memory, for the few sources of one student.
final class MemorySpool: Spool {
  private let bytes = Mutex<[UInt8]>([])
  private let limit: Int

  init(limit: Int) { self.limit = limit }

  var count: Int { bytes.withLock { $0.count } }

  func append(_ added: [UInt8]) throws -> Int {
    try bytes.withLock { bytes in
      guard bytes.count + added.count <= limit else {
        throw RefusalReason.unpacksTooLarge(limit: limit)
      }
      defer { bytes += added }
      return bytes.count
    }
  }

  func bytes(at offset: Int, count: Int) -> [UInt8] {
    bytes.withLock { MemoryBytes(bytes: $0).bytes(at: offset, count: count) }
  }
}
