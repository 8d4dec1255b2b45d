import Coursework
import Foundation
import Text

/// What one name at the top of a class stands for: everything that was handed in under it.
struct ListedSubmission: Sendable {
  struct Part: Sendable {
    let entry: Entry
    /// The file's name without what the platform put before it; empty for a folder.
    let file: String
    let attempt: Int
    /// Whether it is the clone of a repository that the class was given.
    var isClone = false
  }

  /// What the class calls it.
  let label: String
  /// The platform's own number of the student, else the label.
  let ids: [String]
  let names: [String]
  var parts: [Part] = []

  /// The student that it seems to be from, without a roster.
  var student: Student {
    Student(
      id: printable(ids[0]).precomposedStringWithCanonicalMapping,
      name: printable(names[0]).precomposedStringWithCanonicalMapping)
  }
}

/// Who handed in what, from the names at the top of a class.
struct ClassListing {
  private(set) var submissions: [ListedSubmission] = []
  private(set) var byStudent: [Student: [ListedSubmission]] = [:]
  private(set) var remarks: [IntakeRemark] = []

  /// Lists the class in a container, whose submissions hold the files that the syllabus lists.
  init(
    _ container: any Container, path: URL, files: [String], roster: Roster?, language: Language
  ) throws {
    let top = try container.top().filter { !$0.isHidden }.sorted { $0.path < $1.path }
    if Self.isOneSubmission(top, files: files) {
      let label = ArchiveFormat(name: path.lastPathComponent).map { _ in
        ArchiveFormat.stem(of: path.lastPathComponent)
      }
      let name = label ?? path.standardizedFileURL.lastPathComponent
      let parts = top.map { ListedSubmission.Part(entry: $0, file: $0.name, attempt: 1) }
      submissions = [ListedSubmission(label: name, ids: [name], names: [name], parts: parts)]
      return
    }
    let clones = Self.clones(top, container)
    let info = CloneNames.prefix(
      of: clones, folder: path.standardizedFileURL.lastPathComponent, roster: roster)
    var places: [String: Int] = [:]
    for entry in top where entry.name != Release.fileName {
      if let fault = entry.nameFault {
        remarks.append(.refused(printable(entry.path), reason: fault.phrase(language)))
        continue
      }
      let account = String(entry.name.dropFirst(info.count))
      guard
        let name = clones.contains(entry.name)
          ? SubmissionName(plain: account, file: "") : SubmissionName(of: entry, files: files)
      else {
        remarks.append(.stray(printable(entry.name)))
        continue
      }
      // A student of Canvas or Moodle is known by number, everybody else by name.
      let key = "\(name.layout) \(name.id ?? name.student)"
      let part = ListedSubmission.Part(
        entry: entry, file: name.file, attempt: name.attempt, isClone: clones.contains(entry.name))
      if let place = places[key] {
        submissions[place].parts.append(part)
      } else {
        places[key] = submissions.count
        submissions.append(
          ListedSubmission(
            label: name.layout == .plain ? entry.name : "\(name.student) (\(name.id ?? ""))",
            ids: [name.id ?? name.student], names: [name.student], parts: [part]))
      }
    }
  }

  /// The clones of a class; none where only this and that student packed the folder of Git too.
  private static func clones(_ top: [Entry], _ container: any Container) -> [String] {
    let folders = top.filter { $0.kind == .folder }
    let clones = folders.filter { container.clone($0.path) != nil }.map(\.name)
    return 2 * clones.count > folders.count ? clones : []
  }

  /// A package, or files of the course, at the top: the whole is one student's.
  private static func isOneSubmission(_ top: [Entry], files: [String]) -> Bool {
    let files = Set(files + ["Package.swift"])
    return top.contains { entry in
      entry.kind == .folder ? entry.name == "Exercises" : files.contains(entry.name)
    }
  }

  /// Gives every submission to its student.
  mutating func match(with roster: Roster?) {
    var byID: [String: Student] = [:]
    for submission in submissions {
      var student = byID[submission.student.id] ?? submission.student
      if let roster {
        let found = roster.students(ids: submission.ids, names: submission.names)
        switch found.count {
        case 0: remarks.append(.unknown(printable(submission.label)))
        case 1: student = found[0]
        default:
          remarks.append(
            .ambiguous(printable(submission.label), students: found.map { "\($0.name), \($0.id)" }))
        }
      }
      byID[student.id] = student
      byStudent[student, default: []].append(submission)
    }
    for (student, own) in byStudent.sorted(by: { $0.key < $1.key }) where own.count > 1 {
      remarks.append(.doubled(student.name, submissions: own.map { printable($0.label) }))
    }
  }
}

extension SubmissionName {
  /// nil for a file that is no student's.
  fileprivate init?(of entry: Entry, files: [String]) {
    let name = entry.name
    if let moodle = SubmissionName(moodle: name) {
      self = moodle
    } else if entry.kind == .folder {
      self.init(plain: name, file: "")
    } else if let canvas = SubmissionName(canvas: name) {
      self = canvas
    } else if let loose = SubmissionName(loose: name, listed: files) {
      self = loose
    } else if ArchiveFormat(name: name) != nil {
      self.init(plain: ArchiveFormat.stem(of: name), file: name)
    } else if entry.kind == .symbolicLink {
      self.init(plain: name, file: name)
    } else {
      return nil
    }
  }
}
