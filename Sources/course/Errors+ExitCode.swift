public import Commands
public import Coursework

extension RecordFileError: ExitCoding {
  /// The exit code of `course` for this error.
  public var exitCode: ExitCode {
    switch self {
    case .cannotWrite: .cannotCreate
    case .malformed: .data
    }
  }
}

extension ReleaseError: ExitCoding {
  /// The exit code of `course` for this error.
  public var exitCode: ExitCode { .data }
}

extension ExerciseFileError: ExitCoding {
  /// The exit code of `course` for this error.
  public var exitCode: ExitCode { .data }
}
