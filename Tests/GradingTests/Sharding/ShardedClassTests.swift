import Coursework
import Foundation
import FrameworkTesting
import GradedTesting
import Syllabus
import SyntheticClasses
import Tensors
import XCTest

@testable import Grading
@testable import Intake

/// A class in two shards, as an instructor grades it on two machines, and on one.
///
/// `COURSE_SHARD_KILLS=50` says how often a shard is killed; once without it.
final class ShardedClassTests: ThoroughTestCase {
  private static let students = 4
  private var place: ClassFolder?

  private func grade(_ words: String...) throws -> StartedProgram {
    let url = try XCTUnwrap(place).url
    return try StartedProgram(
      ["grade"] + words,
      environment: ProcessInfo.processInfo.environment.merging(["TMPDIR": url.path]) { $1 })
  }

  private func path(_ name: String) throws -> String {
    try XCTUnwrap(place).url.appending(path: name).path
  }

  private func shard(_ index: Int, out: String) throws -> StartedProgram {
    try grade(
      path("class"), "--out", path(out), "--weeks", "C1W2", "--lang", "en", "--roster",
      path("roster.csv"), "--export", "all", "--judge", RunEnvironment.current.package.path,
      "--shard", "\(index)/2")
  }

  /// The files of some results, without what only the grader reads.
  private func files(_ out: String) throws -> [String: Data] {
    let folder = try path(out)
    let names = try FileManager.default.subpathsOfDirectory(atPath: folder).filter {
      !["journal.jsonl", "lock", "secret"].contains($0) && !$0.hasPrefix("shards")
    }
    return names.reduce(into: [:]) {
      $0[$1] = FileManager.default.contents(atPath: "\(folder)/\($1)")
    }
  }

  /// The same without how long a test took; the class page names the slowest.
  private func filesWithoutTimes(_ out: String) throws -> [String: Data] {
    try files(out).reduce(into: [:]) { files, file in
      guard !file.key.hasSuffix(".zip"), file.key != "class.html" else { return }
      let text = String(decoding: file.value, as: UTF8.self)
        .replacing(/"(seconds|memory|execution_time)" ?: ?[0-9.e+-]+/, with: "")
        .replacing(/time="[0-9.]+"/, with: "")
      files[file.key] = Data(text.utf8)
    }
  }

  private func check(_ found: [String: Data], _ expected: [String: Data], _ out: String) {
    XCTAssertEqual(found.keys.sorted(), expected.keys.sorted(), out)
    for (name, data) in expected where found[name] != data {
      XCTFail("\(out): \(name) is different")
    }
  }

  func testTwoShardsGiveWhatOneMachineGivesWheneverTheyAreKilled() throws {
    _ = try BuiltJudge.grader(self, weeks: [C1W2.week])
    let place = try ClassFolder()
    self.place = place
    try SyntheticSubmissions(
      students: Self.students, seed: 5, weeks: [C1W2.week], package: RunEnvironment.current.package
    ).write(to: place.url.appending(path: "class"))
    let ids = try FileManager.default.contentsOfDirectory(atPath: path("class")).sorted()
    try place.write(
      "roster.csv", "id,name\n" + ids.map { "\($0),\($0)\n" }.joined() + "zoe,Zoe Absent\n")
    let begin = ContinuousClock.now
    let alone = try grade(
      path("class"), "--out", path("alone"), "--weeks", "C1W2", "--lang", "en", "--roster",
      path("roster.csv"), "--export", "all", "--judge", RunEnvironment.current.package.path
    ).answer()
    XCTAssertEqual(alone.code, 0, alone.complaint)
    let duration = (ContinuousClock.now - begin) / .seconds(1)
    let expected = try filesWithoutTimes("alone")

    let kills = Int(ProcessInfo.processInfo.environment["COURSE_SHARD_KILLS"] ?? "1") ?? 1
    var random = RandomState(seed: UInt32.random(in: 1 ... .max))
    var killed = 0
    var run = 0
    while killed < kills {
      run += 1
      let out = "shards-\(run)"
      try place.write("\(out)/secret", Data(contentsOf: place.url.appending(path: "alone/secret")))
      try checkMergeOfNothing(out)
      var left: Set<Int> = [1, 2]
      while !left.isEmpty {
        let programs = try left.sorted().map { ($0, try shard($0, out: out)) }
        let victim = killed < kills ? programs[Int(random.rand() * Double(programs.count))].0 : 0
        for (index, program) in programs {
          if index == victim {
            let end = ContinuousClock.now + .seconds(random.rand() * duration)
            while program.process.isRunning, ContinuousClock.now < end { usleep(2000) }
            if program.process.isRunning {
              kill(program.process.processIdentifier, SIGKILL)
              killed += 1
            }
          }
          let answer = try program.answer()
          if answer.code == 0 { left.remove(index) }
          if index != victim { XCTAssertEqual(answer.code, 0, answer.complaint) }
        }
        if left.count == 1, let dead = left.first { try checkMerge(out, names: dead) }
      }
      let merge = try grade("--merge", path(out)).answer()
      XCTAssertEqual(merge.code, 0, merge.complaint)
      XCTAssertTrue(merge.output.contains("2 shards merged"), merge.output)
      try check(filesWithoutTimes(out), expected, out)
    }
    XCTAssertEqual(Outside.processesLeft(by: place.url), [])
    try checkJournalThatIsDealtOut(by: place)
  }

