import Authoring
import Text
import Coursework
import Foundation
import GradedTesting
import LearnersBodies
import Syllabus
import Synchronization
import XCTest

/// What the suites say of what learners really write.
final class LearnersBodiesTests: FrameworkTestCase {
  private struct Said: Codable {
    let id: String
    let isRight: Bool
    let reason: String
    let accepted: Bool
    let whys: [[String]]
  }

  func testEveryBody() throws {
    let wanted = ProcessInfo.processInfo.environment["COURSE_BODIES"]
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
    let bodies = LearnersBody.all.filter { wanted.map($0.id.contains) ?? true }
    let found = Mutex<[Said]>([])
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
          print("FAILED TO RUN", body.id)
          continue
        }
        let own = run.records.filter { $0.week == info.week && $0.exercise == info.name }
        let failed = own.filter { $0.verdict != .passed }
        let whys = failed.map { record in
          record.message.split(separator: "\n").filter { $0.hasPrefix("why: ") }.map {
            String($0.dropFirst(5))
          }
        }
        found.withLock {
          $0.append(
            Said(
              id: body.id, isRight: body.isRight, reason: body.reason, accepted: failed.isEmpty,
              whys: whys))
        }
      }
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    let all = found.withLock { $0 }.sorted { $0.id < $1.id }
    if let out = ProcessInfo.processInfo.environment["COURSE_BODIES_OUT"] {
      try encoder.encode(all).write(to: URL(fileURLWithPath: out))
    }
  }
}
