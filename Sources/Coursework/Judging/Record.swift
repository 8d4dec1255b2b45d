import Files
public import Foundation
public import Text

/// The record of one graded test, a line of JSON in the file of records.
public struct Record: Codable, Sendable, Equatable {
  /// The id of the week.
  public let week: String
  /// The name of the exercise.
  public let exercise: String
  /// The name of the test.
  public let test: String
  /// The verdict of the test.
  public let verdict: Verdict
  /// The points that were scored.
  public private(set) var points: Double
  /// The points that the test is worth.
  public let possible: Double
  /// The message to the learner.
  public private(set) var message: String
  /// The id of the misconception that explains a wrong answer, or null.
  public let misconception: String?
  /// The id of the exercise that must be fixed first, for a blocked test.
  public let blockedBy: String?
  /// The duration of the test in seconds.
  public let seconds: Double
  /// The worker's peak memory by the end of the test in bytes, where it was measured.
  public let memory: Int?
  /// The deliberate mistake that was in effect, if any.
  public let mutation: String?
  /// The share of fresh inputs, from 0 to 1, on which the exercise is right; only for passed tests
  /// of fixed inputs in the grading of a class.
  public let fresh: Double?
  /// Whether the test draws its inputs, where that is known.
  public let drawn: Bool?

  /// The most bytes of a message: a line holds at most 8 kB, and a longer answer must not cost a
  /// test its verdict.
  private static let mostBytes = 7000

  /// Creates the record of a test.
  public init(
    of info: ExerciseInfo, test: String, finding: TestOutcome, possible: Double, seconds: Double,
    memory: Int? = nil, mutation: String? = nil
  ) {
    week = info.week
    exercise = info.name
    self.test = test
    verdict = finding.verdict
    points = possible * (finding.fresh ?? (finding.verdict == .passed ? 1 : 0))
    self.possible = possible
    message = finding.message.cut(toJSON: Self.mostBytes)
    misconception = finding.misconception
    blockedBy = finding.blockedBy
    self.seconds = seconds
    self.memory = memory
    self.mutation = mutation
    fresh = finding.fresh
    drawn = finding.isDrawn ? true : nil
  }

  /// The id of the exercise, such as `C1W2.sigmoid`.
  package var exerciseID: String { "\(week).\(exercise)" }

  /// The id of the test, such as `C1W2.sigmoid.testZero`.
  package var testID: String { "\(exerciseID).\(test)" }

  /// A record that replaces this one with another verdict, for a test that was not run.
  public func replaced(by verdict: Verdict, message: String) -> Record {
    Record(self, verdict: verdict, message: message)
  }

  /// A copy of the record with another message.
  public func saying(_ message: String) -> Record {
    var record = self
    record.message = message
    return record
  }

  /// A copy of the record worth a fraction of its points, from 0 to 1.
  func counting(_ part: Double) -> Record {
    var record = self
    record.points = possible * part
    return record
  }

  private init(_ record: Record, verdict: Verdict, message: String) {
    week = record.week
    exercise = record.exercise
    test = record.test
    self.verdict = verdict
    points = verdict == .passed ? record.possible : 0
    possible = record.possible
    self.message = message.cut(toJSON: Self.mostBytes)
    misconception = nil
    blockedBy = nil
    seconds = 0
    memory = nil
    mutation = record.mutation
    fresh = nil
    drawn = record.drawn
  }

  /// The record as one line of JSON with its newline; `misconception` is written even when null.
  public var line: Data {
    get throws {
      try JSONEncoder.ordered().line(self)
    }
  }

  /// Encodes the record in the form of a line of the file.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(week, forKey: .week)
    try container.encode(exercise, forKey: .exercise)
    try container.encode(test, forKey: .test)
    try container.encode(verdict, forKey: .verdict)
    try container.encode(points, forKey: .points)
    try container.encode(possible, forKey: .possible)
    try container.encode(message, forKey: .message)
    try container.encode(misconception, forKey: .misconception)
    try container.encodeIfPresent(blockedBy, forKey: .blockedBy)
    try container.encode(seconds, forKey: .seconds)
    try container.encodeIfPresent(memory, forKey: .memory)
    try container.encodeIfPresent(mutation, forKey: .mutation)
    try container.encodeIfPresent(fresh, forKey: .fresh)
    try container.encodeIfPresent(drawn, forKey: .drawn)
  }
}

/// The file of records.
public struct RecordFile: Sendable {
  private let url: URL

  /// Creates a handle to the file at the URL.
  public init(_ url: URL) {
    self.url = url
  }

  /// Appends one record in a single write, so that concurrent runs do not interleave their lines.
  public func append(_ record: Record) throws {
    let line = try record.line
    let descriptor = open(url.path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw RecordFileError.cannotWrite(url.path, SystemError()) }
    defer { close(descriptor) }
    let count = line.withUnsafeBytes { write(descriptor, $0.baseAddress, line.count) }
    guard count == line.count else { throw RecordFileError.cannotWrite(url.path, SystemError()) }
  }

  /// Notes beside the file why no worker could be started, which is not a verdict.
  ///
  /// The note is kept apart from what the tests print, because submissions print there too.
  public func note(failure: String) throws {
    try Data(failure.ofStrangers(300).utf8).write(to: failureFile, options: .atomic)
  }

  /// The reason why no worker could be started, if one was noted.
  public var failure: String? {
    (try? Data(contentsOf: failureFile)).map { String(decoding: $0, as: UTF8.self) }
  }

  /// Removes the file and the note beside it.
  public func remove() throws {
    for file in [url, failureFile] where FileManager.default.fileExists(atPath: file.path) {
      try FileManager.default.removeItem(at: file)
    }
  }

  private var failureFile: URL { url.appendingPathExtension("failure") }

  /// Returns all records of the file, in order.
  public func records() throws -> [Record] {
    let lines = try Data(contentsOf: url).split(separator: UInt8(ascii: "\n"))
    return try lines.enumerated().map { number, line in
      do {
        return try JSONDecoder().decode(Record.self, from: Data(line))
      } catch {
        throw RecordFileError.malformed(url.path, line: number + 1, "\(error)")
      }
    }
  }
}

/// An error in the file of records.
public enum RecordFileError: PhrasedError {
  case cannotWrite(String, any Error)
  case malformed(String, line: Int, String)

  /// The error as a sentence in both languages.
  public var phrase: Phrase {
    switch self {
    case .cannotWrite(let path, let error):
      Phrase(
        "cannot write the records to \(path): \(error)", zh: "无法把记录写入 \(path)：\(error)")
    case .malformed(let path, let line, let reason):
      Phrase("\(path):\(line): not a record: \(reason)", zh: "\(path):\(line)：不是记录：\(reason)")
    }
  }
}
