public import Text

/// A command and the commands below it, which runs from a command line to an exit code.
public struct Program: Sendable {
  private let root: Command
  private let say: @Sendable (String) -> Void
  private let complain: @Sendable (String) -> Void

  /// Makes a program.
  ///
  /// - Parameters:
  ///   - root: the command that carries the program's name.
  ///   - say: prints lines on standard output.
  ///   - complain: prints lines on standard error.
  public init(
    _ root: Command, say: @escaping @Sendable (String) -> Void,
    complain: @escaping @Sendable (String) -> Void
  ) {
    self.root = root
    self.say = say
    self.complain = complain
  }

  /// The language that a command line requests with `--lang`, even if the line is otherwise
  /// invalid.
  public static func language(in words: [String]) -> Language? { Parser.language(in: words) }

  /// Runs a command line, and reports errors on standard error.
  public func run(_ words: [String], _ language: Language) -> ExitCode {
    var parser = Parser(root, language: language)
    do {
      switch try parser.parse(words) {
      case .help(let path):
        say(HelpText(of: path, language).text)
        return .success
      case .run(let invocation):
        guard let action = parser.path.last?.action else { return .usage }
        return try action(invocation)
      }
    } catch {
      complain(Self.sentence(of: error, language))
      if let error = error as? CommandError, error.isAboutArguments {
        complain(HelpText(of: parser.path, language).usage)
      }
      return ExitCode(of: error)
    }
  }

  /// The message with which the program reports an error.
  ///
  ///     error: there is no week “C1W9”; did you mean “C1W2”?
  public static func sentence(of error: any Error, _ language: Language) -> String {
    Phrase("error: ", zh: "错误：")(language) + Phrase(reporting: error)(language)
  }
}
