import Foundation
import GradedTesting
import Text
import XCTest

@testable import Banks
@testable import Quizzing
@testable import Terminals

final class RunnerTests: FrameworkTestCase {
  // MARK: Keys

  private func keys(_ bytes: [UInt8]) -> [Key] {
    var decoder = KeyDecoder()
    decoder.add(bytes)
    var keys: [Key] = []
    while let key = decoder.next(isComplete: true) { keys.append(key) }
    return keys
  }

  /// The sequences are xterm's.
  func testSequencesAreKeys() {
    XCTAssertEqual(keys(Array("\u{1B}[A\u{1B}[B\u{1B}OA".utf8)), [.up, .down, .up])
    XCTAssertEqual(
      keys(Array("\u{1B}[5~\u{1B}[6~\u{1B}[3~".utf8)), [.pageUp, .pageDown, .backspace])
    XCTAssertEqual(keys(Array("\u{1B}[1;5C".utf8)), [.right])
    XCTAssertEqual(keys([0x1B]), [.escape])
    XCTAssertEqual(keys([0x0D, 0x7F, 0x03, 0x04]), [.enter, .backspace, .interrupt, .endOfInput])
    XCTAssertEqual(keys(Array("a神".utf8)), [.character("a"), .character("神")])
    XCTAssertEqual(keys([0xFF, 0x61]), [.unknown, .character("a")])
    XCTAssertEqual(keys([0x1A]), [.suspend])
  }

  func testPastedTextIsOneLineAndSubmitsNothing() {
    XCTAssertEqual(
      keys(Array("\u{1B}[200~transfer\r\nlearning\t!\u{202E}\u{1B}[201~a".utf8)),
      [.pasted("transfer learning !"), .character("a")])
    var decoder = KeyDecoder()
    decoder.add(Array("\u{1B}[200~a\n".utf8))
    XCTAssertNil(decoder.next(isComplete: true), "the rest of what is pasted comes later")
    decoder.add(Array("b\u{1B}[201~".utf8))
    XCTAssertEqual(decoder.next(isComplete: false), .pasted("a b"))
  }

  func testComposedTextIsTypedAsItIs() {
    for text in ["e\u{301}", "क्षि", "می\u{200C}خواهم", "👩\u{200D}🔬", "각"] {
      let typed = keys(Array(text.utf8)).map { key in
        if case .character(let character) = key { String(character) } else { "(\(key))" }
      }
      XCTAssertEqual(typed.joined(), text)
    }
    XCTAssertEqual(keys(Array("\u{202E}\u{200B}".utf8)), Array(repeating: .unknown, count: 6))
  }

  func testACutSequenceWaitsForItsRest() {
    var decoder = KeyDecoder()
    decoder.add([0x1B])
    XCTAssertNil(decoder.next(isComplete: false))
    decoder.add(Array("[".utf8))
    XCTAssertNil(decoder.next(isComplete: false))
    decoder.add(Array("B".utf8))
    XCTAssertEqual(decoder.next(isComplete: false), .down)
    decoder.add([0xE7, 0xA5])
    XCTAssertNil(decoder.next(isComplete: false))
    decoder.add([0x9E])
    XCTAssertEqual(decoder.next(isComplete: false), .character("神"))
  }

  func testNoBytesTrapTheDecoder() {
    var random = RandomDraw(seed: 5 as UInt64)
    for _ in 0..<500 {
      let bytes = (0..<30).map { _ in UInt8(random.index(below: 256)) }
      XCTAssertLessThanOrEqual(keys(bytes).count, bytes.count)
    }
  }

  // MARK: Line by line

  private func run(
    _ input: [String], _ session: QuizSession, language: Language = .english
  ) throws -> (ending: RunEnding, output: String) {
    let scratch = try Scratch()
    let (lines, output) = (Transcript(), Transcript())
    lines.lines = input.reversed()
    var runner = LineRunner(
      session: session, keeper: scratch.keeper(),
      phrases: Phrases(language: language), title: "T")
    runner.read = { _ in lines.lines.popLast().map { .line($0) } ?? .endOfInput }
    runner.write = { output.lines.append($0) }
    return (runner.run(), output.lines.joined())
  }

