import Foundation

/// The number of times that all sides are timed in turn: ours, NumPy, ours, NumPy, and so on.
public struct BenchmarkPlan: Sendable {
  /// Rounds are never fewer.
  let leastRounds: Int
  /// Rounds are never more.
  let mostRounds: Int
  /// No further round begins after so many seconds.
  let seconds: Double
  /// The divisor of a training's steps: one of so many is made.
  let stepsDividedBy: Int
  /// The seconds of rest before a side of several threads is timed.
  ///
  /// The threads of OpenBLAS wait for more work in a loop, for about 0.03 s, on processors that the
  /// next side needs.
  var rest = 0.0

  /// All jobs, each for as long as it needs to be timed well.
  public static let full = BenchmarkPlan(
    leastRounds: 3, mostRounds: 15, seconds: 5, stepsDividedBy: 1, rest: 0.05)
  /// For a first look.
  public static let quick = BenchmarkPlan(
    leastRounds: 2, mostRounds: 5, seconds: 1, stepsDividedBy: 10, rest: 0.05)

  /// A function that times a job on one side.
  public typealias Timer = (BenchmarkRequest) throws -> BenchmarkTiming

  /// Times a job on all sides in turn, and takes the medians.
  ///
  /// - Throws: `BenchmarkError.different` when two sides computed different things, and what the
  ///   sides throw.
  public func run(
    _ benchmark: Benchmark, threads: Int, ours: Timer, others: [(PeerLibrary, Timer)]
  ) throws -> BenchmarkResult {
    let request = BenchmarkRequest(
      job: benchmark.name, steps: max(1, benchmark.steps / stepsDividedBy), threads: threads)
    let start = ContinuousClock.now
    func timed(_ timer: Timer) throws -> BenchmarkTiming {
      if threads > 1 { Thread.sleep(forTimeInterval: rest) }
      return try timer(request)
    }
    var mine: [Double] = []
    var theirs = others.map { _ in [BenchmarkTiming]() }
    for round in 0..<mostRounds {
      if round >= leastRounds, ContinuousClock.now - start > .seconds(seconds) { break }
      let timing = try timed(ours)
      mine.append(timing.seconds)
      for (place, (library, timer)) in others.enumerated() {
        let other = try timed(timer)
        theirs[place].append(other)
        guard Self.agree(timing.value, other.value) else {
          throw BenchmarkError.different(
            job: benchmark.name, ours: timing.value, theirs: other.value, library)
        }
      }
    }
    let alone = BenchmarkResult(job: benchmark.name, times: mine)
    return BenchmarkResult(
      job: benchmark.name, threads: threads, ours: alone.ours, noise: alone.noise,
      comparisons: zip(others, theirs).map { other, timings in
        BenchmarkResult.Comparison(
          library: other.0, seconds: Self.quantile(0.5, timings.map(\.seconds)),
          ratio: Self.quantile(0.5, zip(timings, mine).map { $0.seconds / $1 }),
          first: timings.first?.first)
      })
  }

  /// The number below which such a part of the numbers lies; between two of them by their distance.
  static func quantile(_ part: Double, _ numbers: [Double]) -> Double {
    let sorted = numbers.sorted()
    let place = part * Double(sorted.count - 1)
    let below = Int(place)
    guard below + 1 < sorted.count else { return sorted.last ?? .nan }
    return sorted[below] + (place - Double(below)) * (sorted[below + 1] - sorted[below])
  }

  /// Trainings of thousands of steps drift apart with rounding, but not by more.
  static func agree(_ a: Double, _ b: Double) -> Bool {
    abs(a - b) <= 1e-3 * max(abs(a), abs(b))
  }
}
