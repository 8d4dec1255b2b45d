import Foundation

/// A host whose functions are judged, with at most one deliberate mistake in its answers.
public struct CodeUnderTest: Sendable {
  /// The host that answers.
  public let host: Host
  /// The name of the deliberate mistake, if any: `C1W2.sigmoid~negated`.
  public let mutation: String?

  /// Creates code under test from a host and the mistake in its answers.
  public init(_ host: Host, mutation: String? = nil) {
    self.host = host
    self.mutation = mutation
  }
}

extension Host {
  /// The code under test that the environment selects: once, or once with each of its mutations.
  public static let allJudged = codeUnderTest(in: .current)

  /// The first entry of `allJudged`.
  static let judged = allJudged[0].host

  /// The reference solutions, always in a process of their own; in a release, their recorded
  /// answers.
  public static let reference = ProgramExit.orResult { try solutions(in: .current) }

  static func codeUnderTest(in environment: RunEnvironment) -> [CodeUnderTest] {
    // A mutation stands in for the right answer, so it is served by the program of solutions.
    let isReference = environment.code == .solutions || !environment.mutations.isEmpty
    let program = environment.programs.appending(path: isReference ? "reference" : "worker")
    let client =
      environment.launch.map { launch in
        WorkerClient(launch: launch) { SubmissionBudget.seconds }
      } ?? WorkerClient(program: program)
    guard !environment.mutations.isEmpty else { return [CodeUnderTest(.process(client))] }
    return environment.mutations.map {
      CodeUnderTest(.process(client, mutation: $0), mutation: $0.name)
    }
  }

  /// - Throws: `ReleaseError` for a recording, `CocoaError` for a log that cannot be opened.
  static func solutions(in environment: RunEnvironment) throws -> Host {
    if let answers = environment.answers {
      return .recorded(try AnswerFile(answers), try Variants(beside: answers))
    }
    let program = environment.programs.appending(path: "reference")
    if let log = environment.recording {
      return .recording(WorkerClient(program: program), to: try AnswerRecorder(log: log))
    }
    let host = Host.processes(of: program)
    return (environment.sharedAnswers.map { host.sharing(in: $0) } ?? host).remembering
  }
}
