import Foundation

/// The students of a class, as a platform exports them.
///
/// The header and the rows stay as they were read, so that grades can be written into the same table
/// for import.
public struct Roster: Sendable {
  /// A form of table that says who is in the class.
  public enum Kind: String, Sendable {
    /// Canvas's gradebook export: Student, ID, SIS User ID, SIS Login ID, Section, ….
    case canvas
    /// Moodle's grading worksheet or list of participants.
    case moodle
    /// `id,name`.
    case plain
  }

  /// The form of the table.
  public let kind: Kind
  /// The names of the columns.
  public let header: [String]
  /// Every row below the header, also those that are no student's; each as long as the header.
  public let rows: [[String]]
  /// In the order of the table.
  public let students: [Student]
  /// The students with all that hand-ins may call them by.
  let entries: [RosterEntry]
  private let rowOfStudent: [Student: Int]
  private let index: RosterIndex

  init(kind: Kind, header: [String], rows: [[String]], entries: [RosterEntry]) {
    self.kind = kind
    self.header = header
    self.rows = rows
    self.entries = entries
    students = entries.map(\.student)
    rowOfStudent = Dictionary(entries.map { ($0.student, $0.row) }) { first, _ in first }
    index = RosterIndex(entries)
  }

  /// The index in `rows` of a student's row.
  public func row(of student: Student) -> Int? { rowOfStudent[student] }

  /// The students that a submission's name may mean.
  ///
  /// Tried in this order, and the first that finds anybody decides: id, SIS id, login, email address;
  /// the name, whatever the order, case and accents of its words; a part of the name that is an id.
  public func students(called name: String) -> [Student] {
    index.students(ids: [name], names: [name])
  }

  func students(ids: [String], names: [String]) -> [Student] {
    index.students(ids: ids, names: names)
  }
}

/// A student and everything that submissions may be called by.
struct RosterEntry: Sendable {
  let student: Student
  let row: Int
  /// Id, SIS id, login, email address, account name.
  let ids: [String]
  let names: [String]
}

/// Finds students by what submissions are called.
struct RosterIndex: Sendable {
  private var byID: [String: [Student]] = [:]
  private var byName: [String: [Student]] = [:]

  init(_ entries: [RosterEntry]) {
    for entry in entries {
      for id in Set(entry.ids.map(Self.folded)) where !id.isEmpty {
        byID[id, default: []].append(entry.student)
      }
      for key in Set(entry.names.flatMap(Self.keys)) {
        byName[key, default: []].append(entry.student)
      }
    }
  }

  func students(ids: [String], names: [String]) -> [Student] {
    for id in ids {
      if let found = byID[Self.folded(id)] { return found }
    }
    for name in names {
      for key in Self.keys(name) {
        if let found = byName[key] { return found }
      }
    }
    // `Doe, Jane (12345)`, `12345_Jane Doe`: every part that is an id must be the same student's.
    let pieces = ids.flatMap { $0.split { "_-()[], ".contains($0) } }
    let found = Set(pieces.flatMap { byID[Self.folded(String($0))] ?? [] })
    if !found.isEmpty { return found.sorted() }
    let named = ids.flatMap { $0.split { "_()[]".contains($0) } }
    return Set(named.flatMap { Self.keys(String($0)).compactMap { byName[$0] }.flatMap(\.self) })
      .sorted()
  }

  private static func folded(_ text: String) -> String {
    text.precomposedStringWithCompatibilityMapping.lowercased()
      .trimmingCharacters(in: .whitespacesAndNewlines)
  }

  /// What a name is found by: its words in alphabetical order, and its words run together as they
  /// stand or turned round at any place, as Canvas does in `doejane`.
  private static func keys(_ name: String) -> [String] {
    let plain = name.precomposedStringWithCompatibilityMapping
      .folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil)
    let words = plain.split { !$0.isLetter && !$0.isNumber }.map(String.init)
    guard !words.isEmpty else { return [] }
    let turned = words.indices.map { (words[$0...] + words[..<$0]).joined() }
    return [words.sorted().joined(separator: " ")] + turned.filter { $0.count > 1 }
  }
}
