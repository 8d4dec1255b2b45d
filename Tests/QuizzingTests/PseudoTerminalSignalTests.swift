import Foundation
import FrameworkTesting
import GradedTesting
import Text
import XCTest

@testable import Banks
@testable import Quizzing

/// Stops, continues, ends and narrows the real `course` at a pseudo-terminal, and types into it
/// what is unusual.
final class PseudoTerminalSignalTests: FrameworkTestCase {
  private var scratch: Scratch?

  override func setUpWithError() throws {
    try super.setUpWithError()
    scratch = try Scratch()
  }

  override func tearDown() { scratch = nil }

  private var home: String { scratch?.path ?? "/tmp" }

  private func quiz(_ arguments: [String]) -> [String] {
    [
      StartedProgram.course.path, "quiz", arguments.first ?? "sample", "--seed", "3", "--banks",
      arguments.first == nil || arguments.first == "sample" ? Samples.folder : home,
    ] + arguments.dropFirst()
  }

  private func start(
    _ arguments: [String] = [], before: String = "exec \"$@\"", after: String = "",
    variables: [String: String] = [:], language: String = "en", columns: UInt16 = 80,
    rows: UInt16 = 24
  ) throws -> PseudoTerminal {
    var environment = [
      "TERM": "xterm-256color", "COURSE_LANG": language, "PATH": "/usr/bin:/bin", "HOME": home,
      "XDG_DATA_HOME": home,
    ]
    environment.merge(variables) { $1 }
    return try PseudoTerminal(
      "/bin/bash", ["-c", before + after, "bash"] + quiz(arguments), environment: environment,
      columns: columns, rows: rows)
  }

  private func session() throws -> SessionRecord? {
    try ProgressStore(variables: ["XDG_DATA_HOME": home]).load(now: Date()).progress.sessions.first
  }

  /// A shell with job control runs the quiz and waits for a line when it is stopped.
  private func startInShell(
    _ arguments: [String] = [], language: String = "en", columns: UInt16 = 80, rows: UInt16 = 24
  ) throws -> PseudoTerminal {
    try start(
      arguments, before: "set -m; \"$@\"; ",
      after:
        "echo \"[stopped $?]\"; jobs -p; echo \"[listed]\"; read; fg >/dev/null; echo \"[ended $?]\"",
      language: language, columns: columns, rows: rows)
  }

  /// At 40 columns and 15 rows, in both languages.
  func testASmallWindowIsSuspendedResizedKilledAndResumed() throws {
    for (language, first, second, going) in [
      ("en", "Question 1 of 7", "Question 2 of 7", "Going on with question 2"),
      ("zh", "第 1 题，共 7 题", "第 2 题，共 7 题", "从第 2 题继续"),
    ] {
      let exam = ["sample", "--exam", "--answers", "-"]
      let terminal = try startInShell(exam, language: language, columns: 40, rows: 15)
      terminal.expect(first)
      terminal.type("2\r")
      terminal.expect(second)
      terminal.type("\u{1A}")
      terminal.expect("[stopped 148]")
      XCTAssertTrue(terminal.isCooked)
      let process = try stoppedProcess(terminal)
      let suspended = terminal.output.count
      terminal.type("\n")
      terminal.expect(second, after: suspended)
      let redrawn = terminal.output.count
      terminal.resize(columns: 60, rows: 20)
      terminal.expect(second, after: redrawn)
      terminal.resize(columns: 40, rows: 15)
      kill(process, SIGKILL)
      terminal.expect("[ended 137]")
      let again = try start(exam, language: language, columns: 40, rows: 15)
      again.expect(going)
      again.expect(second)
      for line in again.screen.split(separator: "\n") {
        XCTAssertLessThanOrEqual(displayWidth(of: String(line)), 40, String(line))
      }
      again.type("q")
      XCTAssertEqual(again.exitCode(), 0)
      XCTAssertEqual(try session()?.answeredCount, 1)
      try FileManager.default.removeItem(atPath: home + "/deep-learning-course")
    }
  }

