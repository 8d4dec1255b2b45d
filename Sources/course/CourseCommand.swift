import Coursework
import Foundation
import Text

/// The command that people type, and the commands below it.
enum CourseCommand {
  static var subcommands: [any Subcommand.Type] {
    [
      StatusCommand.self, CheckCommand.self, HintCommand.self, ResetCommand.self, DemoCommand.self,
      QuizSubcommand.self,
    ] + instructorCommands
  }

  /// Runs a command line.
  ///
  /// - Returns: 0 for success, 1 for work that is not right yet, 64 for words that mean nothing, 65
  ///   for data that cannot be read, 70 for anything else, 130 for a training that Ctrl-C has cut
  ///   short.
  static func run(_ words: [String]) -> Int32 {
    do {
      return try dispatch(words)
    } catch let error as UsageError {
      let language = Options.language(in: words)
      Console.complain(error.phrase(language), language)
      return 64
    } catch {
      let language = Options.language(in: words)
      Console.complain(Phrase(of: error)(language), language)
      return error is any DataError ? 65 : 70
    }
  }

  private static func dispatch(_ words: [String]) throws -> Int32 {
    guard let first = words.first else { return try StatusCommand.run(Options(words, [])) }
    if words.prefix(2) == ["help", QuizSubcommand.name] { return QuizSubcommand.run(["--help"]) }
    if ["help", "--help", "-h"].contains(first) {
      if let topic = words.dropFirst().first {
        print(try named(topic).helpText)
      } else {
        print(help)
      }
      return 0
    }
    let rest = words.dropFirst()
    if first == QuizSubcommand.name { return QuizSubcommand.run(rest) }
    let command = try named(first)
    if rest.contains("--help") || rest.contains("-h") {
      print(command.helpText)
      return 0
    }
    return try command.run(Options(Array(rest), command.options))
  }

  private static func named(_ word: String) throws -> any Subcommand.Type {
    if let found = subcommands.first(where: { $0.name == word }) { return found }
    if RunEnvironment.current.release != nil, instructorNames.contains(word) {
      throw UsageError.notInRelease(word)
    }
    throw UsageError.unknownCommand(
      word, nearest: Spelling.nearest(word, subcommands.map { $0.name }))
  }

  static var help: String {
    let width = subcommands.map { displayWidth(of: $0.name) }.max() ?? 0
    let list = subcommands.map { command in
      "  course " + padded(command.name, to: width + 3) + command.summary(.current)
    }
    return Phrase(
      "A deep-learning course that you finish with swift test.",
      zh: "用 swift test 学完的深度学习课程。")(.current)
      + "\n\n" + list.joined(separator: "\n") + "\n\n"
      + Phrase(
        "course COMMAND --help says more. COURSE_LANG=zh speaks Chinese.",
        zh: "course 命令 --help 查看详细说明。COURSE_LANG=en 切换到英文。")(.current)
  }
}

#if RELEASE
  /// A release has no commands for instructors.
  private var instructorCommands: [any Subcommand.Type] { [] }
#endif

/// The commands that only the course itself has.
private let instructorNames = [
  "assign", "verify", "bench", "release", "grade", "similarity",
]

/// One word after `course`.
protocol Subcommand {
  static var name: String { get }
  static var summary: Phrase { get }
  /// The arguments as a help text shows them: `EXERCISE`.
  static var arguments: String { get }
  static var options: [Option] { get }
  /// What a help text says below the options.
  static var details: Phrase? { get }
  static func run(_ options: Options) throws -> Int32
}

extension Subcommand {
  static var arguments: String { "" }
  static var options: [Option] { [] }
  static var details: Phrase? { nil }

  static var helpText: String {
    var usage = "course \(name)"
    if !arguments.isEmpty { usage += " \(arguments)" }
    if !options.isEmpty { usage += " [" + Phrase("options", zh: "选项")(.current) + "]" }
    var lines = [summary(.current), "", "  " + usage]
    if !options.isEmpty {
      lines.append("")
      let width = options.map { displayWidth(of: $0.usage) }.max() ?? 0
      for option in options {
        lines.append("  " + padded(option.usage, to: width + 3) + option.summary(.current))
      }
    }
    if let details { lines += ["", details(.current)] }
    return lines.joined(separator: "\n")
  }
}

/// Errors that say that a file's content is at fault.
protocol DataError: Error {}
