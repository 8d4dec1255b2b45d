import Coursework
import Foundation
import FrameworkTesting
import GradedTesting
import Processes
import Syllabus
import Text
import XCTest

@testable import Grading
@testable import Intake
@testable import Sandboxes

/// The sandbox of a user's id, for root in a container that denies namespaces.
///
/// The denial is simulated: no bubblewrap is used, and for the command programs stand in for it and for
/// `unshare` that fail as they do there.
final class UserSandboxTests: FrameworkTestCase {
  private static let program = RunEnvironment.current.programs.appending(path: "course")

  private func sandbox(hasLandlock: Bool = SandboxUser.kernelHasLandlock) throws -> Sandbox {
    guard getuid() == 0 else { throw XCTSkip("no sandbox of a user: this is not root") }
    XCTAssertNotNil(try Sandbox.user(toolchain: Toolchain(), program: Self.program))
    return Sandbox(
      kind: .user(SandboxUser(helper: Self.program.path, hasLandlock: hasLandlock)),
      toolchain: try Toolchain())
  }

  func testEverythingThatIsPromisedIsShut() throws {
    let sandbox = try sandbox()
    guard SandboxUser.kernelHasLandlock else { throw XCTSkip("no sandbox with Landlock") }
    let report = try SandboxProbe(sandbox, judge: BuiltJudge.shared.get()).run(.english)
    XCTAssertEqual(report.holes, [])
    XCTAssertTrue(report.inForce[0].hasPrefix("a user id of its own for each submission"))
    for line in [
      "no socket can be opened", "no capabilities, no new privileges, no user namespaces",
    ] {
      XCTAssertTrue(report.inForce.contains(line), "no “\(line)” in \(report.inForce)")
    }
    XCTAssertFalse(
      report.inForce.contains {
        $0.contains("no network") || $0.contains("16 MB") && $0.contains("folder of")
      }, "more is promised than a user's id can hold: \(report.inForce)")
  }

  /// Without Landlock, folders are closed by their modes, or said to be open.
  func testOpenFoldersAreNamedWithoutLandlock() throws {
    let sandbox = try sandbox(hasLandlock: false)
    let folder = try ClassFolder()
    try folder.write("closed/marks", "7")
    try folder.write("open/marks", "7")
    chmod(folder.url.path, 0o755)
    let paths = ["closed", "open"].map { folder.url.appending(path: $0).path }
    chmod(paths[0], 0o700)
    chmod(paths[1], 0o755)
    let program = try BuiltJudge.shared.get().products.appending(path: "probe")
    func holes(_ path: String) throws -> [String] {
      try SandboxProbe(sandbox, program: program, secrets: ["\(path)/marks"]).run(.english).holes
    }
    XCTAssertEqual(try holes(paths[0]), [])
    XCTAssertEqual(
      try holes(paths[1]),
      ["files: \(paths[1])/marks", "chmod go-rwx closes such a folder, if it is root's"])
  }

  func testHonestWorkKeepsItsMarksAndHostileWorkGainsNothing() throws {
    let names = [
      "read-solutions", "write-anywhere", "open-socket", "kill-the-judge", "forbidden-calls",
      "tmp-of-another", "duplicate-descriptors", "keyring-channel",
    ]
    let graded = try HostileClass(
      [.quick], limits: .worker, names: names, sandbox: sandbox())
    defer { graded.end() }
    XCTAssertEqual(graded.corpus.count, names.count)
    for place in HostileClass.places {
      let result = try XCTUnwrap(graded.results[HostileClass.honest(place)])
      XCTAssertNil(result.fault)
      let lost = result.weeks.flatMap(\.tests).map(\.record).filter { $0.verdict != .passed }
      XCTAssertTrue(lost.isEmpty, "the honest submission \(place) lost \(lost)")
    }
    for entry in graded.corpus {
      let result = try XCTUnwrap(graded.results[entry.name])
      XCTAssertNil(result.fault, entry.name)
      let records = result.weeks.flatMap(\.tests).map(\.record)
      let gained = records.filter { entry.attacks.contains($0.exercise) && $0.points > 0 }
      XCTAssertEqual(gained.map(\.test), [], "\(entry.name) gains points")
      for words in entry.absent ?? [] {
        let shown = graded.outside.marks[words] ?? words
        XCTAssertFalse(
          records.contains { $0.message.contains(shown) }, "\(entry.name) has seen or done \(shown)"
        )
      }
    }
    XCTAssertFalse(graded.outside.wasReached, "a hostile submission reached a port of this machine")
    XCTAssertEqual(graded.outside.files, [], "files that hostile submissions left")
    XCTAssertEqual(try Self.processes(), [], "processes that hostile submissions left")
  }

  func testWhatASubmissionLeavesRunningEndsBeforeItsResultIsThere() throws {
    let sandbox = try sandbox()
    let user = try XCTUnwrap(sandbox.user)
    sandbox.begin()
    // Two processes in sessions of their own, whose parent has ended, as some would be that outlive
    // the grader. Each writes a line once it has its session, and the shell waits for both lines.
    let own = "setsid /bin/sh -c 'echo; exec sleep 600'"
    let words = ["/bin/sh", "-c", "{ \(own) & \(own) & } | { read a; read b; echo started; }"]
    // With the compiler's files, among which are the programs that it starts.
    let command = sandbox.command(
      words, in: Mounts(hasCompiler: true), limits: .worker, group: nil)
    let outcome = try Subprocess(command, timeLimit: 60).run()
    XCTAssertTrue(outcome.text.contains("started"), outcome.text)
    XCTAssertEqual(try Self.processes(of: user.id).count, 2, "the test starts two")
    try sandbox.end()
    XCTAssertEqual(try Self.processes(of: user.id), [])
  }

