import Commands
import Text

/// The options of `course quiz`.
struct QuizOptions: Equatable {
  /// The quiz's id, or the files to process.
  var operands: [String] = []
  var isExam = false
  var isPlain = false
  var isRestart = false
  /// Whether the questions are asked in random order.
  var isShuffled = false
  var retry: SessionRecord.Retry?
  var withoutAnswers = false
  var isKeyless = false
  /// The time limit in seconds.
  var timeLimit: Double?
  var seed: Int?
  var examSecret: String?
  var scoring: ScoringScheme?
  var count: Int?
  var versionCount: Int?
  var answers: String?
  var name: String?
  var banks: String?
  var out: String?
  var items: String?
  var results: String?
  /// The number of questions to review per day.
  var limit: Int?
  var format: ExportFormat?

  init() {}

  init(_ invocation: Invocation) throws(CommandError) {
    operands = invocation.operands
    isExam = invocation.has("--exam")
    isPlain = invocation.has("--plain")
    isRestart = invocation.has("--restart")
    isShuffled = invocation.has("--shuffle")
    if invocation.has("--until-right") { retry = .untilRight }
    if invocation.has("--retry-missed") {
      if retry != nil { throw .conflict("--until-right", "--retry-missed") }
      retry = .missed
    }
    if isExam, let retry {
      throw .conflict("--exam", retry == .missed ? "--retry-missed" : "--until-right")
    }
    isKeyless = invocation.has("--keyless")
    withoutAnswers = invocation.has("--without-answers")
    timeLimit = try invocation.value(
      "--time-limit", Phrase("minutes, as in 30, 90s or 1h", zh: "时长，如 30（分钟）、90s 或 1h"),
      Self.seconds)
    seed = try invocation.integer("--seed", in: 0...ExamSeed.largestGiven)
    examSecret = invocation.text("--exam-secret")
    scoring = try invocation.choice("--scoring")
    count = try invocation.integer("--questions")
    versionCount = try invocation.integer("--seeds", in: 1...1000)
    answers = invocation.text("--answers")
    name = invocation.text("--name")
    banks = invocation.text("--banks")
    out = invocation.text("--out")
    items = invocation.text("--items")
    results = invocation.text("--results")
    limit = try invocation.integer("--limit")
    format = try invocation.choice("--format")
  }

  /// The seed with which the questions are drawn: the given one, or one derived from an exam's
  /// secret.
  var drawnSeed: Int? {
    examSecret.map { ExamSeed.seed(secret: $0, number: seed ?? 0) } ?? seed
  }

  /// Parses `30`, `30m`, `90s` or `1h`; without a unit the number means minutes.
  static func seconds(_ text: String) -> Double? {
    let units: [Character: Double] = ["s": 1, "m": 60, "h": 3600]
    let unit = text.last.flatMap { units[$0] }
    let digits = unit == nil ? text : String(text.dropLast())
    guard let number = Double(digits), number > 0, number <= 100_000 else { return nil }
    return number * (unit ?? 60)
  }
}
