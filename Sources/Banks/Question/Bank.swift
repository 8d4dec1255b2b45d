/// A quiz in one language: what one Markdown file of `Quizzes/` holds.
public struct Bank: Equatable, Sendable {
  /// `C1W2`: what stands before the first hyphen of the file's name.
  public let id: String
  /// The language that the file's name states.
  public let language: BankLanguage
  /// The title: the text behind the `# ` of the file's first heading.
  public let title: String
  /// The paragraphs between the title and the first question.
  public let introduction: String
  /// The line on which the introduction begins.
  let introductionLine: Int
  /// In the author's order.
  public let questions: [Question]
  /// The mark of a bank without keys; nil for one that can be graded.
  public var keyless: Keyless?
  /// The file's path, as it was given.
  public let file: String

  /// The sum of all questions' points.
  var points: Int { questions.reduce(0) { $0 + $1.points } }

  /// The id and language that a file's name states: `C1W2-NeuralNetworkBasics.en.md`.
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
