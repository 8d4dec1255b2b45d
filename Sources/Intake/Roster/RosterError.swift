public import Files
public import Text

/// The reasons why a table is not a roster.
public enum RosterError: PhrasedError, Equatable {
  case unreadable(String, reason: Phrase)
  case notText(String)
  case table(String, CSVError)
  case empty(String)
  case unknownTable(String, columns: [String], understood: [Phrase])
  case tooManyFields(String, line: Int, expected: Int, found: Int)
  case noID(String, line: Int)
  case roundedID(String, line: Int, id: String)
  case duplicate(String, id: String, lines: [Int])
  case missingColumns(String, columns: [String], wanted: Phrase)
  case badCell(String, line: Int, found: String, wanted: Phrase)

  /// The error as a sentence in both languages.
  public var phrase: Phrase {
    switch self {
    case .unreadable(let file, let reason):
      Phrase(
        "\(file) cannot be read: \(reason.english)", zh: "无法读取 \(file)：\(reason.chinese)")
    case .notText(let file):
      Phrase(
        "\(file) is not a text file, perhaps one of a spreadsheet program; export the table as CSV",
        zh: "\(file) 不是文本（可能是电子表格文件）；请把表格导出为 CSV")
    case .table(let file, let error):
      Phrase(
        "\(file), \(error.phrase(.english))", zh: "\(file)，\(error.phrase(.chinese))")
    case .empty(let file):
      Phrase("\(file) has no students", zh: "\(file) 里没有学生")
    case .unknownTable(let file, let columns, let understood):
      Phrase(
        "\(file) has the columns \(Self.list(columns, ", ")); "
          + (understood.isEmpty
            ? "none of them is known"
            : "understood: \(understood.map(\.english).joined(separator: ", "))")
          + ". A roster is the gradebook of Canvas, Blackboard, Brightspace or Gradescope, Moodle's "
          + "grading worksheet, Classroom's list, or has columns such as id,name",
        zh: "\(file) 的列是 \(Self.list(columns, "、"))；"
          + (understood.isEmpty
            ? "没有认识的列" : "认识的有：\(understood.map(\.chinese).joined(separator: "、"))")
          + "。名单应是 Canvas、Blackboard、Brightspace、Gradescope 的成绩导出，Moodle 的评分表，"
          + "Classroom 的名单，或者有 id,name（学号、姓名）这样的列")
    case .tooManyFields(let file, let line, let expected, let found):
      Phrase(
        "\(file):\(line): \(found) fields, but the header has \(expected)",
        zh: "\(file):\(line)：有 \(found) 个字段，表头只有 \(expected) 个")
    case .noID(let file, let line):
      Phrase("\(file):\(line): a student without an id", zh: "\(file):\(line)：这个学生没有 id")
    case .roundedID(let file, let line, let id):
      Phrase(
        "\(file):\(line): a spreadsheet has rounded the id to “\(id)”; export the table again and "
          + "do not save it with a spreadsheet, or format the column as text",
        zh: "\(file):\(line)：电子表格把 id 舍入成了“\(id)”；请重新导出，不要用电子表格另存，或把该列设为文本格式")
    case .duplicate(let file, let id, let lines):
      Phrase(
        "\(file): lines \(lines.map(String.init).joined(separator: " and ")) both have the id \(id)",
        zh: "\(file)：第 \(lines.map(String.init).joined(separator: "、")) 行的 id 都是 \(id)")
    case .missingColumns(let file, let columns, let wanted):
      Phrase(
        "\(file) has the columns \(Self.list(columns, ", ")); expected \(wanted.english)",
        zh: "\(file) 的列是 \(Self.list(columns, "、"))；应有\(wanted.chinese)")
    case .badCell(let file, let line, let found, let wanted):
      Phrase(
        "\(file):\(line): “\(found)” cannot be meant; expected \(wanted.english)",
        zh: "\(file):\(line)：“\(found)”无法理解；应为\(wanted.chinese)")
    }
  }

  private static func list(_ columns: [String], _ separator: String) -> String {
    columns.prefix(12).map { "“\($0)”" }.joined(separator: separator)
      + (columns.count > 12 ? "\(separator)…" : "")
  }
}
