import Coursework
import Foundation
import FrameworkTesting
import GradedTesting
import Syllabus
import SyntheticClasses
import Tensors
import XCTest

@testable import Gradebooks
@testable import Grading
@testable import Intake
@testable import Reports

/// The grader is killed at random moments and run again to its end.
///
/// `COURSE_KILLS=50` says how often; once without it, since each kill takes some seconds.
final class GraderKillTests: ThoroughTestCase {
  private let students = 4

  func testKilledAtAnyMomentItEndsWithTheSameGradebook() throws {
    let kills = Int(ProcessInfo.processInfo.environment["COURSE_KILLS"] ?? "1") ?? 1
    let place = try ClassFolder()
    try SyntheticSubmissions(
      students: students, seed: 5, weeks: [C1W2.week], package: RunEnvironment.current.package
    ).write(to: place.url.appending(path: "class"))

    // Prepares what is made once from the judge.
    _ = try BuiltJudge.grader(self, weeks: [C1W2.week])
    let begin = ContinuousClock.now
    let expected = try finish(place, "undisturbed")
    let duration = (ContinuousClock.now - begin) / .seconds(1)
    XCTAssertEqual(expected.split(separator: "\r\n").count, students + 1)

    var random = RandomState(seed: UInt32.random(in: 1 ... .max))
    var run = 0
    var killed: [Double] = []
    var ended = 0
    while killed.count < kills {
      run += 1
      let out = "killed-\(run)"
      var isDone = false
      while !isDone, killed.count < kills {
        let grader = try start(place, out).process
        let moment = random.rand() * duration
        let end = ContinuousClock.now + .seconds(moment)
        while grader.isRunning, ContinuousClock.now < end { usleep(2000) }
        if grader.isRunning {
          kill(grader.processIdentifier, SIGKILL)
          grader.waitUntilExit()
          killed.append(moment)
          // A bubblewrap whose other half was killed before the sandbox began waits for it for ever,
          // having run nothing. The next grader removes it with the control group.
          XCTAssertEqual(
            Outside.processesLeft(by: place.url) { !$0.hasSuffix("/bwrap") }, [],
            "left by a grader that was killed after \(moment) s")
        } else {
          isDone = true
          ended += 1
        }
      }
      let gradebook = try finish(place, out)
      XCTAssertEqual(gradebook, expected, "after a run that was killed")
      try checkJournal(place.url.appending(path: "\(out)/journal.jsonl"))
    }
    let groups = Self.controlGroups()
    XCTAssertEqual(groups, [], "control groups of graders that are gone")
    print(
      "killed \(killed.count) times in \(run) runs of \(duration) s; \(ended) ended by themselves")
  }

  private func start(_ place: ClassFolder, _ out: String) throws -> StartedProgram {
    // The inputs of a class belong to its results: for the same marks they are taken along.
    let secret = place.url.appending(path: "undisturbed/secret")
    if let bytes = try? Data(contentsOf: secret) { try place.write("\(out)/secret", bytes) }
    return try StartedProgram(
      [
        "grade", place.url.appending(path: "class").path, "--out",
        place.url.appending(path: out).path, "--weeks", "C1W2", "--lang", "en", "--judge",
        RunEnvironment.current.package.path,
      ],
      // The grader's own files lie there too, so that processes that it leaves name the folder.
      environment: ProcessInfo.processInfo.environment.merging(["TMPDIR": place.url.path]) { $1 })
  }

  /// Runs the grader to its end.
  ///
  /// - Returns: the gradebook.
  private func finish(_ place: ClassFolder, _ out: String) throws -> String {
    let answer = try start(place, out).answer()
    XCTAssertEqual(answer.code, 0, "course grade --out \(out): \(answer.complaint)")
    return try String(
      contentsOf: place.url.appending(path: "\(out)/gradebook.csv"), encoding: .utf8)
  }

  /// Checks that every submission stands once in the journal.
  private func checkJournal(_ file: URL) throws {
    let lines = try Data(contentsOf: file).split(separator: UInt8(ascii: "\n"))
    let results = try lines.compactMap {
      try JSONDecoder().decode(Journal.Line.self, from: Data($0)).result
    }
    let keys = results.map { "\($0.student.id) \($0.attempt)" }
    XCTAssertEqual(keys.count, students)
    XCTAssertEqual(Set(keys).count, keys.count, "graded twice: \(keys.sorted())")
    XCTAssertEqual(results.compactMap(\.fault), [])
  }

  /// The control groups whose grader does not run any more.
  private static func controlGroups() -> [String] {
    ["/sys/fs/cgroup", "/sys/fs/cgroup/memory", "/sys/fs/cgroup/pids"].flatMap { tree in
      ((try? FileManager.default.contentsOfDirectory(atPath: tree)) ?? []).filter { name in
        guard name.hasPrefix("course-grade-"),
          let grader = name.split(separator: "-").dropFirst(2).first.flatMap({ pid_t($0) })
        else { return false }
        return kill(grader, 0) != 0
      }.map { "\(tree)/\($0)" }
    }
  }
}
