import Foundation
import GradedTesting
import Text
import XCTest

@testable import Banks
@testable import Quizzing

/// Feeds the parsers with damaged input; what counts is that nothing traps and that every
/// refusal has a sentence.
///
/// `COURSE_FUZZ_ROUNDS` sets how many inputs each parser gets:
///
///     COURSE_CODE=solutions COURSE_FUZZ_ROUNDS=100000 swift test --filter QuizzingTests.FuzzTests
final class FuzzTests: FrameworkTestCase {
  private let rounds = Damage.rounds

  private static let tokens = [
    "- [x] ", "- [ ] ", "  > ", "> Hint:", "## ", "# ", "```", "```question\n", "{{", "}}",
    "where:",
    "  n = range 1..9", "n = choose ", "require ", "type: ", "keep: 99999999999999999999", "\u{0}",
    "\u{1B}[", "\u{FEFF}", "^", "((((((((", "1e308 * 1e308", "{{ 1/0 }}", "\n", "\r", "\t", "“",
    "神", "[", "]", "{", "}", "\"", ":", ",", "null", "-1", "1e999", "99999999999999999999",
    "\\u0000",
    "true",
  ]

  private func damaged(_ bytes: [UInt8], _ random: inout RandomDraw) -> [UInt8] {
    Damage.done(to: bytes, tokens: Self.tokens, &random)
  }

  /// Well-formed JSON with one value replaced by something that its reader does not expect.
  private func strange(_ value: Any, _ random: inout RandomDraw) -> Any {
    if var object = value as? [String: Any], !object.isEmpty, random.index(below: 8) > 0 {
      let keys = object.keys.sorted()
      let key = keys[random.index(below: keys.count)]
      object[key] = strange(object[key] ?? 0, &random)
      return object
    }
    if var array = value as? [Any], !array.isEmpty, random.index(below: 8) > 0 {
      let place = random.index(below: array.count)
      array[place] = strange(array[place], &random)
      return array
    }
    let values: [Any] = [
      -1, 0, 1_000_000_007, Int.max, Int.min, 1.5, 1e300, -1e300, true, "", "x",
      "2026-01-01T00:00:00Z",
      "9999999-01-01T00:00:00Z", [Any](), [-1, 0, 99_999], [String: Any](), NSNull(), "one",
      "/../../etc", String(repeating: "9", count: 400),
    ]
    return values[random.index(below: values.count)]
  }

  private func inputs(_ seed: [UInt8], _ random: inout RandomDraw, _ round: Int) throws -> Data {
    guard round % 2 == 0 else { return Data(damaged(seed, &random)) }
    let object = try JSONSerialization.jsonObject(with: Data(seed))
    return try JSONSerialization.data(
      withJSONObject: strange(object, &random), options: .fragmentsAllowed)
  }

  func testNoTextAsABankTraps() throws {
    let seeds = try ["Sample-Types.en.md", "Tricky-Marks.zh.md"].map {
      try Data(contentsOf: URL(fileURLWithPath: Samples.folder + "/" + $0))
    }
    var random = RandomDraw(seed: 20_260_301 as UInt64)
    var accepted = 0
    for round in 0..<rounds {
      let bytes = damaged(Array(seeds[round % 2]), &random)
      let (bank, faults) = Bank.read(Data(bytes), file: "F-F.en.md", deeply: round % 8 == 0)
      for fault in faults {
        XCTAssertGreaterThan(fault.line, 0)
        XCTAssertNotEqual(
          fault.reason.phrase(.english), "is faulty", "a fault without a sentence: \(fault)")
      }
      guard let bank else { continue }
      if faults.isEmpty { accepted += 1 }
      for question in bank.questions {
        guard let posed = try? PosedQuestion(question, seed: round) else { continue }
        _ = RichText.lines(posed.text, .init(width: 1 + round % 90, marksCode: true))
        for option in posed.options {
          _ = posed.judge(.typed(option.text), .perOption)
          _ = RichText.html(option.explanation)
        }
      }
      for format in ExportFormat.allCases where faults.isEmpty {
        _ = try? ExportedQuiz(bank, seed: round, includesAnswers: true).text(format)
      }
    }
    XCTAssertGreaterThan(accepted, rounds / 50, "too few inputs go beyond the parser")
  }

