import Coursework
import Files
import Foundation

/// Collects the files of a submission that may be sources, and the parts that were rejected.
struct SourceCollector {
  /// A file whose name is that of a week's file or similar to it.
  struct Candidate {
    let file: Found
    let name: WeekFileName
    /// Whether it is where the package has it, in Exercises/<folder>/.
    let isInPlace: Bool
  }

  /// A file of a submission.
  struct Found {
    let entry: Entry
    let source: any ContentSource
    /// The path within the submission.
    let path: String
    /// The index of the part of the submission that it is from.
    let part: Int

    /// The path of its folder, empty at the top.
    var folder: Substring { path[..<(path.lastIndex(of: "/") ?? path.startIndex)] }
  }

  private(set) var candidates: [String: [Candidate]] = [:]
  /// The Swift files that belong to no week.
  private(set) var swiftFiles: [Found] = []
  /// The paths of all other files.
  private(set) var otherPaths: [String] = []
  private(set) var refused: [(name: String, reason: RefusalReason)] = []
  /// The files in which a package states its release.
  private(set) var releaseFiles: [Found] = []
  /// The folders that contain a package.
  private(set) var packages: Set<Substring> = []
  /// The index of the part whose files are being added.
  var part = 0
  /// The weeks whose files are sought.
  let weeks: [Week]
  let limits: IntakeLimits
  private let zone: TimeZone?

  /// The depth to which archives within archives are opened.
  private static let deepest = 3

  init(weeks: [Week], limits: IntakeLimits, zone: TimeZone? = nil) {
    self.weeks = weeks
    self.limits = limits
    self.zone = zone
  }

  mutating func refuse(_ name: String, _ reason: RefusalReason) {
    refused.append((name, reason))
  }

  /// Returns whether the content of a file with this name may be needed.
  static func mayBeSource(_ name: String, _ weeks: [Week]) -> Bool {
    let folded = name.lowercased()
    return folded.hasSuffix(".swift")
      || [".txt", ".gz"].contains(where: folded.hasSuffix)
        && weeks.contains { WeekFileName(name, of: $0) != nil }
  }

  /// Adds the contents of a folder or archive.
  ///
  /// `prefix` is prepended to displayed paths, and the dropped first parts name the student rather
  /// than the file.
  mutating func add(
    _ entries: [Entry], from source: some ContentSource, prefix: String = "", dropping: Int = 0,
    depth: Int = 0
  ) throws {
    for entry in entries {
      let parts = entry.parts.dropFirst(dropping)
      let path = prefix + parts.joined(separator: "/")
      if let fault = entry.nameFault {
        refuse(path, fault)
      } else if !entry.isHidden {
        try add(entry, parts.map(String.init), path, from: source, depth: depth)
      }
    }
  }

  /// Adds one file.
  mutating func add(
    _ entry: Entry, _ parts: [String], _ path: String, from source: some ContentSource, depth: Int
  ) throws {
    switch entry.kind {
    case .folder: break
    case .symbolicLink: refuse(path, .symbolicLink)
    case .hardLink: refuse(path, .hardLink)
    case .special: refuse(path, .special)
    case .file:
      let name = parts.last ?? ""
      let found = Found(entry: entry, source: source, path: path, part: part)
      if name == Release.fileName {
        releaseFiles.append(found)
      } else if let format = ArchiveFormat(name: name), format != .gzip {
        try addArchive(found, format, depth)
      } else if let (week, weekName) = meant(name) {
        let isInPlace =
          weekName.likeness == .exact
          && parts.suffix(3) == ["Exercises", week.folder, name]
        candidates[week.id, default: []].append(
          Candidate(file: found, name: weekName, isInPlace: isInPlace))
      } else if name == "Package.swift" {
        packages.insert(found.folder)
      } else if name.lowercased().hasSuffix(".swift") {
        swiftFiles.append(found)
      } else if name.lowercased().hasSuffix(".gz") {
        refuse(path, .unreadFormat(format: "gzip"))
      } else {
        otherPaths.append(path)
      }
    }
  }

  /// Returns the week whose file a name resembles most.
  private func meant(_ name: String) -> (week: Week, name: WeekFileName)? {
    let found = weeks.compactMap { week in WeekFileName(name, of: week).map { (week, $0) } }
    // If a name contains two module names, the longer one is meant.
    return found.min {
      ($0.1.likeness, -$0.0.module.count) < ($1.1.likeness, -$1.0.module.count)
    }
  }

  private mutating func addArchive(
    _ found: Found, _ format: ArchiveFormat, _ depth: Int
  ) throws {
    do {
      guard depth < Self.deepest else { throw RefusalReason.nestedArchive }
      guard found.entry.size <= limits.archive else {
        throw RefusalReason.archiveTooLarge(bytes: found.entry.size, limit: limits.archive)
      }
      let bytes = try found.source.bytes(of: found.entry, atMost: limits.archive)
      let weeks = weeks
      let archive = try format.open(bytes, limits: limits, zone: zone) { name in
        name == Release.fileName || Self.mayBeSource(name, weeks)
          || ArchiveFormat(name: name) != nil
      }
      try add(archive.items, from: archive, prefix: found.path + "/", depth: depth + 1)
    } catch {
      refuse(found.path, try RefusalReason(error))
    }
  }
}
