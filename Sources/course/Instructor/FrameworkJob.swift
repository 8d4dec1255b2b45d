import Banks
import Benchmarks
import Commands
import Coursework
import Foundation
import Tensors
import Text

/// A piece of the course's own work that is timed without a peer library: a call, a bank, a
/// verdict.
struct FrameworkJob: Sendable {
  let name: String
  let summary: Phrase
  /// Runs the work as often as needed, and returns the seconds of each run.
  let run: @Sendable () throws -> [Double]

  static let all = [call, matrix, bank, quiz, edit, clone]

  private static let call = FrameworkJob(
    name: "call",
    summary: Phrase("a call through the worker, 2 × 2 numbers", zh: "经工作进程调用一次：2 × 2 个数")
  ) {
    try echoing(Tensor([[1, 2], [3, 4]]), times: 2000)
  }

  private static let matrix = FrameworkJob(
    name: "matrix",
    summary: Phrase(
      "a matrix of 12288 × 209 to the worker and back", zh: "12288 × 209 的矩阵送到工作进程再送回")
  ) {
    var random = RandomState(seed: 1)
    return try echoing(random.rand(12288, 209), times: 9)
  }

  private static func echoing(_ X: Tensor, times: Int) throws -> [Double] {
    let program = RunEnvironment.current.programs.appending(path: "reference")
    let host = Host.process(WorkerClient(program: program))
    func call() throws {
      let answer: Tensor = try host.answer(Benchmark.echo.info, [Value(encoding: X)]).decoded()
      guard answer == X else { throw BenchmarkError.unreadable(job: "echo", answer: "\(answer)") }
    }
    // The first call starts the worker.
    try call()
    return try (0..<times).map { _ in try seconds(call) }
  }

  private static let bank = FrameworkJob(
    name: "bank", summary: Phrase("reading a bank of 10,000 questions", zh: "读取有一万道题的题库")
  ) {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let quizzes = RunEnvironment.current.package.appending(path: "Quizzes")
    let source = try String(
      contentsOf: quizzes.appending(path: "C1W2-NeuralNetworkBasics.en.md"), encoding: .utf8)
    let parts = source.components(separatedBy: "\n## ")
    var text = parts[0]
    for number in 0..<10_000 {
      let part = parts[1 + number % (parts.count - 1)]
      let heading = part.prefix { $0 != "\n" }
      text += "\n## \(heading)-\(number)" + part.dropFirst(heading.count)
    }
    let file = folder.appending(path: "Big-Bank.en.md")
    try Data(text.utf8).write(to: file)
    return try (0..<5).map { _ in
      try seconds {
        let count = Bank.read(file.path).bank?.questions.count
        guard count == 10_000 else {
          throw BenchmarkError.unreadable(job: "bank", answer: "\(count ?? 0) questions")
        }
      }
    }
  }

  private static let edit = FrameworkJob(
    name: "edit",
    summary: Phrase(
      "from an edited exercise to its verdict, in a fresh clone", zh: "在新克隆里改一行练习到看见评分结果")
  ) {
    try inClone { clone in
      try test(in: clone)
      let exercise = clone.appending(
        path: "Exercises/C1W2-LogisticRegression/LogisticRegression.swift")
      return try (0..<5).map { number in
        let text = try String(contentsOf: exercise, encoding: .utf8)
        try Data((text + "private let edit\(number) = 0\n").utf8).write(to: exercise)
        return try seconds { try test(in: clone) }
      }
    }
  }

  private static let clone = FrameworkJob(
    name: "clone",
    summary: Phrase("from a fresh clone to the first verdict", zh: "从新克隆到第一次评分结果")
  ) {
    try inClone { clone in [try seconds { try test(in: clone) }] }
  }

  private static func inClone<Result>(_ body: (URL) throws -> Result) throws -> Result {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: folder) }
    let package = RunEnvironment.current.package
    try start(["git", "clone", "--quiet", package.path, folder.path], in: package)
    return try body(folder)
  }

  private static func test(in clone: URL) throws {
    try start(["swift", "test", "--filter", "LogisticRegressionTests"], in: clone)
  }

  private static func start(_ words: [String], in folder: URL) throws {
    let process = Process()
    let pipe = Pipe()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = words
    process.currentDirectoryURL = folder
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      let lines = String(decoding: output, as: UTF8.self).split(separator: "\n")
      throw CommandError.data(
        Phrase(
          "\(words.joined(separator: " ")) failed:\n\(lines.suffix(10).joined(separator: "\n"))",
          zh: "\(words.joined(separator: " ")) 失败：\n\(lines.suffix(10).joined(separator: "\n"))"))
    }
  }

  private static func seconds(_ work: () throws -> Void) rethrows -> Double {
    try ContinuousClock().measure(work) / .seconds(1)
  }
}