  func testNoTypedAnswerTraps() throws {
    let pieces = [
      "1", "2", "12", "288", "0", "9223372036854775808", "99999999999999999999", ".", ",", "'", " ",
      "\u{202F}", "e", "e-9", "E999", "^", "^-", "√", "sqrt", "(", ")", "/", "*", "×", "x", "-",
      "−", "+",
      "%", "‰", "万", "½", "²", "⁻", "[", "]", "{", "}", ";", "n_l", "n^{[l]}", "m", "ₗ", "行", "列",
      "by", "_",
      "٣", "３", "e9223372036854775807", "e-9223372036854775808", "\u{301}", "\u{200D}", "“", "👍",
    ]
    var random = RandomDraw(seed: 5 as UInt64)
    var numbers = 0
    var shapes = 0
    for _ in 0..<(rounds * 3) {
      let text = (0...random.index(below: 9)).map { _ in pieces[random.index(below: pieces.count)] }
        .joined()
      if let number = TypedNumber(text) {
        numbers += 1
        XCTAssertTrue(number.readings.allSatisfy(\.double.isFinite), text)
        XCTAssertNotNil(
          TypedNumber(key: NumberFormat.shortest.string(of: number.readings[0])), text)
      }
      if let shape = TypedShape(text) {
        shapes += 1
        XCTAssertFalse(shape.canonical.isEmpty, text)
      }
      XCTAssertEqual(
        TypedText(TypedText(text).canonical).canonical, TypedText(text).canonical, text)
    }
    XCTAssertGreaterThan(numbers, rounds / 60, "too few of the texts are numbers")
    XCTAssertGreaterThan(shapes, rounds / 60, "too few of the texts are shapes")
  }

  func testNoBytesAsAnAnswerFileTrap() throws {
    let bank = try Samples.bank("Sample-Types.en.md")
    let file = AnswerFile(
      try session(mode: .exam), bank: bank.structureFingerprint, finished: morning)
    let seed = Array(file.data())
    var random = RandomDraw(seed: 7 as UInt64)
    for round in 0..<rounds {
      let data = try inputs(seed, &random, round)
      do {
        let file = try AnswerFile.decode(data, path: "a")
        _ = try? GradedExam(file, file: "a", bank: bank, scoring: .perOption, expecting: .init())
      } catch {
        XCTAssertFalse("\(error)".isEmpty)
      }
    }
  }

  func testNoBytesAsAResultTrap() throws {
    let bank = try Samples.bank("Sample-Types.en.md")
    let exam = try GradedExam(
      AnswerFile(
        try session(mode: .exam), bank: bank.structureFingerprint, finished: morning),
      file: "a", bank: bank, scoring: .perOption, expecting: .init())
    let seed = Array(ResultFile(exam).data())
    var random = RandomDraw(seed: 9 as UInt64)
    for round in 0..<rounds {
      let data = try inputs(seed, &random, round)
      do {
        let result = try ResultFile.decode(data, path: "a")
        var progress = Progress()
        _ = progress.take(
          result, quiz: "S", known: ["S/transfer"], now: morning, calendar: .init())
        _ = Phrase.tookResult(of: "S", result, .now(missed: 1, unknown: 1))(.english)
      } catch {
        XCTAssertFalse("\(error)".isEmpty)
      }
    }
  }

  func testNoBytesAsAProgressFileTrap() throws {
    var progress = Progress()
    progress.sessions = [try session().record]
    progress.questions["Sample/x", default: .init()].note(isRight: false, now: morning)
    progress.quizzes["Sample", default: .init()].note(0.5, now: morning)
    progress.noteReview(of: "Sample/x", now: morning, calendar: .init())
    progress.setAside = ["Sample/gone": .init(asked: 1, missed: 1, box: 2, due: morning)]
    let encoder = JSONEncoder()
    encoder.dateEncodingStrategy = .iso8601
    encoder.outputFormatting = .prettyPrinted
    let seed = Array(try encoder.encode(progress))
    let bank = try Samples.bank("Sample-Types.en.md")
    let questions = bank.questionsByKey
    var random = RandomDraw(seed: 8 as UInt64)
    for round in 0..<rounds {
      let data = try inputs(seed, &random, round)
      do {
        var read = try ProgressStore.decode(data)
        _ = ReviewPlan(read, now: morning, calendar: .init(), limit: 3)
        _ = read.settle(isGone: { $0.count % 2 == 0 }, isKnown: { $0.count % 2 == 1 })
        for key in read.questions.keys {
          read.questions[key]?.note(isRight: true, now: morning)
          read.noteReview(of: key, now: morning, calendar: .init())
        }
        read.questions["Sample/x", default: .init()].note(isRight: false, now: morning)
        read.quizzes["Sample", default: .init()].note(0.5, now: morning)
        for record in read.sessions {
          var session = try QuizSession(record, questions: questions, now: morning)
          guard !session.posed.isEmpty else { continue }
          session.moveCursor(by: 1)
          session.choose(place: 1)
          _ = session.submit(now: morning)
          _ = session.nextStep
          _ = session.rightInTheEnd
          _ = session.score
        }
      } catch {
        XCTAssertFalse(jsonReason(error, in: data)(.chinese).isEmpty)
      }
    }
  }
}