  func testOptionsAreNamedByNumbersAndLetters() throws {
    for (line, places) in [
      ("2", [1]), ("1 3", [0, 2]), ("1,3", [0, 2]), ("13", [0, 2]), ("a c", [0, 2]),
      ("B", [1]), ("１、３", [0, 2]), ("2 2", [1]),
    ] {
      XCTAssertEqual(try LineRunner.places(line, count: 4).get(), places, line)
    }
    for line in ["5", "0", "x", "1-2", "é"] {
      XCTAssertThrowsError(try LineRunner.places(line, count: 4).get(), line)
    }
    XCTAssertEqual(try LineRunner.places("12", count: 12).get(), [11])
  }

  func testAWholeQuizGoesLineByLineInBothLanguages() throws {
    for language in Language.allCases {
      let bank = try Samples.bank("Sample-Types.\(language.rawValue).md")
      let keys = bank.keys
      let session = try QuizSession(
        record(keys), questions: bank.questionsByKey,
        now: morning)
      var input: [String] = []
      for posed in session.posed {
        let right = posed.options.indices.filter { posed.options[$0].isRight }
        input.append(
          posed.question.kind.isTyped
            ? posed.options[right[0]].text : right.map { "\($0 + 1)" }.joined(separator: " "))
        input.append("")
      }
      let (ending, output) = try run(input, session, language: language)
      XCTAssertEqual(ending, .finished)
      XCTAssertTrue(output.contains(language == .english ? "9 of 9 points" : "得分 9，满分 9"), output)
      XCTAssertFalse(output.contains("\u{1B}"), "line input has no escape sequences")
    }
  }

  func testUnusableLinesAreExplainedAndTheHintIsShown() throws {
    let (ending, output) = try run(["9", "b", "?", "", "1", "", "q"], try session())
    XCTAssertEqual(ending, .left)
    for sentence in [
      "There is no option “9”.", "This is the first question.",
      "Hint: ask whether each value", "Nothing is chosen yet.", "Question 2 of 7",
    ] {
      XCTAssertTrue(output.contains(sentence), "“\(sentence)” in\n\(output)")
    }
  }

  /// Of four options, two are right.
  func testARightOptionThatAWrongOneCostsIsCalledPartlyRight() throws {
    let question = try Samples.question("why-now")
    for (chosen, sentence) in [
      ([0, 1], "Right."), ([0], "Partly right: 1 of 2 points."),
      ([0, 2], "Partly right: 0 of 2 points."), ([0, 1, 2, 3], "Partly right: 0 of 2 points."),
      ([2], "Not right."),
    ] {
      let key = "Sample/\(question.id)"
      let session = try QuizSession(
        record([key], scoring: .standard), questions: [key: question], now: morning)
      let places = session.posed[0].options.indices
        .filter { chosen.contains(session.posed[0].options[$0].index) }
      let (_, output) = try run([places.map { "\($0 + 1)" }.joined(separator: " ")], session)
      XCTAssertTrue(output.contains("\n\(sentence)\n"), "\(chosen) in\n\(output)")
    }
  }

  func testALetterIsAnAnswerWhereOneIsTyped() throws {
    let (ending, output) = try run(
      ["n", "n", "n", "(1,b)", "", "q", "7", "", "b", "", ":q"], try session())
    XCTAssertEqual(ending, .left)
    XCTAssertTrue(output.contains("cannot be read as one number"), "“q” is no command here")
    XCTAssertTrue(output.contains("The right answer is transfer learning."), output)
  }

  func testTheEndOfInputLeaves() throws {
    XCTAssertEqual(try run(["1"], try session()).ending, .left)
  }

  /// A clock that goes on by what the runner waits.
  func testARunnerThatWaitsForALineSaysTheLastMinutes() throws {
    for (language, sentences) in [
      (Language.english, ["5 minutes left.", "1 minute left.", "The time is up."]),
      (.chinese, ["还剩 5 分钟。", "还剩 1 分钟。", "时间到。"]),
    ] {
      let scratch = try Scratch()
      var runner = LineRunner(
        session: try session(mode: .exam, timeLimit: 600),
        keeper: scratch.keeper(),
        phrases: Phrases(language: language), title: "T")
      runner.keeper.answerFolders = [scratch.path]
      let (waits, output) = (Transcript(), Transcript())
      runner.now = { morning + (waits.lines.compactMap(Double.init).reduce(0, +)) / 1000 }
      runner.read = { milliseconds in
        waits.lines.append("\(milliseconds)")
        return .nothing
      }
      runner.write = { output.lines.append($0) }
      XCTAssertEqual(runner.run(), .finished)
      // Five minutes, four, and the last one, each a little later.
      XCTAssertEqual(
        waits.lines.compactMap(Double.init).map { ($0 / 1000).rounded() }, [300, 240, 60])
      let said = output.lines.joined()
      let places = sentences.compactMap { said.range(of: $0)?.lowerBound }
      XCTAssertEqual(places.count, 3, said)
      XCTAssertEqual(places, places.sorted())
      XCTAssertEqual(said.components(separatedBy: sentences[0]).count, 2, "it is said once")
    }
  }

