import Foundation
import Text

/// The meaning of a table's columns, and the platform that wrote it.
struct RosterColumns {
  private let header: [String]
  private let columns: [RosterHeading: [Int]]
  let kind: Roster.Kind?

  /// Interprets a header; the rows below it reveal the meaning of headings in unknown languages.
  init(_ header: [String], below rows: [[String]]) {
    self.header = header.map { $0.trimmingCharacters(in: .whitespaces) }
    var columns: [RosterHeading: [Int]] = [:]
    for heading in RosterHeading.allCases {
      columns[heading] = header.indices.filter { heading.matches(header[$0]) }
    }
    let participant = MoodleWorksheet.participantColumn(header, rows)
    columns[.participant] = participant.map { [$0] }
    if let participant {
      for heading in RosterHeading.allCases where heading != .participant {
        columns[heading]?.removeAll { $0 == participant }
      }
    }
    // A column of email addresses is recognized whatever the language of its heading.
    if columns[.email]?.isEmpty ?? true, participant != nil {
      columns[.email] = header.indices.filter { Self.holdsAddresses($0, rows) }
    }
    self.columns = columns.filter { !$0.value.isEmpty }
    kind = Self.kind(self.header, self.columns)
  }

  /// The columns that were understood, each with its meaning.
  var understood: [Phrase] {
    columns.keys.filter { $0 != .participant || kind == .moodle }
      .flatMap { heading in (columns[heading] ?? []).map { ($0, heading) } }
      .sorted { ($0.0, $0.1.rawValue) < ($1.0, $1.1.rawValue) }
      .map { column, heading in
        let name = printable(header[column])
        return Phrase(
          "“\(name)” as \(heading.word.english)", zh: "“\(name)”作为\(heading.word.chinese)")
      }
  }

  /// The number of columns that were understood.
  var count: Int { Set(columns.values.joined()).count }

  private static func kind(
    _ header: [String], _ columns: [RosterHeading: [Int]]
  ) -> Roster.Kind? {
    let folded = header.map(RosterHeading.folded)
    func has(_ heading: RosterHeading) -> Bool { columns[heading] != nil }
    // `process_header` of Canvas's importer requires these first, and accepts both forms of the
    // name.
    if folded.first == "student", folded.contains("id") { return .canvas }
    if header.count > 3, folded[0] == "lastname", folded[1] == "firstname", folded[2] == "id" {
      return .canvas
    }
    if folded.contains("orgdefinedid") || folded.contains("endoflineindicator") {
      return .brightspace
    }
    let isBlackboard =
      header.contains { BlackboardColumn($0) != nil }
      || has(.lastName) && folded.contains("username")
        && (folded.contains("lastaccess") || folded.contains("availability")
          || folded.contains("studentid"))
    if isBlackboard { return .blackboard }
    // GitHub Classroom gives its first column the same heading as Moodle.
    if folded.contains("githubusername") { return .plain }
    if folded.contains("sid"), has(.email) { return .gradescope }
    if has(.participant) { return .moodle }
    if folded.prefix(3) == ["lastname", "firstname", "emailaddress"] { return .classroom }
    let isPerson = has(.firstName) || has(.name)
    if isPerson, has(.email), !has(.login), !folded.contains("id"), !folded.contains("studentid"),
      !folded.contains("name")
    {
      return .moodle
    }
    if has(.id) || has(.login) || has(.email) { return .plain }
    return nil
  }

  private static func holdsAddresses(_ column: Int, _ rows: [[String]]) -> Bool {
    let cells = rows.compactMap { $0.indices.contains(column) ? $0[column] : nil }
      .filter { !$0.isEmpty }
    return !cells.isEmpty && cells.allSatisfy { $0.contains("@") && !$0.contains(" ") }
  }
}

// MARK: Rows

extension RosterColumns {
  /// The kind of a table's row.
  enum Line {
    case student(RosterEntry)
    /// A row that is not a student's: an assignment's maximum, a test student, a teacher, or
    /// nothing.
    case nobody
    /// A student whose id columns are empty.
    case noID
  }

