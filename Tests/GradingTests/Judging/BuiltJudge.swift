import Coursework
import Foundation
import Processes
import Releases
import Text
import XCTest

@testable import Grading
@testable import Sandboxes

/// The judge of the package under test, shared by all tests that grade.
enum BuiltJudge {
  static let shared = Result {
    try Judge(built: RunEnvironment.current.package, cache: folder)
  }

  /// `.build/judge` of the package under test.
  static let folder = RunEnvironment.current.package.appending(path: ".build/judge")

  /// The search path of this process, on which a started grader finds the compiler.
  static let path = ["PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"]

  /// The sandbox of this machine, after it was tried.
  ///
  /// - Throws: `XCTSkip` where there is none.
  static func sandbox() throws -> Sandbox {
    let sandbox = try Sandbox(toolchain: Toolchain())
    guard isUsable else { throw XCTSkip("no sandbox") }
    return sandbox
  }

  /// Whether a sandbox starts here: bubblewrap may be installed where namespaces are denied.
  private static let isUsable: Bool = {
    (try? Sandbox(toolchain: Toolchain()).start()) != nil
  }()

  /// A grader in a folder of its own, which is taken away after the test.
  ///
  /// Beside the first of them the hostile submissions are graded, if a test of this run asks for
  /// them.
  static func grader(
    _ test: XCTestCase, weeks: [Week], sandbox: Sandbox? = nil, jobs: Int = 1,
    language: Language = .english
  ) throws -> ClassGrader {
    let grader = try grader(weeks: weeks, sandbox: sandbox, jobs: jobs, language: language)
    test.addTeardownBlock { grader.end() }
    HostileClass.beginIfAwaited()
    return grader
  }

  /// A grader in a folder of its own, which whoever asks for it takes away.
  static func grader(
    weeks: [Week], sandbox: Sandbox? = nil, limits: SandboxLimits = .worker, jobs: Int,
    language: Language = .english
  ) throws -> ClassGrader {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "course-grade-\(UUID().uuidString)")
    return try ClassGrader(
      judge: shared.get(), sandbox: sandbox ?? BuiltJudge.sandbox(), weeks: weeks,
      secret: ClassSecret(known: "7"), language: language, folder: folder, limits: limits,
      jobs: jobs)
  }

  /// The package's own solution of a week, as a student would hand it in.
  static func solution(_ week: Week) throws -> String {
    try Assigning(package: RunEnvironment.current.package).solution(week)
  }
}
