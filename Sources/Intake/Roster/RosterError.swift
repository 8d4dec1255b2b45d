public import Files
public import Text

/// Why a table is no roster.
public enum RosterError: PhrasedError, Equatable {
  case unreadable(String, reason: String)
  case utf16(String)
  case notUTF8(String, line: Int)
  case table(String, CSVError)
  case empty(String)
  case unknownTable(String, found: String)
  case tooManyFields(String, line: Int, expected: Int, found: Int)
  case noID(String, line: Int)
  case duplicate(String, id: String, lines: [Int])

  /// The error as a sentence in both languages.
  public var phrase: Phrase {
    switch self {
    case .unreadable(let file, let reason):
      Phrase("\(file) cannot be read: \(reason)", zh: "无法读取 \(file)：\(reason)")
    case .utf16(let file):
      Phrase(
        "\(file) is UTF-16; export it as CSV in UTF-8", zh: "\(file) 的编码是 UTF-16；请导出为 UTF-8 的 CSV")
    case .notUTF8(let file, let line):
      Phrase(
        "\(file):\(line): not UTF-8; export the table as CSV in UTF-8",
        zh: "\(file):\(line)：不是 UTF-8；请把表格导出为 UTF-8 的 CSV")
    case .table(let file, let error):
      Phrase(
        "\(file), \(error.phrase(.english))", zh: "\(file)，\(error.phrase(.chinese))")
    case .empty(let file):
      Phrase("\(file) has no students", zh: "\(file) 里没有学生")
    case .unknownTable(let file, let found):
      Phrase(
        "\(file) begins with “\(found)”; a roster is Canvas's gradebook export, Moodle's grading "
          + "worksheet, or has the columns id,name",
        zh: "\(file) 的开头是“\(found)”；名单应是 Canvas 的成绩导出、Moodle 的评分表，或有 id,name 两列")
    case .tooManyFields(let file, let line, let expected, let found):
      Phrase(
        "\(file):\(line): \(found) fields, but the header has \(expected)",
        zh: "\(file):\(line)：有 \(found) 个字段，表头只有 \(expected) 个")
    case .noID(let file, let line):
      Phrase("\(file):\(line): a student without an id", zh: "\(file):\(line)：这个学生没有 id")
    case .duplicate(let file, let id, let lines):
      Phrase(
        "\(file): lines \(lines.map(String.init).joined(separator: " and ")) both have the id \(id)",
        zh: "\(file)：第 \(lines.map(String.init).joined(separator: "、")) 行的 id 都是 \(id)")
    }
  }
}
