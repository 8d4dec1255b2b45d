import Files
public import Foundation
import Text

extension Roster {
  /// Reads a table of students: a gradebook of Canvas, Blackboard, Brightspace or Gradescope,
  /// Moodle's grading worksheet or list of participants, Google Classroom's list, or any table with
  /// a column of ids, or `id,name` without a header.
  ///
  /// - Throws: `RosterError`.
  public init(contentsOf url: URL) throws {
    try self.init(data: SpreadsheetTable.data(of: url), file: url.path)
  }

  /// Reads a roster from the bytes of a file, whose name appears in errors.
  ///
  /// - Throws: `RosterError`.
  public init(data: Data, file: String) throws {
    let sheet = try SpreadsheetTable(data, file)
    let table = sheet.rows
    guard let first = table.first else { throw RosterError.empty(file) }
    let (place, columns) = Self.header(table)
    var (header, body) = (first.fields, table[...])
    var known = columns
    if columns.kind != nil {
      header = table[place].fields
      body = table[(place + 1)...]
    } else {
      // A plain list may begin with a student right away.
      guard columns.count == 0, let names = Self.headings(of: table) else {
        throw RosterError.unknownTable(
          file, columns: first.fields.map(printable), understood: columns.understood)
      }
      header = names
      known = RosterColumns(names, below: [])
    }
    guard let kind = known.kind else { throw RosterError.empty(file) }
    let rows = try body.map { try Self.fitted($0, to: header.count, file) }
    let entries = try Self.entries(rows, Array(body), known, file)
    guard !entries.isEmpty else { throw RosterError.empty(file) }
    self.init(
      kind: kind, header: header, rows: rows, entries: entries, remarks: sheet.remarks,
      fileName: URL(fileURLWithPath: file).lastPathComponent)
  }

  private static func entries(
    _ rows: [[String]], _ body: [CSV.Row], _ columns: RosterColumns, _ file: String
  ) throws -> [RosterEntry] {
    var entries: [RosterEntry] = []
    var lines: [String: (line: Int, place: Int)] = [:]
    for (index, row) in rows.enumerated() {
      let line = body[index].line
      switch columns.line(row, row: index) {
      case .nobody: continue
      case .noID: throw RosterError.noID(file, line: line)
      case .student(let entry):
        let id = entry.student.id
        // `2.02401E+11` is what a spreadsheet makes of a long number.
        if id.wholeMatch(of: #/\d([.,]\d+)?[eE]\+\d+/#) != nil {
          throw RosterError.roundedID(file, line: line, id: printable(id))
        }
        if let earlier = lines[id] {
          // In some tables, a student in two sections has two rows.
          guard entries[earlier.place].student == entry.student else {
            throw RosterError.duplicate(file, id: printable(id), lines: [earlier.line, line])
          }
          continue
        }
        lines[id] = (line, entries.count)
        entries.append(entry)
      }
    }
    return entries
  }

  // MARK: The table

  private static func fitted(_ row: CSV.Row, to count: Int, _ file: String) throws -> [String] {
    let rest = row.fields.dropFirst(count)
    guard rest.allSatisfy({ $0.allSatisfy(\.isWhitespace) }) else {
      throw RosterError.tooManyFields(
        file, line: row.line, expected: count, found: row.fields.count)
    }
    return row.fields.prefix(count)
      + Array(repeating: "", count: max(0, count - row.fields.count))
  }

  /// Finds the row of headings: the first row, or one of the next if a title precedes it.
  private static func header(_ table: [CSV.Row]) -> (place: Int, columns: RosterColumns) {
    func columns(_ place: Int) -> RosterColumns {
      RosterColumns(table[place].fields, below: table.dropFirst(place + 1).map(\.fields))
    }
    let first = columns(0)
    guard first.kind == nil else { return (0, first) }
    for place in table.indices.prefix(6).dropFirst() {
      let columns = columns(place)
      if columns.kind != nil, columns.count > 1 { return (place, columns) }
    }
    return (0, first)
  }

  /// Guesses the headings of a list without any: ids and names, in their apparent order.
  ///
  /// Returns nil for a table whose first row looks like unknown headings: the rows below it have
  /// ids with digits in a column where it has none.
  private static func headings(of table: [CSV.Row]) -> [String]? {
    let rows = table.map(\.fields)
    guard let width = rows.map(\.count).max(), width >= 2, rows[0].count >= 2 else { return nil }
    func cells(_ column: Int) -> [String] {
      rows.map { $0.indices.contains(column) ? $0[column] : "" }
    }
    func hasDigit(_ text: String) -> Bool { text.contains(where: \.isNumber) }
    func isID(_ column: Int) -> Bool {
      let below = cells(column).dropFirst()
      return !below.isEmpty && below.allSatisfy { hasDigit($0) || $0.isEmpty }
        && below.contains(where: hasDigit)
    }
    for column in [0, 1] where isID(column) && !hasDigit(rows[0][column]) { return nil }
    let isTurned = isID(1) && !isID(0) && !cells(0).contains(where: hasDigit)
    let names = isTurned ? ["name", "id"] : ["id", "name"]
    return names + (2..<max(2, width)).map { "column \($0 + 1)" }
  }
}
