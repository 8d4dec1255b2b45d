public import Commands
public import Coursework

extension RecordFileError: ExitCoding {
  public var exitCode: ExitCode {
    switch self {
    case .cannotWrite: .cannotCreate
    case .malformed: .data
    }
  }
}

extension ReleaseError: ExitCoding {
  public var exitCode: ExitCode { .data }
}

extension ExerciseFileError: ExitCoding {
  public var exitCode: ExitCode { .data }
}
