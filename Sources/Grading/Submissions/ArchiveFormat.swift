import Foundation

/// An archive that is open: all its items, and their content.
protocol Archive: ContentSource {
  var items: [Item] { get }
}

/// The kinds of archive that learners hand in.
enum ArchiveFormat: Equatable {
  case zip, tar, gzippedTar
  /// One that is not read, by its name.
  case other(String)

  /// The format that a file's name promises; nil for no archive.
  init?(name: String) {
    let name = name.lowercased()
    let formats: [(String, ArchiveFormat)] = [
      (".zip", .zip), (".tar", .tar), (".tar.gz", .gzippedTar), (".tgz", .gzippedTar),
      (".rar", .other("RAR")), (".7z", .other("7z")), (".xz", .other("xz")), (".txz", .other("xz")),
      (".bz2", .other("bzip2")), (".tbz", .other("bzip2")), (".tbz2", .other("bzip2")),
      (".zst", .other("Zstandard")),
    ]
    guard let format = formats.first(where: { name.hasSuffix($0.0) && name.count > $0.0.count })
    else { return nil }
    self = format.1
  }

  /// What stands before the format's extension.
  static func stem(of name: String) -> String {
    let folded = name.lowercased()
    for suffix in [".tar.gz", ".tar.xz", ".tar.bz2", ".tar.zst"] where folded.hasSuffix(suffix) {
      return String(name.dropLast(suffix.count))
    }
    return (name as NSString).deletingPathExtension
  }

  /// Reads what the archive holds.
  ///
  /// - Throws: `RefusalReason`, or `IntakeError` when the disk is at fault.
  func open(_ bytes: any ByteSource, limits: IntakeLimits) throws -> any Archive {
    switch self {
    case .zip, .tar, .gzippedTar: throw RefusalReason.unreadFormat(format: "zip")
    case .other(let format): throw RefusalReason.unreadFormat(format: format)
    }
  }
}
