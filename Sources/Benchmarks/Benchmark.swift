public import Coursework
import Foundation
public import Tensors
public import Text

/// A piece of work that is timed here and in NumPy, on the same numbers.
///
/// The same work stands under the same name in Tests/Peers/bench.py.
public struct Benchmark: Sendable {
  /// The name on the command line and in the scripts: `product`.
  public let name: String
  /// A description in a few words.
  public let summary: Phrase
  /// The steps of a training; 1 for work that has none.
  public let steps: Int
  private let prepare: Preparation

  /// Makes the data ready for so many steps and returns the work, which alone is timed.
  ///
  /// What the work returns is added up and compared with NumPy's, so that nobody times two
  /// different things.
  public typealias Preparation = @Sendable (_ steps: Int) throws -> () throws -> Tensor

  init(
    _ name: String, _ summary: Phrase, steps: Int = 1, prepare: @escaping Preparation
  ) {
    self.name = name
    self.summary = summary
    self.steps = steps
    self.prepare = prepare
  }

  /// All of them, in the order in which they are timed.
  public static let all: [Benchmark] = kernels + networks + threeLayers + [convolution]

  /// The call that times one of them inside a worker.
  public static let timing = Exercise<BenchmarkRequest, BenchmarkTiming>(
    "bench", week: "course", parameters: ["request"], points: 0, timeLimit: 3600,
    sample: { _ in BenchmarkRequest(job: "exp", steps: 1, threads: 1) })

  /// The call that returns its argument: what a call costs, and a matrix there and back.
  public static let echo = Exercise<Tensor, Tensor>(
    "echo", week: "course", parameters: ["X"], points: 0, timeLimit: 60,
    sample: { _ in Tensor([[1, 2], [3, 4]]) })

  /// The functions that the program with the solutions offers.
  public static var served: [Implementation] {
    [
      timing.served { request in
        guard let benchmark = all.first(where: { $0.name == request.job }) else {
          throw BenchmarkError.unknownJob(request.job)
        }
        Tensor.threads = request.threads
        return try benchmark.time(steps: request.steps)
      },
      echo.served { $0 },
    ]
  }

  /// The time for which short work is repeated, so that the first run, which fills the caches, does
  /// not count.
  static let patience = Duration.milliseconds(100)

  /// Does the work again and again while patience lasts, and returns the shortest time.
  func time(steps: Int) throws -> BenchmarkTiming {
    let work = try prepare(steps)
    var result = Tensor(0)
    var best = Duration.seconds(Int64.max / 2)
    var total = Duration.zero
    repeat {
      let taken = try ContinuousClock().measure { result = try work() }
      best = min(best, taken)
      total += taken
    } while total < Self.patience
    return BenchmarkTiming(seconds: best / .seconds(1), value: result.sum())
  }
}

/// A request to time a job.
public struct BenchmarkRequest: Codable, Sendable {
  /// The name of the job.
  public let job: String
  /// The number of steps that the job takes.
  public let steps: Int
  /// The number of threads that a product may use.
  public let threads: Int

  /// Requests a run of a job.
  public init(job: String, steps: Int, threads: Int) {
    self.job = job
    self.steps = steps
    self.threads = threads
  }
}

/// The time of some work, and the sum of what it computed.
public struct BenchmarkTiming: Codable, Sendable, Equatable {
  /// The time of a run, in seconds.
  public let seconds: Double
  /// The sum of what was computed, to be compared between programs.
  public let value: Double
  /// The time of the first run, where a library compiles; nil for others.
  public let first: Double?

  /// Creates a timing.
  public init(seconds: Double, value: Double, first: Double? = nil) {
    self.seconds = seconds
    self.value = value
    self.first = first
  }
}
