import Coursework
import Foundation
import FrameworkTesting
import GradedTesting
import Text
import XCTest

@testable import Benchmarks

final class PeerTests: FrameworkTestCase {
  func testAnAnswerIsSecondsAndTheSumOfWhatWasComputed() throws {
    XCTAssertEqual(
      try Peer.timing(of: "exp", "0.00125 -16.5"),
      BenchmarkTiming(seconds: 0.00125, value: -16.5))
    XCTAssertEqual(
      try Peer.timing(of: "exp", "2.5e-05 1.6e+06"),
      BenchmarkTiming(seconds: 2.5e-5, value: 1.6e6))
  }

  func testACompiledPeerSaysHowLongItsFirstRunTook() throws {
    XCTAssertEqual(
      try Peer.timing(of: "exp", "0.00125 -16.5 0.75"),
      BenchmarkTiming(seconds: 0.00125, value: -16.5, first: 0.75))
  }

  func testSettingsThatSlowALibraryAreNotPassedOn() {
    let given = [
      "PATH": "/bin", "OPENBLAS_CORETYPE": "Haswell", "OPENBLAS_L2_SIZE": "1",
      "NPY_DISABLE_CPU_FEATURES": "X86_V4", "OMP_NUM_THREADS": "7",
    ]
    XCTAssertEqual(
      Peer.environment(from: given, threads: 2),
      [
        "PATH": "/bin", "OPENBLAS_NUM_THREADS": "2", "MKL_NUM_THREADS": "2",
        "VECLIB_MAXIMUM_THREADS": "2", "OMP_NUM_THREADS": "2",
      ])
  }

  func testAnAnswerThatIsNoTimeIsRefused() {
    for answer in [
      "", "0.5", "no such job: exp", "0 1", "-1 2", "inf 2", "0.5 1 2 3", "0.5 1 x", "a b",
    ] {
      XCTAssertThrowsError(try Peer.timing(of: "exp", answer), "\"\(answer)\"") {
        XCTAssertEqual(
          ($0 as? BenchmarkError)?.phrase(.english),
          "exp: expected seconds and a number from Python's side, but \"\(answer)\" came")
      }
    }
  }

  func testWithoutPythonItIsSaidThatOnlyTheCourseIsTimed() throws {
    let folder = try temporaryFolder()
    XCTAssertThrowsError(try peer(path: folder.path)) {
      let error = $0 as? BenchmarkError
      XCTAssertEqual(error, .noPython)
      XCTAssertEqual(error?.isAbsence, true)
      XCTAssertEqual(
        error?.phrase(.english),
        "there is no python3 in PATH, so only the course is timed; "
          + "install Python 3 with NumPy to compare")
    }
  }

  func testWithoutNumPyItIsSaidThatOnlyTheCourseIsTimed() throws {
    // The script prints this when `import numpy` fails.
    let python = try program("printf 'no numpy\\n'")
    XCTAssertThrowsError(try peer(path: python.deletingLastPathComponent().path)) {
      let error = $0 as? BenchmarkError
      XCTAssertEqual(error, .noLibrary(.numpy, python: python.path))
      XCTAssertEqual(error?.isAbsence, true)
      XCTAssertEqual(
        error?.phrase(.english),
        "\(python.path) has no NumPy, so only the course is timed; install NumPy to compare")
    }
  }

  func testTheScriptSaysThatItHasNoNumPy() throws {
    // The options -I and -S leave Python without the folder of installed packages.
    let answer = try StartedProgram(
      ["python3", "-I", "-S", script().path], of: URL(fileURLWithPath: "/usr/bin/env"),
      environment: ProcessInfo.processInfo.environment
    ).answer()
    guard answer.code != 127 else { throw XCTSkip("this machine has no python3") }
    XCTAssertEqual(answer.output, "no numpy\n")
  }

  func testAPeerAnswersOneJobAfterTheOther() throws {
    let python = try program(
      "printf 'numpy 9.9\\n'; while read job steps; do printf \"0.$steps 7\\n\"; done")
    let peer = try peer(path: python.deletingLastPathComponent().path)
    XCTAssertEqual(peer.version, "9.9")
    XCTAssertEqual(try peer.time("a", steps: 25), BenchmarkTiming(seconds: 0.25, value: 7))
    XCTAssertEqual(try peer.time("b", steps: 5), BenchmarkTiming(seconds: 0.5, value: 7))
  }

  func testAPeerThatEndsIsReported() throws {
    let python = try program("printf 'numpy 9.9\\n'; read job steps; exit 1")
    let peer = try peer(path: python.deletingLastPathComponent().path)
    XCTAssertThrowsError(try peer.time("exp", steps: 1)) {
      XCTAssertEqual($0 as? BenchmarkError, .peerEnded(job: "exp"))
    }
  }

  func testThePeerLimitsTheThreadsOfNumPy() throws {
    let python = try program(
      "printf 'numpy 9.9\\n'; read job steps; printf \"0.1 $OPENBLAS_NUM_THREADS\\n\"")
    let peer = try peer(path: python.deletingLastPathComponent().path, threads: 3)
    XCTAssertEqual(try peer.time("exp", steps: 1).value, 3)
  }

  // MARK: A python3 made for the test

  private func peer(path: String, threads: Int = 1) throws -> Peer {
    try Peer(
      .numpy, scripts: script().deletingLastPathComponent(), threads: threads,
      environment: ["PATH": path])
  }

  private func script() throws -> URL {
    let script = RunEnvironment.current.package.appending(path: "Tests/Peers/bench.py")
    XCTAssertTrue(FileManager.default.fileExists(atPath: script.path), "\(script.path) is missing")
    return script
  }

  /// A python3 that runs a line of shell instead.
  private func program(_ shell: String) throws -> URL {
    let file = try temporaryFolder().appending(path: "python3")
    try Data("#!/bin/sh\n\(shell)\n".utf8).write(to: file)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: file.path)
    return file
  }
}
