import Coursework
import Foundation
import Processes
import Syllabus
import Text

/// Builds what exercises need and runs their graded tests.
struct ExerciseCheck {
  /// The outcome of a check.
  enum Outcome {
    /// The compiler's errors.
    case refused([String])
    case checked([Record])
  }

  let exercises: [any AnyExercise]

  /// The built suites, with the names of their classes.
  struct Suites {
    let bundle: TestBundle
    let classes: TestClasses

    init() throws {
      bundle = try TestBundle(package: RunEnvironment.current.package)
      classes = try TestClasses(of: bundle)
    }
  }

  private var weeks: [Week] {
    let named = Set(exercises.map(\.info.week))
    return Course.weeks.filter { named.contains($0.id) }
  }

  /// The build of the learner's program for these exercises.
  var worker: ProgramBuild { ProgramBuild(.worker, for: weeks) }

  /// Builds the judge, which contains nothing of a learner's.
  ///
  /// - Returns: the compiler's errors, or nil.
  static func prepareJudge() throws -> [String]? {
    #if RELEASE
      let products: [ProgramBuild.Product] = [.suites]
    #else
      let products: [ProgramBuild.Product] = [.suites, .reference]
    #endif
    for product in products {
      if case .refused(let lines) = try ProgramBuild(product).run() { return lines }
    }
    return nil
  }

  /// Runs the tests, for which the worker must be built.
  func records(by suites: Suites, interruption: Interruption? = nil) throws -> [Record] {
    try suites.bundle.run(
      suites: weeks.flatMap(suites.classes.names(grading:)),
      environment: ["COURSE_ONLY": exercises.map(\.info.id).joined(separator: ",")],
      interruption: interruption
    ).records
  }

  /// Builds and tests on behalf of a command that waits for it.
  func run() throws -> Outcome {
    if let lines = try Self.prepareJudge() { return .refused(lines) }
    if case .refused(let lines) = try worker.run() { return .refused(lines) }
    return .checked(try records(by: Suites()))
  }
}
