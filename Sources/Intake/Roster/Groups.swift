import Files
public import Foundation
import Text

/// The groups of students who work together: what one member hands in counts for all.
public struct Groups: Sendable, Equatable {
  /// The ids of each group's members, by its name.
  public let members: [String: [String]]
  private let groupOf: [String: String]

  /// Creates groups of students' ids.
  public init(_ members: [String: [String]] = [:]) {
    self.members = members
    groupOf = Dictionary(
      members.sorted { $0.key < $1.key }.flatMap { name, ids in ids.map { ($0, name) } }
    ) { first, _ in first }
  }

  /// Reads the groups from the roster's own column.
  public init(of roster: Roster) {
    self.init(roster.teams.mapValues { $0.map(\.id) })
  }

  /// Returns the name of a student's group; nil for a student who works alone.
  public func name(of student: String) -> String? { groupOf[student] }

  /// Returns the ids of all who share a student's hand-ins, the student's first.
  public func sharing(with student: String) -> [String] {
    [student] + (groupOf[student].flatMap { members[$0] } ?? []).filter { $0 != student }
  }

  /// Returns whether two students work together.
  public func share(_ first: String, _ second: String) -> Bool {
    groupOf[first].map { $0 == groupOf[second] } ?? false
  }
}

extension Groups {
  /// Reads a table with a column of students, by any of their ids, and a column of groups.
  ///
  /// - Throws: `RosterError` for a table without these columns, an unknown student, or a student in
  ///   two groups.
  public init(contentsOf file: URL, roster: Roster?) throws(RosterError) {
    let data = try SpreadsheetTable.data(of: file)
    try self.init(data: data, file: file.path, roster: roster)
  }

  init(data: Data, file: String, roster: Roster?) throws(RosterError) {
    let rows = try SpreadsheetTable(data, file).rows
    guard let header = rows.first?.fields else { throw .empty(file) }
    let wanted = Phrase("a column of students and one of groups", zh: "学生和小组两列")
    guard let group = header.firstIndex(where: RosterHeading.team.matches),
      let student = [RosterHeading.id, .login, .email, .name].lazy.compactMap({ heading in
        header.firstIndex(where: heading.matches)
      }).first
    else { throw .missingColumns(file, columns: header.map(printable), wanted: wanted) }
    var members: [String: [String]] = [:]
    var lines: [String: Int] = [:]
    for row in rows.dropFirst() {
      func field(_ column: Int) -> String {
        row.fields.indices.contains(column)
          ? row.fields[column].trimmingCharacters(in: .whitespaces) : ""
      }
      let name = field(group)
      guard !name.isEmpty else { continue }
      let called = field(student)
      let found = roster?.students(named: called).map(\.id) ?? [called]
      guard found.count == 1, !called.isEmpty else {
        throw .badCell(
          file, line: row.line, found: printable(called),
          wanted: Phrase("one student of the roster", zh: "名单里的一名学生"))
      }
      if let earlier = lines.updateValue(row.line, forKey: found[0]) {
        throw .duplicate(file, id: printable(called), lines: [earlier, row.line])
      }
      members[name, default: []].append(found[0])
    }
    self.init(members)
  }
}
