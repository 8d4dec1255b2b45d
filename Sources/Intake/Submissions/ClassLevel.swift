import Coursework
import Foundation
import Releases

/// The contents of a folder in a class, and what they suggest about it.
///
/// A class is a folder of students, but a student's hand-in may consist of folders, too. They are
/// distinguished, in this order, by names as platforms write them, names of the roster, folders
/// that a package has, and the same week's file in several sibling folders, since no student hands
/// in more than one.
struct ClassLevel {
  let folder: String
  let folders: [Entry]
  let files: [Entry]
  private let weeks: [Week]

  init(_ folder: String, in container: any Container, weeks: [Week]) throws {
    self.folder = folder
    self.weeks = weeks
    let all = try container.children(of: folder).filter { !$0.isHidden }.sorted {
      $0.path < $1.path
    }
    folders = all.filter { $0.kind == .folder }
    files = all.filter { $0.kind != .folder && $0.name != Release.fileName }
  }

  /// The weeks whose files are in this folder.
  var weeksHere: Set<String> {
    Set(
      weeks.filter { week in
        files.contains { WeekFileName($0.name, of: week).map { $0.likeness < .part } ?? false }
      }.map(\.id))
  }

  /// Whether it is a package of the course, or a week's folder of one.
  var isPackage: Bool {
    folders.contains { ["Exercises", "Sources", "练习"].contains($0.name) }
      || files.contains { $0.name == "Package.swift" }
  }

  /// Whether it directly contains a student's files rather than students.
  var hasWork: Bool { isPackage || files.contains { Self.isWork($0.name) } }

  /// The number of names in a platform's form.
  var platformNames: Int {
    (folders + files).count { SubmissionName(platform: $0.name) != nil }
      + (files.contains { $0.name == GradescopeMetadata.fileName } ? 1 : 0)
  }

  /// Returns whether a file is a source, or a form in which sources are packed or printed.
  private static func isWork(_ name: String) -> Bool {
    let name = name.lowercased()
    return [".swift", ".swift.txt", ".swift.gz"].contains(where: name.hasSuffix)
  }

  /// Returns whether a folder is named after a week, a module, a part of a package or a version,
  /// which no student is.
  func isPart(_ name: String) -> Bool {
    let folded = name.lowercased()
    let parts = ["exercises", "sources", "tests", "solutions", "quizzes", "src"]
    return parts.contains(folded)
      || folded.wholeMatch(
        of: #/(old|backup|final|new|copy|draft|attempt|try|version|v)[ _-]?\d{0,2}/#) != nil
      || weeks.contains { week in
        [week.id, week.folder, week.module].contains { $0.lowercased() == folded }
      }
  }
}

/// Words that name part of a course rather than a person.
enum CourseWords {
  private static let words: Set<String> = [
    "week", "hw", "homework", "assignment", "assignments", "submission", "submissions", "lab",
    "labs",
    "exercise", "exercises", "ex", "attempt", "try", "final", "solution", "solutions", "project",
    "section", "sec", "group", "team", "class", "course", "term", "semester", "tutorial", "tut",
    "version", "ver", "v", "s", "w", "copy", "file", "swift", "subs", "students", "part",
    "main", "master", "repo",
    "spring", "summer", "fall", "autumn", "winter", "abgabe", "abgaben", "gruppe", "übung", "woche",
    "作业", "提交", "班", "组", "周", "第", "学生", "課題", "과제",
  ]
  private static let sections: Set<String> = [
    "section", "sections", "sec", "group", "groups", "class", "course", "term", "semester",
    "tutorial", "tut", "lab", "labs", "subs", "submissions", "students", "gruppe", "gruppen", "班",
    "组", "abgaben", "week", "hw", "homework", "assignment", "assignments", "period", "cohort",
  ]

  /// Returns whether a word, with or without trailing digits, belongs to a course: `hw2`, `v3`,
  /// `C1W2`.
  static func contains(_ word: String, weeks: [Week]) -> Bool {
    let folded = word.lowercased()
    let stem = String(folded.reversed().drop { $0.isNumber }.reversed())
    return words.contains(folded) || !stem.isEmpty && words.contains(stem)
      || weeks.contains { [$0.id, $0.module].contains { $0.lowercased() == folded } }
  }

  /// Returns whether a name is that of a section: `section A`, `sec-2`, `2班`, `submissions`.
  static func nameSection(_ name: String) -> Bool {
    let folded = name.lowercased()
    let pieces = folded.split { !$0.isLetter && !$0.isNumber }.map {
      String($0.reversed().drop { $0.isNumber }.reversed())
    }
    // `secA` is a single word that ends in its letter.
    let words = pieces + pieces.filter { $0.count > 3 }.map { String($0.dropLast()) }
    return words.contains(where: sections.contains) || folded.hasSuffix("班")
      || folded.hasSuffix("组")
  }
}
