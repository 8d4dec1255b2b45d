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

  func testAllSidesAreTimedInTurn() throws {
    var order: [String] = []
    func timer(_ name: String) -> BenchmarkPlan.Timer {
      { _ in
        order.append(name)
        return BenchmarkTiming(seconds: 1, value: 1)
      }
    }
    _ = try plan.run(
      job, threads: 1, ours: timer("ours"),
      others: [(.numpy, timer("numpy")), (.jax, timer("jax"))])
    XCTAssertEqual(
      order, ["ours", "numpy", "jax", "ours", "numpy", "jax", "ours", "numpy", "jax"])
  }

  func testTheMedianOfEachSideCountsAndTheRatioIsThatOfPairs() throws {
    var ours = [0.4, 0.2, 0.3]
    var numpy = [0.5, 0.75, 0.6]
    let result = try plan.run(
      job, threads: 2,
      ours: { request in
        XCTAssertEqual(request.threads, 2)
        XCTAssertEqual(request.steps, 50)
        return BenchmarkTiming(seconds: ours.removeFirst(), value: 1)
      },
      others: [
        (.numpy, { _ in BenchmarkTiming(seconds: numpy.removeFirst(), value: 1, first: 4) })
      ])
    XCTAssertEqual(result.ours, 0.3)
    XCTAssertEqual(result.noise, 0.1 / 0.3, accuracy: 1e-12)
    XCTAssertEqual(
      result[.numpy],
      BenchmarkResult.Comparison(library: .numpy, seconds: 0.6, ratio: 2, first: 4))
    XCTAssertNil(result[.jax])
  }

  func testWithoutAPeerOnlyTheCourseIsTimed() throws {
    let result = try plan.run(
      job, threads: 1, ours: { _ in BenchmarkTiming(seconds: 0.5, value: 1) }, others: [])
    XCTAssertEqual(result, BenchmarkResult(job: "work", threads: 1, ours: 0.5))
  }

  func testDifferentResultsAreNotCompared() {
    XCTAssertThrowsError(
      try plan.run(
        job, threads: 1, ours: { _ in BenchmarkTiming(seconds: 1, value: 1) },
        others: [(.jax, { _ in BenchmarkTiming(seconds: 1, value: 2) })])
    ) {
      XCTAssertEqual(
        ($0 as? BenchmarkError)?.phrase(.english),
        "work: the course computed 1.0 and JAX 2.0, so their times cannot be compared")
    }
    XCTAssertFalse(BenchmarkPlan.agree(.nan, .nan), "a training that failed agrees with nothing")
  }

  func testAResultIsOneObjectOfJSONInOneLine() throws {
    let compared = BenchmarkResult(
      job: "exp", threads: 1, ours: 0.5, noise: 0.25,
      comparisons: [.init(library: .numpy, seconds: 0.75, ratio: 1.5)])
    XCTAssertEqual(
      compared.json,
      #"{"job":"exp","threads":1,"ours":0.5,"noise":0.25,"numpy":0.75,"ratio":1.5,"#
        + #""jax":null,"jaxRatio":null,"jaxFirst":null}"#)
  }

  func testEveryJobHasACounterpartInTheScripts() throws {
    let peers = RunEnvironment.current.package.appending(path: "Tests/Peers")
    let scripts = [
      PeerLibrary.numpy: ["bench_kernels.py", "bench_networks.py", "bench_training.py"],
      .jax: ["bench_jax_jobs.py"],
    ]
    for (library, names) in scripts {
      let script = try names.map {
        try String(contentsOf: peers.appending(path: $0), encoding: .utf8)
      }.joined()
      for job in Benchmark.all {
        XCTAssertTrue(
          script.contains("@job\ndef \(job.name)("),
          "\(library.title)'s side has no job \(job.name)")
      }
    }
  }
}
