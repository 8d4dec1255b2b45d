import Foundation
import FrameworkTesting
import GradedTesting
import Text
import XCTest

@testable import Banks
@testable import Quizzing

/// Drives the real `course` through a pseudo-terminal, as a learner does.
final class PseudoTerminalTests: QuizTestCase {
  private func start(
    _ arguments: [String] = ["sample"], language: String = "en", variables: [String: String] = [:],
    columns: UInt16 = 80, rows: UInt16 = 24
  ) throws -> PseudoTerminal {
    var environment = [
      "TERM": "xterm-256color", "COURSE_LANG": language, "PATH": "/usr/bin:/bin",
      "HOME": home, "XDG_DATA_HOME": home,
    ]
    environment.merge(variables) { $1 }
    return try PseudoTerminal(
      StartedProgram.course.path,
      ["quiz"] + arguments + ["--banks", Samples.folder]
        + (arguments.first == "sample" ? ["--seed", "3"] : []),
      environment: environment, columns: columns, rows: rows)
  }

  private func progress() throws -> Quizzing.Progress {
    try store.load(now: Date()).progress
  }

  /// The digit of a right option at its shown place, with the seed of these tests.
  private func digit(_ id: String, right: Bool = true) throws -> String {
    let posed = try PosedQuestion(try Samples.question(id), seed: 3)
    let place = try XCTUnwrap(posed.options.firstIndex { $0.isRight == right })
    return String(place + 1)
  }

  func testArrowsDigitsSpaceAndEnterAnswer() throws {
    let terminal = try start()
    terminal.expect("Question 1 of 7")
    XCTAssertTrue(terminal.usesAlternateScreen)
    terminal.type("\u{1B}[B")
    terminal.expect("▸ 2 (•)")
    terminal.type("\u{1B}OB")
    terminal.expect("▸ 3 (•)")
    terminal.type(try digit("unstructured-data") + "\r")
    terminal.expect("Right.")
    terminal.expect("a network has to find the")
    terminal.type("\r")
    terminal.expect("Question 2 of 7")
    terminal.type(" ")
    terminal.expect("▸ 1 [x]")
    terminal.type("\u{1B}[A ")
    terminal.expect("▸ 4 [x]")
    terminal.type(" ")
    terminal.expect("▸ 4 [ ]")
    terminal.type("\r")
    terminal.expect("Partly right: 1 of 2 points.")
    terminal.expect("also right")
  }

  func testAWrongAnswerIsAskedAgainWithoutTheRightOne() throws {
    let terminal = try start(["sample", "--until-right"])
    terminal.expect("Question 1 of 7")
    let wrong = try digit("unstructured-data", right: false)
    terminal.type(wrong + "\r")
    terminal.expect("Not right.")
    terminal.expect("✗ \(wrong)")
    terminal.expect("Enter try again")
    XCTAssertFalse(terminal.screen.contains("→"), terminal.screen)
    terminal.type("\r")
    terminal.expect("1 point · again")
    XCTAssertFalse(terminal.screen.contains("(•)"), "the question begins anew")
    terminal.type(try digit("unstructured-data") + "\r")
    terminal.expect("Right.")
    terminal.expect("Enter next question")
    let question = try progress().questions["Sample/unstructured-data"]
    XCTAssertEqual(question?.asked, 1, "the first answer counts")
    XCTAssertEqual(question?.box, 1)
  }

