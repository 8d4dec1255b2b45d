import Foundation
import Text
import XCTest

@testable import Banks
@testable import Quizzing

/// The banks beside these tests.
enum Samples {
  static let folder =
    Bundle.module.resourceURL?.appendingPathComponent("Samples").path ?? "Samples"

  static func bank(_ name: String, file: StaticString = #filePath, line: UInt = #line) throws
    -> Bank
  {
    let (bank, faults) = Bank.read(folder + "/" + name, deeply: true)
    XCTAssertEqual(faults.map { $0.phrase(.english) }, [], file: file, line: line)
    return try XCTUnwrap(bank, "\(name) is no bank", file: file, line: line)
  }

  static func question(_ id: String) throws -> Question {
    try XCTUnwrap(try bank("Sample-Types.en.md").questions.first { $0.id == id })
  }
}

/// A folder that is removed with the test case.
final class Scratch {
  let path: String

  init() throws {
    path = FileManager.default.temporaryDirectory.path + "/quizzing-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }
}

/// A bank of one question around these lines.
func bank(_ question: String, file: String = "T1-Test.en.md") -> (bank: Bank?, faults: [String]) {
  let text = "# Test\n\n## q\n\n" + question
  let (bank, faults) = Bank.read(Data(text.utf8), file: file, deeply: true)
  return (bank, faults.map { $0.phrase(.english) })
}

/// The first moment of the tests' calendar.
let morning = Date(timeIntervalSince1970: 1_767_258_000)

func record(
  _ keys: [String], mode: SessionRecord.Mode = .practice, seed: Int = 3,
  scoring: ScoringScheme = .perOption, timeLimit: Double? = nil
) -> SessionRecord {
  SessionRecord(
    id: "test", quiz: "Sample", mode: mode, seed: seed, scoring: scoring, questions: keys,
    started: morning, timeLimit: timeLimit)
}

func session(
  mode: SessionRecord.Mode = .practice, seed: Int = 3, scoring: ScoringScheme = .perOption,
  timeLimit: Double? = nil
) throws -> QuizSession {
  let bank = try Samples.bank("Sample-Types.en.md")
  let keys = bank.questions.map { "Sample/\($0.id)" }
  return try QuizSession(
    record(keys, mode: mode, seed: seed, scoring: scoring, timeLimit: timeLimit),
    questions: Dictionary(uniqueKeysWithValues: zip(keys, bank.questions)), now: morning)
}

/// Damage as copying, editing and transfer do it, and worse.
enum Damage {
  /// How many inputs each parser gets; `COURSE_FUZZ_ROUNDS` says another number.
  static let rounds =
    ProcessInfo.processInfo.environment["COURSE_FUZZ_ROUNDS"].flatMap(Int.init) ?? 300

  /// The bytes with up to six places changed: bytes or tokens put in, ranges left out or doubled.
  static func done(to bytes: [UInt8], tokens: [String], _ random: inout RandomDraw) -> [UInt8] {
    var bytes = bytes
    for _ in 0...random.index(below: 6) {
      let place = random.index(below: bytes.count + 1)
      switch random.index(below: 5) {
      case 0: bytes.insert(UInt8(random.index(below: 256)), at: place)
      case 1 where place < bytes.count:
        bytes.removeSubrange(place..<min(bytes.count, place + 1 + random.index(below: 40)))
      case 2 where place < bytes.count:
        let end = min(bytes.count, place + 1 + random.index(below: 200))
        bytes.insert(contentsOf: bytes[place..<end], at: random.index(below: bytes.count))
      case 3 where place < bytes.count: bytes[place] = UInt8(random.index(below: 256))
      default:
        bytes.insert(contentsOf: tokens[random.index(below: tokens.count)].utf8, at: place)
      }
    }
    return bytes
  }
}
