public import Foundation
import Synchronization
import Tensors

/// Records the course's answers while its suites run, in a log to which several runs append.
///
/// Each right answer is stored with the answers of the exercise's misconceptions to the same
/// arguments, so that a learner's mistake can be named without the code that makes it.
public final class AnswerRecorder: Sendable {
  private struct Log: Sendable {
    var known: Set<CallDigest>
    let file: FileHandle
  }

  /// The size limit of a recorded mistaken answer, in bytes.
  ///
  /// For larger answers a diagnosis relies on the samples, which are small; keeping every mistaken
  /// answer would make a release of eight weeks three times as large.
  static let largestMistake = 16_384

  private let log: Mutex<Log>

  /// Opens a log, creating it if necessary.
  public init(log url: URL) throws {
    let contents =
      FileManager.default.fileExists(atPath: url.path) ? try Self.contents(of: url) : [:]
    if contents.isEmpty { try Data().write(to: url) }
    let file = try FileHandle(forWritingTo: url)
    try file.seekToEnd()
    log = Mutex(Log(known: Set(contents.keys), file: file))
  }

  /// Records a call of the reference; `answer` asks one of the `variants` the same question.
  func record(
    _ info: ExerciseInfo, _ arguments: [Value], right: Result<Value, CallFailure>,
    variants: [String], answer: (_ variant: String) -> Result<Value, CallFailure>
  ) {
    let key = CallDigest(info.id, variant: nil, arguments)
    guard !log.withLock({ $0.known.contains(key) }) else { return }
    let outcome = RecordedOutcome(right)
    for id in variants {
      let mistaken = answer(id)
      if mistaken.matches(right, within: info.tolerance) { continue }
      let outcome = RecordedOutcome(mistaken)
      add(
        CallDigest(info.id, variant: id, arguments),
        outcome.bytes.count <= Self.largestMistake ? outcome : .omitted)
    }
    let form: RecordedOutcome =
      if case .returned(let value) = outcome { .returned(value.form()) } else { .nothing }
    add(CallDigest(formOf: info.id, arguments), form)
    add(key, outcome)
  }

  /// Requests the answers to the samples that the judge draws itself, when it looks for a
  /// misconception or for an exercise that fails beneath another.
  public static func recordSamples(of exercise: any AnyExercise, asking host: Host) throws {
    try record(
      samples: Prerequisites.sampleCount, from: Prerequisites.sampleSeed, of: exercise, host)
    try Evidence.record(exercise, asking: host)
  }

  private static func record(
    samples count: Int, from seed: UInt32, of exercise: any AnyExercise, _ host: Host
  ) throws {
    var random = RandomState(seed: seed)
    for _ in 0..<count {
      _ = host.outcome(of: exercise.info, try exercise.sampleArguments(&random))
    }
  }

  private func add(_ key: CallDigest, _ outcome: RecordedOutcome) {
    log.withLock { log in
      guard log.known.insert(key).inserted else { return }
      let bytes = outcome.bytes
      var entry = Data(capacity: bytes.count + 24)
      entry.append(word: key.high)
      entry.append(word: key.low)
      entry.append(word: UInt64(bytes.count))
      entry.append(bytes)
      // A log that ends in the middle of an entry is rejected when it is read.
      try? log.file.write(contentsOf: entry)
    }
  }

  /// Encodes a file of answers with the contents of these logs.
  ///
  /// - Throws: `ReleaseError` for a truncated log.
  public static func answers(of logs: [URL]) throws -> Data {
    var all: [CallDigest: Data] = [:]
    for log in logs { try all.merge(contents(of: log)) { first, _ in first } }
    return AnswerFile.bytes(of: all)
  }

  private static func contents(of url: URL) throws -> [CallDigest: Data] {
    let data = try Data(contentsOf: url)
    do {
      return try ByteReader.read(data) { reader in
        var contents: [CallDigest: Data] = [:]
        while reader.remaining > 0 {
          let key = CallDigest(high: try reader.word(), low: try reader.word())
          contents[key] = try reader.bytes(count: reader.count(ofAtLeast: 1))
        }
        return contents
      }
    } catch {
      throw ReleaseError.notAnswers(url.path, .other("\(error)"))
    }
  }
}