  func testSeveralLinesAtOnceAreNoAnswer() throws {
    let scratch = try Scratch()
    var runner = LineRunner(
      session: try session(),
      keeper: scratch.keeper(),
      phrases: Phrases(language: .english), title: "T")
    let (events, output) = (Transcript(), Transcript())
    events.lines = ["pasted", "1"]
    runner.read = { _ in
      guard !events.lines.isEmpty else { return .endOfInput }
      let event = events.lines.removeFirst()
      return event == "pasted" ? .pasted : .line(event)
    }
    runner.write = { output.lines.append($0) }
    XCTAssertEqual(runner.run(), .left)
    XCTAssertEqual(runner.session.record.answeredCount, 1)
    XCTAssertTrue(
      output.lines.joined().contains(
        "Several lines came at once, and none is taken: type the answer as one line."))
  }

  // MARK: The screen

  func testTheScreenFitsEverySize() throws {
    let phrases = Phrases(language: .chinese)
    let scratch = try Scratch()
    for columns in stride(from: 24, through: 120, by: 7) {
      for rows in stride(from: 8, through: 40, by: 5) {
        var session = try session()
        for _ in session.posed {
          let runner = ScreenRunner(
            session: session, keeper: scratch.keeper(),
            phrases: phrases, title: "测验", introduction: "介绍", colours: true, notice: nil)
          let size = Terminal.Size(columns: columns, rows: rows)
          let laid = runner.frame(size, nil).lines(
            size, scroll: nil, scrolling: phrases(.keysScroll))
          XCTAssertEqual(laid.lines.count, rows, "at \(columns)×\(rows)")
          for line in laid.lines {
            XCTAssertLessThanOrEqual(line.width, columns, "“\(line.text)” at \(columns)×\(rows)")
          }
          session.advance(now: morning)
        }
      }
    }
  }

  func testTheTimeIsInSightOnANarrowScreen() throws {
    let scratch = try Scratch()
    for language in Language.allCases {
      for columns in [24, 30, 40, 80] {
        var record = try session().record
        record.timeLimit = 7000
        record.started = Date()
        record.retry = .untilRight
        record.answers = ["Sample/unstructured-data": .init(response: .choices([1]))]
        let bank = try Samples.bank("Sample-Types.en.md")
        let session = try QuizSession(
          record,
          questions: bank.questionsByKey, now: Date())
        let runner = ScreenRunner(
          session: session, keeper: scratch.keeper(),
          phrases: Phrases(language: language), title: "A title of some length",
          introduction: "", colours: true, notice: nil)
        let size = Terminal.Size(columns: columns, rows: 12)
        let head = runner.frame(size, nil).lines(size, scroll: nil, scrolling: "").lines[0].text
        XCTAssertTrue(head.contains("1:56:"), "“\(head)” at \(columns)")
        XCTAssertEqual(
          head.contains(language == .english ? "again" : "重做"), columns >= 40, head)
      }
    }
  }

  func testTheOptionUnderTheCursorIsInSight() throws {
    var session = try session()
    let scratch = try Scratch()
    let phrases = Phrases(language: .english)
    for _ in 0..<4 {
      session.moveCursor(by: 1)
      let runner = ScreenRunner(
        session: session, keeper: scratch.keeper(),
        phrases: phrases, title: "T", introduction: "", colours: true, notice: nil)
      let size = Terminal.Size(columns: 30, rows: 9)
      let laid = runner.frame(size, nil).lines(size, scroll: nil, scrolling: phrases(.keysScroll))
      let place = session.record.draft.cursor
      XCTAssertTrue(
        place == 0 || laid.lines.contains { $0.text.hasPrefix("▸ \(place + 1)") },
        laid.lines.map(\.text).joined(separator: "\n"))
    }
  }
}

/// Lines that closures share.
private final class Transcript {
  var lines: [String] = []
}
