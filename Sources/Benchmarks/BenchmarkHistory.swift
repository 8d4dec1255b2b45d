public import Foundation

/// A file with a line of JSON for each job that was timed, by commit and processor.
public struct BenchmarkHistory: Sendable {
  /// One line.
  public struct Entry: Codable, Sendable, Equatable {
    /// The commit that was timed.
    public let commit: String
    /// The name of the processor.
    public let processor: String
    /// The result of a job.
    public let result: BenchmarkResult

    /// Creates a line of the history.
    public init(commit: String, processor: String, result: BenchmarkResult) {
      self.commit = commit
      self.processor = processor
      self.result = result
    }
  }

  /// The difference between the time of a job and an earlier one.
  public struct Change: Sendable, Equatable {
    /// The name of the job.
    public let job: String
    /// The number of threads.
    public let threads: Int
    /// The earlier time, in seconds.
    public let before: Double
    /// The time now, in seconds.
    public let now: Double
    /// The commit of the earlier time.
    public let since: String
  }

  /// The lines of the history, the oldest first.
  public private(set) var entries: [Entry] = []

  /// Reads a file.
  ///
  /// - Throws: `BenchmarkError.unreadableHistory`, or what reading the file throws.
  public init(file: URL) throws {
    let lines = String(decoding: try Data(contentsOf: file), as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false)
    for (number, line) in lines.enumerated() where !line.isEmpty {
      guard let entry = try? JSONDecoder().decode(Entry.self, from: Data(line.utf8)) else {
        throw BenchmarkError.unreadableHistory(file: file.path, line: number + 1)
      }
      entries.append(entry)
    }
  }

  /// Appends a line to a file, which is made where there is none.
  public static func append(_ entry: Entry, to file: URL) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    if !FileManager.default.fileExists(atPath: file.path) { try Data().write(to: file) }
    let handle = try FileHandle(forWritingTo: file)
    try handle.seekToEnd()
    try handle.write(contentsOf: try encoder.encode(entry) + Data("\n".utf8))
    try handle.close()
  }

  /// The change since the last entry of the same job, threads and processor, if it is more than the
  /// noise of both and more than a fiftieth; nil if it is not, or there is none.
  public func change(to entry: Entry) -> Change? {
    let result = entry.result
    guard
      let last = entries.last(where: {
        $0.processor == entry.processor && $0.result.job == result.job
          && $0.result.threads == result.threads
      })
    else { return nil }
    let difference = abs(result.ours / last.result.ours - 1)
    guard difference > max(result.noise + last.result.noise, 0.02) else { return nil }
    return Change(
      job: result.job, threads: result.threads, before: last.result.ours, now: result.ours,
      since: last.commit)
  }
}
