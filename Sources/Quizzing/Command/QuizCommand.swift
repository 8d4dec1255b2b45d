import Banks
import Text

/// `course quiz`: the whole command, from its arguments to its exit code.
public enum QuizCommand {
  /// Runs the command.
  ///
  ///     exit(QuizCommand.run(
  ///       arguments: Array(CommandLine.arguments.dropFirst(2)),
  ///       environment: QuizEnvironment(variables: ProcessInfo.processInfo.environment)))
  ///
  /// - Parameter arguments: what follows `course quiz`.
  /// - Returns: 0, or a code of `sysexits.h`: 64 for a senseless command line, 65 for faulty data,
  ///   66 for a file that is missing, 73 for one that cannot be written; 130 after Ctrl-C.
  public static func run(arguments: [String], environment: QuizEnvironment) -> Int32 {
    let language = Language(environment: environment.variables)
    do throws(CommandFailure) {
      let options: QuizOptions
      do throws(UsageError) {
        options = try QuizOptions(arguments)
      } catch {
        throw .usage(error)
      }
      let chosen = options.language ?? language
      do throws(CommandFailure) {
        return try run(options, environment, chosen)
      } catch {
        return report(error, chosen)
      }
    } catch {
      return report(error, language)
    }
  }

  private static func run(
    _ options: QuizOptions, _ environment: QuizEnvironment, _ language: Language
  ) throws(CommandFailure) -> Int32 {
    if options.action == .help {
      writeOut(helpText(language))
      return ExitCode.success
    }
    let context = CommandContext(
      options: options, language: language, variables: environment.variables,
      folder: QuizLibrary.folder(options.banks ?? environment.banksFolder))
    switch options.action {
    case .ask: return try AskCommand(context: context).run()
    case .review: return try AskCommand(context: context).review()
    case .list: return try ListCommand(context: context).run()
    case .check: return try CheckCommand(context: context).run()
    case .grade: return try GradeCommand(context: context).run()
    case .export: return try ExportCommand(context: context).run()
    case .help: return ExitCode.success
    }
  }

  private static func report(_ failure: CommandFailure, _ language: Language) -> Int32 {
    switch failure {
    case .usage(let error):
      writeError("course quiz: \(error.text(language))\n")
      return ExitCode.usage
    case .data(let lines):
      for line in lines { writeError("\(line)\n") }
      return ExitCode.data
    case .missing(let error):
      writeError("course quiz: \(error.text(language))\n")
      return ExitCode.noInput
    case .output(let path):
      let reason = Phrase("cannot be written", zh: "无法写入")
      writeError("course quiz: \(path): \(reason(language))\n")
      return ExitCode.cannotWrite
    }
  }
}

/// What ends a command early, by its exit code.
enum CommandFailure: Error, Equatable {
  case usage(UsageError)
  /// The sentences to print, one a line.
  case data([String])
  case missing(UsageError)
  /// The file that cannot be written.
  case output(path: String)
}

/// What every subcommand starts from.
struct CommandContext {
  var options: QuizOptions
  var language: Language
  var variables: [String: String]
  var folder: String?

  var phrases: Phrases { Phrases(language: language) }
  var store: ProgressStore { ProgressStore(variables: variables) }

  func library() throws(CommandFailure) -> QuizLibrary {
    guard let folder else { throw .missing(.noBanks) }
    return QuizLibrary(folder: folder)
  }

  /// Reads the bank of an entry in the wanted language; a faulty bank is refused with its faults.
  func bank(_ entry: QuizLibrary.Entry) throws(CommandFailure) -> Bank {
    try bank(file: entry.file(language))
  }

  func bank(file: String) throws(CommandFailure) -> Bank {
    let (bank, faults) = Bank.read(file)
    guard let bank, faults.isEmpty else {
      if faults.first?.isUnreadable == true {
        throw .missing(.unknownQuiz(file, known: []))
      }
      throw .data(faults.map { $0.phrase(language) })
    }
    return bank
  }
}
