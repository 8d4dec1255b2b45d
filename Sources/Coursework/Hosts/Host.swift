/// Where calls of exercises go.
public struct Host: Sendable {
  let source: any AnswerSource
  private let known: KnownVariants

  /// Calls are answered by the source.
  init(_ source: any AnswerSource, knowing known: KnownVariants? = nil) {
    self.source = source
    self.known = known ?? KnownVariants { try source.variants() }
  }

  /// Where a call goes now: for a judge to the code that `COURSE_CODE` names, inside a worker to its
  /// own functions.
  @TaskLocal public static var current: Host = .judged

  /// The known mistakes and other right ways that this host's program serves, asked for once.
  public func variants() throws -> Variants { try known.value() }

  /// The known mistakes of an exercise; none where nobody can say.
  func misconceptions(of info: ExerciseInfo) -> [Misconception] {
    known.misconceptions(of: info)
  }

  /// The names of the other right ways to write an exercise.
  func alternatives(of info: ExerciseInfo) -> [String] { known.alternatives(of: info) }

  /// Tells the program of one host from another's while both run.
  var identity: String { source.identity }

  /// Why this host's program could not be started, which is nobody's wrong answer.
  public var startFailure: String? { source.startFailure }

  /// The most memory that this host's process has held, in bytes, where the system tells.
  public var peakMemory: Int? { source.peakMemory }

  /// Inside a worker: tells the judge how far a long call is.
  public static func report(_ progress: some Encodable) throws {
    try current.source.report(progress)
  }

  /// Inside a worker: whether the user asked a long call to end with what it has.
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

  /// The answer to one call as a tree; the current test keeps what was asked and what came.
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

/// A call of an exercise, or of one of its variants.
struct Question {
  let info: ExerciseInfo
  var variant: String?
  let arguments: [Value]
  /// In seconds; nil for the exercise's own.
  var timeLimit: Double?
  /// The exercise and the variant that stand in wherever the function calls it.
  var standIn: (exercise: String, variant: String)?

  /// What a worker is sent.
  var request: Request {
    Request(exercise: info.id, variant: variant, arguments: arguments, standIn: standIn)
  }
  var limit: Double { timeLimit ?? info.timeLimit }
}

/// What answers the calls of a host: functions of this process, a program, a recording.
protocol AnswerSource: Sendable {
  func exchange(_ question: Question, progress: (Value) -> Void) -> Exchange

  /// The known mistakes and other right ways that are served.
  func variants() throws -> Variants

  /// Tells one program from another while both run.
  var identity: String { get }

  /// Why a program could not be started.
  var startFailure: String? { get }

  /// The most memory that a program has held, in bytes.
  var peakMemory: Int? { get }

  /// The seconds that all calls of a program together have taken.
  var secondsSpent: Double { get }

  /// The function itself, where it is in this process.
  func implementation(of exercise: String) -> Implementation?

  /// Passes on how far a long call is, where somebody waits for it.
  func report(_ progress: some Encodable) throws

  /// Whether every question has to be put, also one whose answer nobody needs now.
  var keepsAnswers: Bool { get }

  /// The form of the right answers to arguments of this form, where numbers are not known.
  func form(of exercise: String, _ arguments: [Value]) -> RecordedOutcome?
}

extension AnswerSource {
  func variants() throws -> Variants { Variants() }
  var identity: String { "" }
  var startFailure: String? { nil }
  var peakMemory: Int? { nil }
  var secondsSpent: Double { 0 }
  func implementation(of exercise: String) -> Implementation? { nil }
  func report(_ progress: some Encodable) throws {}
  var keepsAnswers: Bool { false }
  func form(of exercise: String, _ arguments: [Value]) -> RecordedOutcome? { nil }
}
