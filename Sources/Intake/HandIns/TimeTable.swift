import Files
public import Foundation
public import Text

/// The times of hand-ins from a table: the instructor's own, or a platform's worksheet.
///
/// ```text
/// student,time
/// 12345,2026-11-20 22:10
/// "Doe, Jane",2026-11-21T08:00:00+01:00
/// ```
///
/// A student may be named by any id, by the name, or by the hand-in's label; an optional column
/// `week` says which week a time belongs to. Times without an offset are in the class's zone.
///
/// Moodle's grading worksheet has such a column, `Last modified (submission)`, in the reader's
/// language and time zone, formatted by `userdate` as in `Friday, 20 November 2026, 10:11 PM`, with
/// `-` where nothing was handed in (mod/assign/gradingtable.php, `col_timesubmitted`).
public struct TimeTable: Sendable {
  /// The source of the times.
  let source: HandIn.Source
  /// The entries by the row's names for the student.
  private var rows: [String: [Entry]] = [:]
  /// The entries of students of the roster, by their ids alone: a platform's number may be the id of
  /// somebody else.
  private var ofStudents: [String: [Entry]] = [:]
  /// The ids of weeks that the table names, in small letters.
  private(set) var weeks: Set<String> = []
  /// The rows of the table, with the names as written.
  private var written: [(names: [String], entry: Entry)] = []

  struct Entry: Sendable {
    let week: String?
    let date: Date
  }

  /// Reads a table of times.
  ///
  /// - Throws: `TimeTableError`, which names the line.
  public init(contentsOf url: URL, zone: TimeZone?) throws {
    let data: Data
    do {
      data = try Data(contentsOf: url)
    } catch {
      throw TimeTableError.unreadable(url.path, reason: Phrase(reasonOf: error))
    }
    try self.init(data: data, file: url.path, zone: zone)
  }

  init(data: Data, file: String, zone: TimeZone?) throws {
    source = .table
    let text = SourceText(Array(data)).text
    let separators: [Unicode.Scalar] = [",", ";", "\t"]
    let first = text.prefix { !$0.isNewline }.unicodeScalars
    let separator = separators.max { left, right in
      first.count { $0 == left } < first.count { $0 == right }
    }
    let table: [CSV.Row]
    do {
      table = try CSV.rows(text, separator: separator ?? ",")
    } catch {
      throw TimeTableError.table(file, Phrase(error.phrase(.english), zh: error.phrase(.chinese)))
    }
    let rows = table.filter { $0.fields.contains { !$0.allSatisfy(\.isWhitespace) } }
    guard let header = rows.first else { throw TimeTableError.empty(file) }
    let zone = zone ?? .current
    var columns = TimeColumns(header.fields, rows.dropFirst().map(\.fields), zone)
    var body = rows[...]
    if columns.time == nil {
      // Without a header the first column is the student and the second the time.
      guard header.fields.count >= 2, WrittenDate(header.fields[1], in: zone).date != nil else {
        throw TimeTableError.noColumn(
          file, found: header.fields.map(printable).joined(separator: ", "))
      }
      columns = TimeColumns(time: 1, students: [0], week: header.fields.count > 2 ? 2 : nil)
    } else {
      body = body.dropFirst()
    }
    for row in body {
      try add(row, columns, zone, file)
    }
  }

  private mutating func add(
    _ row: CSV.Row, _ columns: TimeColumns, _ zone: TimeZone, _ file: String
  ) throws {
    func field(_ index: Int) -> String {
      row.fields.indices.contains(index)
        ? row.fields[index].trimmingCharacters(in: .whitespaces) : ""
    }
    let text = columns.time.map(field) ?? ""
    guard !["", "-", "–"].contains(text) else { return }
    let date: Date
    switch WrittenDate(text, in: zone) {
    case .moment(let moment): date = moment
    case .undecided: throw TimeTableError.undecided(file, line: row.line, text: printable(text))
    case .none: throw TimeTableError.noTime(file, line: row.line, text: printable(text))
    }
    let week = columns.week.map(field).flatMap { $0.isEmpty ? nil : $0.lowercased() }
    if let week { self.weeks.insert(week) }
    let names = columns.students.map(field).filter { !$0.isEmpty }
    guard !names.isEmpty else { throw TimeTableError.noStudent(file, line: row.line) }
    let entry = Entry(week: week, date: date)
    written.append((names, entry))
    add(entry, names)
  }