  func line(_ row: [String], row index: Int) -> Line {
    func field(_ heading: RosterHeading) -> String { fields(heading, of: row).first ?? "" }
    let parts = [field(.firstName), field(.lastName)].filter { !$0.isEmpty }
    let single = field(.name)
    let name = single.isEmpty ? Self.joined(parts) : single
    let ids = self.ids(of: row)
    let addresses = fields(.email, of: row) + fields(.login, of: row)
    let mailboxes = addresses.compactMap { address in
      address.contains("@") ? address.split(separator: "@").first.map(String.init) : nil
    }
    guard !isNobody(row, name: name, ids: ids) else { return .nobody }
    guard let id = ids.first else { return .noID }
    var names = [name, Self.joined(parts), Self.joined(parts.reversed())].filter { !$0.isEmpty }
    if names.isEmpty { names = [id] }
    return .student(
      RosterEntry(
        student: Student(id: id, name: name.isEmpty ? id : name), row: index,
        ids: ids + mailboxes, names: names, section: field(.section), team: field(.team)))
  }

  /// Returns the ids of a row, beginning with the one by which the platform knows the student.
  private func ids(of row: [String]) -> [String] {
    let order: [RosterHeading] =
      switch kind {
      case .blackboard: [.login, .id, .email]
      case .moodle: [.participant, .id, .email, .login]
      case .classroom: [.email, .id, .login]
      default: [.id, .login, .email]
      }
    var ids = order.flatMap { heading in
      fields(heading, of: row).map { heading == .participant ? Self.number($0) : $0 }
    }
    // Canvas and Brightspace have several; the first of that name is the platform's own.
    if kind == .canvas, let own = header.firstIndex(where: { $0 == "ID" }) {
      ids.insert(row[own].trimmingCharacters(in: .whitespaces), at: 0)
    }
    if kind == .canvas {
      ids += header.indices.filter { RosterHeading.folded(header[$0]) == "integrationid" }
        .map { row[$0].trimmingCharacters(in: .whitespaces) }
    }
    // Brightspace writes `#` before ids so that spreadsheets keep leading zeros.
    if kind == .brightspace { ids = ids.map { $0.hasPrefix("#") ? String($0.dropFirst()) : $0 } }
    var seen: Set<String> = []
    return ids.filter { !$0.isEmpty && seen.insert($0).inserted }
  }

  private func fields(_ heading: RosterHeading, of row: [String]) -> [String] {
    (columns[heading] ?? []).map { row[$0].trimmingCharacters(in: .whitespaces) }
      .filter { !$0.isEmpty }
  }

  private func isNobody(_ row: [String], name: String, ids: [String]) -> Bool {
    let first = (row.first ?? "").trimmingCharacters(in: .whitespaces).lowercased()
    switch kind {
    case .canvas:
      // Below the header is each column's maximum, perhaps preceded by the posting policy, and at
      // the end a test student (`StudentViewEnrollment`).
      return first.contains("points possible") || ids.isEmpty && name.isEmpty
        || ["student, test", "test student"].contains(name.lowercased())
    case .blackboard: return ids.first?.hasSuffix("_previewuser") ?? name.isEmpty
    case .classroom: return ids.isEmpty
    case .gradescope:
      let role = fields(.role, of: row).first?.lowercased() ?? ""
      return ["instructor", "ta", "reader"].contains(role)
    default: return ids.isEmpty && name.isEmpty
    }
  }

  /// Extracts the number from `Participant 123456`, whatever the language of the word.
  private static func number(_ participant: String) -> String {
    String(participant.reversed().prefix { $0.isNumber }.reversed())
  }

  /// Joins first and last name; Chinese names have no space between them.
  private static func joined(_ parts: [String]) -> String {
    let isHan = parts.allSatisfy { $0.unicodeScalars.allSatisfy(\.properties.isIdeographic) }
    return isHan ? parts.reversed().joined() : parts.joined(separator: " ")
  }
}
