import Foundation
import FrameworkTesting
import GradedTesting
import Text
import XCTest

@testable import Grading
@testable import Intake

/// The results that a journal takes from those of its shards.
final class ShardMergeTests: FrameworkTestCase {
  private var folder = URL(fileURLWithPath: "/")
  private var shards: ClassShards { ClassShards(in: folder, environment: [:]) }

  override func setUpWithError() throws {
    try super.setUpWithError()
    folder = try temporaryFolder()
  }

  private func header(
    _ digest: String = "d", weeks: [String] = ["C1W2"], sandbox: [String] = []
  ) -> Journal.Header {
    Journal.Header(digest: digest, weeks: weeks, seed: 1, language: .english, sandbox: sandbox)
  }

  private func result(_ id: String, seconds: Double = 1, fault: String? = nil) -> SubmissionResult {
    SubmissionResult(
      student: Student(id: id, name: id), attempt: 1, submitted: nil, digest: id, release: nil,
      refusals: [], weeks: [], fault: fault, seconds: seconds)
  }

  private func journal(_ index: Int, _ header: Journal.Header) throws -> Journal {
    let shard = try XCTUnwrap(Shard(index, of: 2))
    return try Journal(folder: shards.folder(of: shard), header: header)
  }

  private func merged() throws -> Journal {
    let journal = try Journal(folder: folder, header: header())
    try shards.merge(into: journal)
    return journal
  }

  private func kept(_ journal: Journal) -> [SubmissionResult] {
    Array(journal.results(of: Set(journal.entries.keys)))
  }

  func testAMergeTakesTheResultsOfAllShards() throws {
    try journal(1, header()).add(result("a"))
    try journal(2, header()).add(result("b"))
    let first = try merged()
    XCTAssertEqual(kept(first).map(\.student.id), ["a", "b"])
    XCTAssertFalse(first.isRegrade)
  }

  func testAMergeTakesNothingTwice() throws {
    try journal(1, header()).add(result("a"))
    _ = try merged()
    let size = try Data(contentsOf: folder.appending(path: "journal.jsonl")).count
    _ = try merged()
    XCTAssertEqual(try Data(contentsOf: folder.appending(path: "journal.jsonl")).count, size)
  }

  func testAShardsLaterResultReplacesTheMergedOne() throws {
    try journal(1, header()).add(result("a", fault: "disk full"))
    _ = try merged()
    let shard = try journal(1, header())
    try shard.retry("FAILED")
    try shard.add(result("a", seconds: 2))
    let again = try merged()
    XCTAssertEqual(kept(again).map(\.seconds), [2])
    XCTAssertTrue(again.isRegrade)
  }

  func testAResultOfALaterRunWithoutShardsStays() throws {
    try journal(1, header()).add(result("a"))
    _ = try merged()
    let own = try Journal(folder: folder, header: header())
    try own.retry("a")
    try own.add(result("a", seconds: 3))
    XCTAssertEqual(kept(own).map(\.seconds), [3])
    // The lock of a journal that lives on would keep the next one out.
    try shards.merge(into: own)
    XCTAssertEqual(kept(own).map(\.seconds), [3])
  }

  func testAMergeTakesNothingThatWasGradedDifferently() throws {
    try journal(1, header("other")).add(result("a"))
    try journal(2, header(weeks: ["C1W3"])).add(result("b"))
    XCTAssertEqual(kept(try merged()), [])
  }

  func testAMergeTakesAWeekThatStandsBeforeAnother() throws {
    try journal(1, header()).add(result("a"))
    try journal(1, header(weeks: ["C1W3"])).add(result("b"))
    XCTAssertEqual(kept(try merged()).map(\.student.id), ["a"])
  }

  func testATornLineIsNotTakenAndStaysWithItsShard() throws {
    try journal(1, header()).add(result("a"))
    let file = shards.folder(of: try XCTUnwrap(Shard(1, of: 2))).appending(path: "journal.jsonl")
    let torn = try Data(contentsOf: file) + Data(#"{"result":{"student""#.utf8)
    try torn.write(to: file)
    XCTAssertEqual(kept(try merged()).map(\.student.id), ["a"])
    XCTAssertEqual(try Data(contentsOf: file), torn)
  }

  func testTheSandboxIsWhatWasInForceEverywhere() throws {
    _ = try journal(1, header(sandbox: ["no network", "2 GB together"]))
    _ = try journal(2, header(sandbox: ["no network"]))
    XCTAssertEqual(try shards.sandbox(weeks: ["C1W2"]), ["no network"])
    XCTAssertEqual(try shards.sandbox(weeks: ["C1W3"]), [])
  }

  func testEveryShardThatIsNotThroughIsNamed() throws {
    let one = try journal(1, header())
    try one.add(result("a"))
    let all = try merged()
    func open(_ lacking: [Int]) throws -> [OpenShard] {
      try shards.open(lacking: lacking, of: 3, besides: all) { "grade \($0)" }
    }
    XCTAssertEqual(try open([]), [])
    // Of three shards none has a folder: two shards were graded.
    XCTAssertEqual(
      try open([1, 2, 4]),
      [
        OpenShard(shard: "2/3", reason: .missing, lacking: 2, command: "grade 2/3"),
        OpenShard(shard: "3/3", reason: .missing, lacking: 1, command: "grade 3/3"),
      ])
    XCTAssertEqual(
      try shards.open(lacking: [2], of: 2, besides: all) { _ in "" }.map(\.reason), [.dead])
    try one.retry("a")
    XCTAssertEqual(
      try shards.open(lacking: [], of: 2, besides: all) { _ in "" }.map(\.shard), ["1/2"],
      "a retry that was begun and not finished")
  }
}