  func testHintGoingBackAndTypedChineseWorkInChinese() throws {
    let terminal = try start(language: "zh")
    terminal.expect("第 1 题，共 7 题")
    terminal.type("?")
    terminal.expect("提示：想一想")
    terminal.type("n")
    terminal.expect("第 2 题")
    terminal.type("b")
    terminal.expect("第 1 题")
    // The fourth question is typed and takes the rest as letters.
    terminal.type("nnnnn")
    terminal.expect("第 4 题")
    // A typed question takes letters; Escape leads to the commands.
    terminal.type("\u{15}(16，x")
    terminal.expect("回答：(16，x")
    terminal.type("\r")
    terminal.expect("看不出这是哪个形状")
    terminal.type("\u{1B}")
    terminal.expect("b 上一题  n 跳过")
    terminal.type("n")
    terminal.expect("第 5 题")
    terminal.type("\u{1B}")
    terminal.expect("b 上一题  n 跳过")
    terminal.type("n")
    terminal.expect("第 6 题")
    terminal.type("迁移学系\u{7F}习")
    terminal.expect("回答：迁移学习")
    terminal.type("\r")
    terminal.expect("回答正确。")
  }

  func testASessionThatIsLeftGoesOnExactlyThere() throws {
    var terminal = try start()
    terminal.expect("Question 1 of 7")
    terminal.type("1\r")
    terminal.expect("✗ 1")
    terminal.type("\r")
    terminal.expect("Question 2 of 7")
    terminal.type("1\u{1B}[B\u{1B}[B ")
    terminal.expect("▸ 3 [x]")
    terminal.type("q")
    XCTAssertEqual(terminal.exitCode(), 0)
    XCTAssertTrue(terminal.isCooked)
    terminal.expect("continues here")
    let left = try progress().sessions
    XCTAssertEqual(left.map(\.position), [1])
    terminal = try resumed()
    terminal.expect("Question 2 of 7")
    terminal.expect("  1 [x]")
    terminal.expect("▸ 3 [x]")
    terminal.expect("Going on with question 2 of 7.")
  }

  private func resumed() throws -> PseudoTerminal {
    try PseudoTerminal(
      StartedProgram.course.path, ["quiz", "sample", "--banks", Samples.folder],
      environment: [
        "TERM": "xterm", "COURSE_LANG": "en", "XDG_DATA_HOME": home,
      ])
  }

  func testASecondRunnerDoesNotTakeUpTheSameSession() throws {
    let first = try resumed()
    first.expect("Question 1 of 7")
    first.type("1\r\r")
    first.expect("Question 2 of 7")
    let second = try resumed()
    second.expect("Question 1 of 7")
    second.type("2\r")
    second.expect("Enter next question")
    second.type("\r")
    second.expect("Question 2 of 7")
    second.type("q")
    XCTAssertEqual(second.exitCode(), 0)
    first.type("q")
    XCTAssertEqual(first.exitCode(), 0)
    let progress = try progress()
    XCTAssertEqual(progress.sessions.count, 2)
    XCTAssertEqual(progress.questions["Sample/unstructured-data"]?.asked, 2)
  }

  func testAResizeRedrawsTheScreen() throws {
    let terminal = try start(language: "zh")
    terminal.expect("第 1 题，共 7 题")
    terminal.resize(columns: 40, rows: 12)
    terminal.expect("\n" + String(repeating: "─", count: 40) + "\n")
    // The keys stand below all else: with them the frame is whole.
    terminal.expect("q 离开")
    XCTAssertEqual(terminal.rows.count, 12, terminal.screen)
    for row in terminal.rows { XCTAssertLessThanOrEqual(displayWidth(of: row), 40, String(row)) }
    terminal.resize(columns: 10, rows: 4)
    terminal.expect("太小")
    terminal.resize(columns: 100, rows: 30)
    terminal.expect(String(repeating: "─", count: 100))
    terminal.expect("q 离开")
    XCTAssertEqual(terminal.rows.count, 30)
  }

  func testCtrlCRestoresTheTerminalAndSaves() throws {
    let terminal = try start()
    terminal.expect("Question 1 of 7")
    XCTAssertFalse(terminal.isCooked)
    terminal.type("2\u{03}")
    XCTAssertEqual(terminal.exitCode(), 130)
    XCTAssertTrue(terminal.isCooked)
    XCTAssertTrue(terminal.leftAlternateScreen)
    XCTAssertEqual(try progress().sessions.first?.draft.chosen.count, 1)
  }

