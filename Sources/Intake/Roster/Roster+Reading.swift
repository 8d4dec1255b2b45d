import Files
public import Foundation
import Text

extension Roster {
  /// Reads a table of students: Canvas's gradebook export, Moodle's grading worksheet or list of
  /// participants, or `id,name`, with or without that header.
  ///
  /// - Throws: `RosterError`.
  public init(contentsOf url: URL) throws {
    let data: Data
    do {
      data = try Data(contentsOf: url)
    } catch {
      throw RosterError.unreadable(url.path, reason: error.localizedDescription)
    }
    try self.init(data: data, file: url.path)
  }

  /// Reads a roster from the bytes of a file, whose name stands in errors.
  ///
  /// - Throws: `RosterError`.
  public init(data: Data, file: String) throws {
    let text = try Self.text(data, file)
    let table: [CSV.Row]
    do {
      table = try CSV.rows(text, separator: Self.separator(of: text))
    } catch {
      throw RosterError.table(file, error)
    }
    guard let first = table.first else { throw RosterError.empty(file) }
    let columns = RosterColumns(first.fields)
    let kind = columns.kind
    // A plain list may begin with a student at once.
    let hasHeader = kind != .plain || columns.first(["id", "学号", "identifier"]) == 0
    let header = hasHeader ? first.fields : ["id", "name"]
    let body = hasHeader ? Array(table.dropFirst()) : table
    guard kind != .plain || header.count >= 2 && first.fields.count >= 2 else {
      throw RosterError.unknownTable(file, found: printable(first.fields.joined(separator: ",")))
    }
    var rows: [[String]] = []
    var entries: [RosterEntry] = []
    var lines: [String: Int] = [:]
    for row in body {
      guard row.fields.count <= header.count else {
        throw RosterError.tooManyFields(
          file, line: row.line, expected: header.count, found: row.fields.count)
      }
      rows.append(
        row.fields + Array(repeating: "", count: header.count - row.fields.count))
      guard let entry = columns.entry(rows[rows.count - 1], row: rows.count - 1, kind) else {
        continue
      }
      guard !entry.student.id.isEmpty else { throw RosterError.noID(file, line: row.line) }
      if let earlier = lines.updateValue(row.line, forKey: entry.student.id) {
        throw RosterError.duplicate(
          file, id: printable(entry.student.id), lines: [earlier, row.line])
      }
      entries.append(entry)
    }
    guard !entries.isEmpty else { throw RosterError.empty(file) }
    self.init(kind: kind, header: header, rows: rows, entries: entries)
  }

  private static func text(_ data: Data, _ file: String) throws -> String {
    if data.starts(with: [0xff, 0xfe]) || data.starts(with: [0xfe, 0xff]) {
      throw RosterError.utf16(file)
    }
    guard let text = String(validating: data, as: UTF8.self) else {
      let lines = data.split(separator: 0x0a, omittingEmptySubsequences: false)
      let bad = lines.firstIndex { String(validating: $0, as: UTF8.self) == nil } ?? 0
      throw RosterError.notUTF8(file, line: bad + 1)
    }
    return text
  }

  /// Spreadsheets of some countries write semicolons or tabs.
  private static func separator(of text: String) -> Unicode.Scalar {
    let header = text.prefix { !$0.isNewline }
    let candidates: [Unicode.Scalar] = [",", ";", "\t"]
    return candidates.max { left, right in
      header.unicodeScalars.count { $0 == left } < header.unicodeScalars.count { $0 == right }
    } ?? ","
  }
}

/// Where a table has what.
struct RosterColumns {
  private let names: [String]

  init(_ header: [String]) {
    names = header.map { $0.trimmingCharacters(in: .whitespaces).lowercased() }
  }

  /// The first column that has one of these names.
  func first(_ wanted: [String]) -> Int? {
    wanted.lazy.compactMap { names.firstIndex(of: $0) }.first
  }

  var kind: Roster.Kind {
    if names.first == "student", names.contains("id") { return .canvas }
    // GitHub Classroom calls its first column like Moodle's.
    if names.contains("github_username") { return .plain }
    let isMoodle =
      first(Self.moodleID) != nil || first(Self.firstName) != nil && first(Self.email) != nil
      || first(Self.fullName) != nil && first(Self.email) != nil
    return isMoodle ? .moodle : .plain
  }

  private static let moodleID = ["identifier", "标识符", "编号"]
  private static let fullName = ["full name", "全名", "姓名"]
  private static let firstName = ["first name", "名"]
  private static let lastName = ["last name", "surname", "姓", "姓氏"]
  private static let email = ["email address", "email", "电子邮件地址", "邮件地址", "电子邮箱"]
  private static let number = ["id number", "学号", "id号", "编号"]
  private static let account = ["username", "用户名", "login", "github_username"]

  /// The student of a row; nil for a row that is none's.
  func entry(_ row: [String], row index: Int, _ kind: Roster.Kind) -> RosterEntry? {
    func field(_ wanted: [String]) -> String {
      first(wanted).map { row[$0].trimmingCharacters(in: .whitespaces) } ?? ""
    }
    switch kind {
    case .canvas:
      let name = field(["student"])
      // Below the header stands what each column is worth, at the end an invented student.
      guard !["points possible", "student, test", "test student"].contains(name.lowercased()),
        !name.isEmpty || !field(["id"]).isEmpty
      else { return nil }
      let ids = [["id"], ["sis user id"], ["sis login id"], ["integration id"]].map(field)
      let mail = field(["sis login id"]).split(separator: "@").first.map(String.init) ?? ""
      return RosterEntry(
        student: Student(id: ids[0], name: name), row: index, ids: ids + [mail], names: [name])
    case .moodle:
      let parts = [field(Self.firstName), field(Self.lastName)].filter { !$0.isEmpty }
      let name = field(Self.fullName).isEmpty ? parts.joined(separator: " ") : field(Self.fullName)
      // `Participant 123456`, whatever the language of the word.
      let participant = String(field(Self.moodleID).reversed().prefix { $0.isNumber }.reversed())
      let others = [field(Self.number), field(Self.email), field(Self.account)]
      let id = ([participant] + others).first { !$0.isEmpty } ?? ""
      let mail = field(Self.email).split(separator: "@").first.map(String.init) ?? ""
      return RosterEntry(
        student: Student(id: id, name: name), row: index, ids: [id] + others + [mail],
        names: [name])
    case .plain:
      let column = first(["name", "姓名"]) ?? 1
      let name =
        row.indices.contains(column) ? row[column].trimmingCharacters(in: .whitespaces) : ""
      let id = row[0].trimmingCharacters(in: .whitespaces)
      return RosterEntry(
        student: Student(id: id, name: name.isEmpty ? id : name), row: index,
        ids: [id, field(Self.email), field(Self.account)], names: [name])
    }
  }
}
