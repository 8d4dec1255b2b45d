public import Text

/// Comma-separated values as in RFC 4180.
public enum CSV {
  // MARK: Writing

  /// The kind of program that will open a written file.
  public enum Reader: Sendable {
    /// A spreadsheet, which evaluates texts that look like formulas.
    case spreadsheet
    /// A program that takes every field literally, such as the import of a learning platform.
    case program
  }

  /// The regional format of a spreadsheet's tables.
  public enum Style: String, Sendable, CaseIterable {
    /// Commas between fields, points in numbers.
    case international = "us"
    /// Semicolons between fields, commas in numbers.
    case european = "eu"
  }

  /// Formats rows as the text of a file, with every line ended by CR LF.
  public static func text(
    _ rows: [[String]], for reader: Reader = .spreadsheet, style: Style = .international
  ) -> String {
    let separator = style == .european ? ";" : ","
    return rows.map { row in
      row.map { text in
        let isNumber = text.wholeMatch(of: #/-?\d+\.\d+/#) != nil
        let text = style == .european && isNumber ? text.replacing(".", with: ",") : text
        // A number's comma is not a separator here.
        return isNumber && style == .european ? text : field(text, for: reader)
      }.joined(separator: separator) + "\r\n"
    }.joined()
  }

  /// Formats rows with every field quoted, as Blackboard requires.
  public static func quoted(_ rows: [[String]]) -> String {
    rows.map { row in
      row.map { "\"" + $0.replacing("\"", with: "\"\"") + "\"" }.joined(separator: ",") + "\r\n"
    }.joined()
  }

  /// Quotes a field where necessary.
  ///
  /// For a spreadsheet it also defuses formulas: a text that begins with `=`, `+`, `-`, `@` or one
  /// of their wide forms and is not a number gets an apostrophe, line breaks become spaces, and
  /// semicolons, which separate fields in some locales, are quoted. For a program the text is kept
  /// as it is.
  ///
  ///     CSV.field("1,5")                  // "\"1,5\""
  ///     CSV.field("=1+1")                 // "'=1+1"
  ///     CSV.field("=1+1", for: .program)  // "=1+1"
  public static func field(_ text: String, for reader: Reader = .spreadsheet) -> String {
    var text = text
    if reader == .spreadsheet {
      text = printable(text)
      // By scalars, since a combining mark would hide the sign.
      if let first = text.unicodeScalars.first, "=+-@＝＋－＠".unicodeScalars.contains(first),
        Double(text) == nil
      {
        text = "'" + text
      }
    }
    guard text.unicodeScalars.contains(where: { ",;\"\r\n".unicodeScalars.contains($0) }) else {
      return text
    }
    return "\"" + text.replacing("\"", with: "\"\"") + "\""
  }

  // MARK: Reading

  /// A row of a file.
  public struct Row: Sendable, Equatable {
    /// The line on which the row begins, from 1.
    public var line: Int
    /// The fields, without their quotes.
    public var fields: [String]

    /// Creates a row.
    public init(line: Int, fields: [String]) {
      self.line = line
      self.fields = fields
    }
  }

  /// Parses the rows of a file's text, skipping empty lines.
  ///
  /// A byte order mark is dropped, lines may end in LF, CR LF or CR, and a quoted field may contain
  /// separators, doubled quotes and line breaks.
  ///
  ///     try CSV.rows("id,name\n7,\"Ada, A.\"\n").map(\.fields)   // [["id", "name"], ["7", "Ada, A."]]
  ///
  /// - Throws: ``CSVError`` when a quote is not closed or is misplaced.
  public static func rows(
    _ text: String, separator: Unicode.Scalar = ","
  ) throws(CSVError) -> [Row] {
    var reader = CSVReader(text, separator: separator)
    return try reader.rows()
  }
}

/// A reason why a text is not valid CSV.
public enum CSVError: PhrasedError, Equatable {
  case unclosedQuote(line: Int)
  case textAfterQuote(line: Int, found: String)

  /// The error as a sentence in both languages.
  public var phrase: Phrase {
    switch self {
    case .unclosedQuote(let line):
      Phrase(
        "line \(line): the quote (\") that opens a field here is not closed",
        zh: "第 \(line) 行：这里有一个引号（\"）没有配对")
    case .textAfterQuote(let line, let found):
      Phrase(
        "line \(line): “\(printable(found))” follows a closed quote: write a separator there, or "
          + "double the quote inside the field (\"\")",
        zh: "第 \(line) 行：引号结束后出现“\(printable(found))”：这里应为分隔符；字段内的引号要写成两个（\"\"）")
    }
  }
}

/// A reader that scans a text once.
private struct CSVReader {
  private let scalars: [Unicode.Scalar]
  private let separator: Unicode.Scalar
  private var place = 0
  private var line = 1

  init(_ text: String, separator: Unicode.Scalar) {
    let scalars = Array(text.unicodeScalars)
    self.scalars = scalars.first == "\u{FEFF}" ? Array(scalars.dropFirst()) : scalars
    self.separator = separator
  }

  private var current: Unicode.Scalar? { place < scalars.count ? scalars[place] : nil }

  mutating func rows() throws(CSVError) -> [CSV.Row] {
    var rows: [CSV.Row] = []
    while current != nil {
      let start = line
      var fields = [try field()]
      while current == separator {
        place += 1
        fields.append(try field())
      }
      skipLineBreak()
      if fields != [""] { rows.append(CSV.Row(line: start, fields: fields)) }
    }
    return rows
  }

  private mutating func field() throws(CSVError) -> String {
    guard current == "\"" else { return unquoted() }
    let start = line
    var text = String.UnicodeScalarView()
    place += 1
    while let scalar = current {
      if scalar == "\"" {
        place += 1
        guard current == "\"" else {
          guard current == nil || current == separator || isLineBreak else {
            throw .textAfterQuote(line: line, found: String(unquoted().prefix(20)))
          }
          return String(text)
        }
      }
      if isLineBreak {
        skipLineBreak()
        text.append("\n")
      } else {
        text.append(scalar)
        place += 1
      }
    }
    throw .unclosedQuote(line: start)
  }

  private mutating func unquoted() -> String {
    var text = String.UnicodeScalarView()
    while let scalar = current, scalar != separator, !isLineBreak {
      text.append(scalar)
      place += 1
    }
    return String(text)
  }

  private var isLineBreak: Bool { current == "\n" || current == "\r" }

  private mutating func skipLineBreak() {
    guard isLineBreak else { return }
    place += current == "\r" && place + 1 < scalars.count && scalars[place + 1] == "\n" ? 2 : 1
    line += 1
  }
}
