public import Text

/// The reasons why the columns for marks in a platform's table are unclear.
public enum PlatformError: PhrasedError, Equatable {
  case ambiguousColumn(week: String, columns: [String], example: String)
  case unknownColumn(week: String, choice: String, columns: [String])
  case oneColumn(weeks: [String], column: String)

  /// The error as a sentence in both languages.
  public var phrase: Phrase {
    switch self {
    case .ambiguousColumn(let week, let columns, let example):
      Phrase(
        "\(week) may be \(Self.list(columns, " or ")) of the roster; say which: "
          + "--assignment \(week)=\(example.isEmpty ? "NAME" : example), or \(week)=new for a new column",
        zh: "名单里 \(Self.list(columns, "、")) 都可能是 \(week)；请指明："
          + "--assignment \(week)=\(example.isEmpty ? "名称" : example)，或 \(week)=new 新建一列")
    case .unknownColumn(let week, let choice, let columns):
      Phrase(
        "--assignment \(week)=\(choice) names no one column of the roster; it has "
          + (columns.isEmpty ? "no assignments" : Self.list(columns, ", ")),
        zh: "--assignment \(week)=\(choice) 没有指明唯一的一列；名单里"
          + (columns.isEmpty ? "没有作业列" : "有 \(Self.list(columns, "、"))"))
    case .oneColumn(let weeks, let column):
      Phrase(
        "\(weeks.joined(separator: " and ")) would go into one column, “\(column)”; name one of "
          + "them with --assignment or --weeks",
        zh: "\(weeks.joined(separator: "、")) 会写入同一列“\(column)”；请用 --assignment 或 --weeks 指明其一")
    }
  }

  private static func list(_ columns: [String], _ separator: String) -> String {
    columns.map { "“\($0)”" }.joined(separator: separator)
  }
}
