import Coursework
import Foundation
import Plotting
import Terminals
import Text

/// The place where output goes.
enum Console {
  /// Whether a person is watching: the output is a terminal other than a dumb one.
  static let isTerminal = isatty(STDOUT_FILENO) == 1 && environment["TERM"] != "dumb"
  static let hasColour = isTerminal && (environment["NO_COLOR"] ?? "").isEmpty
  private static let environment = ProcessInfo.processInfo.environment

  /// The area in which figures are drawn: the terminal's, or 80 × 24 in a pipe.
  static var terminal: TextArea {
    let size = isTerminal ? Terminal.size : Terminal.Size(columns: 80, rows: 24)
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"].compactMap { environment[$0] }.first { !$0.isEmpty }
    let isUnicode = !isTerminal || (locale ?? "").uppercased().contains("UTF")
    return TextArea(
      width: size.columns, height: size.rows, style: isUnicode ? .unicode : .ascii,
      colour: hasColour)
  }

  /// Creates a status line for a long operation, on a terminal or in a pipe.
  static func statusLine() -> StatusLine { StatusLine(width: isTerminal ? terminal.width : nil) }

  /// Wraps plain prose to the terminal's width; in a pipe, leaves it unchanged.
  static func wrapped(_ text: String) -> String {
    isTerminal ? TextWrapping.hanging(text, width: terminal.width) : text
  }

  /// Formats a styled line, wrapped to the terminal's width; in a pipe, as plain text.
  static func text(_ line: StyledLine) -> String {
    guard isTerminal else { return line.text }
    return line.hanging(width: terminal.width).map { $0.escaped(colours: hasColour) }
      .joined(separator: "\n")
  }

  /// Prints a line and flushes it, even into a pipe, since the next may take a minute.
  static func say(_ line: String) {
    print(line)
    fflush(nil)
  }

  /// Prints lines on standard error.
  static func complain(_ lines: String) {
    FileHandle.standardError.write(Data((wrapped(lines) + "\n").utf8))
  }

  enum Colour: String {
    case green = "32"
    case red = "31"
    case yellow = "33"
    case grey = "90"
    case bold = "1"
  }

  static func paint(_ text: String, _ colour: Colour) -> String {
    hasColour ? "\u{1B}[\(colour.rawValue)m\(text)\u{1B}[0m" : text
  }
}
