import Foundation

/// The tokens of a text, which allow lines to be compared regardless of spacing.
///
/// Names, numbers and single marks are tokens. Spaces, line ends and the slashes of comments are
/// not, nor are `let`, `var`, `return` and `try`, which can be added or removed without changing
/// what a line says.
struct SourceTokens {
  private(set) var tokens: [Substring] = []
  /// The line, from 1, of each token.
  private(set) var lines: [Int] = []

  private static let ignored: Set<Substring> = ["let", "var", "return", "try"]
  /// Marks and keywords that structure a line and carry no meaning by themselves.
  private static let structure = Set<Substring>(
    "( ) [ ] { } < > , ; : . = \\ \" ` _ for in if else guard throws throw func public private where"
      .split(separator: " "))

  init(_ text: String) {
    var line = 1
    var rest = text[...].utf8
    func isWord(_ byte: UInt8) -> Bool {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), 0x80...:
        true
      default: false
      }
    }
    while let byte = rest.first {
      if byte == UInt8(ascii: "\n") { line += 1 }
      if byte <= UInt8(ascii: " ") {
        rest.removeFirst()
        continue
      }
      if rest.starts(with: "//".utf8) {
        rest = rest.drop { $0 == UInt8(ascii: "/") }
        continue
      }
      let count = isWord(byte) ? rest.prefix(while: isWord).count : 1
      let token = Substring(rest.prefix(count))
      rest = rest.dropFirst(count)
      guard !Self.ignored.contains(token) else { continue }
      tokens.append(token)
      lines.append(line)
    }
  }

  /// Counts the meaningful tokens: names, numbers and operators.
  static func words(in tokens: some Sequence<Substring>) -> Int {
    tokens.count { !structure.contains($0) }
  }
}
