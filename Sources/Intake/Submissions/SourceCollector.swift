import Coursework
import Foundation

/// The files of a submission that may be sources, and what was refused on the way to them.
struct SourceCollector {
  struct Candidate {
    let entry: Entry
    let source: any ContentSource
    /// The path within the submission.
    let path: String
    /// Whether it stands where the package has it, in Exercises/<folder>/.
    let isInPlace: Bool
  }

  private(set) var candidates: [String: [Candidate]] = [:]
  private(set) var refused: [(name: String, reason: RefusalReason)] = []
  /// The files by which a package names its release.
  private(set) var releaseFiles: [(entry: Entry, source: any ContentSource)] = []
  private var nearly: [(week: String, path: String, file: String)] = []
  /// The weeks whose files are looked for.
  let weeks: [Week]
  private let limits: IntakeLimits

  init(weeks: [Week], limits: IntakeLimits) {
    self.weeks = weeks
    self.limits = limits
  }

  mutating func refuse(_ name: String, _ reason: RefusalReason) {
    refused.append((name, reason))
  }

  /// Takes up what a folder or an archive holds.
  ///
  /// `prefix` stands before the paths when they are shown, and the first parts that are dropped name
  /// the student, not the file.
  mutating func add(
    _ entries: [Entry], from source: some ContentSource, prefix: String = "", dropping: Int = 0,
    isNested: Bool = false
  ) throws {
    for entry in entries {
      let parts = entry.parts.dropFirst(dropping)
      let path = prefix + parts.joined(separator: "/")
      if let fault = entry.nameFault {
        refuse(path, fault)
      } else if !entry.isHidden {
        try add(entry, parts.map(String.init), path, from: source, isNested: isNested)
      }
    }
  }

  /// Takes up one file.
  mutating func add(
    _ entry: Entry, _ parts: [String], _ path: String, from source: some ContentSource,
    isNested: Bool
  ) throws {
    switch entry.kind {
    case .folder: break
    case .symbolicLink: refuse(path, .symbolicLink)
    case .hardLink: refuse(path, .hardLink)
    case .special: refuse(path, .special)
    case .file:
      let name = parts.last ?? ""
      if name == Release.fileName {
        releaseFiles.append((entry, source))
      } else if let week = weeks.first(where: { $0.file == name }) {
        let isInPlace = parts.suffix(3) == ["Exercises", week.folder, name]
        candidates[week.id, default: []].append(
          Candidate(entry: entry, source: source, path: path, isInPlace: isInPlace))
      } else if let format = ArchiveFormat(name: name) {
        if isNested {
          refuse(path, .nestedArchive)
        } else {
          try addArchive(entry, format, path, from: source)
        }
      } else if let week = weeks.first(where: { $0.isNearly(name) }) {
        nearly.append((week.id, path, week.file))
      }
    }
  }

  private mutating func addArchive(
    _ entry: Entry, _ format: ArchiveFormat, _ path: String, from source: some ContentSource
  ) throws {
    do {
      guard entry.size <= limits.archive else {
        throw RefusalReason.archiveTooLarge(bytes: entry.size, limit: limits.archive)
      }
      let bytes = try source.bytes(of: entry, atMost: limits.archive)
      let files = Set(weeks.map(\.file))
      let archive = try format.open(bytes, limits: limits) { name in
        name == Release.fileName || files.contains(name)
      }
      try add(archive.items, from: archive, prefix: path + "/", isNested: true)
    } catch {
      refuse(path, try RefusalReason(error))
    }
  }

  /// The files that a course's file was probably meant by, of the weeks that have none.
  mutating func refuseNearlyNamed() {
    for (week, path, file) in nearly where candidates[week] == nil {
      refuse(path, .nearlyNamed(file))
    }
  }
}

extension Week {
  /// The file that a learner edits.
  var file: String { module + ".swift" }

  /// Whether somebody who wrote this name meant the week's file: `logisticregression (1).swift`.
  fileprivate func isNearly(_ name: String) -> Bool {
    let name = name.lowercased()
    guard name.hasPrefix(module.lowercased()), name.hasSuffix(".swift") || name.hasSuffix(".txt")
    else { return false }
    let rest = name.dropFirst(module.count).replacing("swift", with: "").replacing("txt", with: "")
      .replacing("copy", with: "").replacing("副本", with: "")
    return rest.allSatisfy { !$0.isLetter && $0 != "+" }
  }
}
