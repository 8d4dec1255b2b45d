import Foundation
import GradedTesting
import HostileExercises
import Tensors
import XCTest

@testable import Coursework

/// Tests that many crashes leave nothing behind.
final class LeakTests: HostileTestCase {
  /// A few hundred by default; `COURSE_SOAK=10000` asks for more.
  private static let crashes =
    ProcessInfo.processInfo.environment["COURSE_SOAK"].flatMap(Int.init) ?? 200

  func testCrashesLeaveNothingBehind() throws {
    let client = WorkerClient(program: Self.program, folders: ["Tests"])
    let deeds: [Deed] = [.exitZero, .exitQuietly, .raiseAlarm, .killGroup, .sendForgedFrame]
    func crash(_ count: Int) {
      Self.through(client) {
        for index in 0..<count {
          XCTAssertThrowsError(try Hostile.commit(deeds[index % deeds.count]))
        }
      }
    }
    crash(20)
    let memory = Self.residentMegabytes
    let descriptors = Self.openDescriptors
    let start = ContinuousClock.now
    crash(Self.crashes)
    let seconds = (ContinuousClock.now - start) / .seconds(1)
    let growth = Self.residentMegabytes - memory
    print(
      "\(Self.crashes) crashes in \(seconds.brief) s, "
        + "\((seconds * 1000 / Double(Self.crashes)).brief) ms each, memory grew by "
        + "\(growth.brief) MB")
    XCTAssertFalse(client.isRunning)
    XCTAssertLessThanOrEqual(
      Self.openDescriptors, descriptors, "the number of open descriptors should not grow")
    XCTAssertLessThan(growth, 20, "memory should grow by less than 20 MB")
    XCTAssertEqual(
      ChildProcess.all(of: "HostileWorker").filter { $0.isZombie }.map(\.pid), [], "zombies")
  }

  func testAWorkerEndsWithItsClient() throws {
    var client: WorkerClient? = WorkerClient(program: Self.program)
    let pid = try Host.$current.withValue(.process(XCTUnwrap(client))) {
      pid_t(try Hostile.commit(.tellProcess))
    }
    XCTAssertTrue(ChildProcess.isRunning(pid))
    client = nil
    XCTAssertEqual(kill(pid, 0), -1, "the process should be gone, and not be a zombie")
  }

  func testAMissingProgramIsNotTheLearnersFault() {
    let client = WorkerClient(program: URL(fileURLWithPath: "/nowhere/worker"))
    let descriptors = Self.openDescriptors
    for _ in 0..<10 {
      Self.through(client) {
        XCTAssertThrowsError(try Hostile.commit(.nothing)) {
          XCTAssertEqual($0 as? CallFailure, .noWorker("No such file or directory"))
        }
      }
    }
    XCTAssertLessThanOrEqual(Self.openDescriptors, descriptors)
  }

  func testWorkerEndsWhenItsJudgeIsKilled() throws {
    let file = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: file) }
    let judge = Process()
    judge.executableURL = Self.program
    judge.arguments = ["judge", file.path]
    try judge.run()
    var worker: pid_t?
    for _ in 0..<1000 where worker == nil {
      usleep(10_000)
      worker = (try? String(contentsOf: file, encoding: .utf8)).flatMap(pid_t.init)
    }
    let pid = try XCTUnwrap(worker, "the judge's worker should have begun its endless loop")
    XCTAssertTrue(ChildProcess.isRunning(pid))
    kill(judge.processIdentifier, SIGKILL)
    let hasEnded = ChildProcess.ends(pid)
    if !hasEnded { kill(pid, SIGKILL) }
    judge.waitUntilExit()
    XCTAssertTrue(hasEnded, "the worker should have ended")
  }

  func testManyClientsRunInParallel() throws {
    let program = Self.program
    DispatchQueue.concurrentPerform(iterations: 8) { index in
      for _ in 0..<3 {
        let client = WorkerClient(program: program)
        Self.through(client) {
          XCTAssertEqual(try Hostile.commit(.nothing), 1)
          XCTAssertThrowsError(try Hostile.commit(.exitZero))
        }
      }
    }
    XCTAssertEqual(ChildProcess.all(of: "HostileWorker").filter { $0.isZombie }.map(\.pid), [])
  }

  private static func through(_ client: WorkerClient, _ body: () throws -> Void) {
    do {
      try Host.$current.withValue(.process(client), operation: body)
    } catch {
      XCTFail("\(error)")
    }
  }

  /// A decrease is not a leak: other tests may close descriptors meanwhile.
  private static var openDescriptors: Int {
    (0..<Int32(1024)).count { fcntl($0, F_GETFD) >= 0 }
  }

  private static var residentMegabytes: Double {
    #if os(Linux)
      let words = (try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8)) ?? ""
      let pages = words.split(separator: " ").dropFirst().first.flatMap { Double($0) } ?? 0
      return pages * Double(sysconf(Int32(_SC_PAGESIZE))) / 1e6
    #else
      var usage = rusage()
      getrusage(RUSAGE_SELF, &usage)
      return Double(usage.ru_maxrss) / 1e6
    #endif
  }
}
