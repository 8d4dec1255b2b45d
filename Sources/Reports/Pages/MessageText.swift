import Coursework
import Foundation
import Text

/// What a verdict says, as a block of a page: the input, expected and actual, the diagnosis, and
/// what the learner printed.
enum MessageText {
  /// Characters that a page shows of one message; `results.jsonl` holds them all.
  static let limit = 6000

  /// What the judge's own lines begin with.
  ///
  /// They stand at the margin; what strangers printed is indented by the judge.
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
      // Sentences stand at the margin and may be broken; rows of numbers are indented and may not.
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

  /// The beginning of a text and how many bytes were left out.
  static func clipped(_ text: String, to limit: Int) -> (text: String, cut: Int) {
    guard text.utf8.count > limit else { return (text, 0) }
    // By scalars: one character may be as long as the whole text.
    let end = text.unicodeScalars.index(
      text.unicodeScalars.startIndex, offsetBy: limit, limitedBy: text.unicodeScalars.endIndex)
    let kept = String(text.unicodeScalars[..<(end ?? text.unicodeScalars.endIndex)])
    return (kept, text.utf8.count - kept.utf8.count)
  }
}

extension MessageText {
  /// A message as text for other programs: every character visible, clipped.
  static func plain(_ message: String, _ language: Language) -> String {
    let (text, cut) = clipped(message, to: limit)
    guard cut > 0 else { return Visible.text(text) }
    return Visible.text(text)
      + Phrase("\n… (\(cut) more bytes)", zh: "\n……（还有 \(cut) 字节）")(language)
  }

  /// What the learner's code printed, without the judge's indentation; nil when it printed nothing.
  static func printed(in message: String) -> String? {
    let lines = message.split(separator: "\n", omittingEmptySubsequences: false)
    guard let head = lines.firstIndex(where: { $0 == "your code printed:" || $0 == "你的代码打印了：" })
    else { return nil }
    let printed = lines[(head + 1)...].prefix { $0.hasPrefix("  ") || $0.isEmpty }
    return printed.isEmpty ? nil : printed.map { $0.dropFirst(2) }.joined(separator: "\n")
  }
}