  func testEachSubmissionHasAnIdOfItsOwn() throws {
    let sandbox = try sandbox()
    var ids: [UInt32] = []
    for _ in 0..<5 {
      sandbox.begin()
      ids.append(try XCTUnwrap(sandbox.user).id)
    }
    XCTAssertEqual(Set(ids).count, 5)
    XCTAssertFalse(ids.contains(SandboxUser(helper: "").id), "what is prepared for all has its own")
  }

  /// The ids of the processes that run under the ids of submissions.
  private static func processes(of user: UInt32? = nil) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: "/proc").filter { name in
      var status = stat()
      guard Int(name) != nil, stat("/proc/\(name)", &status) == 0 else { return false }
      let line = FileManager.default.contents(atPath: "/proc/\(name)/stat") ?? Data()
      // Nobody may wait for what has ended.
      guard !String(decoding: line, as: UTF8.self).contains(") Z ") else { return false }
      return user.map { status.st_uid == $0 } ?? (61_200..<61_400).contains(status.st_uid)
    }
  }

  // MARK: The command

  /// The gradebook that the last run of the command wrote.
  private var gradebook = ""

  /// Runs `course grade` with other programs in place of bubblewrap or `unshare`.
  private func grade(
    _ programs: [String: String], judge: String = RunEnvironment.current.package.path
  ) throws -> StartedProgram.Answer {
    _ = try BuiltJudge.grader(self, weeks: [C1W2.week], sandbox: BuiltJudge.sandbox(), jobs: 1)
    let place = try ClassFolder()
    for (name, text) in programs {
      let file = try place.write("bin/\(name)", "#!/bin/sh\n\(text)\n")
      try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: file.path)
    }
    // Without the system's bubblewrap, and with all else of it.
    let swiftc = try Toolchain().program("swiftc")
    for folder in [
      "/usr/bin", "/bin", URL(fileURLWithPath: swiftc).deletingLastPathComponent().path,
    ] {
      for name in try FileManager.default.contentsOfDirectory(atPath: folder)
      where !["bwrap", "unshare"].contains(name) && programs[name] == nil {
        try? FileManager.default.createSymbolicLink(
          atPath: place.url.appending(path: "bin/\(name)").path,
          withDestinationPath: "\(folder)/\(name)")
      }
    }
    if programs["unshare"] == nil {
      try FileManager.default.createSymbolicLink(
        atPath: place.url.appending(path: "bin/unshare").path,
        withDestinationPath: "/usr/bin/unshare")
    }
    try place.write("class/ana/LogisticRegression.swift", BuiltJudge.solution(C1W2.week))
    let answer = try StartedProgram(
      [
        "grade", place.url.appending(path: "class").path, "--out",
        place.url.appending(path: "out").path, "--weeks", "C1W2", "--judge",
        judge,
      ],
      environment: ["PATH": place.url.appending(path: "bin").path, "HOME": NSHomeDirectory()]
    ).answer()
    gradebook =
      (try? String(contentsOf: place.url.appending(path: "out/gradebook.csv"), encoding: .utf8))
      ?? ""
    return answer
  }

  private static let denied = [
    "bwrap": "echo 'bwrap: No permissions to create new namespace' >&2; exit 1",
    "unshare": "echo 'unshare: Operation not permitted' >&2; exit 1",
  ]

  func testRootInAContainerThatDeniesNamespacesGradesUnderUsersOfItsOwn() throws {
    _ = try sandbox()
    guard SandboxUser.kernelHasLandlock else { throw XCTSkip("no sandbox with Landlock") }
    let answer = try grade(Self.denied)
    XCTAssertEqual(answer.code, 0, answer.complaint)
    XCTAssertTrue(
      answer.output.contains("  a user id of its own for each submission"), answer.output)
    XCTAssertTrue(answer.output.contains("1 submission graded"), answer.output)
    XCTAssertTrue(gradebook.contains("ana,ana,"), gradebook)
    XCTAssertTrue(gradebook.contains("\(Int(C1W2.week.points))"), gradebook)
  }

  func testWhoIsNotRootIsRefusedWithTheCause() throws {
    guard getuid() != 0 else { return }
    let answer = try grade(Self.denied)
    XCTAssertEqual(answer.code, 70)
    XCTAssertTrue(
      answer.complaint.contains(
        "makes no sandbox here: bwrap: No permissions to create new namespace"),
      answer.complaint)
  }

  func testBubblewrapIsToBeInstalledWhereItWouldWork() throws {
    guard NamespaceDenial.isAbsent else { throw XCTSkip("no sandbox: namespaces are denied") }
    // The judge is none: it would be missed only after the sandbox was tried.
    let answer = try grade(["unshare": "exit 0"], judge: "/no/judge")
    XCTAssertEqual(answer.code, 70)
    XCTAssertEqual(answer.output, "", "nothing was begun")
    XCTAssertTrue(
      answer.complaint.contains("Install it (apt-get install bubblewrap), or use"), answer.complaint
    )
  }
}
