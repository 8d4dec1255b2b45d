public import Text

/// The language of a bank, by the code that its file's name states: `en`, `zh`, `de`, `pt-BR`.
///
/// The course itself has two languages; banks may be in any.
public struct BankLanguage: Hashable, Comparable, Sendable {
  /// The code, as in the file's name.
  public let code: String

  /// English, `en` in a file's name.
  public static let english = BankLanguage(.english)
  /// Chinese, `zh` in a file's name.
  public static let chinese = BankLanguage(.chinese)

  /// Creates a language of the course.
  public init(_ language: Language) { code = language.rawValue }

  /// Returns nil for an invalid code: it consists of two or three letters, and more after hyphens.
  public init?(code: String) {
    let parts = code.split(separator: "-", omittingEmptySubsequences: false)
    guard let first = parts.first, (2...3).contains(first.utf8.count),
      first.utf8.allSatisfy({ (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) }),
      parts.dropFirst().allSatisfy({ part in
        (2...8).contains(part.utf8.count)
          && part.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
      })
    else { return nil }
    self.code = code
  }

  /// The language of the interface around the questions.
  public var interface: Language { code.hasPrefix("zh") ? .chinese : .english }

  /// Orders languages by their codes.
  public static func < (a: BankLanguage, b: BankLanguage) -> Bool { a.code < b.code }
}
