public import Foundation

/// The settings of a run: whose code is called, which seed is used, where records go.
///
/// A plain value: `init(variables:folders:)` reads it from the environment, `PackageFolders`
/// locates the package, and `Host` builds from it what answers the calls.
public struct RunEnvironment: Sendable {
  /// Whose functions are called.
  public enum Code: String, Sendable, CaseIterable {
    case exercises, solutions
  }

  /// Whose functions the suites call.
  public var code: Code = .exercises
  /// Whether the learner's functions run in the test process, so that breakpoints work.
  public var inProcess = false
  /// The file to which records are appended, one per line, if any.
  public var records: URL?
  /// The seed of fresh inputs: `COURSE_SEED`, or drawn for this run.
  public var seed: UInt32
  /// The number of fresh inputs that weigh a test of fixed ones; nil when such tests count in full.
  public var freshCases: Int?
  /// The folder of the package's manifest.
  public var package: URL
  /// The folder of the built programs.
  public var programs: URL
  /// The exercises to which the graded tests are restricted; nil for all.
  public var only: Set<String>?
  /// The description of the release that this package is, if it is one.
  public var release: Release?
  /// The recording that stands in for the reference, if any: a release's own or `COURSE_ANSWERS`.
  public var answers: URL?
  /// The log to which the reference's answers are recorded, if any: `COURSE_RECORDING`.
  public var recording: URL?
  /// The folder through which the judges of a class share answers of the reference that take long,
  /// if any: `COURSE_SHARED_ANSWERS`.
  public var sharedAnswers: URL?
  /// How a class's judge starts its worker; nil to run the package's own program.
  public var launch: WorkerLaunch?
  /// The deliberate mistakes to try one after the other, each affecting the answers of one
  /// exercise.
  public var mutations: [Mutation] = []

  /// Creates an environment with the default settings.
  public init(package: URL, programs: URL, seed: UInt32) {
    self.package = package
    self.programs = programs
    self.seed = seed
  }
}
