import GradedTesting
import Processes
import XCTest

@testable import Sandboxes

/// The parts of the system that a submission's worker sees.
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

  func testAWorkerFindsNothingElseOfTheSystem() throws {
    let sandbox = try BuiltJudge.sandbox()
    XCTAssertTrue(sandbox.hidesSystem)
    func seen(_ mounts: Mounts) throws -> String {
      let look = "for f in /usr/share /usr/bin/env /usr/bin/true; do test ! -e $f || echo $f; done"
      let command = sandbox.command(
        ["/bin/sh", "-c", look], in: mounts, limits: .worker, group: nil)
      return try Subprocess(command, timeLimit: 60).run().text
    }
    XCTAssertEqual(try seen(Mounts()), "/usr/bin/true\n")
    XCTAssertEqual(
      try seen(Mounts(hasCompiler: true)), "/usr/share\n/usr/bin/env\n/usr/bin/true\n",
      "a compiler sees all of it")
  }
}
