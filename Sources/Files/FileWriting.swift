public import Foundation

/// Writes a file atomically, so that readers see either the old content or the new.
///
/// A symbolic link keeps its target. Anything but a regular file, such as `/dev/null`,
/// `/dev/stdout` or a named pipe, is written to rather than replaced.
///
/// - Throws: Foundation's error when the file cannot be written.
public func writeFile(_ data: Data, to path: String) throws {
  let target = URL(fileURLWithPath: path).resolvingSymlinksInPath()
  let type = try? FileManager.default.attributesOfItem(atPath: target.path)[.type]
  if let type = type as? FileAttributeType, type != .typeRegular {
    let handle = try FileHandle(forWritingTo: target)
    defer { try? handle.close() }
    try handle.write(contentsOf: data)
  } else {
    try data.write(to: target, options: .atomic)
  }
}
