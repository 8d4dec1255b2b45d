/// Where calls of exercises go.
public struct Host: Sendable {
  enum Place: Sendable {
    case local(FunctionTable, progress: @Sendable (Value) -> Void)
    case process(WorkerClient)
    /// The process is asked, and what it answers is kept for a release.
    case recording(WorkerClient, AnswerRecorder)
    /// What was kept, where the solutions are not.
    case recorded(AnswerFile)
  }

  let place: Place
  private let mutation: Mutation?

  /// Where a call goes now: for a judge to the code that `COURSE_CODE` names, inside a worker to its
  /// own functions.
  @TaskLocal public static var current: Host = .judged

  /// The code under test, as the environment chooses it.
  public static let judged = RunEnvironment.current.judgedHost
  /// The reference solutions, always in a process of their own; in a release, what was recorded of
  /// them.
  public static let reference = RunEnvironment.orEnd {
    try RunEnvironment.current.referenceHost()
  }

  /// Calls run in this process, on these functions.
  public static func local(
    _ table: FunctionTable, progress: @escaping @Sendable (Value) -> Void = { _ in }
  ) -> Host {
    Host(place: .local(table, progress: progress), mutation: nil)
  }

  /// Calls run in a process of the program; `mutation` falsifies the answers of one exercise.
  public static func process(_ client: WorkerClient, mutation: Mutation? = nil) -> Host {
    Host(place: .process(client), mutation: mutation)
  }

  /// Calls run in a process of the program, and what comes of them is recorded.
  public static func recording(_ client: WorkerClient, to recorder: AnswerRecorder) -> Host {
    Host(place: .recording(client, recorder), mutation: nil)
  }

  /// Calls are answered from a recording.
  public static func recorded(_ answers: AnswerFile) -> Host {
    Host(place: .recorded(answers), mutation: nil)
  }

  /// The names of the variants that this host's program serves, by exercise.
  public func variants() throws -> [String: [String]] {
    guard case .process(let client) = place else { return [:] }
    let request = Request(exercise: FunctionTable.variantsName, variant: nil, arguments: [])
    let pairs: [[String]] = try client.exchange(request, timeLimit: 10).outcome.get().decoded()
    return Dictionary(grouping: pairs.filter { $0.count == 2 }, by: \.[0])
      .mapValues { $0.map(\.[1]) }
  }

  /// Why this host's program could not be started, which is nobody's wrong answer.
  public var startFailure: String? {
    guard case .process(let client) = place else { return nil }
    return client.startFailure
  }

  /// The most memory that this host's process has held, in bytes, where the system tells.
  public var peakMemory: Int? {
    guard case .process(let client) = place else { return nil }
    return client.peakMemory
  }

  /// Inside a worker: tells the judge how far a long call is.
  public static func report(_ progress: some Encodable) throws {
    if case .local(_, let send) = current.place { send(try Value(encoding: progress)) }
  }

  /// Inside a worker: whether the user asked a long call to end with what it has.
  public static var isAskedToStop: Bool { StopRequest.isMade }

  func call<each Input, Output>(
    _ exercise: Exercise<repeat each Input, Output>, _ input: repeat each Input
  ) throws -> Output {
    if case .local(let table, _) = place, TestContext.current == nil,
      let implementation = table.implementation(of: exercise.info.id, variant: nil),
      let typed = implementation.function as? TypedFunction<repeat each Input, Output>
    {
      return try typed.call(repeat each input)
    }
    let value = try answer(exercise.info, exercise.arguments(repeat each input))
    do {
      return try value.decoded()
    } catch {
      throw CallFailure.malformed(Malformation(error))
    }
  }

  /// The answer to one call as a tree; the current trial keeps what was asked and what came.
  public func answer(
    _ info: ExerciseInfo, variant: String? = nil, _ arguments: [Value],
    timeLimit: Double? = nil, progress: (Value) -> Void = { _ in }
  ) throws -> Value {
    let asked = variant ?? mutation?.variant(of: info.id)
    let request = Request(exercise: info.id, variant: asked, arguments: arguments)
    var exchange: Exchange
    switch place {
    case .local(let table, _):
      exchange = Exchange(answerOf: table.answer(request))
    case .process(let client):
      exchange = client.exchange(
        request, timeLimit: timeLimit ?? info.timeLimit, progress: progress)
    case .recording(let client, let recorder):
      exchange = client.exchange(request, timeLimit: info.timeLimit)
      recorder.record(info, arguments, right: exchange.outcome) { variant in
        client.exchange(
          Request(exercise: info.id, variant: variant, arguments: arguments),
          timeLimit: info.timeLimit
        ).outcome
      }
    case .recorded(let answers):
      let outcome = answers.outcome(of: info.id, variant: asked, arguments)
      exchange = Exchange(outcome: outcome ?? .failure(.notRecorded))
    }
    if let mutation, case .success(let value) = exchange.outcome {
      exchange.outcome = .success(mutation.falsify(value, of: info, arguments))
    }
    TestContext.current?.note(
      Call(info: info, arguments: arguments, outcome: exchange.outcome),
      printed: exchange.printed)
    if TestContext.current != nil { try Self.checkForm(of: exchange.outcome, info, arguments) }
    return try exchange.outcome.get()
  }
}

/// What came of one request.
struct Exchange {
  var outcome: Result<Value, CallFailure>
  /// What the function printed, cut at a sensible length.
  var printed: CapturedOutput

  init(outcome: Result<Value, CallFailure>, printed: CapturedOutput = CapturedOutput()) {
    self.outcome = outcome
    self.printed = printed
  }

  init(answerOf frame: (Frame.Kind, Value)) {
    self.init(outcome: Self.outcome(of: frame.0, frame.1))
  }

  static func outcome(of kind: Frame.Kind, _ value: Value) -> Result<Value, CallFailure> {
    switch (kind, value) {
    case (.returned, _): .success(value)
    case (.notImplemented, .text(let function)):
      .failure(.notImplemented(function: function.clipped(to: 200).withoutControls))
    case (.threw, .text(let message)):
      .failure(.threw(message.clipped(to: 2000).withoutControls))
    default: .failure(.malformed(.unknownKind))
    }
  }
}
