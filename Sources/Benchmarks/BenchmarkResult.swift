/// The times of one job on all sides.
public struct BenchmarkResult: Codable, Sendable, Equatable {
  /// The time of NumPy or JAX.
  public struct Comparison: Codable, Sendable, Equatable {
    /// The library that ours is compared with.
    public let library: PeerLibrary
    /// The median of its times, in seconds.
    public let seconds: Double
    /// The median of its time over ours, round by round: above 1 the course is faster.
    public let ratio: Double
    /// The seconds of its first run, where a library compiles.
    public let first: Double?

    /// Creates a comparison.
    public init(library: PeerLibrary, seconds: Double, ratio: Double, first: Double? = nil) {
      self.library = library
      self.seconds = seconds
      self.ratio = ratio
      self.first = first
    }
  }

  /// The name of the job.
  public let job: String
  /// The number of threads of both programs.
  public let threads: Int
  /// The median of the course's times, in seconds.
  public let ours: Double
  /// The width of the middle half of the course's times, as a part of their median.
  public let noise: Double
  /// The comparisons with the libraries that were found.
  public let comparisons: [Comparison]

  /// Creates the result of a job.
  public init(
    job: String, threads: Int, ours: Double, noise: Double = 0, comparisons: [Comparison] = []
  ) {
    self.job = job
    self.threads = threads
    self.ours = ours
    self.noise = noise
    self.comparisons = comparisons
  }

  /// The medians of work that has no peer.
  public init(job: String, times: [Double]) {
    let median = BenchmarkPlan.quantile(0.5, times)
    let spread = BenchmarkPlan.quantile(0.75, times) - BenchmarkPlan.quantile(0.25, times)
    self.init(job: job, threads: 1, ours: median, noise: spread / median)
  }

  /// The comparison with a library, if there is one.
  public subscript(library: PeerLibrary) -> Comparison? {
    comparisons.first { $0.library == library }
  }

  /// One JSON object in one line; what is missing is null.
  public var json: String {
    func text(_ number: Double?) -> String { number.map { "\($0)" } ?? "null" }
    let (numpy, jax) = (self[.numpy], self[.jax])
    return "{\"job\":\"\(job)\",\"threads\":\(threads),\"ours\":\(ours),"
      + "\"noise\":\(noise),\"numpy\":\(text(numpy?.seconds)),"
      + "\"ratio\":\(text(numpy?.ratio)),\"jax\":\(text(jax?.seconds)),"
      + "\"jaxRatio\":\(text(jax?.ratio)),\"jaxFirst\":\(text(jax?.first))}"
  }
}