  func testSignalsAndCrashesRestoreTheTerminal() throws {
    for signal in [SIGTERM, SIGHUP, SIGINT, SIGSEGV, SIGILL, SIGTRAP, SIGABRT] {
      let terminal = try start()
      terminal.expect("Question 1 of 7")
      XCTAssertFalse(terminal.isCooked)
      kill(terminal.process, signal)
      XCTAssertEqual(terminal.exitCode(), 128 + signal, "signal \(signal)")
      XCTAssertTrue(terminal.isCooked, "signal \(signal)")
      XCTAssertTrue(terminal.leftAlternateScreen, "signal \(signal)")
    }
  }

  func testADumbTerminalIsAskedLineByLine() throws {
    let terminal = try start(variables: ["TERM": "dumb"])
    terminal.expect("Number of the option")
    terminal.type("1\n")
    terminal.expect("Enter to go on")
    terminal.type("q\n")
    XCTAssertEqual(terminal.exitCode(), 0)
    XCTAssertFalse(terminal.output.contains(0x1B), "an escape sequence")
  }

  func testNoColorLeavesColoursOut() throws {
    let terminal = try start(variables: ["NO_COLOR": "1"])
    terminal.expect("Question 1 of 7")
    terminal.type("1\r")
    terminal.expect("✗ 1")
    terminal.type("q")
    XCTAssertEqual(terminal.exitCode(), 0)
    let text = String(decoding: terminal.output, as: UTF8.self)
    XCTAssertNil(text.firstMatch(of: /\u{1B}\[[0-9;]*3[0-9]m/), "a colour's code")
  }

  func testAnExamGivesNoFeedbackAndWritesAFile() throws {
    let path = home + "/answers.json"
    let terminal = try start(["sample", "--exam", "--answers", path, "--time-limit", "20"])
    terminal.expect("left")
    terminal.type("1\r")
    terminal.expect("Question 2 of 7")
    terminal.type("b")
    terminal.expect("▸ 1 (•)")
    terminal.type("2\rnn")
    terminal.expect("Question 4 of 7")
    for number in 5...7 {
      terminal.type("\u{1B}")
      terminal.expect("any other key")
      terminal.type("n")
      terminal.expect("Question \(number) of 7")
    }
    terminal.type("n")
    terminal.expect("Hand in the exam?")
    terminal.expect("Left open: 2, 3, 4, 5, 6, 7")
    terminal.type("\r")
    terminal.expect("Your answers are in")
    terminal.type("q")
    XCTAssertEqual(terminal.exitCode(), 0)
    let file = try AnswerFile.read(path)
    XCTAssertEqual(file.seed, 3)
    XCTAssertEqual(file.answers.count { $0.response != nil }, 1)
    let screens = String(decoding: terminal.output, as: UTF8.self)
    XCTAssertFalse(screens.contains("Right.") || screens.contains("Not right."))
    XCTAssertEqual(try progress().sessions, [])
  }

  func testTheTimeLimitEndsAnExam() throws {
    let path = home + "/answers.json"
    let terminal = try start(["sample", "--exam", "--answers", path, "--time-limit", "2s"])
    terminal.expect("The time is up.")
    terminal.type("q")
    XCTAssertEqual(terminal.exitCode(), 0)
    XCTAssertEqual(try AnswerFile.read(path).answers.count, 7)
  }

  func testADamagedBankIsRefusedWithItsFaults() throws {
    try Data("# T\n\n## q\n\nText?\n".utf8).write(
      to: URL(fileURLWithPath: home + "/Bad-Bank.en.md"))
    let command = try start(["check", home + "/Bad-Bank.en.md"])
    command.expect("Bad-Bank.en.md:3: the question has no options")
    XCTAssertEqual(command.exitCode(), 65)
  }
}
