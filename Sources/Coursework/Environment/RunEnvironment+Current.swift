import Foundation
import Text

extension RunEnvironment {
  /// The environment of this process, read at its first use.
  ///
  /// A variable whose value is meaningless ends the program with code 64: silently grading other
  /// code than the user named would be worse.
  public static let current: RunEnvironment = ProgramExit.orResult {
    try RunEnvironment(
      variables: ProcessInfo.processInfo.environment,
      folders: PackageFolders(near: CommandLine.arguments))
  }
}

/// Ends a process whose environment is invalid.
public enum ProgramExit {
  /// EX_USAGE of `sysexits.h`.
  private static let usage: Int32 = 64

  /// Returns the result of `body`, or ends this process with its error.
  static func orResult<Result>(_ body: () throws -> Result) -> Result {
    do {
      return try body()
    } catch {
      because(of: error)
    }
  }

  /// Prints what is wrong and ends the process with code 64.
  public static func because(of error: any Error) -> Never {
    let label = Phrase("error: ", zh: "错误：")(.current)
    FileHandle.standardError.write(Data("\(label)\(error)\n".utf8))
    exit(usage)
  }
}
