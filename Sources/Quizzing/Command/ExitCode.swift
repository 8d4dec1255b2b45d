/// The exit codes of `sysexits.h` that the quiz uses.
enum ExitCode {
  static let success: Int32 = 0
  /// The command line makes no sense.
  static let usage: Int32 = 64
  /// A bank, an answer file or a progress file is faulty.
  static let data: Int32 = 65
  static let noInput: Int32 = 66
  static let cannotWrite: Int32 = 73
  /// Interrupted by Ctrl-C, as shells count it.
  static let interrupted: Int32 = 130
}
