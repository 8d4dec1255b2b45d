import Coursework
import Files
import Foundation
import Releases
import Text

/// The archive of a whole class.
///
/// A zip or plain tar archive is read in place. A compressed tar archive can only be read from its
/// beginning, so the content that may be needed is kept in an unnamed file.
struct ClassArchive: Container {
  private let archive: any Archive
  private let tree: ArchiveTree

  /// - Throws: `IntakeError` when the file is not an archive or is incomplete.
  init(_ path: URL, weeks: [Week], limits: IntakeLimits, zone: TimeZone?, matching: OwnerMatching?)
    throws
  {
    do {
      let bytes = try FileBytes(path: path.resolvingSymlinksInPath().path)
      guard let format = try ArchiveFormat(of: bytes) else {
        throw IntakeError.noArchive(path.path)
      }
      try self.init(
        bytes, format, weeks: weeks, limits: limits, zone: zone, matching: matching,
        spool: { try FileSpool() })
    } catch {
      if error as? IntakeError == .noArchive(path.path) { throw error }
      let reason = try RefusalReason(error)
      throw IntakeError.archive(
        path.path, reason: Phrase(reason.phrase(.english), zh: reason.phrase(.chinese)))
    }
  }

  /// Reads the directory of an archive, and spools the content if necessary.
  init(
    _ bytes: any ByteSource, _ format: ArchiveFormat, weeks: [Week], limits: IntakeLimits,
    zone: TimeZone?, matching: OwnerMatching?, spool: () throws -> some Spool
  ) throws {
    var tree = ArchiveTree(weeks: weeks)
    switch format {
    case .zip:
      archive = try ZipArchive(
        bytes, limits: limits.ofClass, zone: zone, isKnown: { matching?.knows($0) ?? false },
        isKept: { tree.isKept($0) })
    case .tar: archive = try TarArchive(bytes, limits: limits.ofClass) { tree.isKept($0) }
    case .gzippedTar:
      archive = try TarArchive(
        gzipped: bytes, limits: limits.ofClass, spool: try spool(), isKept: { tree.isKept($0) },
        keep: { Self.largestSize(ofFile: $0, weeks, limits) })
    case .gzip, .other: throw RefusalReason.archive(.notAnArchive(format: "zip"))
    }
    tree.add(archive.items)
    self.tree = tree
  }

  /// The size up to which a file of this name is kept; -1 to keep none.
  private static func largestSize(
    ofFile name: String, _ weeks: [Week], _ limits: IntakeLimits
  ) -> Int {
    if ArchiveFormat(name: name) != nil { return limits.archive }
    if name == GradescopeMetadata.fileName { return GradescopeMetadata.largestFile }
    if SourceCollector.mayBeSource(name, weeks) { return limits.source }
    return name == Release.fileName ? ReleaseMarker.largestFile : -1
  }

  func children(of folder: String) -> [Entry] { tree.children(of: folder) }

  func entries(below folder: String) -> [Entry] { tree.entries(below: folder) }

  func content(of item: Entry, atMost limit: Int) throws -> [UInt8] {
    try archive.content(of: item, atMost: limit)
  }

  func bytes(of item: Entry, atMost limit: Int) throws -> any ByteSource {
    try archive.bytes(of: item, atMost: limit)
  }
}

/// The entries of a class's archive as a tree of folders.
///
/// Of files that are not sources only the first few names in each top-level folder are remembered:
/// most of what a class packs is builds, pictures and the course's own files.
struct ArchiveTree: Sendable {
  private struct Node {
    var folders: [ExactName: Int] = [:]
    var files: [Entry] = []
  }

  private var nodes = [Node()]
  private var others: [String: Int] = [:]
  private let weeks: [Week]

  /// The depth beyond which folders are merged into their parent.
  private static let deepest = 8
  /// The number of other files' names kept for each pair of first and second folder.
  private static let mostOthers = 40

  init(weeks: [Week]) { self.weeks = weeks }

  /// Returns whether an item is remembered.
  mutating func isKept(_ item: Entry) -> Bool {
    let parts = item.parts
    guard let first = parts.first else { return false }
    if !item.isHidden, first != "..", item.nameFault == nil {
      // Enough to see which students are there, and who has handed in an empty folder.
      let isFolder = item.kind == .folder
      let above = isFolder ? parts[...] : parts.dropLast()
      if !above.isEmpty { _ = node(above.prefix(isFolder ? 3 : 2)) }
    }
    if item.nameFault != nil { return true }
    guard item.kind != .folder, !item.isHidden else { return false }
    let name = item.name
    if item.kind != .file || parts.count == 1 || SourceCollector.mayBeSource(name, weeks)
      || name == Release.fileName || name == GradescopeMetadata.fileName
      || ArchiveFormat(name: name) != nil
    {
      return true
    }
    let place = parts.dropLast().prefix(2).joined(separator: "/")
    others[place, default: 0] += 1
    return others[place, default: 0] <= Self.mostOthers
  }

  mutating func add(_ entries: [Entry]) {
    for item in entries where item.kind != .folder {
      let parts = item.parts
      let isOutside = parts.first == ".."
      let place = isOutside ? 0 : node(parts.dropLast())
      nodes[place].files.append(item)
    }
  }

  /// Returns the node of a folder, creating it if necessary.
  private mutating func node(_ parts: ArraySlice<Substring>) -> Int {
    var place = 0
    for part in parts.prefix(Self.deepest) {
      let name = ExactName(String(part))
      if let next = nodes[place].folders[name] {
        place = next
      } else {
        nodes.append(Node())
        nodes[place].folders[name] = nodes.count - 1
        place = nodes.count - 1
      }
    }
    return place
  }

  private func found(_ folder: String) -> Node? {
    var place = 0
    for part in folder.split(separator: "/") {
      guard let next = nodes[place].folders[ExactName(String(part))] else { return nil }
      place = next
    }
    return nodes[place]
  }

  func children(of folder: String) -> [Entry] {
    guard let node = found(folder) else { return [] }
    let prefix = folder.isEmpty ? "" : folder + "/"
    return node.folders.keys.map(\.text).sorted().map {
      Entry(path: prefix + $0, kind: .folder)
    } + node.files
  }

  func entries(below folder: String) -> [Entry] {
    guard let node = found(folder) else { return [] }
    var entries: [Entry] = []
    var waiting = [node]
    while let node = waiting.popLast() {
      entries += node.files
      waiting += node.folders.values.map { nodes[$0] }
    }
    return entries.sorted { $0.path < $1.path }
  }
}