  private mutating func add(_ entry: Entry, _ names: [String]) {
    for name in Set(names.map(Self.key)) { rows[name, default: []].append(entry) }
  }

  /// Reads the times in a platform's worksheet, which is also the roster; nil for a roster without
  /// times.
  init?(worksheet roster: Roster, zone: TimeZone?) {
    guard roster.kind == .moodle,
      let time = TimeColumns.worksheetTime(roster.header, roster.rows, zone ?? .current)
    else { return nil }
    source = .worksheet
    for student in roster.students {
      guard let row = roster.row(of: student),
        let date = WrittenDate(roster.rows[row][time], in: zone ?? .current).date
      else { continue }
      rows[Self.key(student.id), default: []].append(Entry(week: nil, date: date))
    }
  }

  /// Returns the table with the times of each student of the roster under the student's id, whichever
  /// id, login, address or form of the name a row gives.
  ///
  /// A name that several students have gives its time to none of them.
  func naming(_ roster: Roster) -> TimeTable {
    var table = self
    table.rows = [:]
    for row in written {
      let known = row.names.map(roster.students(named:))
      if let student = known.first(where: { $0.count == 1 })?.first {
        table.ofStudents[Self.key(student.id), default: []].append(row.entry)
      } else if known.allSatisfy(\.isEmpty) {
        table.add(row.entry, row.names)
      }
    }
    return table
  }

  /// Returns the names in rows that several students of the roster have, and no other id beside them.
  func naming(severalOf roster: Roster) -> [String] {
    written.compactMap { row in
      let counts = row.names.map { roster.students(named: $0).count }
      return counts.contains(1) ? nil : zip(row.names, counts).first { $0.1 > 1 }?.0
    }
  }

  /// Returns the names in rows that give none of these names.
  func naming(noneOf names: some Sequence<String>) -> [String] {
    let known = Set(names.map(Self.key))
    return written.map(\.names).filter { $0.allSatisfy { !known.contains(Self.key($0)) } }
      .compactMap(\.first)
  }

  /// Returns the latest time for any of these names of a student, the id first, and for these weeks.
  func date(ofAny names: [String], weeks: Set<String>) -> Date? {
    let found =
      names.first.flatMap { ofStudents[Self.key($0)] }
      ?? names.lazy.compactMap { rows[Self.key($0)] }.first ?? []
    let ids = Set(weeks.map { $0.lowercased() })
    let own = found.filter { $0.week.map(ids.contains) ?? true }
    return own.map(\.date).max()
  }

  /// Keys Moodle's `Participant 123456` by the number, in any language.
  private static func key(_ name: String) -> String {
    let participant = name.wholeMatch(of: #/\p{L}+\s(\d{3,})/#).map { String($0.1) } ?? name
    return participant.precomposedStringWithCompatibilityMapping.lowercased()
      .trimmingCharacters(in: .whitespacesAndNewlines)
  }
}

/// The columns of a table of times.
struct TimeColumns {
  var time: Int?
  var students: [Int] = []
  var week: Int?

  private static let times = [
    "time", "submitted", "submitted at", "submission time", "submission date", "handed in",
    "last modified (submission)", "date submitted", "timestamp", "created_at", "submitted_at",
    // GitHub Classroom's grades, whose times are those of the pushes.
    "submission_timestamp",
    "date", "时间", "提交时间",
  ]
  private static let weeks = ["week", "assignment", "周", "周次", "作业"]
  private static let people = [
    "id", "student", "name", "login", "email", "user", "number", "account", "identifier", "学号",
    "姓名", "学生", "标识",
  ]

