import Coursework
import Foundation
import Releases

/// Finds the students' folders and files within a folder or archive of a class.
///
/// They may be at the top, inside one folder that holds everything, in sections, in folders of
/// weeks, or in a class within a class; beside them may be files that are nobody's.
struct ClassLayout {
  /// A folder or file that belongs to a student.
  struct Unit {
    let entry: Entry
    /// The folders above it, from the top.
    let groups: [String]
  }

  private(set) var units: [Unit] = []
  /// The entries beside students that are nobody's.
  private(set) var strays: [Entry] = []
  /// Whether everything is a single student's hand-in.
  private(set) var isOneSubmission = false
  /// The folders that contain students, with their contents.
  private(set) var levels: [ClassLevel] = []

  private let container: any Container
  private let weeks: [Week]
  private let matching: OwnerMatching?

  /// The deepest nesting of folders that is searched for students.
  private static let deepest = 6

  /// Finds the students in a container.
  ///
  /// - Throws: `IntakeError` when its top level cannot be read.
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
    let classes = groups.count < Self.deepest ? classes(in: level, below) : []
    for entry in level.folders {
      if classes.contains(ExactName(entry.path)), let inner = below[ExactName(entry.path)] {
        take(inner, groups: groups + [entry.name])
      } else if level.isPart(entry.name), !(matching?.knows(entry.name) ?? false),
        level.folders.contains(where: { !level.isPart($0.name) })
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

  /// Returns whether a file is the list that Brightspace puts beside the folders.
  private static func isPlatforms(_ name: String) -> Bool { name.lowercased() == "index.html" }

  /// Reads the folders of a level, leaving out those that cannot be read.
  private func levels(in level: ClassLevel) -> [ExactName: ClassLevel] {
    var levels: [ExactName: ClassLevel] = [:]
    for folder in level.folders {
      levels[ExactName(folder.path)] = try? ClassLevel(folder.path, in: container, weeks: weeks)
    }
    return levels
  }

  private func isStudents(_ entry: Entry) -> Bool {
    SubmissionName(platform: entry.name) != nil
      || SubmissionName(loose: entry.name, listed: weeks.map(\.file)) != nil
      || ArchiveFormat(name: entry.name) != nil || entry.kind != .file
  }

  // MARK: A class or a student

  /// Returns whether the top holds a package or files of the course, with no students beside them.
  private func isOne(_ top: ClassLevel) -> Bool {
    if top.platformNames > 0 { return false }
    let below = levels(in: top)
    let students = studentLike(top)
    if known(top) > 0 { return false }
    if top.isPackage || !top.weeksHere.isEmpty {
      // A student who hands in a whole package may keep one older copy beside it, but hardly two.
      let isWhole = top.folders.contains { $0.name == "Exercises" }
      return Self.sharedWeeks(students.values) < (isWhole ? 3 : 2)
    }
    // Folders of weeks with their files, and nothing else.
    let work = top.folders.filter { below[ExactName($0.path)]?.hasWork ?? false }
    guard !below.values.contains(where: { $0.platformNames > 0 }) else { return false }
    return !work.isEmpty && top.files.isEmpty && work.count == top.folders.count
      && work.allSatisfy { isWeek($0.name, top) }
  }

  /// Returns the folders of a level that contain students rather than belonging to one.
  private func classes(
    in level: ClassLevel, _ below: [ExactName: ClassLevel], depth: Int = 0
  ) -> Set<ExactName> {
    var open: [ClassLevel] = []
    var found: Set<ExactName> = []
    for folder in level.folders {
      guard let inner = below[ExactName(folder.path)] else { continue }
      switch isClass(inner, named: folder.name, among: level, depth) {
      case true?: found.insert(ExactName(folder.path))
      case false?: break
      case nil: if !level.isPart(folder.name) { open.append(inner) }
      }
    }
    // If some folders contain work directly, this is the level of students.
    let students = level.folders.compactMap { below[ExactName($0.path)] }.filter(\.hasWork)
    guard students.isEmpty else { return found }
    for inner in open {
      let own = studentLike(inner)
      // Folders whose names occur in all of them are parts of hand-ins.
      let others = open.filter { $0.folder != inner.folder }.flatMap(\.folders).map(\.name)
      if Self.sharedWeeks(own.values) > 1, Set(others).isDisjoint(with: inner.folders.map(\.name)) {
        found.insert(ExactName(inner.folder))
      }
    }
    // Beside sections, even one with a single student is a section.
    guard !found.isEmpty else { return [] }
    let rest = open.filter { inner in
      let own = studentLike(inner)
      return !own.isEmpty && !own.keys.contains { isCourses($0) }
    }
    return found.union(rest.map { ExactName($0.folder) })
  }

  /// Returns whether a folder contains students; nil if only its neighbours can tell.
  private func isClass(
    _ inner: ClassLevel, named name: String, among level: ClassLevel, _ depth: Int
  ) -> Bool? {
    if SubmissionName(platform: name) != nil || depth > Self.deepest { return false }
    if inner.platformNames > 0 { return true }
    if let matching {
      if matching.match(label: name, ignoring: isCourses) != .none { return false }
      if known(inner) > 0 { return true }
    }
    if inner.folders.contains(where: { $0.name == "Exercises" }) { return false }
    let isSole = level.folders.count == 1
    if inner.hasWork && loose(inner) == 0 && !isSole { return false }
    let students = studentLike(inner)
    if inner.hasWork && loose(inner) == 0 { return Self.sharedWeeks(students.values) > 1 }
    let count = students.count + loose(inner)
    if count == 0 {
      // A class may be one more folder down.
      return !classes(in: inner, levels(in: inner), depth: depth + 1).isEmpty
    }
    if CourseWords.nameSection(name) || isWeek(name, level) { return true }
    return isSole && count > 1 ? true : nil
  }

  /// Returns whether an archive within a class is itself a class rather than a student's hand-in.
  func isClass(named name: String, isSole: Bool) -> Bool {
    guard !isOneSubmission else { return false }
    if let matching, matching.match(label: name, ignoring: isCourses) != .none { return false }
    if levels.contains(where: { $0.platformNames > 0 || known($0) > 0 }) { return true }
    let students = levels.flatMap { Array(studentLike($0).values) }
    return CourseWords.nameSection(name) && !students.isEmpty
      || isSole && Self.sharedWeeks(students) > 1
  }

  private func isCourses(_ word: String) -> Bool { CourseWords.contains(word, weeks: weeks) }

  private func isWeek(_ name: String, _ level: ClassLevel) -> Bool {
    let folded = name.lowercased()
    return weeks.contains { week in
      [week.id, week.folder, week.module].contains { $0.lowercased() == folded }
    }
  }

  /// Returns the folders and archives of a level that may be students'.
  private func studentLike(_ level: ClassLevel) -> [String: ClassLevel?] {
    let below = levels(in: level)
    var found: [String: ClassLevel?] = [:]
    for folder in level.folders where !level.isPart(folder.name) {
      guard let inner = below[ExactName(folder.path)] else { continue }
      // A student's folder contains files of the course, or folders of weeks with them.
      if inner.hasWork || inner.folders.contains(where: { inner.isPart($0.name) })
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

  /// Counts files such as `ana_LogisticRegression.swift`.
  private func loose(_ level: ClassLevel) -> Int {
    level.files.count { file in
      SubmissionName(loose: file.name, listed: weeks.map(\.file)).map {
        !isCourses($0.student)
      } ?? false
    }
  }

  /// Counts folders, archives and loose files named after students of the roster.
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

  /// Returns the largest number of folders with the same week's file; an archive may hold any.
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
