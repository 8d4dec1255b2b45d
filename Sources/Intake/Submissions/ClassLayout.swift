import Coursework
import Foundation
import Releases

/// Where in a folder or an archive the students of a class stand.
///
/// At the top, below one folder that holds all, in sections, in folders of weeks, or in a class within
/// a class; beside them may lie files that are nobody's.
struct ClassLayout {
  /// A folder or a file that is a student's.
  struct Unit {
    let entry: Entry
    /// The folders above it, from the top.
    let groups: [String]
  }

  private(set) var units: [Unit] = []
  /// What lies beside students and is nobody's.
  private(set) var strays: [Entry] = []
  /// Whether the whole is one student's hand-in.
  private(set) var isOneSubmission = false
  /// The folders that hold students, with what stands in them.
  private(set) var levels: [ClassLevel] = []

  private let container: any Container
  private let weeks: [Week]
  private let matching: OwnerMatching?

  /// More folders within one another than this are no class.
  private static let deepest = 6

  /// Finds the students in a container.
  ///
  /// - Throws: `IntakeError` when its top cannot be read.
  init(_ container: any Container, weeks: [Week], matching: OwnerMatching?) throws {
    self.container = container
    self.weeks = weeks
    self.matching = matching
    let top = try ClassLevel("", in: container, weeks: weeks)
    if isOne(top) {
      isOneSubmission = true
      units = (top.folders + top.files).map { Unit(entry: $0, groups: []) }
    } else {
      take(top, groups: [])
    }
  }

  private mutating func take(_ level: ClassLevel, groups: [String]) {
    levels.append(level)
    let below = levels(in: level)
    for entry in level.folders {
      if groups.count < Self.deepest, let inner = below[entry.path],
        isClass(inner, named: entry.name, among: level, below)
      {
        take(inner, groups: groups + [entry.name])
      } else if level.isPart(entry.name), level.folders.contains(where: { !level.isPart($0.name) })
      {
        strays.append(entry)
      } else {
        units.append(Unit(entry: entry, groups: groups))
      }
    }
    for entry in level.files {
      if isStudents(entry) {
        units.append(Unit(entry: entry, groups: groups))
      } else if entry.name != GradescopeMetadata.fileName, !Self.isPlatforms(entry.name) {
        strays.append(entry)
      }
    }
  }

  /// The list that Brightspace puts beside the folders.
  private static func isPlatforms(_ name: String) -> Bool { name.lowercased() == "index.html" }

  /// What stands in each folder of a level; nothing for one that cannot be read.
  private func levels(in level: ClassLevel) -> [String: ClassLevel] {
    var levels: [String: ClassLevel] = [:]
    for folder in level.folders {
      levels[folder.path] = try? ClassLevel(folder.path, in: container, weeks: weeks)
    }
    return levels
  }

  private func isStudents(_ entry: Entry) -> Bool {
    SubmissionName(platform: entry.name) != nil
      || SubmissionName(loose: entry.name, listed: weeks.map(\.file)) != nil
      || ArchiveFormat(name: entry.name) != nil || entry.kind != .file
  }

  // MARK: A class or a student

  /// A package, or files of the course, at the top, and no students beside them.
  private func isOne(_ top: ClassLevel) -> Bool {
    if top.platformNames > 0 { return false }
    let below = levels(in: top)
    let students = studentLike(top, below)
    if known(top) > 0 { return false }
    if top.isPackage || !top.weeksHere.isEmpty {
      // Who hands in a whole package may keep one older copy beside it, and hardly two.
      let isWhole = top.folders.contains { $0.name == "Exercises" }
      return Self.sharedWeeks(students.values) < (isWhole ? 3 : 2)
    }
    // Folders of weeks with their files, and nothing else.
    let work = top.folders.filter { below[$0.path]?.hasWork ?? false }
    return !work.isEmpty && top.files.isEmpty && work.count == top.folders.count
      && work.allSatisfy { isWeek($0.name, top) }
  }

