import Files
import Foundation
import Synchronization

/// Names on a disk that are not UTF-8, as when a folder was unpacked in another code page.
///
/// They are displayed in the most likely code page, and opened by their bytes.
final class RawNames: Sendable {
  /// The bytes of a path below the root, by its displayed form.
  private let paths = Mutex<[ExactName: [UInt8]]>([:])
  private let isKnown: @Sendable (String) -> Bool

  init(isKnown: @escaping @Sendable (String) -> Bool) { self.isKnown = isKnown }

  /// Returns the zero-terminated path by which the system knows a file.
  func bytes(of path: String, below root: String) -> [CChar] {
    let own = paths.withLock { $0[ExactName(path)] } ?? Array(path.utf8)
    let whole = Array(root.utf8) + (own.isEmpty ? [] : [UInt8(ascii: "/")] + own)
    return whole.map { CChar(bitPattern: $0) } + [0]
  }

  /// Returns whether a name, as Foundation gives it, has lost some of its bytes.
  static func isLost(_ name: String) -> Bool { name.unicodeScalars.contains("\u{FFFD}") }

  /// Returns the names in a folder; nil where the system gives none.
  func names(in folder: String, below root: String) -> [String]? {
    guard let directory = opendir(bytes(of: folder, below: root)) else { return nil }
    defer { closedir(directory) }
    var found: [[UInt8]] = []
    while let item = readdir(directory) {
      // The name ends at the first zero byte in the field.
      let name = withUnsafeBytes(of: item.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
      if name != Array(".".utf8), name != Array("..".utf8) { found.append(name) }
    }
    let above = paths.withLock { $0[ExactName(folder)] } ?? Array(folder.utf8)
    return found.map { name in
      let text =
        String(validating: name, as: UTF8.self)
        // Each may have been unpacked from an archive of a different machine.
        ?? CodePage.best(for: [name], isKnown: isKnown).text(of: name)
        ?? String(decoding: name, as: UTF8.self)
      let path = folder.isEmpty ? text : folder + "/" + text
      let raw = above.isEmpty ? name : above + [UInt8(ascii: "/")] + name
      if raw != Array(path.utf8) { paths.withLock { $0[ExactName(path)] = raw } }
      return text
    }.sorted()
  }
}
