import Files
public import Foundation
public import Intake
import Text

/// A person's comment on a student's work, with any points given beside the tests.
public struct Comment: Sendable, Equatable {
  /// The student's id.
  public var student: String
  /// The id of the week.
  public var week: String
  /// The item commented on, such as `style`; empty for the week as a whole.
  public var item: String
  /// The points given; nil for a comment alone.
  public var points: Double?
  /// The maximum number of points; nil where the row does not say.
  public var possible: Double?
  /// The text for the student.
  public var text: String
  /// The location of the comment, for messages: `comments.csv:7`.
  public var place: String

  /// Creates a comment.
  public init(
    student: String, week: String, item: String = "", points: Double? = nil,
    possible: Double? = nil, text: String = "", place: String = ""
  ) {
    self.student = student
    self.week = week
    self.item = item
    self.points = points
    self.possible = possible
    self.text = text
    self.place = place
  }

  /// The column of the gradebook that its points fill, `C1W2:style`.
  package var column: String { "\(week):\(item)" }
}

extension Comment {
  /// Reads a table of comments with the columns student and week, and optionally item, points,
  /// possible and comment.
  ///
  /// - Throws: `RosterError` for a table without the required columns or with a cell that is not a
  ///   number.
  public static func read(_ file: URL, weeks: [String]) throws(RosterError) -> [Comment] {
    let data = try SpreadsheetTable.data(of: file)
    return try read(data, file.lastPathComponent, weeks: weeks)
  }

  static func read(
    _ data: Data, _ file: String, weeks: [String]
  ) throws(RosterError) -> [Comment] {
    let rows = try SpreadsheetTable(data, file).rows
    guard let header = rows.first?.fields else { throw .empty(file) }
    let columns = Columns(header)
    guard let student = columns.student, let week = columns.week,
      columns.points != nil || columns.text != nil
    else { throw .missingColumns(file, columns: header.map(printable), wanted: Self.wanted) }
    var comments: [Comment] = []
    for row in rows.dropFirst() {
      func field(_ column: Int?) -> String {
        guard let column, row.fields.indices.contains(column) else { return "" }
        return row.fields[column].trimmingCharacters(in: .whitespacesAndNewlines)
      }
      func number(_ column: Int?) throws(RosterError) -> Double? {
        let text = field(column)
        guard !text.isEmpty else { return nil }
        guard let value = LocalNumber(text)?.value, value >= 0 else {
          throw .badCell(
            file, line: row.line, found: printable(text),
            wanted: Phrase("points, a number from 0", zh: "分数，不小于 0 的数"))
        }
        return value
      }
      let name = field(week)
      guard let id = weeks.first(where: { $0.lowercased() == name.lowercased() }) else {
        throw .badCell(
          file, line: row.line, found: printable(name),
          wanted: Phrase(
            "a week: \(weeks.joined(separator: ", "))", zh: "某一周：\(weeks.joined(separator: "、"))"))
      }
      comments.append(
        Comment(
          student: field(student), week: id, item: field(columns.item),
          points: try number(columns.points), possible: try number(columns.possible),
          text: field(columns.text), place: "\(file):\(row.line)"))
    }
    return comments
  }

  private static let wanted = Phrase(
    "student, week, and points or comment (optional: item, possible)",
    zh: "“student”、“week”，以及“points”或“comment”（另可有“item”“possible”）这些列")

  private struct Columns {
    let student, week, item, points, possible, text: Int?

    init(_ header: [String]) {
      let names = header.map { $0.trimmingCharacters(in: .whitespaces).lowercased() }
      func first(_ words: String...) -> Int? { names.firstIndex { words.contains($0) } }
      student = first("student", "id", "student id", "student_id", "学号", "学生")
      week = first("week", "周", "周次", "assignment")
      item = first("item", "criterion", "rubric", "项目", "评分项")
      points = first("points", "score", "得分", "分数")
      possible = first("possible", "max", "out of", "满分")
      text = first("comment", "comments", "feedback", "评语", "评论")
    }
  }
}