  private func isClass(
    _ inner: ClassLevel, named name: String, among level: ClassLevel,
    _ siblings: [String: ClassLevel], depth: Int = 0
  ) -> Bool {
    if SubmissionName(platform: name) != nil || depth > Self.deepest { return false }
    if inner.platformNames > 0 { return true }
    if let matching {
      let isKnown = matching.match(label: name) { CourseWords.contains($0, weeks: weeks) } != .none
      if isKnown { return false }
      if known(inner) > 0 { return true }
    }
    if inner.folders.contains(where: { $0.name == "Exercises" }) { return false }
    let below = levels(in: inner)
    let students = studentLike(inner, below)
    let count = students.count + loose(inner)
    if count == 0 {
      // A class may stand another folder further down.
      return !inner.hasWork
        && inner.folders.contains { folder in
          below[folder.path].map {
            isClass($0, named: folder.name, among: inner, below, depth: depth + 1)
          } ?? false
        }
    }
    if inner.hasWork && loose(inner) == 0 { return Self.sharedWeeks(students.values) > 1 }
    if CourseWords.nameSection(name) || isWeek(name, level) { return true }
    if level.folders.count == 1, count > 1 { return true }
    guard Self.sharedWeeks(students.values) > 1 else { return false }
    // Folders of the same names in all of them are parts of hand-ins.
    let others = siblings.filter { $0.key != inner.folder }.values.flatMap(\.folders).map(\.name)
    return Set(others).isDisjoint(with: inner.folders.map(\.name))
  }

  private func isWeek(_ name: String, _ level: ClassLevel) -> Bool {
    let folded = name.lowercased()
    return weeks.contains { week in
      [week.id, week.folder, week.module].contains { $0.lowercased() == folded }
    }
  }

  /// The folders and archives in a level that may be students'.
  private func studentLike(
    _ level: ClassLevel, _ below: [String: ClassLevel]
  ) -> [String: ClassLevel?] {
    var found: [String: ClassLevel?] = [:]
    for folder in level.folders where !level.isPart(folder.name) {
      guard let inner = below[folder.path] else { continue }
      let parts = inner.folders.filter { inner.isPart($0.name) }
      // A student's folder has files of the course, or folders of weeks with them.
      if inner.hasWork || !parts.isEmpty
        || inner.files.contains(where: { ArchiveFormat(name: $0.name) != nil })
      {
        found[folder.name] = inner
      }
    }
    for file in level.files where ArchiveFormat(name: file.name) != nil {
      found[file.name] = .some(nil)
    }
    return found
  }

  /// Files such as `ana_LogisticRegression.swift`.
  private func loose(_ level: ClassLevel) -> Int {
    level.files.count { file in
      SubmissionName(loose: file.name, listed: weeks.map(\.file)).map {
        !CourseWords.contains($0.student, weeks: weeks)
      } ?? false
    }
  }

  /// How many folders, archives and loose files are named after students of the roster.
  private func known(_ level: ClassLevel) -> Int {
    guard let matching else { return 0 }
    let names =
      level.folders.map(\.name)
      + level.files.compactMap { file in
        SubmissionName(loose: file.name, listed: weeks.map(\.file))?.student
          ?? ArchiveFormat(name: file.name).map { _ in ArchiveFormat.stem(of: file.name) }
      }
    return names.count { name in
      if case .one = matching.match(
        label: name, ignoring: { CourseWords.contains($0, weeks: weeks) })
      {
        true
      } else {
        false
      }
    }
  }

  /// The largest number of folders that have the same week's file; archives may hold any.
  private static func sharedWeeks(_ levels: some Collection<ClassLevel?>) -> Int {
    var counts: [String: Int] = [:]
    var others = 0
    for level in levels {
      guard let level, !level.weeksHere.isEmpty else {
        others += 1
        continue
      }
      for week in level.weeksHere { counts[week, default: 0] += 1 }
    }
    return (counts.values.max() ?? 0) + others
  }
}
