import Foundation
import GradedTesting
import Text
import XCTest

@testable import Coursework

final class CallFailureTests: FrameworkTestCase {
  private func expect(
    _ failure: CallFailure, _ english: String, zh chinese: String,
    file: StaticString = #filePath, line: UInt = #line
  ) {
    XCTAssertEqual(failure.phrase(.english), english, file: file, line: line)
    XCTAssertEqual(failure.phrase(.chinese), chinese, file: file, line: line)
  }

  func testNotImplemented() {
    expect(
      .notImplemented(function: "sigmoid(_:)"), "sigmoid(_:) is not written yet",
      zh: "sigmoid(_:) 还没有写")
  }

  func testThrew() {
    expect(.threw("shapes"), "it threw an error: shapes", zh: "它抛出了错误：shapes")
  }

  func testCrashes() {
    expect(
      .crashed(.exited(code: 0), words: ""),
      "the program ended itself with exit code 0 before it answered",
      zh: "程序还没有给出结果就以退出码 0 结束了")
    expect(
      .crashed(.signalled(4), words: "Fatal error: gone", place: "Exercises/W/A.swift:18"),
      "it crashed (trap): Fatal error: gone at Exercises/W/A.swift:18",
      zh: "它崩溃了（运行时陷阱）：Fatal error: gone，位置：Exercises/W/A.swift:18")
    expect(.crashed(.signalled(6), words: ""), "it crashed (abort)", zh: "它崩溃了（abort 中止）")
    expect(.crashed(.signalled(8), words: ""), "it crashed (arithmetic fault)", zh: "它崩溃了（算术错误）")
    expect(
      .crashed(.signalled(11), words: ""),
      "it crashed (memory fault, often a recursion that never ends)",
      zh: "它崩溃了（内存访问错误，常见原因是停不下来的递归）")
    expect(
      .crashed(.signalled(9), words: ""),
      "it crashed (killed, perhaps for using too much memory)",
      zh: "它崩溃了（被系统终止，可能是内存用得太多）")
    expect(.crashed(.signalled(15), words: ""), "it crashed (signal 15)", zh: "它崩溃了（信号 15）")
    expect(
      .crashed(.hungUp, words: ""), "it closed its connection to the judge",
      zh: "它关闭了与评分程序之间的连接")
  }

  func testTimedOut() {
    expect(
      .timedOut(seconds: 10), "no answer after 10 s: is there a loop that never ends?",
      zh: "10 秒后仍没有结果：是不是有一个停不下来的循环？")
    XCTAssertEqual(
      CallFailure.timedOut(seconds: 0.5).phrase(.english),
      "no answer after 0.5 s: is there a loop that never ends?")
  }

  func testFlooded() {
    expect(
      .flooded(bytes: 16_000_000), "it printed more than 16 MB in one call and was stopped",
      zh: "一次调用就打印了超过 16 MB，已被中止")
  }

  func testMalformed() {
    expect(
      .malformed(.noRequest), "its answer cannot be read: not a request",
      zh: "它的回答无法读取：不是一次调用")
  }

  func testNoWorker() {
    expect(
      .noWorker("No such file or directory"),
      "the worker program could not be started (No such file or directory); run swift build and try again",
      zh: "无法启动 worker 程序（No such file or directory）；请先运行 swift build 再试")
  }

  func testWaitStatusIsRead() {
    XCTAssertEqual(ProcessEnd(waitStatus: 0x0300), .exited(code: 3))
    XCTAssertEqual(ProcessEnd(waitStatus: 0x000b), .signalled(11))
    XCTAssertEqual(
      ProcessEnd(waitStatus: 0x0084), .signalled(4), "the core-dump flag should be ignored")
    XCTAssertEqual(ProcessEnd(waitStatus: 76 << 8), .hungUp)
  }

  // MARK: Output of the Swift runtime

  private let trace = """
    Current stack trace:
    0    libswiftCore.so                    0x00007f4a5975f130 swift_reportError + 33
    4    libswiftCore.so                    0x00007f4a598f94f0 <unavailable> + 175973
    5    worker                             0x00005604f95ca0f0 <unavailable> + 4336
    6    worker                             0x00005604f95ca288 main + 12
    7    worker                             0x00005604f95ca288 <unavailable> + 4744

    """

  func testRuntimeMessagesAreRemovedFromTheOutput() throws {
    var printed = CapturedOutput()
    printed.append(
      Data(
        "mine\nSwift/ContiguousArrayBuffer.swift:692: Fatal error: Index out of range\n\(trace)"
          .utf8))
    let words = try XCTUnwrap(printed.takeCrash())
    XCTAssertEqual(words.sentence, "Fatal error: Index out of range")
    XCTAssertEqual(words.offsets(in: "worker"), [4335, 4743])
    XCTAssertEqual(printed.text(.english), "mine\n")
    XCTAssertEqual(printed.total, 5)
  }

  func testSentenceOfSeveralLinesIsKept() throws {
    let words = try XCTUnwrap(
      CrashMessage(endOf: Data("Week/File.swift:3: Fatal error: one\ntwo\n\(trace)".utf8)))
    XCTAssertEqual(words.sentence, "Fatal error: one\ntwo")
    XCTAssertEqual(words.start, 0)
  }

  func testUnfinishedLineOfTheLearnerStays() throws {
    var printed = CapturedOutput()
    printed.append(Data("half a line Fatal error: x\n\(trace)".utf8))
    XCTAssertEqual(printed.takeCrash()?.sentence, "Fatal error: x")
    XCTAssertEqual(printed.text(.english), "half a line ")
  }

  func testTheMessageAfterMuchOutputIsFound() throws {
    var printed = CapturedOutput()
    for _ in 0..<100 { printed.append(Data(String(repeating: "line\n", count: 1000).utf8)) }
    printed.append(Data("Fatal error: at last\n\(trace)".utf8))
    XCTAssertEqual(printed.takeCrash()?.sentence, "Fatal error: at last")
    XCTAssertEqual(printed.total, 500_000)
    let ends = Array(repeating: "line", count: 10)
    XCTAssertEqual(
      printed.text(.english), (ends + ["… (99980 more lines)"] + ends).joined(separator: "\n"))
    XCTAssertTrue(printed.text(.chinese).contains("\n……（还有 99980 行）\n"))
  }

  func testOrdinaryOutputIsNotACrash() {
    var printed = CapturedOutput()
    printed.append(Data("Current stack trace:\nnothing fatal\n".utf8))
    XCTAssertNil(printed.takeCrash())
    XCTAssertEqual(printed.text(.english), "Current stack trace:\nnothing fatal\n")
  }

  func testACutKeepsCharactersWhole() {
    var printed = CapturedOutput()
    printed.append(Data(("a" + String(repeating: "汉", count: 2000)).utf8))
    XCTAssertTrue(printed.text(.english).hasPrefix("a汉汉"))
    XCTAssertTrue(printed.text(.english).hasSuffix("汉… (1905 more bytes)"))
  }

  func testUnknownProgramHasNoPlace() throws {
    let words = try XCTUnwrap(CrashMessage(endOf: Data("Fatal error: x\n\(trace)".utf8)))
    XCTAssertNil(
      CrashSite.place(
        of: words, launch: WorkerLaunch(program: URL(fileURLWithPath: "/nowhere/worker"))))
  }
}
