public import Commands
public import Gradebooks
public import Grading
public import Intake
public import Processes
public import Releases
public import Reports
public import Sandboxes

extension GradingError: ExitCoding {
  /// The exit code of `course` for this error.
  public var exitCode: ExitCode {
    switch self {
    case .cannotRead: .noInput
    case .cannotWrite: .cannotCreate
    case .noHiddenFolder: .noInput
    case .noHiddenSuites, .badHiddenSuites, .notBuilt, .lacksPart, .buildFailed, .noJournalLine,
      .unknownSubmission:
      .data
    default: .software
    }
  }
}

extension ShardError: ExitCoding {
  /// The exit code of `course` for this error.
  public var exitCode: ExitCode {
    switch self {
    case .noIndex: .usage
    case .noShards: .noInput
    case .noJudge: .data
    case .held, .open: .failure
    }
  }
}

extension SandboxError: ExitCoding {
  /// The exit code of the program for this error.
  public var exitCode: ExitCode { .software }
}

extension SubprocessError: ExitCoding {
  /// The exit code of the program for this error.
  public var exitCode: ExitCode { .software }
}

extension IntakeError: ExitCoding {
  /// The exit code of `course` for this error.
  public var exitCode: ExitCode {
    switch self {
    case .notFound, .unreadable: .noInput
    case .noTemporaryFile: .cannotCreate
    case .noArchive, .archive, .empty: .data
    case .resultsInside: .usage
    }
  }
}

extension TimeTableError: ExitCoding {
  /// The exit code of `course` for this error.
  public var exitCode: ExitCode {
    if case .unreadable = self { .noInput } else { .data }
  }
}

extension InvalidPolicy: ExitCoding {
  /// The exit code of `course` for this error.
  public var exitCode: ExitCode { .data }
}

extension RosterError: ExitCoding {
  /// The exit code of `course` for this error.
  public var exitCode: ExitCode {
    if case .unreadable = self { .noInput } else { .data }
  }
}

extension PlatformError: ExitCoding {
  /// The exit code of `course` for this error.
  public var exitCode: ExitCode { .data }
}

extension ReleasingError: ExitCoding {
  /// The exit code of `course` for this error.
  public var exitCode: ExitCode {
    switch self {
    case .notEmpty, .cannotMove: .cannotCreate
    case .noWeeks: .usage
    case .suiteFails, .noTests, .holdsSolutions: .data
    }
  }
}

extension StubError: ExitCoding {
  /// The exit code of `course` for this error.
  public var exitCode: ExitCode { .data }
}
