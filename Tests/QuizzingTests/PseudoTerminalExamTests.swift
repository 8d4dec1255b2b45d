import Foundation
import FrameworkTesting
import GradedTesting
import XCTest

@testable import Banks
@testable import Quizzing

/// Takes exams with the real `course` at a pseudo-terminal, and interrupts them.
final class PseudoTerminalExamTests: QuizTestCase {
  /// Starts an exam of the sample quiz, or practice, in a folder.
  private func start(
    _ arguments: [String] = ["--exam"], folder: String? = nil, variables: [String: String] = [:],
    language: String = "en"
  ) throws -> PseudoTerminal {
    var environment = [
      "TERM": "xterm-256color", "COURSE_LANG": language, "PATH": "/usr/bin:/bin", "HOME": home,
      "XDG_DATA_HOME": home, "TMPDIR": home,
    ]
    environment.merge(variables) { $1 }
    return try PseudoTerminal(
      "/bin/sh",
      [
        "-c", "cd \"$0\" && exec \"$@\"", folder ?? home, StartedProgram.course.path, "quiz",
        "sample", "--seed", "3", "--banks", Samples.folder,
      ] + arguments, environment: environment)
  }

  private func sessions() throws -> [SessionRecord] {
    try store.load(now: Date()).progress.sessions
  }

  func testTheSameCommandGoesOnWithAKilledExamAndItsClock() throws {
    let arguments = ["--exam", "--time-limit", "60"]
    var terminal = try start(arguments)
    terminal.expect("Question 1 of 7")
    terminal.expect("Your answers will go to")
    terminal.type("1\r")
    terminal.expect("Question 2 of 7")
    terminal.type("n")
    terminal.expect("Question 3 of 7")
    kill(terminal.process, SIGKILL)
    XCTAssertEqual(terminal.exitCode(), 128 + SIGKILL)
    let before = try sessions()
    terminal = try start(arguments)
    terminal.expect("Question 3 of 7")
    terminal.expect("Going on with question 3 of 7.")
    terminal.type("q")
    XCTAssertEqual(terminal.exitCode(), 0)
    let after = try sessions()
    XCTAssertEqual(after.map(\.id), before.map(\.id))
    XCTAssertEqual(after.map(\.started), before.map(\.started), "the clock went on")
    XCTAssertEqual(after.first?.answeredCount, 1)
  }

  func testAnotherNumberOrRestartBeginsAnotherExam() throws {
    for arguments in [["--exam"], ["--exam", "--questions", "4"], ["--exam", "--restart"]] {
      let terminal = try start(arguments)
      terminal.expect("Question 1 of")
      terminal.type("1\r")
      terminal.expect("Question 2 of")
      terminal.type("q")
      XCTAssertEqual(terminal.exitCode(), 0)
      // The restart forgets those that were left.
      XCTAssertEqual(
        try sessions().map(\.questions.count),
        arguments.last == "--exam" ? [7] : arguments.last == "4" ? [7, 4] : [7])
      if arguments.last == "--restart" {
        let said = String(decoding: terminal.output, as: UTF8.self)
        XCTAssertTrue(said.contains("The answers of the exam before are kept in \(home)/"), said)
      }
    }
    for (number, count) in [("", 7), ("-2", 4)] {
      let kept = try AnswerFile.read(home + "/Sample-answers-before-restart\(number).json")
      XCTAssertEqual(kept.answers.count, count)
      XCTAssertEqual(kept.answers.count { $0.response != nil }, 1)
    }
  }

  func testAnAnswerFileThatIsThereIsRefusedBeforeTheFirstQuestion() throws {
    let path = home + "/mine.json"
    try Data("mine".utf8).write(to: URL(fileURLWithPath: path))
    for (language, sentence) in [("en", "there is a file already"), ("zh", "文件已存在")] {
      let terminal = try start(["--exam", "--answers", path], language: language)
      terminal.expect(sentence, acrossLines: true)
      XCTAssertEqual(terminal.exitCode(), 73)
      XCTAssertFalse(terminal.usesAlternateScreen)
    }
    XCTAssertEqual(FileManager.default.contents(atPath: path), Data("mine".utf8))
  }

  func testAnExamInAFolderThatCannotBeWrittenGoesHome() throws {
    let terminal = try start(folder: "/proc")
    terminal.expect("Your answers will go to \(home)/Sample-answers.json.", acrossLines: true)
    terminal.type("1\r")
    terminal.expect("Question 2 of 7")
    terminal.type("q")
    XCTAssertEqual(terminal.exitCode(), 0)
  }

  func testAnswersThatNothingHoldsArePrinted() throws {
    let nowhere = ["HOME": "/proc", "XDG_DATA_HOME": "/proc", "TMPDIR": "/proc"]
    let terminal = try start(
      ["--exam", "--questions", "1", "--answers", "/dev/full"], folder: "/proc",
      variables: nowhere)
    terminal.expect("Progress is not saved")
    terminal.expect("Question 1 of 1")
    terminal.type("\u{1B}")
    terminal.type("n")
    terminal.expect("Hand in the exam?")
    terminal.type("\r")
    terminal.expect("Your answers are printed")
    terminal.type("q")
    terminal.expect("\"kind\" : \"course-quiz-answers\"", acrossLines: true)
    XCTAssertEqual(terminal.exitCode(), 73)
  }

