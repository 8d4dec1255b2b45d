import Coursework
import Foundation
import Plotting
import Text

/// What is known of the place that the output goes to.
enum Console {
  /// Whether a person watches: a terminal, and not a dumb one.
  static let isTerminal = isatty(STDOUT_FILENO) == 1 && environment["TERM"] != "dumb"
  static let hasColour = isTerminal && (environment["NO_COLOR"] ?? "").isEmpty
  private static let environment = ProcessInfo.processInfo.environment

  /// The frame that figures are drawn in: the terminal's, or 80 × 24 in a pipe.
  static var terminal: Terminal {
    var size = winsize()
    let known = isTerminal && ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"].compactMap { environment[$0] }.first { !$0.isEmpty }
    let isUnicode = !isTerminal || (locale ?? "").uppercased().contains("UTF")
    return Terminal(
      width: known ? Int(size.ws_col) : 80, height: known ? Int(size.ws_row) : 24,
      style: isUnicode ? .unicode : .ascii, colour: hasColour)
  }

  /// Prose without colours in lines of the terminal's width; in a pipe, as it is.
  static func wrapped(_ text: String) -> String {
    isTerminal ? TextWrapping.hanging(text, width: terminal.width) : text
  }

  /// Prints a line at once, also into a pipe: the next may take a minute.
  static func say(_ line: String) {
    print(line)
    fflush(nil)
  }

  /// Lines on standard error.
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
