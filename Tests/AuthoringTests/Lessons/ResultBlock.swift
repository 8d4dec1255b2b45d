import Foundation

/// A table, an example in a fence, or a paragraph of a lesson whose numbers the solutions compute.
///
/// An HTML comment, which readers do not see, precedes it in the lesson:
///
///     <!-- result: C1W2.rates -->
///     | α | training | test |
///
/// Only numbers with a decimal point or a percent sign count, in reading order; steps and sizes do
/// not. After `<!-- result: C4W1.backward (all) -->` all numbers count.
struct ResultBlock {
  /// The name of the computation.
  let name: String
  /// The numbers as printed.
  let numbers: [String]

  /// The blocks of a lesson, in order.
  static func blocks(in text: String) -> [ResultBlock] {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.drop { $0 == " " } }
    return lines.indices.compactMap { index in
      guard let match = lines[index].wholeMatch(of: marker) else { return nil }
      let block = block(from: lines[(index + 1)...]).joined(separator: "\n")
      return ResultBlock(
        name: String(match.1), numbers: numbers(in: block, all: match.2 != nil))
    }
  }

  /// The text without its marked blocks.
  static func unmarked(_ text: String) -> String {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.drop { $0 == " " } }
    while let index = lines.firstIndex(where: { $0.wholeMatch(of: marker) != nil }) {
      let count = block(from: lines[(index + 1)...]).count
      lines.removeSubrange(index...(index + count))
    }
    return lines.joined(separator: "\n")
  }

  private static var marker: Regex<(Substring, Substring, Substring?)> {
    /<!-- result: ([\w.]+)( \(all\))? -->/
  }

  /// The lines up to the end of a fence, or to the next empty line.
  private static func block(from lines: ArraySlice<Substring>) -> ArraySlice<Substring> {
    guard lines.first?.hasPrefix("```") == true else { return lines.prefix { !$0.isEmpty } }
    let end = lines.dropFirst().firstIndex { $0.hasPrefix("```") } ?? lines.endIndex - 1
    return lines[...end]
  }

  static func numbers(in text: String, all: Bool = false) -> [String] {
    // A minus sign belongs to the number unless it follows something to subtract from.
    let number = /(?<sign>(^|[^\w)\]])-)?(?<value>[0-9]+(\.[0-9]+)?)(?<percent> ?%)?/
    return text.matches(of: number).compactMap { match in
      let value = match.output.value
      let before =
        value.startIndex > text.startIndex ? text[text.index(before: value.startIndex)] : " "
      // Skips digits within names and exponents, such as dW1, x₁ or 1e-7.
      if before.isLetter || before == "_" || before == "." || before == "^" { return nil }
      guard all || value.contains(".") || match.output.percent != nil else { return nil }
      return (match.output.sign == nil ? "" : "-") + value
    }
  }
}
