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
    if arguments.first == "check" {
      return CheckCommand(files: Array(arguments.dropFirst())).run()
    }
    return ExitCode.usage
  }
}
