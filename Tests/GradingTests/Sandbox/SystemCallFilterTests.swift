import Foundation
import GradedTesting
import XCTest

@testable import Sandboxes

/// The filter's program as the kernel would run it, for both processors.
final class SystemCallFilterTests: FrameworkTestCase {
  private let allowed: UInt32 = 0x7fff_0000
  private let denied = 0x0005_0000 | UInt32(EPERM)

  func testTheNamedCallsAreDeniedAndEverydayOnesAllowed() throws {
    for processor in SystemCallFilter.Processor.allCases {
      let named = SystemCallFilter.denied.compactMap { $0.number(processor) }
      XCTAssertEqual(Set(named).count, named.count, "a number stands twice")
      for number in named {
        XCTAssertEqual(try run(processor, number), denied, "\(processor) \(number)")
      }
      // read, write, openat, mmap, exit_group and futex.
      let everyday: [UInt32] =
        processor == .x86 ? [0, 1, 257, 9, 231, 202] : [63, 64, 56, 222, 94, 98]
      for number in everyday { XCTAssertEqual(try run(processor, number), allowed, "\(number)") }
    }
  }

  func testThreadsAreMadeAndNamespacesAreNot() throws {
    for (processor, clone) in [(SystemCallFilter.Processor.x86, UInt32(56)), (.arm, 220)] {
      // The flags with which the C library makes a thread, and a process.
      for flags in [0x003d_0f00, 0x0120_0011] as [UInt32] {
        XCTAssertEqual(try run(processor, clone, flags), allowed)
      }
      XCTAssertEqual(try run(processor, clone, 0x1000_0011), denied)
      XCTAssertEqual(try run(processor, 435), 0x0005_0000 | UInt32(ENOSYS))
    }
  }

  func testOnlyLocalAndInternetSocketsAreAllowed() throws {
    for (processor, socket) in [(SystemCallFilter.Processor.x86, UInt32(41)), (.arm, 198)] {
      // AF_UNIX, AF_INET and AF_INET6.
      for family in [1, 2, 10] as [UInt32] {
        XCTAssertEqual(try run(processor, socket, family), allowed)
      }
      // AF_NETLINK, AF_ALG and AF_VSOCK.
      for family in [16, 38, 40] as [UInt32] {
        XCTAssertEqual(try run(processor, socket, family), 0x0005_0000 | UInt32(EAFNOSUPPORT))
      }
    }
  }

  func testLocksAndLeasesAreDeniedAndOtherControlsAreNot() throws {
    for (processor, fcntl) in [(SystemCallFilter.Processor.x86, UInt32(72)), (.arm, 25)] {
      for command in [6, 7, 37, 38, 1024, 1026] as [UInt32] {
        XCTAssertEqual(try run(processor, fcntl, 3, command), denied)
      }
      for command in [1, 2, 3, 4, 1030] as [UInt32] {
        XCTAssertEqual(try run(processor, fcntl, 3, command), allowed)
      }
    }
  }

  func testAnotherTableOfCallsEndsTheProcess() throws {
    // AUDIT_ARCH_I386, and the calls of x32.
    XCTAssertEqual(try run(.x86, 0, mark: 0x4000_0003), 0x8000_0000)
    XCTAssertEqual(try run(.x86, 0x4000_0000), 0x0005_0000 | UInt32(ENOSYS))
  }

  /// Runs the program on a call, as `man 2 bpf` and `linux/filter.h` describe it.
  private func run(
    _ processor: SystemCallFilter.Processor, _ number: UInt32, _ first: UInt32 = 0,
    _ second: UInt32 = 0, mark: UInt32? = nil
  ) throws -> UInt32 {
    let program = [UInt8](SystemCallFilter.program(processor))
    XCTAssertEqual(program.count % 8, 0)
    XCTAssertLessThanOrEqual(program.count / 8, 4096)
    func word(_ place: Int) -> UInt32 {
      (0..<4).reduce(0) { $0 | UInt32(program[place + $1]) << (8 * UInt32($1)) }
    }
    let call: [UInt32: UInt32] = [
      0: number, 4: mark ?? (processor == .x86 ? 0xC000_003E : 0xC000_00B7), 16: first, 24: second,
    ]
    var place = 0
    var accumulator: UInt32 = 0
    while place < program.count {
      let value = word(place + 4)
      let (yes, no) = (Int(program[place + 2]), Int(program[place + 3]))
      switch UInt32(program[place]) | UInt32(program[place + 1]) << 8 {
      case 0x20: accumulator = try XCTUnwrap(call[value], "a load from \(value)")
      case 0x15: place += 8 * (accumulator == value ? yes : no)
      case 0x35: place += 8 * (accumulator >= value ? yes : no)
      case 0x45: place += 8 * (accumulator & value != 0 ? yes : no)
      case 0x06: return value
      default:
        XCTFail("no such instruction")
        return 0
      }
      place += 8
    }
    XCTFail("the program has no end")
    return 0
  }
}
