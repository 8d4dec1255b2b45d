import Foundation
import Text

/// What a learner's function printed, kept up to a length that somebody reads.
struct CapturedOutput: Sendable {
  /// Bytes kept of the beginning of one call.
  static let kept = 4096
  /// Bytes kept of the end, where the runtime says why a program stops.
  static let keptOfEnd = 1 << 15
  /// Characters shown of a line, where there are many lines.
  static let longestLine = 200
  /// Bytes after which a call is stopped.
  static let flood = 16_000_000

  private var beginning = Data()
  private var end = Data()
  private(set) var total = 0
  /// How many lines have come to their end.
  private var lineCount = 0
  /// Lines shown at each end of more than twice as many.
  static let shownLines = 10

  mutating func append(_ more: Data) {
    total += more.count
    lineCount += more.count { $0 == UInt8(ascii: "\n") }
    beginning.append(more.prefix(max(0, Self.kept - beginning.count)))
    end.append(more.suffix(Self.keptOfEnd))
    if end.count > 2 * Self.keptOfEnd { end = Data(end.suffix(Self.keptOfEnd)) }
  }

  var isEmpty: Bool { total == 0 }

  /// The text with a note of what was cut: of many lines the first ten and the last.
  ///
  /// Bytes that are not UTF-8 show as replacement characters, and characters that would steer the
  /// terminal as pictures of themselves.
  func text(_ language: Language) -> String {
    guard lineCount <= 2 * Self.shownLines else { return ends(language) }
    let cut = total - beginning.count
    let text = Visible.text(String(decoding: beginning, as: UTF8.self).withoutControls)
    guard cut > 0 else { return text }
    // The cut may have gone through a character.
    return (text.last == "\u{FFFD}" ? String(text.dropLast()) : text)
      + Phrase("… (\(cut) more bytes)", zh: "……（还有 \(cut) 字节）")(language)
  }

  private func ends(_ language: Language) -> String {
    let first = Self.lines(beginning).prefix(Self.shownLines)
    var last = Self.lines(end)
    if last.last?.isEmpty ?? false { last.removeLast() }
    let cut = lineCount - 2 * Self.shownLines
    let note = Phrase("… (\(cut) more lines)", zh: "……（还有 \(cut) 行）")(language)
    return (first + [note] + last.suffix(Self.shownLines)).joined(separator: "\n")
  }

  private static func lines(_ data: Data) -> [String] {
    String(decoding: data, as: UTF8.self).withoutControls
      .split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.count > longestLine ? $0.prefix(longestLine) + "…" : String($0) }
  }

  /// Takes the runtime's last words out of what was printed, if there are any.
  mutating func takeCrash() -> CrashMessage? {
    guard let words = CrashMessage(endOf: end) else { return nil }
    lineCount -= end.dropFirst(words.start).count { $0 == UInt8(ascii: "\n") }
    total -= end.count - words.start
    end = Data(end.prefix(words.start))
    beginning = Data(beginning.prefix(total))
    return words
  }
}

extension String {
  /// The beginning, when the whole is longer than anybody reads.
  func clipped(to count: Int) -> String {
    guard utf8.count > count else { return self }
    return cut(to: count) + "…"
  }
}
