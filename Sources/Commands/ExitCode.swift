import Foundation

/// The code with which a program ends: 0, 1, or a code of `sysexits.h`.
public enum ExitCode: Int32, Sendable {
  /// Everything that was requested is done and correct.
  case success = 0
  /// The command ran and found something that is not right yet, such as a failing test.
  case failure = 1
  /// EX_USAGE: the command line is invalid.
  case usage = 64
  /// EX_DATAERR: a named file exists but is faulty.
  case data = 65
  /// EX_NOINPUT: a named file is missing or unreadable.
  case noInput = 66
  /// EX_SOFTWARE: an internal error.
  case software = 70
  /// EX_CANTCREAT: a file cannot be written.
  case cannotCreate = 73
  /// The user pressed Ctrl-C; as in shells, 128 plus the number of the signal.
  case interrupted = 130

  /// The code of an error: its own, that of an error of the file system, or `software`.
  public init(of error: any Error) {
    switch error {
    case let error as any ExitCoding: self = error.exitCode
    case let error as CocoaError: self = Self(of: error)
    default: self = .software
    }
  }

  private init(of error: CocoaError) {
    switch error.code {
    case .fileNoSuchFile, .fileReadNoSuchFile, .fileReadNoPermission: self = .noInput
    case .fileReadCorruptFile, .fileReadInapplicableStringEncoding: self = .data
    case .fileWriteNoPermission, .fileWriteOutOfSpace, .fileWriteVolumeReadOnly,
      .fileWriteInvalidFileName, .fileWriteFileExists, .fileWriteUnknown:
      self = .cannotCreate
    default: self = .software
    }
  }
}

/// An error that determines the program's exit code.
public protocol ExitCoding: Error {
  /// The code to end with.
  var exitCode: ExitCode { get }
}
