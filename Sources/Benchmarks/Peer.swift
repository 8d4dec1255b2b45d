public import Foundation

/// The side of NumPy or JAX: one Python process that reads a job a line and answers with its time.
public final class Peer {
  /// The library that the program times.
  public let library: PeerLibrary
  private let process = Process()
  private let questions = Pipe()
  private let answers = Pipe()
  private var unread = Data()
  /// The library's description of itself: its version, then what computes for it.
  public private(set) var version = ""

  /// Starts the library's script with the python3 that the environment's `PATH` leads to.
  ///
  /// - Parameters:
  ///   - library: the library that computes.
  ///   - scripts: the folder Tests/Peers.
  ///   - threads: how many threads the libraries may use.
  ///   - environment: the variables of this process.
  /// - Throws: a `BenchmarkError` that is an absence when Python, the library or the script is missing.
  public init(
    _ library: PeerLibrary, scripts: URL, threads: Int, environment: [String: String]
  ) throws {
    self.library = library
    guard let python = Self.python(in: environment["PATH"] ?? "") else {
      throw BenchmarkError.noPython
    }
    let script = scripts.appending(path: library.script)
    guard FileManager.default.fileExists(atPath: script.path) else {
      throw BenchmarkError.noScript(script.path)
    }
    process.executableURL = python
    process.arguments = ["-B", script.path]
    process.environment = Self.environment(from: environment, threads: threads)
    process.standardInput = questions
    process.standardOutput = answers
    try process.run()
    let greeting = readLine() ?? ""
    guard greeting.hasPrefix(library.rawValue + " ") else {
      end()
      throw BenchmarkError.noLibrary(library, python: python.path)
    }
    version = String(greeting.dropFirst(library.rawValue.count + 1))
  }

  /// The environment with limits on threads, and without what would hold the linear algebra back.
  static func environment(from given: [String: String], threads: Int) -> [String: String] {
    // The names that the builds of NumPy's linear algebra read: OpenBLAS, MKL, Accelerate, OpenMP.
    let limits = [
      "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "VECLIB_MAXIMUM_THREADS", "OMP_NUM_THREADS",
    ].map { ($0, "\(threads)") }
    // They choose another processor's loops, or loops without vectors, or another size of cache.
    let handicaps = [
      "OPENBLAS_CORETYPE", "OPENBLAS_L2_SIZE", "OPENBLAS_BLOCK_FACTOR", "MKL_ENABLE_INSTRUCTIONS",
      "MKL_DEBUG_CPU_TYPE", "NPY_DISABLE_CPU_FEATURES", "NPY_ENABLE_CPU_FEATURES", "XLA_FLAGS",
    ]
    return given.filter { !handicaps.contains($0.key) }.merging(limits) { $1 }
  }

  deinit { end() }

  /// Has the library do a job and returns its time.
  ///
  /// - Throws: `BenchmarkError.unreadable` or `.peerEnded`.
  public func time(_ job: String, steps: Int) throws -> BenchmarkTiming {
    guard process.isRunning else { throw BenchmarkError.peerEnded(job: job) }
    try questions.fileHandleForWriting.write(contentsOf: Data("\(job) \(steps)\n".utf8))
    guard let answer = readLine() else { throw BenchmarkError.peerEnded(job: job) }
    return try Self.timing(of: job, answer)
  }

  /// Reads `0.25 -1.5e3`: the seconds, then the sum of what was computed; after it the seconds of the
  /// first run, where a library compiles.
  static func timing(of job: String, _ answer: String) throws -> BenchmarkTiming {
    let numbers = answer.split(separator: " ").compactMap { Double($0) }
    guard 2...3 ~= numbers.count, numbers.count == answer.split(separator: " ").count,
      numbers[0] > 0, numbers[0].isFinite
    else { throw BenchmarkError.unreadable(job: job, answer: answer) }
    return BenchmarkTiming(
      seconds: numbers[0], value: numbers[1], first: numbers.count > 2 ? numbers[2] : nil)
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
