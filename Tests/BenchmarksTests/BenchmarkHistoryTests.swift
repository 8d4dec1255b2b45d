import Foundation
import FrameworkTesting
import GradedTesting
import XCTest

@testable import Benchmarks

final class BenchmarkHistoryTests: FrameworkTestCase {
  private func entry(
    _ ours: Double, noise: Double = 0, job: String = "exp", threads: Int = 1,
    processor: String = "P", commit: String = "a1"
  ) -> BenchmarkHistory.Entry {
    .init(
      commit: commit, processor: processor,
      result: BenchmarkResult(
        job: job, threads: threads, ours: ours, noise: noise,
        comparisons: [.init(library: .jax, seconds: 1, ratio: 2, first: 3)]))
  }

  func testWhatIsAppendedIsReadAgain() throws {
    let file = try temporaryFolder().appending(path: "history.jsonl")
    let entries = [entry(1), entry(2, job: "log", threads: 2, commit: "b2+")]
    for entry in entries { try BenchmarkHistory.append(entry, to: file) }
    XCTAssertEqual(try BenchmarkHistory(file: file).entries, entries)
    XCTAssertEqual(
      try String(contentsOf: file, encoding: .utf8).split(separator: "\n").count, 2, "a line each")
  }

  func testALineThatIsNoEntryIsNamedByItsNumber() throws {
    let file = try temporaryFolder().appending(path: "history.jsonl")
    try BenchmarkHistory.append(entry(1), to: file)
    let line = try String(contentsOf: file, encoding: .utf8)
    try Data((line + "nothing\n").utf8).write(to: file)
    XCTAssertThrowsError(try BenchmarkHistory(file: file)) {
      XCTAssertEqual(
        $0 as? BenchmarkError, .unreadableHistory(file: file.path, line: 2))
    }
  }

  func testOnlyWhatExceedsTheNoiseOfBothIsAChange() throws {
    let file = try temporaryFolder().appending(path: "history.jsonl")
    try BenchmarkHistory.append(entry(5), to: file)
    try BenchmarkHistory.append(entry(1, noise: 0.1, commit: "b2"), to: file)
    let history = try BenchmarkHistory(file: file)
    XCTAssertNil(history.change(to: entry(1.15, noise: 0.06)), "0.15 is less than 0.1 + 0.06")
    XCTAssertNil(history.change(to: entry(1.015)), "less than the noise of the earlier")
    XCTAssertEqual(
      history.change(to: entry(1.25, noise: 0.1)),
      .init(job: "exp", threads: 1, before: 1, now: 1.25, since: "b2"), "compared with the last")
    XCTAssertNotNil(history.change(to: entry(0.5)), "faster is a change too")
  }

  func testTimesOfOtherProcessorsThreadsAndJobsAreNotCompared() throws {
    let file = try temporaryFolder().appending(path: "history.jsonl")
    try BenchmarkHistory.append(entry(1), to: file)
    let history = try BenchmarkHistory(file: file)
    XCTAssertNil(history.change(to: entry(9, processor: "Q")))
    XCTAssertNil(history.change(to: entry(9, threads: 2)))
    XCTAssertNil(history.change(to: entry(9, job: "log")))
  }
}
