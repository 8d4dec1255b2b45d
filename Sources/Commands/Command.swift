public import Text

/// The declaration of a command: its name, its arguments and options, and its action.
///
/// ```swift
/// Command(
///   "check", Phrase("run the graded tests", zh: "运行评分测试"),
///   arguments: [Argument(Phrase("WEEK", zh: "周"), .optional)],
///   options: [Option("--all", Phrase("every failure", zh: "显示每个失败"))]
/// ) { invocation in
///   print(invocation.operands, invocation.has("--all"))
///   return .success
/// }
/// ```
public struct Command: Sendable {
  /// The word that is typed.
  public let name: String
  /// The description shown in one line of the help.
  public let summary: Phrase
  /// The positional arguments, in order.
  public let arguments: [Argument]
  /// The options that the command takes in addition to those of every command.
  public let options: [Option]
  /// The commands below this one, in the groups that help shows.
  public let groups: [CommandGroup]
  /// The text that help shows below the options, built only when it is needed.
  let details: @Sendable () -> Phrase?
  /// The action of the command; nil for one that only contains others.
  let action: (@Sendable (Invocation) throws -> ExitCode)?
  /// The reason why the command is not available here; help omits commands that have one.
  let absence: Phrase?

  /// A command that is available elsewhere: calling it reports why it is not available here.
  public static func absent(_ name: String, _ reason: Phrase) -> Command {
    Command(name, Phrase("", zh: ""), absence: reason)
  }

  /// Declares a command.
  public init(
    _ name: String, _ summary: Phrase, arguments: [Argument] = [], options: [Option] = [],
    groups: [CommandGroup] = [], details: @autoclosure @escaping @Sendable () -> Phrase? = nil,
    action: (@Sendable (Invocation) throws -> ExitCode)? = nil
  ) {
    self.init(
      name, summary, arguments: arguments, options: options, groups: groups, details: details,
      action: action, absence: nil)
  }

  private init(
    _ name: String, _ summary: Phrase, arguments: [Argument] = [], options: [Option] = [],
    groups: [CommandGroup] = [], details: @escaping @Sendable () -> Phrase? = { nil },
    action: (@Sendable (Invocation) throws -> ExitCode)? = nil, absence: Phrase?
  ) {
    self.name = name
    self.summary = summary
    self.arguments = arguments
    self.options = options
    self.groups = groups
    self.details = details
    self.action = action
    self.absence = absence
  }

  /// The commands below this one that can be called, in the order of their groups.
  public var subcommands: [Command] { groups.flatMap(\.present) }

  func subcommand(_ name: String) -> Command? {
    groups.flatMap(\.commands).first { $0.name == name }
  }

  /// The options that are understood here: the command's own and those of every command.
  var allOptions: [Option] { options + Option.everywhere }
}

/// Related commands under a heading.
public struct CommandGroup: Sendable {
  /// The heading of the group in the help.
  public let title: Phrase
  /// The commands in the order of the help.
  public let commands: [Command]

  /// Makes a group of commands under a heading.
  public init(_ title: Phrase, _ commands: [Command]) {
    self.title = title
    self.commands = commands
  }

  var present: [Command] { commands.filter { $0.absence == nil } }
}

/// A word that a command identifies by its position.
public struct Argument: Sendable {
  /// The number of words that an argument takes.
  public enum Count: Sendable {
    case one, optional, any, atLeastOne

    var isRequired: Bool { self == .one || self == .atLeastOne }
    var isEndless: Bool { self == .any || self == .atLeastOne }
  }

  /// The name in help, such as `EXERCISE` and `练习`.
  public let name: Phrase
  /// The number of words that may be given.
  public let count: Count
  /// The words that the shell offers as completions.
  public let completion: Completion

  /// Makes a positional argument.
  public init(_ name: Phrase, _ count: Count = .one, completion: Completion = .none) {
    self.name = name
    self.count = count
    self.completion = completion
  }

  func usage(_ language: Language) -> String {
    let name = name(language)
    return switch count {
    case .one: name
    case .optional: "[\(name)]"
    case .any: "[\(name)…]"
    case .atLeastOne: "\(name)…"
    }
  }
}

/// A word that begins with two dashes, with or without a value.
public struct Option: Sendable {
  /// The word that is typed.
  public let name: String
  /// The name of the value in help; nil for a switch.
  public let value: Phrase?
  /// The description shown in one line of the help.
  public let summary: Phrase
  /// The words that the shell offers as completions of the value.
  public let completion: Completion

  /// Declares a switch.
  public init(_ name: String, _ summary: Phrase) {
    self.name = name
    value = nil
    self.summary = summary
    completion = .none
  }

  /// Declares an option with a value.
  public init(_ name: String, _ value: Phrase, _ summary: Phrase, completion: Completion = .none) {
    self.name = name
    self.value = value
    self.summary = summary
    self.completion = completion
  }

  /// Declares an option whose value has the same name in every language.
  public init(_ name: String, _ value: String, _ summary: Phrase, completion: Completion = .none) {
    self.init(name, Phrase(value, zh: value), summary, completion: completion)
  }

  /// Declares an option whose value is one of a few words.
  public init(_ name: String, oneOf words: [String], _ summary: Phrase) {
    self.init(
      name, words.joined(separator: "|"), summary, completion: .words { words })
  }

  func usage(_ language: Language) -> String {
    value.map { "\(name) \($0(language))" } ?? name
  }

  static let language = Option(
    "--lang", oneOf: Language.allCases.map(\.rawValue),
    Phrase("the language; by default that of the locale", zh: "语言，默认随系统区域设置"))

  static let help = Option("--help", Phrase("show how a command is used", zh: "显示用法"))

  /// The options that every command understands.
  static let everywhere = [language, help]
}

/// The source of the completions that a shell offers for a word.
public enum Completion: Sendable {
  case none, files, folders
  /// A fixed list of words, computed when the script is written.
  case words(@Sendable () -> [String])
}
