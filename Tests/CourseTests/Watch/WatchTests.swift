import Foundation
import FrameworkTesting
import GradedTesting
import Text
import XCTest

/// Tests `course watch` in a pseudo-terminal, like a learner with an editor beside it.
final class WatchTests: FrameworkTestCase {
  private let file = "C1W2-LogisticRegression/LogisticRegression.swift"

  private func start(
    _ watched: WatchedPackage, _ words: [String] = ["C1W2"], language: String = "en",
    variables: [String: String] = [:], columns: UInt16 = 80, rows: UInt16 = 24
  ) throws -> PseudoTerminal {
    try PseudoTerminal(
      watched.package.program.path, ["watch"] + words,
      environment: watched.variables(language).merging(variables) { $1 }, columns: columns,
      rows: rows)
  }

  func testSavingChecksTheFunctionThatWasChanged() throws {
    let watched = try WatchedPackage(in: temporaryFolder())
    let terminal = try start(watched)
    terminal.expect("· sigmoid")
    terminal.expect("to write: Exercises/\(file):16")
    XCTAssertTrue(terminal.usesAlternateScreen)
    XCTAssertFalse(terminal.isCooked)

    try watched.solve("softmax", in: file, save: Saving.byTruncating)
    terminal.expect("✓ softmax")
    terminal.expect("Passed. n: next, l1Loss\nExercises/\(file):")
    XCTAssertTrue(terminal.screen.hasPrefix("C1W2.softmax"), terminal.screen)

    terminal.type("q")
    XCTAssertEqual(terminal.exitCode(), 0)
    XCTAssertTrue(terminal.isCooked)
    XCTAssertTrue(terminal.leftAlternateScreen)
    let builds = try watched.package.text("builds.txt")
    XCTAssertEqual(builds.split(separator: "\n").count, 1, builds)
    XCTAssertTrue(builds.contains("--product worker"), builds)
  }

  func testEveryKeyDoesWhatItSays() throws {
    let watched = try WatchedPackage(in: temporaryFolder())
    let terminal = try start(watched, ["C1W2.softmax"], language: "zh")
    terminal.expect("h 提示  n 下一个  a 全部  l 列表  d 演示  q 退出")
    terminal.expect("待完成")
    terminal.type("h")
    terminal.expect("C1W2.softmax，第 1 条提示，共 3 条")
    terminal.type("h")
    terminal.expect("第 2 条提示")
    terminal.type("l")
    terminal.expect("· normalizeRows")
    terminal.expect("· softmax")
    terminal.type("n")
    terminal.expect("C1W2.l1Loss")
    terminal.type("a")
    terminal.expect("正在检查 C1W2")
    terminal.expect("· model")
    terminal.type("d")
    terminal.expect("演示需要")
    XCTAssertTrue(terminal.isCooked)
    terminal.type("\n")
    terminal.expect("正在检查 l1Loss")
    terminal.type("\u{03}")
    XCTAssertEqual(terminal.exitCode(), 130)
    XCTAssertTrue(terminal.isCooked)
  }

  func testCompilerErrorsAreShown() throws {
    let watched = try WatchedPackage(in: temporaryFolder())
    let path = watched.package.folder.appending(path: "Exercises/\(file)").path
    try watched.package.write(
      """
      \(path):18:7: error: cannot find 'np' in scope
      17 | public func sigmoid(_ z: Tensor) throws -> Tensor {
      18 |   np.exp(z)
         |   `- error: cannot find 'np' in scope
      19 | }

      """, to: "errors.txt")
    let terminal = try start(watched)
    terminal.expect("to write")
    try watched.solve("sigmoid", in: file)
    terminal.expect("does not compile")
    terminal.expect("Exercises/\(file):18:7")
    terminal.expect("| np.exp(z)")
    terminal.expect("there is no np")
    try FileManager.default.removeItem(at: watched.package.folder.appending(path: "errors.txt"))
    terminal.type("\r")
    terminal.expect("✓ sigmoid")
  }

  func testAWeekThatDoesNotCompileIsSetAside() throws {
    let watched = try WatchedPackage(in: temporaryFolder())
    let other = "C1W3-ShallowNetwork/ShallowNetwork.swift"
    let path = watched.package.folder.appending(path: "Exercises/\(other)").path
    try watched.package.write("\(path):3:1: error: expected declaration\n", to: "errors.txt")
    let terminal = try start(watched)
    terminal.expect("to write")
    try watched.solve("sigmoid", in: file)
    terminal.expect("✓ sigmoid")
    terminal.expect("Exercises/C1W3-ShallowNetwork does not compile and was left out")
    XCTAssertTrue(
      try watched.package.text("builds.txt").contains("COURSE_SET_ASIDE=C1W3-ShallowNetwork"))
    XCTAssertEqual(
      try watched.package.text(".course/set-aside/\(other)"),
      try watched.package.text("Exercises/\(other)"))
  }

  func testTheScreenFitsItsWindow() throws {
    let watched = try WatchedPackage(in: temporaryFolder())
    let terminal = try start(watched, language: "zh")
    terminal.expect("待完成")
    for (columns, rows) in [(80, 24), (40, 12), (100, 30)] {
      terminal.resize(columns: UInt16(columns), rows: UInt16(rows))
      terminal.expect("\n" + String(repeating: "─", count: columns) + "\n")
      XCTAssertEqual(terminal.rows.count, rows, terminal.screen)
      for row in terminal.rows {
        XCTAssertLessThanOrEqual(displayWidth(of: String(row)), columns, String(row))
      }
    }
    terminal.resize(columns: 10, rows: 4)
    terminal.expect("太小")
  }

  func testSignalsRestoreTheTerminal() throws {
    let watched = try WatchedPackage(in: temporaryFolder())
    for signal in [SIGTERM, SIGHUP, SIGSEGV] {
      let terminal = try start(watched)
      terminal.expect("to write")
      XCTAssertFalse(terminal.isCooked)
      kill(terminal.process, signal)
      XCTAssertEqual(terminal.exitCode(), 128 + signal, "signal \(signal)")
      XCTAssertTrue(terminal.isCooked, "signal \(signal)")
      XCTAssertTrue(terminal.leftAlternateScreen, "signal \(signal)")
    }
  }

  func testWithoutAScreenLinesArePrinted() throws {
    let watched = try WatchedPackage(in: temporaryFolder())
    let terminal = try start(watched, variables: ["TERM": "dumb"])
    terminal.expect("(then Enter; Ctrl-C ends)")
    terminal.expect("to write")
    terminal.type("h\n")
    terminal.expect("C1W2.sigmoid, hint 1 of 3")
    try watched.solve("sigmoid", in: file)
    terminal.expect("✓ sigmoid")
    XCTAssertFalse(terminal.output.contains(0x1B))
    terminal.type("q\n")
    XCTAssertEqual(terminal.exitCode(), 0)
  }

  func testWithoutInputTheFilesAreStillWatched() throws {
    let watched = try WatchedPackage(in: temporaryFolder())
    let started = try StartedProgram(
      ["watch", "C1W2"], of: watched.package.program, environment: watched.variables("en"),
      in: watched.package.folder)
    usleep(1_500_000)
    try watched.solve("sigmoid", in: file)
    usleep(3_000_000)
    XCTAssertTrue(started.process.isRunning)
    started.process.interrupt()
    let answer = try started.answer()
    XCTAssertTrue(answer.output.contains("✓ sigmoid"), answer.output)
  }
}
