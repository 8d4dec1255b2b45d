import Coursework
import Files
import Foundation
import Releases
import Text

/// The archive of a whole class.
///
/// A zip or plain tar archive is read where it stands. A compressed tar archive can only be read from
/// its beginning, so that what may be wanted of it is kept in a file without a name.
struct ClassArchive: Container {
  private let archive: any Archive
  private let listing: ArchiveListing

  /// - Throws: `IntakeError` when it is no archive or not a whole one.
  init(_ path: URL, files: [String], limits: IntakeLimits) throws {
    do {
      let bytes = try FileBytes(path: path.resolvingSymlinksInPath().path)
      var listing = ArchiveListing()
      switch try ArchiveFormat(of: bytes) {
      case .zip: archive = try ZipArchive(bytes, limits: limits.ofClass) { listing.isKept($0) }
      case .tar: archive = try TarArchive(bytes, limits: limits.ofClass) { listing.isKept($0) }
      case .gzippedTar:
        archive = try TarArchive(
          gzipped: bytes, limits: limits.ofClass, spool: try FileSpool(),
          isKept: { listing.isKept($0) },
          keep: { Self.largestSize(ofFile: $0, limits) })
      case .other, nil: throw IntakeError.noArchive(path.path)
      }
      listing.add(archive.items)
      self.listing = listing.unwrapped(files: files)
    } catch {
      let reason = try RefusalReason(error)
      throw IntakeError.archive(
        path.path, reason: Phrase(reason.phrase(.english), zh: reason.phrase(.chinese)))
    }
  }

  func top() -> [Entry] {
    listing.folders.map { Entry(path: $0, kind: .folder) } + listing.files
  }

  /// The most bytes that a file of this name may have to be kept; -1 keeps none.
  private static func largestSize(ofFile name: String, _ limits: IntakeLimits) -> Int {
    if ArchiveFormat(name: name) != nil { return limits.archive }
    if name.hasSuffix(".swift") { return limits.source }
    return name == Release.fileName ? ReleaseMarker.largestFile : -1
  }

  func entries(below folder: String) -> [Entry] { listing.groups[folder] ?? [] }

  func content(of item: Entry, atMost limit: Int) throws -> [UInt8] {
    try archive.content(of: item, atMost: limit)
  }

  func bytes(of item: Entry, atMost limit: Int) throws -> any ByteSource {
    try archive.bytes(of: item, atMost: limit)
  }
}

/// The entries of a class's archive, by what stands at the top.
struct ArchiveListing: Sendable {
  private(set) var folders: Set<String> = []
  private(set) var groups: [String: [Entry]] = [:]
  /// What stands at the top and is no folder.
  private(set) var files: [Entry] = []
  /// The folders one level further down, in case that all is packed into one.
  private var inner: [String: Set<String>] = [:]

  /// Whether an item is remembered.
  ///
  /// Most of what a class packs is not: builds, pictures, Git's own.
  mutating func isKept(_ item: Entry) -> Bool {
    let parts = item.parts
    guard let first = parts.first else { return false }
    if !item.isHidden, first != "..", parts.count > 1 || item.kind == .folder {
      folders.insert(String(first))
      if parts.count > 2 || parts.count == 2 && item.kind == .folder {
        inner[String(first), default: []].insert(String(parts[1]))
      }
    }
    if item.nameFault != nil { return true }
    guard item.kind != .folder, !item.isHidden else { return false }
    let name = item.name
    return item.kind != .file || parts.count == 1 || name.hasSuffix(".swift")
      || name.hasSuffix(".txt") || name == Release.fileName || ArchiveFormat(name: name) != nil
  }

  mutating func add(_ entries: [Entry]) {
    for item in entries {
      let parts = item.parts
      if let first = parts.first, first != "..", parts.count > 1 {
        groups[String(first), default: []].append(item)
      } else if item.kind != .folder {
        files.append(item)
      }
    }
  }

  /// Without the folder that holds everything, as `zip -r class.zip submissions` packs it.
  ///
  /// A folder that holds one thing, or files of the course, is a student's.
  func unwrapped(files own: [String]) -> ArchiveListing {
    guard files.isEmpty, folders.count == 1, let wrapper = folders.first else {
      return self
    }
    let entries = groups[wrapper] ?? []
    var unwrapped = ArchiveListing()
    unwrapped.folders = inner[wrapper] ?? []
    unwrapped.add(entries.map { $0.moved(by: 1) })
    let names = unwrapped.folders.union(unwrapped.files.map(\.name))
    let own = Set(own + ["Package.swift", "Exercises"])
    guard names.count > 1, names.isDisjoint(with: own) else { return self }
    return unwrapped
  }
}

extension Entry {
  /// The same item with so many first parts of its path left out.
  fileprivate func moved(by count: Int) -> Entry {
    let root = path.hasPrefix("/") ? "/" : ""
    return Entry(
      path: root + parts.dropFirst(count).joined(separator: "/"), kind: kind, size: size,
      modified: modified, place: place)
  }
}
