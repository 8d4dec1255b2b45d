import Coursework
import Foundation
import Text

/// Formats the message of a verdict as a block of a page: the input, expected and actual values,
/// the diagnosis, and the learner's output.
enum MessageText {
  /// The number of characters of a message shown on a page; `results.jsonl` contains all of it.
  static let limit = 6000

  /// The beginnings of the judge's own lines.
  ///
  /// They start at the margin, while the judge indents output of untrusted code.
  private static let headings = [
    "expected:", "期望：", "got:", "实际：", "called with", "调用参数", "why:", "原因：",
    "your code printed:", "你的代码打印了：", "help:", "提示：",
  ]

  static func html(_ message: String, _ language: Language) -> String {
    let (text, cut) = clipped(message, to: limit)
    let lines = Visible.html(text).split(separator: "\n", omittingEmptySubsequences: false)
    let marked = lines.map { line in
      let heading = headings.first { line.hasPrefix($0) }
      let text = heading.map { "<b>\($0)</b>\(line.dropFirst($0.count))" } ?? String(line)
      // Sentences start at the margin and may be wrapped; rows of numbers are indented and may not.
      let isSentence = line.count > 40 && !line.hasPrefix(" ")
      return isSentence ? "<span class=\"line\">\(text)</span>" : text
    }
    let note =
      cut == 0
      ? ""
      : "\n… "
        + Phrase("(\(cut) more bytes)", zh: "（还有 \(cut) 字节）")(language)
    return "<pre>\(marked.joined(separator: "\n"))\(note)</pre>"
  }

  /// Returns the beginning of a text, and the number of bytes left out.
  static func clipped(_ text: String, to limit: Int) -> (text: String, cut: Int) {
    guard text.utf8.count > limit else { return (text, 0) }
    // By scalars, since a single character may be as long as the whole text.
    let end = text.unicodeScalars.index(
      text.unicodeScalars.startIndex, offsetBy: limit, limitedBy: text.unicodeScalars.endIndex)
    let kept = String(text.unicodeScalars[..<(end ?? text.unicodeScalars.endIndex)])
    return (kept, text.utf8.count - kept.utf8.count)
  }
}

extension MessageText {
  /// Formats a message for other programs: every character visible, and clipped.
  static func plain(_ message: String, _ language: Language) -> String {
    let (text, cut) = clipped(message, to: limit)
    guard cut > 0 else { return Visible.text(text) }
    return Visible.text(text)
      + Phrase("\n… (\(cut) more bytes)", zh: "\n……（还有 \(cut) 字节）")(language)
  }

  /// Returns the output of the learner's code without the judge's indentation; nil if there is
  /// none.
  static func printed(in message: String) -> String? {
    let lines = message.split(separator: "\n", omittingEmptySubsequences: false)
    guard let head = lines.firstIndex(where: { $0 == "your code printed:" || $0 == "你的代码打印了：" })
    else { return nil }
    let printed = lines[(head + 1)...].prefix { $0.hasPrefix("  ") || $0.isEmpty }
    return printed.isEmpty ? nil : printed.map { $0.dropFirst(2) }.joined(separator: "\n")
  }
}
