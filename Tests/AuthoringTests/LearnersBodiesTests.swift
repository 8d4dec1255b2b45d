import Authoring
import Coursework
import Foundation
import GradedTesting
import LearnersBodies
import Syllabus
import Synchronization
import Text
import XCTest

/// What the suites say of what learners really write.
final class LearnersBodiesTests: FrameworkTestCase {
  /// Right ones pass every test of their exercise, wrong ones fail at least one.
  func testRightBodiesPassAndWrongOnesDoNot() throws {
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
    let bodies = LearnersBody.all
    let misjudged = Mutex<[String]>([])
    DispatchQueue.concurrentPerform(iterations: 2) { job in
      for index in stride(from: job, to: bodies.count, by: 2) {
        let body = bodies[index]
        let info = body.exercise.info
        guard
          let run = try? bundle.run(
            suites: suites[info.week] ?? [],
            environment: [
              "COURSE_WORKER": launch.path, "COURSE_MUTATION": body.id, "COURSE_LANG": "en",
              "COURSE_SEED": "7", "COURSE_CODE": "exercises", "COURSE_ONLY": info.id,
            ])
        else {
          misjudged.withLock { $0.append("\(body.id) could not be run") }
          continue
        }
        let own = run.records.filter { $0.week == info.week && $0.exercise == info.name }
        let isAccepted = !own.isEmpty && own.allSatisfy { $0.verdict == .passed }
        if isAccepted != body.isRight {
          misjudged.withLock {
            $0.append("\(body.id) is \(isAccepted ? "accepted" : "rejected"): \(body.reason)")
          }
        }
      }
    }
    XCTAssertEqual(misjudged.withLock { $0.sorted() }, [])
  }
}
