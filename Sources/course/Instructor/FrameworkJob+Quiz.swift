import Benchmarks
import Coursework
import Foundation
import Text

extension FrameworkJob {
  /// What a learner waits for after `course quiz C1W2`, on a full screen.
  static let quiz = FrameworkJob(
    name: "quiz",
    summary: Phrase(
      "from the start of a quiz to its first question on a terminal", zh: "从启动测验到终端上出现第一道题")
  ) {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try (0..<21).map { _ in try firstQuestion(data: folder) }
  }

  /// Returns the seconds until the first question of a quiz is on the screen.
  ///
  /// `script`, which both systems have, lends the program a terminal.
  private static func firstQuestion(data: URL) throws -> Double {
    let course = RunEnvironment.current.programs.appending(path: "course").path
    let process = Process()
    let (input, output) = (Pipe(), Pipe())
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    #if os(Linux)
      process.arguments = ["script", "-qec", "'\(course)' quiz C1W2 --restart", "/dev/null"]
    #else
      process.arguments = ["script", "-q", "/dev/null", course, "quiz", "C1W2", "--restart"]
    #endif
    process.environment = ProcessInfo.processInfo.environment.merging([
      "COURSE_LANG": "en", "COURSE_PLAIN": "", "TERM": "xterm-256color", "XDG_DATA_HOME": data.path,
    ]) { $1 }
    process.currentDirectoryURL = RunEnvironment.current.package
    process.standardInput = input
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    let clock = ContinuousClock()
    let start = clock.now
    try process.run()
    var screen = ""
    while !screen.contains("Question 1 of") {
      let bytes = output.fileHandleForReading.availableData
      guard !bytes.isEmpty else {
        throw BenchmarkError.unreadable(job: "quiz", answer: printable(screen))
      }
      screen += String(decoding: bytes, as: UTF8.self)
    }
    let seconds = (clock.now - start) / .seconds(1)
    try input.fileHandleForWriting.write(contentsOf: Data("q".utf8))
    _ = try output.fileHandleForReading.readToEnd()
    process.waitUntilExit()
    return seconds
  }
}
