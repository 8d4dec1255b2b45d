import Foundation

/// The times of one job on both sides.
public struct BenchmarkResult: Codable, Sendable, Equatable {
  public let job: String
  public let threads: Int
  /// The shortest of the course's times, in seconds.
  public let ours: Double
  /// The shortest of NumPy's times, in seconds; nil when NumPy is missing.
  public let numpy: Double?
  /// NumPy's time over ours: above 1 the course is faster.
  public var ratio: Double? { numpy.map { $0 / ours } }

  public init(job: String, threads: Int, ours: Double, numpy: Double?) {
    self.job = job
    self.threads = threads
    self.ours = ours
    self.numpy = numpy
  }

  /// One JSON object in one line; what is missing is null.
  public var json: String {
    func text(_ number: Double?) -> String { number.map { "\($0)" } ?? "null" }
    return "{\"job\":\"\(job)\",\"threads\":\(threads),\"ours\":\(ours),"
      + "\"numpy\":\(text(numpy)),\"ratio\":\(text(ratio))}"
  }
}

/// How often both sides are timed in turn: ours, NumPy, ours, NumPy, and so on.
public struct BenchmarkPlan: Sendable {
  /// Rounds are never fewer.
  let leastRounds: Int
  /// Rounds are never more.
  let mostRounds: Int
  /// No further round begins after so many seconds.
  let seconds: Double
  /// How many of a training's steps are made: one of so many.
  let stepsDividedBy: Int

  public static let full = BenchmarkPlan(
    leastRounds: 3, mostRounds: 15, seconds: 5, stepsDividedBy: 1)
  /// For a first look.
  public static let quick = BenchmarkPlan(
    leastRounds: 2, mostRounds: 5, seconds: 1, stepsDividedBy: 10)

  /// Times a job on both sides, or on ours alone, and takes the shortest time of each.
  ///
  /// - Throws: `BenchmarkError.different` when both sides computed different things, and what the
  ///   sides throw.
  public func run(
    _ benchmark: Benchmark, threads: Int,
    ours: (BenchmarkRequest) throws -> BenchmarkTiming,
    numpy: ((BenchmarkRequest) throws -> BenchmarkTiming)?
  ) throws -> BenchmarkResult {
    let request = BenchmarkRequest(
      job: benchmark.name, steps: max(1, benchmark.steps / stepsDividedBy), threads: threads)
    let start = ContinuousClock.now
    var best = (ours: Double.infinity, numpy: Double.infinity)
    for round in 0..<mostRounds {
      if round >= leastRounds, ContinuousClock.now - start > .seconds(seconds) { break }
      let mine = try ours(request)
      best.ours = min(best.ours, mine.seconds)
      guard let theirs = try numpy?(request) else { continue }
      best.numpy = min(best.numpy, theirs.seconds)
      guard Self.agree(mine.value, theirs.value) else {
        throw BenchmarkError.different(
          job: benchmark.name, ours: mine.value, numpy: theirs.value)
      }
    }
    return BenchmarkResult(
      job: benchmark.name, threads: threads, ours: best.ours,
      numpy: numpy == nil ? nil : best.numpy)
  }

  /// Trainings of thousands of steps drift apart with rounding, but not by more.
  static func agree(_ a: Double, _ b: Double) -> Bool {
    abs(a - b) <= 1e-3 * max(abs(a), abs(b))
  }
}
