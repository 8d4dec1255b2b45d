/// The destination of calls to exercises.
public struct Host: Sendable {
  let source: any AnswerSource
  private let known: KnownVariants

  /// Creates a host that answers from the source.
  init(_ source: any AnswerSource, knowing known: KnownVariants? = nil) {
    self.source = source
    self.known = known ?? KnownVariants { try source.variants(of: $0) }
  }

  /// The host of the current task: in a judge the code that `COURSE_CODE` names, inside a worker
  /// its own functions.
  @TaskLocal public static var current: Host = .judged

  /// Returns the known mistakes and alternative solutions that this host's program serves, queried
  /// once.
  public func variants() throws -> Variants { try known.value() }

  /// The known mistakes of an exercise; empty when they cannot be determined.
  func misconceptions(of info: ExerciseInfo) -> [Misconception] {
    known.misconceptions(of: info)
  }

  /// The names of the alternative solutions of an exercise.
  func alternatives(of info: ExerciseInfo) -> [String] { known.alternatives(of: info) }

  /// A string that distinguishes this host's program from those of other running hosts.
  var identity: String { source.identity }

  /// The reason why this host's program could not be started, which is not a wrong answer.
  public var startFailure: String? { source.startFailure }

  /// The peak memory of this host's process in bytes, where the system reports it.
  public var peakMemory: Int? { source.peakMemory }

  /// Reports the progress of a long call to the judge, from inside a worker.
  public static func report(_ progress: some Encodable) throws {
    try current.source.report(progress)
  }

  /// Whether the user asked a long call inside this worker to end early with what it has.
  public static var isAskedToStop: Bool { StopRequest.isMade }

  func call<each Input, Output>(
    _ exercise: Exercise<repeat each Input, Output>, _ input: repeat each Input
  ) throws -> Output {
    if TestContext.current == nil,
      let implementation = source.implementation(of: exercise.info.id),
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

  /// Returns the answer to one call as a tree, recording the call and its outcome in the current
  /// test.
  public func answer(
    _ info: ExerciseInfo, variant: String? = nil, _ arguments: [Value],
    timeLimit: Double? = nil, progress: (Value) -> Void = { _ in }
  ) throws -> Value {
    let exchange = source.exchange(
      Question(info: info, variant: variant, arguments: arguments, timeLimit: timeLimit),
      progress: progress)
    TestContext.current?.note(
      Call(info: info, arguments: arguments, outcome: exchange.outcome),
      printed: exchange.printed)
    if TestContext.current != nil { try Self.checkForm(of: exchange.outcome, info, arguments) }
    return try exchange.outcome.get()
  }
}

/// A call to an exercise or to one of its variants.
struct Question {
  let info: ExerciseInfo
  var variant: String?
  let arguments: [Value]
  /// The time limit in seconds; nil for the exercise's own.
  var timeLimit: Double?
  /// The variant that stands in for an exercise wherever the function calls it.
  var standIn: (exercise: String, variant: String)?

  /// The request to send to a worker.
  var request: Request {
    Request(exercise: info.id, variant: variant, arguments: arguments, standIn: standIn)
  }
  var limit: Double { timeLimit ?? info.timeLimit }
}

/// A source of answers to a host's calls: functions of this process, a program, or a recording.
protocol AnswerSource: Sendable {
  func exchange(_ question: Question, progress: (Value) -> Void) -> Exchange

  /// Returns the known mistakes and alternative solutions that the source serves: of a week, or of
  /// all weeks.
  func variants(of week: String?) throws -> Variants

  /// A string that distinguishes the programs of sources that run at the same time.
  var identity: String { get }

  /// The reason why the program could not be started, if it could not.
  var startFailure: String? { get }

  /// The peak memory of the program, in bytes.
  var peakMemory: Int? { get }

  /// The total time of all calls to the program, in seconds.
  var secondsSpent: Double { get }

  /// The function itself, when it is in this process.
  func implementation(of exercise: String) -> Implementation?

  /// Reports the progress of a long call to whoever waits for it.
  func report(_ progress: some Encodable) throws

  /// Whether every question must be asked, even one whose answer is not needed now.
  var keepsAnswers: Bool { get }

  /// The form of the right answers to arguments of this form, for when the numbers are unknown.
  func form(of exercise: String, _ arguments: [Value]) -> RecordedOutcome?
}

extension AnswerSource {
  func variants(of week: String?) throws -> Variants { Variants() }
  var identity: String { "" }
  var startFailure: String? { nil }
  var peakMemory: Int? { nil }
  var secondsSpent: Double { 0 }
  func implementation(of exercise: String) -> Implementation? { nil }
  func report(_ progress: some Encodable) throws {}
  var keepsAnswers: Bool { false }
  func form(of exercise: String, _ arguments: [Value]) -> RecordedOutcome? { nil }
}
