import Coursework
import Foundation
import GradedTesting
import Tensors
import Text
import XCTest

@testable import Benchmarks

final class BenchmarkPlanTests: FrameworkTestCase {
  private let job = Benchmark("work", .init("work", zh: "工作"), steps: 500) { _ in { Tensor([0]) } }
  private let plan = BenchmarkPlan(leastRounds: 3, mostRounds: 3, seconds: 60, stepsDividedBy: 10)

  func testBothSidesAreTimedInTurn() throws {
    var order: [String] = []
    _ = try plan.run(job, threads: 1) { _ in
      order.append("ours")
      return BenchmarkTiming(seconds: 1, value: 1)
    } numpy: { _ in
      order.append("numpy")
      return BenchmarkTiming(seconds: 1, value: 1)
    }
    XCTAssertEqual(order, ["ours", "numpy", "ours", "numpy", "ours", "numpy"])
  }

  func testTheShortestTimeOfEachSideCounts() throws {
    var ours = [0.4, 0.2, 0.3]
    var numpy = [0.5, 0.7, 0.6]
    let result = try plan.run(job, threads: 2) { request in
      XCTAssertEqual(request.threads, 2)
      XCTAssertEqual(request.steps, 50)
      return BenchmarkTiming(seconds: ours.removeFirst(), value: 1)
    } numpy: { _ in
      BenchmarkTiming(seconds: numpy.removeFirst(), value: 1)
    }
    XCTAssertEqual(result, BenchmarkResult(job: "work", threads: 2, ours: 0.2, numpy: 0.5))
    XCTAssertEqual(result.ratio, 2.5)
  }

  func testWithoutNumPyOnlyTheCourseIsTimed() throws {
    let result = try plan.run(
      job, threads: 1, ours: { _ in BenchmarkTiming(seconds: 0.5, value: 1) }, numpy: nil)
    XCTAssertEqual(result, BenchmarkResult(job: "work", threads: 1, ours: 0.5, numpy: nil))
    XCTAssertNil(result.ratio)
  }

  func testDifferentResultsAreNotCompared() {
    XCTAssertThrowsError(
      try plan.run(
        job, threads: 1, ours: { _ in BenchmarkTiming(seconds: 1, value: 1) },
        numpy: { _ in BenchmarkTiming(seconds: 1, value: 2) })
    ) {
      XCTAssertEqual(
        ($0 as? BenchmarkError)?.phrase(.english),
        "work: the course computed 1.0 and NumPy 2.0, so their times cannot be compared")
    }
    XCTAssertFalse(BenchmarkPlan.agree(.nan, .nan), "a training that failed agrees with nothing")
  }

  func testAResultIsOneObjectOfJSONInOneLine() throws {
    let compared = BenchmarkResult(job: "exp", threads: 1, ours: 0.5, numpy: 0.75)
    XCTAssertEqual(
      compared.json,
      #"{"job":"exp","threads":1,"ours":0.5,"numpy":0.75,"ratio":1.5}"#)
    let alone = BenchmarkResult(job: "exp", threads: 1, ours: 0.5, numpy: nil)
    XCTAssertEqual(
      alone.json, #"{"job":"exp","threads":1,"ours":0.5,"numpy":null,"ratio":null}"#)
  }

  func testEveryJobHasATwinInTheScript() throws {
    let peers = RunEnvironment.current.package.appending(path: "Tests/Peers")
    let script = try ["bench_kernels.py", "bench_networks.py", "bench_training.py"].map {
      try String(contentsOf: peers.appending(path: $0), encoding: .utf8)
    }.joined()
    for job in Benchmark.all {
      XCTAssertTrue(
        script.contains("@job\ndef \(job.name)("), "NumPy's side has no job \(job.name)")
    }
  }
}
