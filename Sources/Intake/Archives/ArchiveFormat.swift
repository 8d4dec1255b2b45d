import Files
import Foundation

/// An open archive: all its items, and their content.
protocol Archive: ContentSource {
  var items: [Entry] { get }
}

/// The archive formats that learners hand in.
enum ArchiveFormat: Equatable {
  case zip, tar, gzippedTar
  /// A single compressed file.
  case gzip
  /// A format that cannot be read, by name.
  case other(String)

  /// The format that a file's name implies; nil if it is not an archive.
  init?(name: String) {
    let name = name.lowercased()
    let formats: [(String, ArchiveFormat)] = [
      (".zip", .zip), (".tar", .tar), (".tar.gz", .gzippedTar), (".tgz", .gzippedTar),
      (".rar", .other("RAR")), (".7z", .other("7z")), (".xz", .other("xz")), (".txz", .other("xz")),
      (".bz2", .other("bzip2")), (".tbz", .other("bzip2")), (".tbz2", .other("bzip2")),
      (".zst", .other("Zstandard")), (".z", .other("compress")), (".lzma", .other("LZMA")),
      (".gz", .gzip),
    ]
    guard let format = formats.first(where: { name.hasSuffix($0.0) && name.count > $0.0.count })
    else { return nil }
    self = format.1
  }

  /// The format of the content; nil if it is not a readable one.
  init?(of source: some ByteSource) throws {
    let start = try source.bytes(at: 0, count: 512)
    switch start.number(at: 0, 4) {
    case 0x0403_4b50, 0x0605_4b50: self = .zip
    case let magic where magic & 0xff_ffff == 0x08_8b1f: self = .gzippedTar
    default:
      guard TarReader<PlainStream>.isHeader(start) else { return nil }
      self = .tar
    }
  }

  /// Returns the part of a name before the format's extension.
  static func stem(of name: String) -> String {
    let folded = name.lowercased()
    for suffix in [".tar.gz", ".tar.xz", ".tar.bz2", ".tar.zst"] where folded.hasSuffix(suffix) {
      return String(name.dropLast(suffix.count))
    }
    return (name as NSString).deletingPathExtension
  }

  /// Opens a student's archive.
  ///
  /// - Parameters:
  ///   - bytes: the archive.
  ///   - limits: the limits on the sizes of the archive and its files.
  ///   - zone: the time zone of times without one.
  ///   - isWanted: whether the content of a file with this name may be requested.
  /// - Returns: the archive, with its directory read.
  /// - Throws: `RefusalReason`, `ArchiveError`, or `IntakeError` when the disk is at fault.
  func open(
    _ bytes: any ByteSource, limits: IntakeLimits, zone: TimeZone? = nil,
    isWanted: (String) -> Bool
  ) throws -> any Archive {
    switch self {
    case .zip: try ZipArchive(bytes, limits: limits.ofStudent, zone: zone)
    case .tar: try TarArchive(bytes, limits: limits.ofStudent)
    case .gzippedTar:
      try TarArchive(
        gzipped: bytes, limits: limits.ofStudent, spool: MemorySpool(limit: 32 * limits.source)
      ) { isWanted($0) ? (ArchiveFormat(name: $0) == nil ? limits.source : limits.archive) : -1 }
    case .gzip: throw RefusalReason.unreadFormat(format: "gzip")
    case .other(let format): throw RefusalReason.unreadFormat(format: format)
    }
  }
}
