public import Foundation

/// The NumPy side: one Python process that reads a job a line and answers with its time.
public final class NumPyPeer {
  private let process = Process()
  private let questions = Pipe()
  private let answers = Pipe()
  private var unread = Data()
  /// NumPy's version, as it says itself.
  public private(set) var version = ""

  /// Starts the script with the python3 that the environment's `PATH` leads to.
  ///
  /// - Parameter threads: how many threads NumPy's libraries may use.
  /// - Throws: a `BenchmarkError` that is an absence when Python, NumPy or the script is missing.
  public init(script: URL, threads: Int, environment: [String: String]) throws {
    guard let python = Self.python(in: environment["PATH"] ?? "") else {
      throw BenchmarkError.noPython
    }
    guard FileManager.default.fileExists(atPath: script.path) else {
      throw BenchmarkError.noScript(script.path)
    }
    process.executableURL = python
    process.arguments = ["-B", script.path]
    // The names that the builds of NumPy's linear algebra read: OpenBLAS, MKL, Accelerate, OpenMP.
    let limits = [
      "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "VECLIB_MAXIMUM_THREADS", "OMP_NUM_THREADS",
    ].map { ($0, "\(threads)") }
    process.environment = environment.merging(limits) { $1 }
    process.standardInput = questions
    process.standardOutput = answers
    try process.run()
    let greeting = readLine() ?? ""
    guard greeting.hasPrefix("numpy ") else {
      end()
      throw BenchmarkError.noNumPy(python: python.path)
    }
    version = String(greeting.dropFirst("numpy ".count))
  }

  deinit { end() }

  /// Has NumPy do a job and returns its time.
  ///
  /// - Throws: `BenchmarkError.unreadable` or `.peerEnded`.
  public func time(_ job: String, steps: Int) throws -> BenchmarkTiming {
    guard process.isRunning else { throw BenchmarkError.peerEnded(job: job) }
    try questions.fileHandleForWriting.write(contentsOf: Data("\(job) \(steps)\n".utf8))
    guard let answer = readLine() else { throw BenchmarkError.peerEnded(job: job) }
    return try Self.timing(of: job, answer)
  }

  /// Reads `0.25 -1.5e3`: the seconds, then the sum of what was computed.
  static func timing(of job: String, _ answer: String) throws -> BenchmarkTiming {
    let words = answer.split(separator: " ")
    guard words.count == 2, let seconds = Double(words[0]), let value = Double(words[1]),
      seconds > 0, seconds.isFinite
    else { throw BenchmarkError.unreadable(job: job, answer: answer) }
    return BenchmarkTiming(seconds: seconds, value: value)
  }

  /// The first executable python3 in the folders of a `PATH`.
  private static func python(in path: String) -> URL? {
    path.split(separator: ":")
      .map { URL(fileURLWithPath: String($0)).appending(path: "python3") }
      .first { FileManager.default.isExecutableFile(atPath: $0.path) }
  }

  /// One line of what the script prints, without its end; nil when the script has closed.
  private func readLine() -> String? {
    while true {
      if let end = unread.firstIndex(of: UInt8(ascii: "\n")) {
        let line = unread[..<end]
        unread = Data(unread[(end + 1)...])
        return String(decoding: line, as: UTF8.self)
      }
      let more = answers.fileHandleForReading.availableData
      guard !more.isEmpty else { return nil }
      unread.append(more)
    }
  }

  private func end() {
    guard process.isRunning else { return }
    try? questions.fileHandleForWriting.close()
    process.waitUntilExit()
  }
}
