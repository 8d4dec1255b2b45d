import Foundation
public import Text

/// An error that ends a command before it has done its work.
///
/// Each case states a fact; `phrase` puts it into a sentence.
public enum CommandError: PhrasedError, Equatable, ExitCoding {
  /// A word that names nothing; the noun says what kind of thing was expected.
  case unknown(Noun, String, nearest: String?, known: [String] = [])
  /// A word that names more than one thing.
  case ambiguous(Noun, String, [String])
  case missingArgument(Phrase)
  case unexpectedArgument(String)
  /// An option that the command requires, with the name of its value.
  case missingOption(Phrase)
  /// An option at the end of the line, or before another, whose value is missing.
  case missingValue(option: String, placeholder: Phrase)
  case unexpectedValue(option: String, String)
  case badValue(option: String, String, expected: Phrase, nearest: String? = nil)
  case conflict(String, String)
  /// Any other mistake in a command line.
  case usage(Phrase)
  /// A named file exists but does not contain what it should.
  case data(Phrase)
  /// A named file does not exist.
  case noInput(Phrase)
  /// A file cannot be written.
  case cannotCreate(path: String, reason: Phrase)

  /// Runs `body`, which writes a file for the user, and adds the file's path to an error of the
  /// file system.
  public static func creating<Result>(
    _ path: String, _ body: () throws -> Result
  ) throws -> Result {
    do {
      return try body()
    } catch let error as CocoaError {
      throw cannotCreate(path: path, reason: Phrase(reasonOf: error))
    }
  }

  /// A noun for the things that a name can refer to.
  public struct Noun: Sendable, Equatable {
    /// `week` and `这一周`.
    public let phrase: Phrase

    /// Makes a noun.
    ///
    /// - Parameters:
    ///   - english: the noun alone: `week`.
    ///   - chinese: the noun that follows “没有‘C1W9’”, with its measure word: `这一周`.
    public init(_ english: String, zh chinese: String) {
      phrase = Phrase(english, zh: chinese)
    }

    /// A command, where a word should have named one.
    public static let command = Noun("command", zh: "这个命令")
    /// An option, where a word should have named one.
    public static let option = Noun("option", zh: "这个选项")
  }

  /// The program's exit code.
  public var exitCode: ExitCode {
    switch self {
    case .data: .data
    case .noInput: .noInput
    case .cannotCreate: .cannotCreate
    default: .usage
    }
  }

  /// Whether the usage line helps to correct the error.
  var isAboutArguments: Bool {
    switch self {
    case .missingArgument, .unexpectedArgument, .missingOption: true
    default: false
    }
  }

  /// The error as a sentence in both languages.
  public var phrase: Phrase {
    switch self {
    case .unknown(let noun, let word, let nearest, let known):
      Phrase(
        "there is no \(noun.phrase.english) \(quoted(word))",
        zh: "没有\(quoted(word))\(noun.phrase.chinese)") + Self.suggestion(nearest, known)
    case .ambiguous(let noun, let word, let names):
      Phrase(
        "there is more than one \(noun.phrase.english) \(quoted(word)): name \(names.joined(separator: " or "))",
        zh: "\(quoted(word))不止一个：请写明 \(names.joined(separator: " 或 "))")
    case .missingArgument(let name):
      Phrase("missing argument \(name.english)", zh: "缺少参数：\(name.chinese)")
    case .unexpectedArgument(let word):
      Phrase("unexpected argument \(quoted(word))", zh: "多余的参数\(quoted(word))")
    case .missingOption(let usage):
      Phrase("missing option \(usage.english)", zh: "缺少选项：\(usage.chinese)")
    case .missingValue(let option, let value):
      Phrase(
        "\(option) expects a value: \(option) \(value.english)",
        zh: "\(option) 后面缺少值：\(option) \(value.chinese)")
    case .unexpectedValue(let option, let value):
      Phrase(
        "\(option) takes no value, got \(quoted(value))", zh: "\(option) 不带值，收到的是\(quoted(value))")
    case .badValue(let option, let value, let expected, let nearest):
      Phrase(
        "\(option) expects \(expected.english), got \(quoted(value))",
        zh: "\(option) 应为\(spaced(expected.chinese))，收到的是\(quoted(value))")
        + Self.suggestion(nearest, [])
    case .conflict(let one, let other):
      Phrase(
        "\(one) and \(other) cannot be used together", zh: "\(one) 和 \(other) 不能同时使用")
    case .usage(let phrase), .data(let phrase), .noInput(let phrase): phrase
    case .cannotCreate(let path, let reason):
      Phrase(
        "cannot write \(path): \(reason.english)", zh: "无法写入 \(path)：\(reason.chinese)")
    }
  }

  private static func suggestion(_ nearest: String?, _ known: [String]) -> Phrase {
    if let nearest {
      return Phrase("; did you mean \(quoted(nearest))?", zh: "，是不是想输入\(quoted(nearest))？")
    }
    if known.isEmpty { return Phrase("", zh: "") }
    return Phrase(
      "; there are \(known.joined(separator: ", "))", zh: "，可用的有 \(known.joined(separator: "、"))")
  }
}

extension Phrase {
  fileprivate static func + (left: Phrase, right: Phrase) -> Phrase {
    Phrase(left.english + right.english, zh: left.chinese + right.chinese)
  }
}

/// The word as the user typed it, which may contain anything, in quotation marks.
private func quoted(_ word: String) -> String { "“\(printable(word))”" }

/// Chinese text that follows Chinese text, with a space only before a Latin beginning.
private func spaced(_ text: String) -> String {
  text.first?.isASCII == true ? " " + text : text
}

extension Phrase {
  /// Makes the sentence for any error: its own phrase, or one for an error of the file system.
  public init(reporting error: any Error) {
    guard let error = error as? CocoaError, let path = error.filePath ?? error.url?.path else {
      self.init(of: error)
      return
    }
    self =
      switch error.code {
      case .fileNoSuchFile, .fileReadNoSuchFile:
        Phrase("there is no file \(path)", zh: "找不到 \(path)")
      case .fileReadNoPermission:
        Phrase("\(path) may not be read", zh: "没有读取 \(path) 的权限")
      default: Phrase(of: error)
      }
  }
}
