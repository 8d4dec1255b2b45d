import Foundation
import FrameworkTesting
import GradedTesting
import Processes
import XCTest

@testable import Grading

/// One grader at a time grades a shard, also where a file system carries no locks between machines.
final class ShardClaimTests: FrameworkTestCase {
  private let interval = 0.2
  private var folder = URL(fileURLWithPath: "/")
  private var file: URL { folder.appending(path: "claim.json") }

  override func setUpWithError() throws {
    try super.setUpWithError()
    folder = try temporaryFolder()
  }

  private func claim(
    _ environment: [String: String] = [:], interruption: Interruption = Interruption()
  ) throws -> ShardClaim {
    let shard = try XCTUnwrap(Shard(2, of: 4))
    return try ShardClaim(
      shard, in: folder, interval: interval, environment: environment,
      interruption: interruption)
  }

  /// Writes a claim that somebody has left or holds on another machine.
  private static func leave(
    at file: URL, machine: String, process: Int32 = 1, job: String? = nil, start: String? = nil,
    beat: Int = 0
  ) throws {
    var holder = ShardClaim.Holder(
      host: "n2", machine: machine, process: process, job: job, start: start, id: "other")
    holder.beat = beat
    try JSONEncoder().encode(holder).write(to: file, options: .atomic)
  }

  func testASecondGraderOfAShardIsRefused() throws {
    let first = try claim()
    XCTAssertThrowsError(try claim()) { error in
      guard case .held("2/4", _, getpid())? = error as? ShardError else {
        return XCTFail("\(error)")
      }
    }
    first.end()
    try claim().end()
    XCTAssertFalse(FileManager.default.fileExists(atPath: file.path), "it is given up")
  }

  func testAClaimOfAnotherMachineHoldsWhileItBeatsAndIsTakenOverWhenItIsSilent() throws {
    try Self.leave(at: file, machine: "elsewhere")
    let isRefused = Interruption()
    let beating = BackgroundWork { [file] in
      var beat = 0
      while !isRefused.isMade {
        beat += 1
        try Self.leave(at: file, machine: "elsewhere", beat: beat)
        usleep(20_000)
      }
    }
    XCTAssertThrowsError(try claim()) { error in
      XCTAssertEqual(error as? ShardError, .held(shard: "2/4", host: "n2", process: 1))
    }
    isRefused.make()
    try beating.value()
    let begin = ContinuousClock.now
    try claim().end()
    XCTAssertGreaterThan(
      (ContinuousClock.now - begin) / .seconds(1), 3 * interval, "it was watched for a while")
  }

  func testAProcessOfThisMachineThatHasEndedIsNotWaitedFor() throws {
    let program = Process()
    program.executableURL = URL(fileURLWithPath: "/bin/true")
    try program.run()
    program.waitUntilExit()
    let own = ShardClaim.Holder.current([:])
    try Self.leave(at: file, machine: own.machine, process: program.processIdentifier)
    let holder = try JSONDecoder().decode(
      ShardClaim.Holder.self, from: Data(contentsOf: file))
    XCTAssertTrue(holder.isGone(to: own))
    try claim().end()
  }

  func testAJobThatIsStartedAgainTakesOverItsOwnShard() throws {
    let again = ["SLURM_JOB_ID": "12", "SLURM_RESTART_COUNT": "1"]
    let own = ShardClaim.Holder.current(again)
    func isGone(_ job: String?, _ start: String?) throws -> Bool {
      try Self.leave(at: file, machine: "elsewhere", job: job, start: start)
      return try JSONDecoder().decode(ShardClaim.Holder.self, from: Data(contentsOf: file))
        .isGone(to: own)
    }
    XCTAssertTrue(try isGone("12", "0"))
    XCTAssertFalse(try isGone("12", "1"), "the same start")
    XCTAssertFalse(try isGone("13", "0"), "another job")
    XCTAssertFalse(try isGone(nil, nil), "no job at all")
  }

  func testAGraderWhoseClaimIsTakenOverStops() throws {
    let interruption = Interruption()
    let first = try claim(interruption: interruption)
    try Self.leave(at: file, machine: "elsewhere")
    XCTAssertTrue(waitUntil { interruption.isMade }, "the first grader was not stopped")
    first.end()
    XCTAssertTrue(
      FileManager.default.fileExists(atPath: file.path), "the other's claim is left alone")
  }
}