  init(time: Int?, students: [Int], week: Int?) {
    self.time = time
    self.students = students
    self.week = week
  }

  init(_ header: [String], _ rows: [[String]], _ zone: TimeZone) {
    let names = header.map { $0.trimmingCharacters(in: .whitespaces).lowercased() }
    time =
      Self.times.lazy.compactMap { names.firstIndex(of: $0) }.first
      ?? (header.count > 4 ? Self.worksheetTime(header, rows, zone) : nil)
    week = names.firstIndex { Self.weeks.contains($0) }
    let others = names.indices.filter { $0 != time && $0 != week }
    let named = others.filter { index in Self.people.contains { names[index].contains($0) } }
    students = named.isEmpty ? Array(others.prefix(1)) : named
  }

  /// Finds the column of a worksheet with the times of hand-ins: the one with Moodle's English
  /// heading, or in any other language the last but one whose fields are all moments, or dashes where
  /// there is none.
  ///
  /// The last is `Last modified (grade)`, the only one of an assignment to which nothing is uploaded
  /// (moodle/moodle, mod/assign/gradingtable.php); due dates may come before both.
  static func worksheetTime(_ header: [String], _ rows: [[String]], _ zone: TimeZone) -> Int? {
    let times = header.indices.filter { index in
      let fields = rows.map { row in
        row.indices.contains(index) ? row[index].trimmingCharacters(in: .whitespaces) : ""
      }
      return !fields.isEmpty
        && fields.allSatisfy { ["-", "–"].contains($0) || WrittenDate($0, in: zone).date != nil }
    }
    let named = header.firstIndex { RosterHeading.folded($0) == "lastmodifiedsubmission" }
    return named ?? times.dropLast().last
  }
}

/// The reasons why a table of times cannot be read.
public enum TimeTableError: PhrasedError, Equatable {
  case unreadable(String, reason: Phrase)
  case table(String, Phrase)
  case empty(String)
  case noColumn(String, found: String)
  case noStudent(String, line: Int)
  case noTime(String, line: Int, text: String)
  case undecided(String, line: Int, text: String)

  /// The error as a sentence in both languages.
  public var phrase: Phrase {
    switch self {
    case .unreadable(let file, let reason):
      Phrase(
        "\(file) cannot be read: \(reason.english)", zh: "无法读取 \(file)：\(reason.chinese)")
    case .table(let file, let reason):
      Phrase("\(file), \(reason(.english))", zh: "\(file)，\(reason(.chinese))")
    case .empty(let file): Phrase("\(file) has no times", zh: "\(file) 里没有时间")
    case .noColumn(let file, let found):
      Phrase(
        "\(file) has the columns \(found); a table of times has the columns student,time "
          + "(and week, if they differ by week), or is Moodle's grading worksheet",
        zh: "\(file) 的列是 \(found)；时间表应有 student,time 两列（各周不同时再加 week），或是 Moodle 的评分表")
    case .noStudent(let file, let line):
      Phrase("\(file):\(line): a time without a student", zh: "\(file):\(line)：这个时间没有学生")
    case .noTime(let file, let line, let text):
      Phrase(
        "\(file):\(line): “\(text)” is not a date and time; write 2026-11-20 22:10, or "
          + "2026-11-20T22:10:00+01:00",
        zh: "\(file):\(line)：“\(text)”不是时间；请写成 2026-11-20 22:10，或 2026-11-20T22:10:00+08:00")
    case .undecided(let file, let line, let text):
      Phrase(
        "\(file):\(line): in “\(text)” the day and the month may be either way round; write "
          + "2026-11-20 22:10",
        zh: "\(file):\(line)：“\(text)”分不清日和月；请写成 2026-11-20 22:10")
    }
  }
}
