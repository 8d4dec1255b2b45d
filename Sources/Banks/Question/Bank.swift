/// A quiz in one language: the content of a Markdown file in `Quizzes/`.
public struct Bank: Equatable, Sendable {
  /// The id, `C1W2`: the part of the file's name before the first hyphen.
  public let id: String
  /// The language that the file's name states.
  public let language: BankLanguage
  /// The title: the text after `# ` in the file's first heading.
  public let title: String
  /// The paragraphs between the title and the first question.
  public let introduction: String
  /// The line on which the introduction begins.
  let introductionLine: Int
  /// The questions in the author's order.
  public let questions: [Question]
  /// The reference to the original of a bank without keys; nil for a bank that can be graded.
  public var keyless: Keyless?
  /// The path of the file, as given.
  public let file: String

  /// The sum of all questions' points.
  var points: Int { questions.reduce(0) { $0 + $1.points } }

  /// Returns the id and language in a file's name: `C1W2-NeuralNetworkBasics.en.md`.
  public static func identity(ofFile path: String) -> (id: String, language: BankLanguage)? {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    let parts = name.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count >= 3, parts[parts.count - 1] == "md",
      let language = BankLanguage(code: String(parts[parts.count - 2])),
      let id = parts[0].split(separator: "-", omittingEmptySubsequences: false).first,
      !id.isEmpty, id.utf8.allSatisfy({ isIdentifierByte($0) })
    else { return nil }
    return (String(id), language)
  }

  private static func isIdentifierByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
      true
    default: false
    }
  }
}