  func testCtrlZGivesTheTerminalBackAndFgDrawsAnew() throws {
    let terminal = try startInShell()
    terminal.expect("Question 1 of 7")
    terminal.type("2")
    terminal.expect("▸ 2 (•)")
    terminal.type("\u{1A}")
    terminal.expect("[stopped 148]")
    XCTAssertTrue(terminal.isCooked)
    XCTAssertTrue(terminal.leftAlternateScreen)
    let written = terminal.output.count
    terminal.type("\n")
    terminal.expect("▸ 2 (•)", after: written)
    XCTAssertFalse(terminal.isCooked)
    terminal.type("\u{1B}[B")
    terminal.expect("▸ 3 (•)")
    terminal.type("q")
    terminal.expect("[ended 0]")
    XCTAssertEqual(terminal.exitCode(), 0)
  }

  /// The number of the process that the shell lists as stopped.
  private func stoppedProcess(_ terminal: PseudoTerminal) throws -> pid_t {
    terminal.expect("\n[listed]")
    let lines = String(decoding: terminal.output, as: UTF8.self).split(separator: "\r\n")
    return try XCTUnwrap(lines.compactMap { pid_t($0) }.last, "\(lines)")
  }

  func testAPlainPromptIsSaidAgainAfterFg() throws {
    let terminal = try startInShell(["sample", "--plain"])
    terminal.expect("Number of the option")
    terminal.type("\u{1A}")
    terminal.expect("[stopped 148]")
    let written = terminal.output.count
    terminal.type("\n")
    terminal.expect("Number of the option", after: written)
    terminal.type("q\n")
    terminal.expect("[ended 0]")
  }

  func testAStopFromOutsideAndFgDrawAnew() throws {
    let terminal = try startInShell()
    terminal.expect("Question 1 of 7")
    terminal.type("\u{1A}")
    terminal.expect("[stopped 148]")
    let process = try stoppedProcess(terminal)
    let written = terminal.output.count
    terminal.type("\n")
    terminal.expect("Question 1 of 7", after: written)
    // The shell's fg returns when the job is stopped again.
    kill(process, SIGTSTP)
    terminal.expect("[ended 148]")
    XCTAssertTrue(terminal.isCooked)
    kill(process, SIGKILL)
    kill(process, SIGCONT)
  }

  func testAContinuedProcessDrawsAnew() throws {
    let terminal = try start()
    terminal.expect("Question 1 of 7")
    kill(terminal.process, SIGSTOP)
    let written = terminal.output.count
    // As a shell leaves the terminal when a job was stopped by force.
    terminal.makeCooked()
    kill(terminal.process, SIGCONT)
    terminal.expect("Question 1 of 7", after: written)
    XCTAssertFalse(terminal.isCooked)
    terminal.type("\u{1B}[B")
    terminal.expect("▸ 2 (•)")
  }

  func testSignalsThatEndKeepSkipsAndTheDraft() throws {
    for signal in [SIGTERM, SIGHUP, SIGINT, SIGQUIT] {
      let terminal = try start(["sample", "--restart"])
      terminal.expect("Question 1 of 7")
      terminal.type("n")
      terminal.expect("Question 2 of 7")
      terminal.type("\u{1B}[B ")
      terminal.expect("▸ 2 [x]")
      kill(terminal.process, signal)
      XCTAssertEqual(terminal.exitCode(), 128 + signal, "signal \(signal)")
      XCTAssertTrue(terminal.isCooked, "signal \(signal)")
      let session = try session()
      XCTAssertEqual(session?.position, 1, "signal \(signal)")
      XCTAssertEqual(session?.draft.chosen.count, 1, "signal \(signal)")
    }
  }

  func testASkipIsKeptWhenAPlainRunIsKilled() throws {
    let terminal = try start(["sample", "--plain"])
    terminal.expect("Question 1 of 7")
    terminal.type("n\n")
    terminal.expect("Question 2 of 7")
    kill(terminal.process, SIGTERM)
    XCTAssertEqual(terminal.exitCode(), 128 + SIGTERM)
    XCTAssertEqual(try session()?.position, 1)
  }

