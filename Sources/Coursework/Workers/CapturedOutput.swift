import Foundation
import Text

/// The output of a learner's function, kept up to a readable length.
struct CapturedOutput: Sendable {
  /// The bytes kept from the beginning of one call's output.
  static let kept = 4096
  /// The bytes kept from the end, where the runtime says why a program stops.
  static let keptOfEnd = 1 << 15
  /// The characters shown of each line when there are many lines.
  static let longestLine = 200
  /// The bytes of output after which a call is stopped.
  static let flood = 16_000_000

  private var beginning = Data()
  private var end = Data()
  private(set) var total = 0
  /// The number of completed lines.
  private var lineCount = 0
  /// The lines shown at each end when there are more than twice as many.
  static let shownLines = 10

  mutating func append(_ more: Data) {
    total += more.count
    lineCount += more.count { $0 == UInt8(ascii: "\n") }
    beginning.append(more.prefix(max(0, Self.kept - beginning.count)))
    end.append(more.suffix(Self.keptOfEnd))
    if end.count > 2 * Self.keptOfEnd { end = Data(end.suffix(Self.keptOfEnd)) }
  }

  var isEmpty: Bool { total == 0 }

  /// The text with a note of what was cut; of many lines, only the first and last ten.
  ///
  /// Bytes that are not UTF-8 appear as replacement characters, and characters that would control
  /// the terminal as visible symbols.
  func text(_ language: Language) -> String {
    guard lineCount <= 2 * Self.shownLines else { return ends(language) }
    let cut = total - beginning.count
    let text = Visible.text(String(decoding: beginning, as: UTF8.self).withoutControls)
    guard cut > 0 else { return text }
    // The cut may have split a character.
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

  /// Removes the runtime's crash message from the output, if there is one.
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
  /// The beginning of the text when the whole is too long to read.
  func clipped(to count: Int) -> String {
    guard utf8.count > count else { return self }
    return cut(to: count) + "…"
  }
}
