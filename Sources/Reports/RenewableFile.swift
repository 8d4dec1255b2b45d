import Foundation

/// A file that can be regenerated from the journal, such as a student's page.
enum RenewableFile {
  /// Writes a file atomically, so that readers see either the old content or the new.
  ///
  /// It is not synced to the disk, which would take minutes for a thousand pages. After a power cut
  /// the same command writes the files again.
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