  func testPlainTextIsAsWideAsTheTerminalAndAskedForByTheEnvironment() throws {
    for value in ["1", "yes"] {
      let terminal = try start(variables: ["COURSE_PLAIN": value], columns: 40)
      terminal.expect("Number of the option")
      XCTAssertFalse(terminal.usesAlternateScreen)
      let lines = terminal.screen.split(separator: "\n").filter { !$0.contains("Number of the") }
      for line in lines { XCTAssertLessThanOrEqual(displayWidth(of: line), 40, String(line)) }
      terminal.type("q\n")
      XCTAssertEqual(terminal.exitCode(), 0)
    }
    let screen = try start(variables: ["COURSE_PLAIN": "0"])
    screen.expect("Question 1 of 7")
    XCTAssertTrue(screen.usesAlternateScreen)
  }

  func testTheKeysAreAllInSightAtFortyColumns() throws {
    for (language, words) in [("en", ["? hint", "q leave"]), ("zh", ["? 提示", "q 离开"])] {
      let terminal = try start(["sample", "--restart"], language: language, columns: 40, rows: 15)
      for word in words { terminal.expect(word) }
    }
  }

  // MARK: The cursor

  /// A bank of one question.
  private func write(_ question: String, file: String = "Long-Test.en.md") throws {
    try Data(("# Test\n\n## q\n\n" + question).utf8).write(
      to: URL(fileURLWithPath: home + "/" + file))
  }

  private func options(_ count: Int, several: Bool) -> String {
    (1...count).map { number in
      "- [\(number == count || (several && number == 1) ? "x" : " ")] option \(number)\n  > Why \(number).\n"
    }.joined()
  }

  func testAnOptionIsShownBeforeItIsMarkedOrConfirmed() throws {
    let text = (1...40).map { "Line \($0).\n\n" }.joined()
    try write("```question\nkeep: all\n```\n\n" + text + options(4, several: false))
    let terminal = try start(["long"])
    terminal.expect("Line 1.")
    XCTAssertFalse(terminal.screen.contains("option 1"))
    terminal.type("\r")
    terminal.expect("▸ 1 ( )")
    terminal.type("\u{1B}[5~\u{1B}[5~\u{1B}[5~\u{1B}[5~\u{1B}[5~")
    terminal.expect("Line 1.")
    terminal.type("\u{1B}[B\u{1B}[B")
    terminal.expect("▸ 3 (•)")
    terminal.type("\u{1B}[5~\u{1B}[5~\u{1B}[5~\u{1B}[5~\u{1B}[5~")
    terminal.expect("Line 1.")
    terminal.type("\r")
    terminal.expect("▸ 3 (•)")
    XCTAssertFalse(terminal.screen.contains("Not right."))
    terminal.type("\r")
    terminal.expect("Not right.")
  }

  func testThirtyOptionsAreReachedByTheirNumbers() throws {
    try write(
      "```question\ntype: several\nkeep: all\n```\n\nWhich?\n\n" + options(30, several: true))
    let terminal = try start(["long"])
    terminal.expect("↑↓ 1–30 go")
    terminal.type("30")
    terminal.expect("▸ 30 [ ]")
    terminal.type(" ")
    terminal.expect("▸ 30 [x]")
    terminal.type("1")
    terminal.expect("▸ 1 [ ]")
    terminal.type(" \r")
    terminal.expect("Right.")
  }

  // MARK: Typed text

  private func typed() throws -> PseudoTerminal {
    try write(
      "```question\ntype: text\n```\n\nWhat?\n\n> Hint: think.\n\n- [x] why not?\n  > So.\n")
    let terminal = try start(["long"])
    terminal.expect("Answer:")
    return terminal
  }

  func testAQuestionMarkBelongsToAnAnswerThatHasBegun() throws {
    let terminal = try typed()
    terminal.type("?")
    terminal.expect("Hint: think.")
    terminal.type("why not?")
    terminal.expect("Answer: why not?")
    terminal.type("\r")
    terminal.expect("Right.")
  }

  func testPastedLinesBecomeOneAndSubmitNothing() throws {
    let terminal = try typed()
    terminal.type("\u{1B}[200~why\rnot?\r\u{1B}[201~")
    terminal.expect("Answer: why not?")
    XCTAssertFalse(terminal.screen.contains("Right."))
    terminal.type("\r")
    terminal.expect("Right.")
  }
}
