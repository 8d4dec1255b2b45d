import Files
public import Foundation
public import Text

/// One graded test in the file of records: a JSON object a line.
public struct Record: Codable, Sendable, Equatable {
  /// The id of the week.
  public let week: String
  /// The id of the exercise.
  public let exercise: String
  /// The name of the test.
  public let test: String
  /// What the test came to.
  public let verdict: Verdict
  /// The points that were scored.
  public private(set) var points: Double
  /// The points that the test is worth.
  public let possible: Double
  /// What the learner is told.
  public private(set) var message: String
  /// The id of the misconception that explains a wrong answer, or null.
  public let misconception: String?
  /// The id of the exercise that has to be mended first, of a test that is blocked.
  public let blockedBy: String?
  /// How long the test took.
  public let seconds: Double
  /// The most memory that the worker had held by the end of the test, in bytes, where it was asked.
  public let memory: Int?
  /// The deliberate mistake that was made in this test, if any.
  public let mutation: String?
  /// The share of fresh inputs, from 0 to 1, on which the exercise is right, of a test of fixed inputs
  /// that passed where a class is graded.
  public let fresh: Double?
  /// Whether the test draws its inputs, where that is known.
  public let drawn: Bool?

  /// Bytes of the message in a line, which has at most 8 kB: whoever answers with more gets a verdict
  /// all the same.
  private static let mostBytes = 7000

  /// Makes the record of a test.
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

  /// A record of a test that was not run, with the verdict that stands in for it.
  public func replaced(by verdict: Verdict, message: String) -> Record {
    Record(self, verdict: verdict, message: message)
  }

  /// The same record with something else to be read.
  public func saying(_ message: String) -> Record {
    var record = self
    record.message = message
    return record
  }

  /// The same record, worth a part of its points, from 0 to 1.
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

  /// The record as one line of JSON with its newline; `misconception` is there even when null.
  public var line: Data {
    get throws {
      try JSONEncoder.ordered().line(self)
    }
  }

  /// Encodes the record as a line of the file holds it.
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

  /// Names the file that collects records.
  public init(_ url: URL) {
    self.url = url
  }

  /// Appends one record by a single write, so that runs side by side do not mix their lines.
  public func append(_ record: Record) throws {
    let line = try record.line
    let descriptor = open(url.path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw RecordFileError.cannotWrite(url.path, SystemError()) }
    defer { close(descriptor) }
    let count = line.withUnsafeBytes { write(descriptor, $0.baseAddress, line.count) }
    guard count == line.count else { throw RecordFileError.cannotWrite(url.path, SystemError()) }
  }

  /// Notes beside the file why no worker could be started, which is no verdict on anybody.
  ///
  /// It is read from there and not from what the tests print, where submissions print too.
  public func note(failure: String) throws {
    try Data(failure.ofStrangers(300).utf8).write(to: failureFile, options: .atomic)
  }

  /// Why no worker could be started, if that was noted.
  public var failure: String? {
    (try? Data(contentsOf: failureFile)).map { String(decoding: $0, as: UTF8.self) }
  }

  /// Takes the file away, with what stands beside it.
  public func remove() throws {
    for file in [url, failureFile] where FileManager.default.fileExists(atPath: file.path) {
      try FileManager.default.removeItem(at: file)
    }
  }

  private var failureFile: URL { url.appendingPathExtension("failure") }

  /// All records of the file, in order.
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

/// What can go wrong with the file of records.
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
