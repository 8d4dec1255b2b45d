import Coursework
import Foundation
import FrameworkTesting
import GradedTesting
import Syllabus
import SyntheticClasses
import XCTest

@testable import Grading

/// A class on a cluster: what is written for Slurm, and a Slurm of two nodes that runs it.
final class SlurmTests: ThoroughTestCase {
  private var place: ClassFolder?

  private func url(_ name: String) throws -> URL {
    try XCTUnwrap(place).url.appending(path: name)
  }

  private func text(_ name: String) throws -> String {
    try String(contentsOf: url(name), encoding: .utf8)
  }

  private func run(
    _ program: String, _ words: [String], _ environment: [String: String] = [:]
  ) throws -> StartedProgram.Answer {
    let own = ProcessInfo.processInfo.environment
    let place = try XCTUnwrap(place).url
    return try StartedProgram(
      words, of: URL(fileURLWithPath: program),
      environment: own.merging(["TMPDIR": place.path]) { $1 }.merging(environment) { $1 }
    ).answer()
  }

  /// Writes a class and the jobs that grade it in two shards.
  private func prepare(students: Int) throws {
    _ = try BuiltJudge.grader(self, weeks: [C1W2.week])
    let place = try ClassFolder()
    self.place = place
    try SyntheticSubmissions(
      students: students, seed: 5, weeks: [C1W2.week], package: RunEnvironment.current.package
    ).write(to: place.url.appending(path: "the class"))
    let answer = try grade(out: "results", ["--shard", "auto/2", "--slurm", url("jobs").path])
    XCTAssertEqual(answer.code, 0, answer.complaint)
    XCTAssertTrue(
      answer.output.contains("\(try url("jobs/submit").path), with what"), answer.output)
  }

  private func grade(out: String, _ more: [String] = []) throws -> StartedProgram.Answer {
    try run(
      StartedProgram.course.path,
      [
        "grade", url("the class").path, "--out", url(out).path, "--weeks", "C1W2", "--judge",
        RunEnvironment.current.package.path,
      ] + more)
  }

  func testTheJobsSayWhatWasAskedFor() throws {
    try prepare(students: 3)
    let array = try text("jobs/grade.sbatch")
    for line in ["#SBATCH --array=1-2", "#SBATCH --requeue", "#SBATCH --time=17"] {
      XCTAssertTrue(array.contains(line + "\n"), "no \(line) in \(array)")
    }
    let last = try XCTUnwrap(array.split(separator: "\n").last)
    XCTAssertEqual(
      String(last),
      "exec \(StartedProgram.course.path) grade '\(try url("the class").path)' "
        + "--judge \(RunEnvironment.current.package.path) --out \(try url("results").path) "
        + "--weeks C1W2 --lang en --shard auto/2")
    XCTAssertTrue(
      try text("jobs/merge.sbatch").hasSuffix(" grade --merge \(url("results").path)\n"))

    // A stand-in for the cluster writes down its arguments.
    let sbatch = try XCTUnwrap(place).write(
      "cluster/sbatch", "#!/bin/sh\necho \"$@\" >> \"$NOTES\"\necho '7;cluster'\n")
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: sbatch.path)
    let answer = try run(
      url("jobs/submit").path, ["--partition=long"],
      [
        "PATH": "\(sbatch.deletingLastPathComponent().path):/usr/bin:/bin", "SHARDS": "2",
        "NOTES": url("notes").path,
      ])
    XCTAssertEqual(answer.code, 0, answer.complaint)
    let jobs = try url("jobs").path
    XCTAssertEqual(
      try text("notes"),
      """
      --parsable --array=2 --output=\(jobs)/shard-%a.log --partition=long grade.sbatch
      --parsable --dependency=afterany:7 --output=\(jobs)/merge.log --partition=long merge.sbatch

      """)
  }

  func testJobsAreWrittenForANumberOfShards() throws {
    place = try ClassFolder()
    try XCTUnwrap(place).write("the class/ana/LogisticRegression.swift", "")
    let answer = try grade(out: "results", ["--slurm", url("jobs").path])
    XCTAssertEqual(answer.code, 64)
    XCTAssertTrue(answer.complaint.contains("missing option --shard auto/N"), answer.complaint)
  }

  func testAClassOnTwoNodesOfWhichOneDies() throws {
    guard getuid() == 0, FileManager.default.isExecutableFile(atPath: "/usr/sbin/slurmctld") else {
      throw XCTSkip("no slurm that root could start")
    }
    // Enough that a slow machine still has some of them before it when the node dies.
    let students = 16
    try prepare(students: students)
    try XCTUnwrap(place).write("alone/secret", Data(contentsOf: url("results/secret")))
    XCTAssertEqual(try grade(out: "alone").code, 0)

    let nodes = RunEnvironment.current.package.appending(path: "Tests/Slurm/two-nodes").path
    let port = 2000 * Int.random(in: 10...24) + Int(getpid()) % 1900
    let cluster = try url("cluster").path
    let slurm = ["SLURM_CONF": "\(cluster)/slurm.conf"]
    let start = try run(nodes, ["up", cluster, "\(port)"])
    defer { _ = try? run(nodes, ["down", cluster]) }
    XCTAssertEqual(start.code, 0, start.complaint)
    let submitted = try run(url("jobs/submit").path, [], slurm)
    XCTAssertEqual(submitted.code, 0, submitted.complaint)
    let array = try XCTUnwrap(submitted.output.split(separator: " ").first)

    // The second node has graded somebody when it dies, and not everybody.
    let journal = try url("results/shards/2-of-2/journal.jsonl")
    XCTAssertTrue(
      waitUntil { Self.lines(of: journal).contains("{\"result\"") }, "the second node grades nobody"
    )
    XCTAssertEqual(try run(nodes, ["crash", cluster, "n2"]).code, 0)
    XCTAssertLessThan(
      Self.lines(of: journal).components(separatedBy: "{\"result\"").count, students / 2 + 1,
      "the second node had graded its half when it died")
    // Slurm would find this out by itself after a while, and begin again after two minutes.
    let control = { try self.run("/usr/bin/scontrol", $0, slurm) }
    _ = try control(["update", "nodename=n2", "state=down", "reason=power"])
    let state = ["-h", "-o", "%T", "-j", "\(array)_2"]
    let isPending = try waitUntil {
      try run("/usr/bin/squeue", state, slurm).output == "PENDING\n"
    }
    XCTAssertTrue(isPending, "the job of the dead node does not wait to begin again")
    XCTAssertEqual(try control(["update", "jobid=\(array)_2", "starttime=now"]).code, 0)

    let isOver = try waitUntil(seconds: 180) {
      try run("/usr/bin/squeue", ["-h"], slurm).output.isEmpty
    }
    XCTAssertTrue(isOver, "jobs are left in the queue")
    let merge = try text("jobs/merge.log")
    XCTAssertTrue(merge.contains("2 shards merged"), merge)
    XCTAssertEqual(try text("results/gradebook.csv"), try text("alone/gradebook.csv"))
    XCTAssertEqual(
      try Self.lines(of: url("results/journal.jsonl")).components(separatedBy: "{\"result\"").count,
      students + 1, "each submission stands there once")
    let second = try text("jobs/shard-2.log")
    XCTAssertTrue(second.contains("shard 2/2"), second)
  }

  private static func lines(of file: URL) -> String {
    (try? String(contentsOf: file, encoding: .utf8)) ?? ""
  }
}
