import Foundation

/// The code with which a program ends: 0, 1, or a code of `sysexits.h`.
public enum ExitCode: Int32, Sendable {
  /// Everything that was asked for is done and right.
  case success = 0
  /// The command worked, and what it looked at is not right yet: a red test, a problem found.
  case failure = 1
  /// EX_USAGE: the command line makes no sense.
  case usage = 64
  /// EX_DATAERR: a file that was named is there and faulty.
  case data = 65
  /// EX_NOINPUT: a file that was named is missing or cannot be read.
  case noInput = 66
  /// EX_SOFTWARE: anything else that went wrong inside.
  case software = 70
  /// EX_CANTCREAT: a file cannot be written.
  case cannotCreate = 73
  /// Ended by Ctrl-C, as shells count it: 128 and the number of the signal.
  case interrupted = 130

  /// The code of an error: its own, or one for what the file system refuses, or `software`.
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

/// An error that knows with which code a program ends.
public protocol ExitCoding: Error {
  /// The code to end with.
  var exitCode: ExitCode { get }
}
