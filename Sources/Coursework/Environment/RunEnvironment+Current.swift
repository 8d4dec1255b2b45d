import Foundation
import Text

extension RunEnvironment {
  /// The environment of this process, read at its first use.
  ///
  /// A variable with a value that means nothing ends the program with code 64: a run that quietly
  /// graded other code than its user named would be worse.
  public static let current: RunEnvironment = ProgramExit.orResult {
    try RunEnvironment(
      variables: ProcessInfo.processInfo.environment,
      folders: PackageFolders(near: CommandLine.arguments))
  }
}

/// The end of a process whose environment makes no sense.
public enum ProgramExit {
  /// EX_USAGE of `sysexits.h`.
  private static let usage: Int32 = 64

  /// What `body` makes, or the end of this process with its error.
  static func orResult<Result>(_ body: () throws -> Result) -> Result {
    do {
      return try body()
    } catch {
      because(of: error)
    }
  }

  /// Says what is wrong and ends the process with code 64.
  public static func because(of error: any Error) -> Never {
    let label = Phrase("error: ", zh: "错误：")(.current)
    FileHandle.standardError.write(Data("\(label)\(error)\n".utf8))
    exit(usage)
  }
}
