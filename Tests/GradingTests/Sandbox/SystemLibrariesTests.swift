import FrameworkTesting
import GradedTesting
import XCTest

@testable import Sandboxes

/// What a submission's worker sees of the system.
final class SystemLibrariesTests: FrameworkTestCase {
  func testPathsAreReadFromWhatLddPrints() {
    let text = """
      /usr/bin/true:
      \tlinux-vdso.so.1 (0x00007f41)
      \tlibc.so.6 => /lib/x86_64-linux-gnu/libc.so.6 (0x00007f42)
      \tlibmissing.so.1 => not found
      \t/lib64/ld-linux-x86-64.so.2 (0x00007f43)

      """
    XCTAssertEqual(
      SystemLibraries.paths(in: text),
      ["/lib/x86_64-linux-gnu/libc.so.6", "/lib64/ld-linux-x86-64.so.2"])
  }

  func testOnlyTheLoaderAndTheLibrariesAreSeen() throws {
    let toolchain = try Toolchain()
    let files = try XCTUnwrap(
      SystemLibraries.loaded(runtime: toolchain.runtime, programs: ["/usr/bin/true"]))
    XCTAssertTrue(files.contains { $0.hasSuffix("/libc.so.6") }, "\(files)")
    XCTAssertFalse(files.contains { $0.hasPrefix(toolchain.runtime) }, "\(files)")
    XCTAssertLessThan(files.count, 20)
  }
}
