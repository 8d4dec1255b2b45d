import Foundation

/// A file that can be made again from the journal, as the page of a student can.
enum RenewableFile {
  /// Writes it as a whole, so that a reader sees the old content or the new one.
  ///
  /// Nobody waits for the disk: a thousand pages would take minutes. After a power cut the same
  /// command writes them anew.
  static func write(_ data: Data, to target: URL) throws {
    let partial = target.deletingLastPathComponent()
      .appending(path: ".\(target.lastPathComponent).partial")
    try data.write(to: partial)
    guard rename(partial.path, target.path) == 0 else {
      let reason = POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO)
      try? FileManager.default.removeItem(at: partial)
      throw CocoaError(
        .fileWriteUnknown,
        userInfo: [NSFilePathErrorKey: target.path, NSUnderlyingErrorKey: reason])
    }
  }
}
