public import Commands
public import Coursework

extension RecordFileError: ExitCoding {
  /// The code with which `course` ends.
  public var exitCode: ExitCode {
    switch self {
    case .cannotWrite: .cannotCreate
    case .malformed: .data
    }
  }
}

extension ReleaseError: ExitCoding {
  /// The code with which `course` ends.
  public var exitCode: ExitCode { .data }
}

extension ExerciseFileError: ExitCoding {
  /// The code with which `course` ends.
  public var exitCode: ExitCode { .data }
}