  /// The lines of one machine's journal, dealt out to two shards, give the very bytes back.
  private func checkJournalThatIsDealtOut(by place: ClassFolder) throws {
    let journal = try Data(contentsOf: place.url.appending(path: "alone/journal.jsonl"))
    let lines = journal.split(separator: UInt8(ascii: "\n")).map { Data($0) }
    let results = lines.filter { String(decoding: $0, as: UTF8.self).hasPrefix(#"{"result""#) }
    XCTAssertEqual(results.count, Self.students)
    let sorted = try results.map {
      (try JSONDecoder().decode(Journal.Line.self, from: $0).result?.student.id ?? "", $0)
    }.sorted { $0.0 < $1.0 }.map(\.1)
    for shard in [0, 1] {
      let own = sorted.enumerated().filter { $0.offset % 2 == shard }.map(\.element)
      let text = ([lines[0]] + own).reduce(into: Data()) { $0 += $1 + Data("\n".utf8) }
      try place.write("dealt/shards/\(shard + 1)-of-2/journal.jsonl", text)
    }
    for (target, source) in [
      ("secret", "alone/secret"), ("shards/order.json", "shards-1/shards/order.json"),
    ] {
      try place.write("dealt/\(target)", Data(contentsOf: place.url.appending(path: source)))
    }
    let merge = try grade("--merge", path("dealt")).answer()
    XCTAssertEqual(merge.code, 0, merge.complaint)
    try check(files("dealt"), files("alone"), "dealt")
  }

  /// Checks the refusal of a merge before anything is graded.
  private func checkMergeOfNothing(_ out: String) throws {
    let answer = try grade("--merge", path(out)).answer()
    XCTAssertEqual(
      answer.complaint,
      "error: \(try path(out)) contains no shards; grade them first with --shard 1/N\n")
    XCTAssertEqual(answer.code, 66)
  }

  /// Checks that a merge says which shard is not through, and writes nothing.
  private func checkMerge(_ out: String, names dead: Int) throws {
    let answer = try grade("--merge", path(out)).answer()
    // A shard that was killed after its last submission is whole.
    guard answer.code != 0 else {
      return try FileManager.default.removeItem(atPath: path("\(out)/gradebook.csv"))
    }
    XCTAssertEqual(answer.code, 1, answer.complaint)
    XCTAssertTrue(answer.complaint.contains("  shard \(dead)/2 "), answer.complaint)
    XCTAssertTrue(answer.complaint.contains("--shard \(dead)/2\n"), answer.complaint)
    XCTAssertFalse(answer.complaint.contains("  shard \(3 - dead)/2 "), answer.complaint)
    XCTAssertFalse(FileManager.default.fileExists(atPath: try path("\(out)/gradebook.csv")))
  }
}