  func testAnExamThatCannotBeSavedIsNotCalledSaved() throws {
    let terminal = try start(
      ["--exam", "--answers", home + "/a.json"], variables: ["XDG_DATA_HOME": "/proc"])
    terminal.expect("Question 1 of 7")
    terminal.type("1\r")
    terminal.expect("Question 2 of 7")
    terminal.type("q")
    terminal.expect("Your answers so far are in \(home)/a.json", acrossLines: true)
    XCTAssertEqual(terminal.exitCode(), 73)
    let text = String(decoding: terminal.output, as: UTF8.self)
    XCTAssertFalse(text.contains("continues here"), text)
    XCTAssertEqual(try AnswerFile.read(home + "/a.json").answers.count { $0.response != nil }, 1)
  }

  func testTheTimeEndsAnExamThatWaitsForALine() throws {
    let path = home + "/a.json"
    let terminal = try start(["--exam", "--plain", "--answers", path, "--time-limit", "2s"])
    terminal.expect("Question 1 of 7")
    terminal.expect("The time is up.")
    XCTAssertEqual(terminal.exitCode(), 0)
    XCTAssertEqual(try AnswerFile.read(path).answers.count, 7)
  }

  /// Moves the start of an exam that was left, so that it ends in so many seconds.
  private func moveStart(in store: ProgressStore, secondsLeft: Double) throws {
    try store.update(now: Date()) { progress in
      let limit = progress.sessions[0].timeLimit ?? 0
      progress.sessions[0].started = Date() - limit + secondsLeft
      progress.sessions[0].elapsed = limit - secondsLeft
    }
  }

  /// The programs wait by their own clocks, so the starts of their exams are moved instead.
  ///
  /// They wait beside each other, each with its own progress. What is said when, and when it is too
  /// early, is tested with clocks of the tests' own.
  func testTheLastMinutesAreSaidInBothRunnersAndLanguages() throws {
    let said = [
      ("en", 5, "5 minutes left."), ("en", 1, "1 minute left."), ("zh", 5, "还剩 5 分钟。"),
      ("zh", 1, "还剩 1 分钟。"),
    ]
    let exam = try start(["--exam", "--time-limit", "30"])
    exam.expect("Question 1 of 7")
    exam.type("q")
    XCTAssertEqual(exam.exitCode(), 0)
    var waiting: [(terminal: PseudoTerminal, sentence: String, isPlain: Bool)] = []
    for (language, minutes, sentence) in said {
      for isPlain in [false, true] {
        let own = ["XDG_DATA_HOME": "\(home)/\(waiting.count)"]
        let file = ProgressStore(variables: own)
        try FileManager.default.createDirectory(
          atPath: (file.path as NSString).deletingLastPathComponent,
          withIntermediateDirectories: true)
        try FileManager.default.copyItem(atPath: store.path, toPath: file.path)
        // A program that begins with less than the minutes left says nothing of them.
        try moveStart(in: file, secondsLeft: Double(60 * minutes) + 10)
        let terminal = try start(
          ["--exam"] + (isPlain ? ["--plain"] : []), variables: own, language: language)
        waiting.append((terminal, sentence, isPlain))
      }
    }
    for (terminal, sentence, isPlain) in waiting {
      terminal.expect(sentence)
      XCTAssertEqual(terminal.usesAlternateScreen, !isPlain)
      terminal.type(isPlain ? ":q\r" : "q")
      XCTAssertEqual(terminal.exitCode(), 0)
    }
  }

  func testPastedLinesAreNotSeveralAnswersLineByLine() throws {
    for (language, sentence) in [
      ("en", "Several lines came at once, and none is taken"), ("zh", "一次收到了多行，均未采用"),
    ] {
      let terminal = try start(["--exam", "--plain", "--restart"], language: language)
      terminal.expect(language == "en" ? "Question 1 of 7" : "第 1 题，共 7 题")
      terminal.expect(language == "en" ? "q leave): " : "q 离开）：")
      terminal.type("1\n2\n1\n")
      terminal.expect(sentence)
      terminal.type("2\n")
      terminal.expect(language == "en" ? "Question 2 of 7" : "第 2 题，共 7 题")
      terminal.type(":q\n")
      XCTAssertEqual(terminal.exitCode(), 0)
      let answered = try sessions().map(\.answeredCount)
      XCTAssertEqual(answered.last, 1, "one line, one answer")
    }
  }

  func testPracticeRefusesTheSeedOfAnExamThatIsOpen() throws {
    let exam = try start()
    exam.expect("Question 1 of 7")
    exam.type("1\r")
    exam.expect("Question 2 of 7")
    let practice = try start([])
    practice.expect("seed 3 is that of an exam which is not handed in yet", acrossLines: true)
    XCTAssertEqual(practice.exitCode(), 64)
    exam.type("q")
    XCTAssertEqual(exam.exitCode(), 0)
  }
}
