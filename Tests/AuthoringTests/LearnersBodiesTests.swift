import Authoring
import Coursework
import Foundation
import GradedTesting
import LearnersBodies
import Processes
import Syllabus
import Text
import XCTest

/// Tests the verdicts on functions as learners really write them.
final class LearnersBodiesTests: ThoroughTestCase {
  /// Correct functions pass every test of their exercise, and wrong ones fail at least one.
  func testCorrectBodiesPassAndWrongOnesFail() throws {
    let package = RunEnvironment.current.package
    let bundle = try TestBundle(package: package)
    let classes = try TestClasses(of: bundle)
    let suites = Dictionary(
      uniqueKeysWithValues: Course.weeks.map { ($0.id, classes.names(grading: $0)) })
    let launch = FileManager.default.temporaryDirectory.appending(path: "bodies-\(UUID()).json")
    defer { try? FileManager.default.removeItem(at: launch) }
    try WorkerLaunch(
      program: RunEnvironment.current.programs.appending(path: "LearnersWorker")
    ).write(to: launch)
    let byExercise = Dictionary(grouping: LearnersBody.all) { $0.exercise.info.id }
    let misjudged = try byExercise.sorted { $0.key < $1.key }.concurrentMap { id, bodies in
      let run = try bundle.run(
        suites: suites[bodies[0].exercise.info.week] ?? [],
        environment: [
          "COURSE_WORKER": launch.path, "COURSE_LANG": "en", "COURSE_SEED": "7",
          "COURSE_CODE": "exercises", "COURSE_ONLY": id,
          "COURSE_MUTATION": bodies.map(\.id).joined(separator: ","),
        ])
      return bodies.compactMap { body -> String? in
        let own = run.records.filter { $0.mutation == body.id }
        let isAccepted = !own.isEmpty && own.allSatisfy { $0.verdict == .passed }
        guard isAccepted != body.isRight else { return nil }
        return "\(body.id) is \(isAccepted ? "accepted" : "rejected"): \(body.reason)"
      }
    }
    XCTAssertEqual(misjudged.flatMap(\.self), [])
  }
}
