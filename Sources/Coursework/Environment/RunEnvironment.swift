public import Foundation

/// What a run is about: whose code, which seed, where records go.
///
/// A plain value: `init(variables:package:)` reads it from the environment, `PackageFolders` finds
/// where the package is, `Host` builds from it what is called.
public struct RunEnvironment: Sendable {
  /// Whose functions are called.
  public enum Code: String, Sendable, CaseIterable {
    case exercises, solutions
  }

  /// Whose functions the suites call.
  public var code: Code = .exercises
  /// The learner's functions run in the process of the tests, for breakpoints.
  public var inProcess = false
  /// The file that collects one record a line, if any.
  public var records: URL?
  /// The seed of fresh inputs: `COURSE_SEED`, or drawn for this run.
  public var seed: UInt32
  /// How many fresh inputs tell how far a test of fixed ones counts; nil where it counts in full.
  public var freshCases: Int?
  /// The folder of the package's manifest.
  public var package: URL
  /// The folder of the built programs.
  public var programs: URL
  /// The exercises that graded tests keep to; nil for all.
  public var only: Set<String>?
  /// What the package knows of itself if it is a release.
  public var release: Release?
  /// The recording that stands in for the reference, if any: a release's own, or `COURSE_ANSWERS`.
  public var answers: URL?
  /// The log to which the reference's answers are recorded, if any: `COURSE_RECORDING`.
  public var recording: URL?
  /// How the worker of a class's judge is started; nil for the package's own program.
  public var launch: WorkerLaunch?
  /// The deliberate mistakes that are tried one after the other, each in the answers of one exercise.
  public var mutations: [Mutation] = []

  /// Makes the environment of a run in which nothing else is asked for.
  public init(package: URL, programs: URL, seed: UInt32) {
    self.package = package
    self.programs = programs
    self.seed = seed
  }
}
