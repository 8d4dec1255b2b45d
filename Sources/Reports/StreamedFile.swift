import Foundation

/// A file that is written piece by piece and appears complete or not at all.
final class StreamedFile {
  private let target: URL
  private let partial: URL
  private let handle: FileHandle
  private var buffer = Data()
  private var isFinished = false

  init(_ target: URL) throws {
    self.target = target
    partial = target.deletingLastPathComponent()
      .appending(path: ".\(target.lastPathComponent).partial")
    try Data().write(to: partial)
    handle = try FileHandle(forWritingTo: partial)
  }

  deinit {
    guard !isFinished else { return }
    try? handle.close()
    try? FileManager.default.removeItem(at: partial)
  }

  func write(_ text: String) throws {
    buffer.append(contentsOf: text.utf8)
    if buffer.count > 1 << 18 { try flush() }
  }

  func write(_ data: Data) throws {
    buffer.append(data)
    if buffer.count > 1 << 18 { try flush() }
  }

  /// Moves the file into place.
  func finish() throws {
    try flush()
    try handle.synchronize()
    try handle.close()
    guard rename(partial.path, target.path) == 0 else {
      let reason = POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO)
      throw CocoaError(
        .fileWriteUnknown,
        userInfo: [NSFilePathErrorKey: target.path, NSUnderlyingErrorKey: reason])
    }
    isFinished = true
  }

  private func flush() throws {
    try handle.write(contentsOf: buffer)
    buffer.removeAll(keepingCapacity: true)
  }
}
