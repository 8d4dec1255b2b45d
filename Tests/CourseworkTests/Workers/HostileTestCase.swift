import Foundation
import GradedTesting
import HostileExercises
import Tensors
import Text
import XCTest

@testable import Coursework

/// A base class for tests that run hostile code in a worker, with a client for each test.
class HostileTestCase: FrameworkTestCase {
  static let program = RunEnvironment.current.programs.appending(path: "HostileWorker")
  private(set) var client = WorkerClient(program: program, folders: ["Tests"])

  override func tearDown() {
    // XCTest keeps instances of a test case until the end of the run, but the worker must end.
    client = WorkerClient(program: Self.program)
    super.tearDown()
  }

  func hostile<Result>(_ body: () throws -> Result) rethrows -> Result {
    try Host.$current.withValue(.process(client), operation: body)
  }

  /// The verdict on a test that calls the function and expects 1, and the first line of its
  /// message.
  func judge(
    _ deed: Deed, in exercise: Exercise<Deed, Double> = Hostile.commit
  ) -> (verdict: Verdict, sentence: String, message: String) {
    let finding = hostile {
      Grader(exercise, language: .english).judge { try expect(exercise(deed), equals: 1.0) }
    }
    let sentence = finding.message.split(separator: "\n").first.map(String.init) ?? ""
    return (finding.verdict, sentence, finding.message)
  }

  /// Expects a verdict and a message, and checks that the next call is answered by the only worker
  /// left.
  func expectVerdict(
    _ verdict: Verdict, _ sentence: String, of deed: Deed,
    in exercise: Exercise<Deed, Double> = Hostile.commit,
    file: StaticString = #filePath, line: UInt = #line
  ) throws {
    let found = judge(deed, in: exercise)
    XCTAssertEqual(found.verdict, verdict, found.message, file: file, line: line)
    XCTAssertEqual(found.sentence, sentence, file: file, line: line)
    try expectNextCallIsAnswered(file: file, line: line)
  }

  func expectNextCallIsAnswered(file: StaticString = #filePath, line: UInt = #line) throws {
    XCTAssertEqual(
      try hostile { try Hostile.commit(.nothing) }, 1, "the next call should be answered",
      file: file, line: line)
    XCTAssertEqual(
      ChildProcess.all(of: "HostileWorker").map(\.isZombie), [false],
      "exactly one worker should be left", file: file, line: line)
  }

  func processNumber() throws -> Double { try hostile { try Hostile.commit(.tellProcess) } }

  /// The outcome of one call, and what it printed.
  func exchange(_ deed: Deed, timeLimit: Double = 10) throws -> Exchange {
    let request = Request(
      exercise: "Hostile.commit", variant: nil, arguments: [try Value(encoding: deed)])
    return client.exchange(request, timeLimit: timeLimit)
  }

  /// The position of the only line of Deeds.swift that contains a text.
  func place(of text: String) throws -> String {
    let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let source = try String(
      contentsOf: tests.appending(path: "HostileWorker/Deeds.swift"), encoding: .utf8)
    let lines = source.split(separator: "\n", omittingEmptySubsequences: false)
    let line = try XCTUnwrap(lines.firstIndex { $0.contains(text) })
    return "Tests/HostileWorker/Deeds.swift:\(line + 1)"
  }
}

/// A child of this process.
struct ChildProcess {
  let pid: pid_t
  let isZombie: Bool

  /// The children that run the program, including zombies.
  static func all(of program: String) -> [ChildProcess] {
    #if os(Linux)
      let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
      return names.compactMap(pid_t.init).compactMap { pid in
        guard let status = try? String(contentsOfFile: "/proc/\(pid)/stat", encoding: .utf8),
          let open = status.firstIndex(of: "("), let close = status.lastIndex(of: ")")
        else { return nil }
        let name = status[status.index(after: open)..<close]
        let rest = status[close...].split(separator: " ")
        guard rest.count > 2, rest[2] == "\(getpid())", name == program.prefix(15) else {
          return nil
        }
        return ChildProcess(pid: pid, isZombie: rest[1] == "Z")
      }
    #else
      guard let pipe = popen("ps -axo pid=,ppid=,stat=,comm=", "r") else { return [] }
      defer { pclose(pipe) }
      var found: [ChildProcess] = []
      var buffer = [CChar](repeating: 0, count: 4096)
      while fgets(&buffer, Int32(buffer.count), pipe) != nil {
        let words = String(cString: buffer).split(whereSeparator: \.isWhitespace)
        guard words.count > 3, words[1] == "\(getpid())", words[3].hasSuffix(program),
          let pid = pid_t(words[0])
        else { continue }
        found.append(ChildProcess(pid: pid, isZombie: words[2].hasPrefix("Z")))
      }
      return found
    #endif
  }

  /// Whether a process is running; a zombie is not.
  static func isRunning(_ pid: pid_t) -> Bool {
    guard kill(pid, 0) == 0 else { return false }
    #if os(Linux)
      let status = (try? String(contentsOfFile: "/proc/\(pid)/stat", encoding: .utf8)) ?? ") Z"
      return !(status.split(separator: ")").last ?? " Z").hasPrefix(" Z")
    #else
      return true
    #endif
  }

  /// Waits a few seconds for a process to end that is not a child of this one.
  static func ends(_ pid: pid_t) -> Bool {
    for _ in 0..<500 {
      if !isRunning(pid) { return true }
      usleep(10_000)
    }
    return false
  }
}
