import Foundation
import FrameworkTesting
import GradedTesting
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

  /// The course's own quizzes.
  static func library() throws -> QuizLibrary {
    QuizLibrary(folder: try XCTUnwrap(QuizLibrary.folder(nil), "no folder Quizzes"))
  }

  static func question(_ id: String) throws -> Question {
    try XCTUnwrap(try bank("Sample-Types.en.md").questions.first { $0.id == id })
  }
}

extension Bank {
  /// The keys of the questions as a session names them, in order.
  var keys: [String] { questions.map { "\(id)/\($0.id)" } }

  /// The questions by their keys.
  var questionsByKey: [String: Question] {
    Dictionary(uniqueKeysWithValues: zip(keys, questions))
  }
}

extension QuizSession {
  /// Marks the right options of the current question, or types its right answer.
  mutating func markRightAnswer() {
    let options = current.options
    if current.question.kind.isTyped {
      setTyped(options.first { $0.isRight }?.text ?? "")
    } else {
      setChosen(places: options.indices.filter { options[$0].isRight })
    }
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

  /// The progress of a learner whose file lies in the folder.
  var store: ProgressStore { ProgressStore(path: path + "/quiz.json") }

  /// A keeper of sessions that saves into the folder.
  func keeper(_ fingerprint: String = "f") -> SessionKeeper {
    SessionKeeper(store: store, lock: nil, bankFingerprint: fingerprint)
  }
}

/// A test of the program `course quiz`, with a folder of its own as the learner's home.
class QuizTestCase: FrameworkTestCase {
  /// The learner's home, which holds the progress too.
  private(set) var home = ""

  override func setUpWithError() throws {
    try super.setUpWithError()
    home = try temporaryFolder().path
  }

  /// The learner's progress.
  var store: ProgressStore { ProgressStore(variables: ["XDG_DATA_HOME": home]) }

  /// The folder of banks that the program is given; nil where it finds them by itself.
  var banks: String? { nil }

  /// Runs `course quiz` in the home, line by line, to the end of its input.
  func quiz(
    _ words: [String], banks: String? = nil, language: String = "en", input: String = "",
    variables: [String: String] = [:]
  ) throws -> StartedProgram.Answer {
    let place = (banks ?? self.banks).map { ["--banks", $0] } ?? []
    return try StartedProgram(
      ["quiz"] + words + place, language: language, typing: input,
      environment: ["HOME": home, "XDG_DATA_HOME": home, "COURSE_PLAIN": "1", "TZ": "UTC"]
        .merging(variables) { $1 },
      in: URL(fileURLWithPath: home)
    ).answer()
  }
}

/// A bank of one question around these lines.
func bank(_ question: String, file: String = "T1-Test.en.md") -> (bank: Bank?, faults: [String]) {
  let text = "# Test\n\n## q\n\n" + question
  let (bank, faults) = Bank.read(Data(text.utf8), file: file, deeply: true)
  return (bank, faults.map { $0.phrase(.english) })
}

/// The first moment of the tests' calendar.
let morning = Date(timeIntervalSince1970: 1_767_258_000)

/// The record of a session that begins in the morning.
func record(
  _ keys: [String], mode: SessionRecord.Mode = .practice, seed: Int = 3,
  scoring: ScoringScheme = .perOption, timeLimit: Double? = nil
) -> SessionRecord {
  SessionRecord(
    id: "test", quiz: "Sample", mode: mode, seed: seed, scoring: scoring, questions: keys,
    started: morning, timeLimit: timeLimit)
}

/// A session of the sample bank that begins in the morning.
func session(
  mode: SessionRecord.Mode = .practice, seed: Int = 3, scoring: ScoringScheme = .perOption,
  timeLimit: Double? = nil
) throws -> QuizSession {
  let bank = try Samples.bank("Sample-Types.en.md")
  return try QuizSession(
    record(bank.keys, mode: mode, seed: seed, scoring: scoring, timeLimit: timeLimit),
    questions: bank.questionsByKey, now: morning)
}

/// Damage as copying, editing and transfer cause it, and worse.
enum Damage {
  /// The number of inputs for each parser, 300 or `COURSE_FUZZ_ROUNDS`.
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
