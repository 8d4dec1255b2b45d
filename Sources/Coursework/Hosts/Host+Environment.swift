import Foundation

extension Host {
  /// The code under test, as the environment chooses it.
  public static let judged = codeUnderTest(in: .current)

  /// The reference solutions, always in a process of their own; in a release, what was recorded of
  /// them.
  public static let reference = ProgramExit.orResult { try solutions(in: .current) }

  static func codeUnderTest(in environment: RunEnvironment) -> Host {
    if let launch = environment.launch {
      return .process(WorkerClient(launch: launch), mutation: environment.mutation)
    }
    // A mutation stands in for the right answer, so it is served by the program of solutions.
    let isReference = environment.code == .solutions || environment.mutation != nil
    let program = environment.programs.appending(path: isReference ? "reference" : "worker")
    return .process(WorkerClient(program: program), mutation: environment.mutation)
  }

  /// - Throws: `ReleaseError` for a recording, `CocoaError` for a log that cannot be opened.
  static func solutions(in environment: RunEnvironment) throws -> Host {
    if let answers = environment.answers {
      return .recorded(try AnswerFile(answers), try Variants(beside: answers))
    }
    let client = WorkerClient(program: environment.programs.appending(path: "reference"))
    return try environment.recording
      .map { .recording(client, to: try AnswerRecorder(log: $0)) } ?? .process(client)
  }
}
