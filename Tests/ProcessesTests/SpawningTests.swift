import Foundation
import GradedTesting
import Processes
import Text
import XCTest

final class SpawningTests: FrameworkTestCase {
  /// The output of a program.
  private static func printed(
    by words: [String], environment: [String: String] = [:],
    also descriptors: [Int32: Int32] = [:]
  ) throws -> String {
    let (reading, writing) = try Spawning.pipe()
    let handle = FileHandle(fileDescriptor: reading, closeOnDealloc: true)
    defer { _ = handle }
    let pid: pid_t
    do {
      defer { close(writing) }
      pid = try Spawning.start(
        words, environment: environment,
        descriptors: descriptors.merging([1: writing, 2: writing]) { $1 })
    }
    let data = try handle.readToEnd() ?? Data()
    var status: Int32 = 0
    waitpid(pid, &status, 0)
    return String(decoding: data, as: UTF8.self).trimmingCharacters(in: .newlines)
  }

  func testProgramsStartedInParallelShareNoDescriptors() {
    DispatchQueue.concurrentPerform(iterations: 4) { _ in
      for _ in 0..<40 {
        do {
          // The last of them is the folder being listed.
          let held = try Self.printed(by: ["/bin/ls", "/dev/fd"])
          XCTAssertEqual(held, "0\n1\n2\n3")
        } catch {
          XCTFail("\(error)")
        }
      }
    }
  }

  func testDescriptorsMaySwapTheirNumbers() throws {
    let (first, second) = try Spawning.socketPair()
    defer {
      close(first)
      close(second)
    }
    let said = try Self.printed(
      by: ["/bin/bash", "-c", "echo second >&\(first); echo first >&\(second)"],
      also: [first: second, second: first])
    XCTAssertEqual(said, "")
    func received(_ descriptor: Int32) -> String {
      var bytes = [UInt8](repeating: 0, count: 64)
      let count = read(descriptor, &bytes, bytes.count)
      return String(decoding: bytes.prefix(max(0, count)), as: UTF8.self)
    }
    // In the child the first number is the second end, whose bytes arrive at the first.
    XCTAssertEqual(received(first), "second\n")
    XCTAssertEqual(received(second), "first\n")
  }

  func testAProgramGetsItsEnvironmentAndEmptyInput() throws {
    XCTAssertEqual(
      try Self.printed(by: ["/usr/bin/env"], environment: ["COURSE_LANG": "zh"]), "COURSE_LANG=zh")
    XCTAssertEqual(try Self.printed(by: ["/bin/cat"]), "")
  }

  func testAProgramLeadsAGroupOfItsOwn() throws {
    let pid = try Spawning.start(["/bin/sleep", "60"], environment: [:], descriptors: [:])
    XCTAssertEqual(getpgid(pid), pid)
    XCTAssertEqual(kill(-pid, SIGKILL), 0)
    var status: Int32 = 0
    XCTAssertEqual(waitpid(pid, &status, 0), pid)
    XCTAssertEqual(status & 0x7f, SIGKILL)
  }

  func testAMissingProgramIsReportedInTheSystemsWords() throws {
    for program in ["/nowhere/worker", "nowhere-worker", ""] {
      XCTAssertThrowsError(
        try Spawning.start([program], environment: [:], descriptors: [:]), program
      ) {
        XCTAssertEqual("\($0)", "No such file or directory")
      }
    }
  }
}
