/// What keeps a class from being graded.
public enum GradingError: Error, Equatable, Sendable {
  case noToolchain(path: String)
  case cannotStart(String, reason: String)
  case buildFailed(folder: String, output: String)
  case notBuilt(folder: String, missing: String)
  case noSuites(week: String)
  case wallsAreOpen([String])
  case noWalls
  case kitFailed(what: String, output: String)
  case judgeEnded(code: String, output: String)
  case recordsMissing(expected: Int, found: Int, output: String)
  case cannotWrite(file: String, reason: String)
  case cannotRead(file: String, reason: String)
  case locked(folder: String)
  case unknownSubmission(String)
}

extension GradingError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .noToolchain(let path):
      "there is no swiftc in PATH (\(path)); install a Swift toolchain"
    case .cannotStart(let program, let reason): "\(program) cannot be started: \(reason)"
    case .buildFailed(let folder, let output):
      "the judge does not build in \(folder); the last the compiler said:\n\(output)"
    case .notBuilt(let folder, let missing):
      "\(folder) holds no \(missing); run swift build --build-tests there"
    case .noSuites(let week): "\(week) has no graded tests"
    case .wallsAreOpen(let holes):
      "the walls round submissions do not hold here: \(holes.joined(separator: "; ")). "
        + "Grade on another machine, or with --trust-submissions if you trust every one of them"
    case .noWalls:
      "there are no walls round submissions: bubblewrap (bwrap) is not installed. "
        + "Install it (apt-get install bubblewrap), or use --trust-submissions if you trust every submission"
    case .kitFailed(let what, let output): "\(what) cannot be prepared:\n\(output)"
    case .judgeEnded(let code, let output):
      "the judge ended with \(code) before it was through; the last it said:\n\(output)"
    case .recordsMissing(let expected, let found, let output):
      "\(expected) tests were run, but only \(found) have a verdict; the last the judge said:\n\(output)"
    case .cannotWrite(let file, let reason):
      "\(file) cannot be written (\(reason)); what is graded so far is kept: make room and run the same command again"
    case .cannotRead(let file, let reason): "\(file) cannot be read: \(reason)"
    case .locked(let folder): "another course grade is writing to \(folder); wait for it to end"
    case .unknownSubmission(let id): "there is no submission of \(id) to grade again"
    }
  }
}
