import Foundation
import FrameworkTesting
import GradedTesting
import XCTest

@testable import Sandboxes

/// The place of the control groups, on machines that are described by their files.
final class ControlGroupTreeTests: FrameworkTestCase {
  private var root = URL(fileURLWithPath: "/")

  override func setUpWithError() throws {
    try super.setUpWithError()
    root = try temporaryFolder()
  }

  func testTheTopOfTheTreesIsTakenWhereItCanBeWritten() throws {
    try add("memory/cgroup.procs", "pids/cgroup.procs")
    XCTAssertEqual(
      tree("4:memory:/jobs/7\n8:pids:/jobs/7\n")?.folders, [path("memory"), path("pids")])
  }

  func testAPartThatWasHandedOverIsTakenElse() throws {
    try add("memory/jobs/7/cgroup.procs", "pids/jobs/7/cgroup.procs")
    let tree = tree("4:memory:/jobs/7\n8:pids:/jobs/7\n0::/\n")
    XCTAssertEqual(tree?.folders, [path("memory/jobs/7"), path("pids/jobs/7")])
    XCTAssertEqual(tree?.isSecond, false)
  }

  func testOfTwoTreesBothMustBeOurs() throws {
    try add("memory/jobs/7/cgroup.procs", "pids/cgroup.controllers")
    XCTAssertNil(tree("4:memory:/jobs/7\n8:pids:/jobs/7\n"))
  }

  func testInTheSecondVersionTheProcessesMakeRoomForGroups() throws {
    try add("cgroup.controllers")
    try add(
      "user/7/cgroup.procs", "user/7/cgroup.subtree_control", "user/7/course-own/cgroup.procs")
    try Data("41\n42\n".utf8).write(to: root.appending(path: "user/7/cgroup.procs"))
    let tree = tree("0::/user/7\n")
    XCTAssertEqual(tree?.folders, [path("user/7")])
    XCTAssertEqual(tree?.isSecond, true)
    XCTAssertEqual(try text("user/7/course-own/cgroup.procs").prefix(2), "42")
    XCTAssertEqual(try text("user/7/cgroup.subtree_control"), "+memory +pids")
  }

  func testWithoutControllersThereIsNone() throws {
    try add("cgroup.controllers")
    // No file that switches them on: the group is not ours to share out.
    try add("user/7/cgroup.procs", "user/7/course-own/cgroup.procs")
    XCTAssertNil(tree("0::/user/7\n"))
  }

  func testWhereNothingIsOursThereIsNone() {
    XCTAssertNil(tree("4:memory:/jobs/7\n8:pids:/jobs/7\n"))
    XCTAssertNil(tree(""))
  }

  func testAScopeOfTheUsersSystemdLimitsWhatItStarts() throws {
    let program = root.appending(path: "systemd-run")
    try Data("#!/bin/sh\nwhile [ \"$1\" != -- ]; do shift; done\nshift\nexec \"$@\"\n".utf8)
      .write(to: program)
    chmod(program.path, 0o755)
    let scope = try XCTUnwrap(UserScope(path: root.path))
    let group = try XCTUnwrap(ControlGroup("worker", limits: .worker, in: nil, or: scope))
    let command = group.entering(["/usr/bin/true"])
    for words in [
      ["--user", "--scope"], ["--property=MemoryMax=2147483648"], ["--property=TasksMax=64"],
      ["--", "/usr/bin/true"],
    ] {
      XCTAssertTrue(command.indices.contains { command[$0...].starts(with: words) }, "\(words)")
    }
  }

  func testASystemdThatDoesNotServeTheUserMakesNoScope() throws {
    let program = root.appending(path: "systemd-run")
    try Data("#!/bin/sh\necho 'Failed to connect to bus' >&2\nexit 1\n".utf8).write(to: program)
    chmod(program.path, 0o755)
    XCTAssertNil(UserScope(path: root.path))
    XCTAssertNil(UserScope(path: "/nowhere"))
  }

  // MARK: The files of a machine

  private func tree(_ membership: String) -> ControlGroupTree? {
    ControlGroupTree(root: root.path, membership: membership)
  }

  private func path(_ name: String) -> String { root.path + "/" + name }

  private func text(_ name: String) throws -> String {
    try String(contentsOf: root.appending(path: name), encoding: .utf8)
  }

  private func add(_ names: String...) throws {
    for name in names {
      let file = root.appending(path: name)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data().write(to: file)
    }
  }
}
