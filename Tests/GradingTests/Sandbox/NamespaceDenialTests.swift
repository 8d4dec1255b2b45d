import GradedTesting
import Text
import XCTest

@testable import Sandboxes

/// The causes of denied namespaces, on systems that are described by their files.
final class NamespaceDenialTests: FrameworkTestCase {
  private func denial(_ files: [String: String], isRoot: Bool = false) throws -> NamespaceDenial? {
    let folder = try ClassFolder()
    for (path, content) in files { try folder.write(path, content) }
    return NamespaceDenial(below: folder.url.path + "/", isRoot: isRoot)
  }

  func testEverySystemIsToldItsCause() throws {
    let allowed = ["proc/sys/user/max_user_namespaces": "96365\n"]
    XCTAssertNil(try denial(allowed))
    let ubuntu = allowed.merging(
      ["proc/sys/kernel/apparmor_restrict_unprivileged_userns": "1\n"]) { $1 }
    XCTAssertEqual(try denial(ubuntu), .profile)
    XCTAssertNil(try denial(ubuntu, isRoot: true))
    XCTAssertEqual(try denial(["proc/sys/kernel/unprivileged_userns_clone": "0\n"]), .root)
    XCTAssertEqual(
      try denial(["proc/sys/user/max_user_namespaces": "0\n"], isRoot: true), .forbidden)
    XCTAssertEqual(try denial([".dockerenv": ""], isRoot: true), .container)
    XCTAssertEqual(try denial(["autograder/run_autograder": ""], isRoot: true), .container)
  }

  func testEveryCauseHasARemedyInBothLanguages() throws {
    let remedies: [NamespaceDenial: [String]] = [
      .profile: ["kernel.apparmor_restrict_unprivileged_userns=0", "userns,", "root"],
      .root: ["kernel.unprivileged_userns_clone=1", "root"],
      .forbidden: ["user.max_user_namespaces=15000"],
      .container: [
        "--security-opt seccomp=unconfined", "--security-opt apparmor=unconfined",
        "--cap-add SYS_ADMIN", "root",
      ],
    ]
    for denial in NamespaceDenial.allCases {
      for text in [denial.phrase(.english), denial.phrase(.chinese)] {
        for remedy in try XCTUnwrap(remedies[denial], "no remedy of \(denial)") {
          XCTAssertTrue(text.contains(remedy), "\(remedy) is not in: \(text)")
        }
      }
    }
  }

  func testAbilitiesAreReadFromTheHelp() {
    let new = BubblewrapAbilities(
      help: """
            --disable-userns             Disable further use of user namespaces inside sandbox
            --clearenv                   Unset all environment variables
            --size BYTES                 Set size of next argument (only for --tmpfs)
        """)
    XCTAssertEqual(
      [new.disablesNamespaces, new.clearsEnvironment, new.limitsScratch], [true, true, true])
    let old = BubblewrapAbilities(help: "    --seccomp FD     Load and use seccomp rules from FD\n")
    XCTAssertEqual(
      [old.disablesNamespaces, old.clearsEnvironment, old.limitsScratch], [false, false, false])
  }
}
