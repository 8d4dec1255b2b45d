import Coursework
import Files
import Foundation
import FrameworkTesting
import GradedTesting
import Processes
import Syllabus
import Synchronization
import Text
import XCTest

@testable import Releases

/// Tests a release of one week, made in a temporary folder.
final class ReleasingTests: FrameworkTestCase {
  private static let seeds: [UInt32] = [4, 11]
  /// The release that most tests examine, written once into an existing empty folder.
  private static let made = Mutex<(folder: URL, summary: Releasing.Summary)?>(nil)
  private var parent = URL(fileURLWithPath: "/")
  private var folder: URL { parent.appending(path: "class") }
  private static let package = RunEnvironment.current.package

  override func setUpWithError() throws {
    try super.setUpWithError()
    parent = try temporaryFolder()
  }

  override class func tearDown() {
    if let folder = made.withLock({ $0?.folder }) {
      try? FileManager.default.removeItem(at: folder.deletingLastPathComponent())
    }
    super.tearDown()
  }

  private static func release() throws -> (folder: URL, summary: Releasing.Summary) {
    try made.withLock { made in
      if let made { return made }
      let folder = FileManager.default.temporaryDirectory
        .appending(path: "release-\(UUID().uuidString)/class")
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      let fresh = (folder: folder, summary: try releasing().write(to: folder))
      made = fresh
      return fresh
    }
  }

  private static func releasing() -> Releasing {
    Releasing(
      package: package, weeks: [C1W2.week], seeds: Self.seeds,
      markerLine: { "// Release \($0)" }, report: { _ in })
  }

  func testAReleaseContainsTheChosenWeekAndNoSolution() throws {
    let (folder, summary) = try Self.release()
    let files = try FileTree(folder, hidden: true).files
    XCTAssertEqual(files.count, summary.files)
    XCTAssertGreaterThan(summary.linesLookedFor, 1000)
    XCTAssertEqual(
      Set(files.map { $0.prefix { $0 != "/" } }),
      [
        ".course-answers", ".course-mistakes.json", ".course-release", ".course-stubs",
        ".gitignore", ".swift-format",
        "Exercises", "LICENSE", "Package.swift", "Quizzes", "README.md", "Sources", "Tests",
      ])
    XCTAssertEqual(
      files.filter { file in
        ["Exercises/", ".course-stubs/"].contains { file.hasPrefix($0) }
          && !file.contains("/Pictures/")
      },
      [
        ".course-stubs/LogisticRegression.swift",
        "Exercises/C1W1-Introduction/README.md",
        "Exercises/C1W1-Introduction/README.zh.md",
        "Exercises/C1W2-LogisticRegression/LogisticRegression.swift",
        "Exercises/C1W2-LogisticRegression/README.md",
        "Exercises/C1W2-LogisticRegression/README.zh.md",
        "Exercises/TERMS.md",
      ])
    XCTAssertTrue(
      files.contains("Exercises/C1W2-LogisticRegression/Pictures/cross-entropy.svg"))
    func second(_ prefix: String) -> Set<String> {
      Set(files.filter { $0.hasPrefix(prefix) }.map { String($0.split(separator: "/")[1]) })
    }
    XCTAssertEqual(second("Tests/"), ["GradedTesting", "LogisticRegressionTests"])
    XCTAssertTrue(
      second("Sources/").isDisjoint(with: [
        "Authoring", "Benchmarks", "Gradebooks", "Grading", "Intake", "Releases", "Reports",
        "Sandboxes", "Similarity", "SyntheticClasses", "probe", "reference",
      ]))
    XCTAssertFalse(files.contains { $0.contains("Instructor") || $0.contains("Misconceptions") })
    XCTAssertEqual(
      files.filter { $0.hasSuffix("+Serving.swift") },
      ["Sources/worker/Serving/LogisticRegression+Serving.swift"])
  }

  func testAReleaseDoesNotImportWithheldModules() throws {
    let (folder, _) = try Self.release()
    let withheld = [
      "Authoring", "Benchmarks", "Gradebooks", "Grading", "Intake", "Releases", "Reports",
      "Sandboxes", "Similarity", "SyntheticClasses",
    ]
    for file in try FileTree(folder).files
    where file.hasSuffix(".swift") && file != "Package.swift" {
      let text = try String(contentsOf: folder.appending(path: file), encoding: .utf8)
      for module in withheld {
        XCTAssertFalse(text.contains("\nimport \(module)\n"), "\(file) imports \(module)")
      }
    }
  }

  func testFilesNameTheRelease() throws {
    let (folder, summary) = try Self.release()
    let release = summary.release
    let versions = try CourseVersion.ids(of: [C1W2.week], in: Self.package)
    XCTAssertEqual(release.versions, versions)
    XCTAssertEqual(release.version, CourseVersion.id(of: versions))
    let marker = "// Release \(try XCTUnwrap(versions["C1W2"]))"
    XCTAssertEqual(release.weeks, ["C1W2"])
    XCTAssertEqual(try Release(package: folder), release)
    let stub =
      "\(marker)\n\n" + (try Assigning(package: Self.package).stub(C1W2.week))
    for path in [
      ".course-stubs/LogisticRegression.swift",
      "Exercises/C1W2-LogisticRegression/LogisticRegression.swift",
    ] {
      XCTAssertEqual(try String(contentsOf: folder.appending(path: path), encoding: .utf8), stub)
    }
    let guide = try String(contentsOf: folder.appending(path: "README.md"), encoding: .utf8)
    XCTAssertTrue(guide.contains(marker))
  }

  func testPlantedLineIsFoundInAnyFile() throws {
    try FileManager.default.createDirectory(
      at: folder.appending(path: "Quizzes"), withIntermediateDirectories: true)
    let line = "b = Tensor(1), then\n   dZ =  A - Y; cost = -(Y*log(A)+(1-Y)*log(1-A)).sum()/m"
    try Data(line.utf8).write(to: folder.appending(path: "Quizzes/notes.txt"))
    XCTAssertThrowsError(try Self.releasing().check(folder, try Self.releasing().scan())) { error in
      guard case .holdsSolutions(let places)? = error as? ReleasingError else {
        return XCTFail("\(error)")
      }
      XCTAssertEqual(places.count, 1, "\(places)")
      XCTAssertEqual(places[0].file, "Quizzes/notes.txt")
      XCTAssertEqual(places[0].line, 2)
      XCTAssertTrue(places[0].source.hasPrefix("Solutions/"), places[0].source)
    }
  }

  func testAFolderWithContentsIsNotChanged() throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let kept = folder.appending(path: "mine.txt")
    try Data("mine".utf8).write(to: kept)
    XCTAssertThrowsError(try Self.releasing().write(to: folder)) {
      XCTAssertEqual(
        "\($0)", "\(folder.path) is not empty: name a folder that does not exist yet")
    }
    XCTAssertEqual(try String(contentsOf: kept, encoding: .utf8), "mine")
    XCTAssertEqual(try FileManager.default.contentsOfDirectory(atPath: parent.path), ["class"])
  }

  func testAnEmptyFolderIsReplaced() throws {
    let (folder, _) = try Self.release()
    let beside = try FileManager.default.contentsOfDirectory(
      atPath: folder.deletingLastPathComponent().path)
    XCTAssertEqual(beside, ["class"])
  }

  func testOtherSeedsGiveOtherAnswers() throws {
    let (first, _) = try Self.release()
    let said = Mutex<[Phrase]>([])
    let releasing = Releasing(
      package: Self.package, weeks: [C1W2.week], seeds: [5],
      markerLine: { "// Release \($0)" }, report: { phrase in said.withLock { $0.append(phrase) } })
    let summary = try releasing.write(to: folder)
    XCTAssertEqual(
      said.withLock(\.self),
      [
        Phrase(
          "\(summary.linesLookedFor) lines of the solutions are in none of \(summary.files - 2) files",
          zh: "\(summary.files - 2) 个文件中没有出现参考答案的 \(summary.linesLookedFor) 行代码中的任何一行"),
        Phrase("C1W2: answers recorded for 1 seed", zh: "C1W2：已为 1 个种子录制答案"),
      ])
    XCTAssertEqual(summary.release.version, try Release(package: first)?.version)
    let answers = try [first, folder].map {
      try Data(contentsOf: $0.appending(path: Release.answersName))
    }
    XCTAssertNotEqual(answers[0], answers[1])
    for name in try FileTree(first, hidden: true).files
    where ![Release.answersName, Release.fileName, "README.md"].contains(name) {
      XCTAssertEqual(
        try Data(contentsOf: first.appending(path: name)),
        try Data(contentsOf: folder.appending(path: name)), name)
    }
  }

  func testRecordedAnswersGiveTheVerdictsOfTheSolutions() throws {
    let (folder, _) = try Self.release()
    let bundle = try TestBundle(package: Self.package)
    let suites = try TestClasses(of: bundle).names(grading: C1W2.week)
    let answers = folder.appending(path: Release.answersName).path
    let mistakes = try Host.reference.variants().of([C1W2.propagate])
      .misconceptions.values.joined().map { "C1W2.propagate=\($0.id)" }
    XCTAssertFalse(mistakes.isEmpty)
    let slips = ["C1W2.propagate~negated", "C1W2.optimize~wrong-shape", "C1W2.softmax~nan"]
    @Sendable func findings(_ environment: [String: String]) throws -> [Finding] {
      let week = C1W2.week.exercises.map(\.info.id).joined(separator: ",")
      let common = [
        "COURSE_CODE": "solutions", "COURSE_SEED": "11", "COURSE_LANG": "en", "COURSE_ONLY": week,
      ]
      let run = try bundle.run(suites: suites, environment: common.merging(environment) { $1 })
      return run.records.map { Finding(of: $0) }
    }
    let mutations = mistakes + slips
    let found = try mutations.concurrentMap { mutation in
      (
        live: try findings(["COURSE_MUTATION": mutation]),
        recorded: try findings(["COURSE_MUTATION": mutation, "COURSE_ANSWERS": answers])
      )
    }
    for (mutation, (live, recorded)) in zip(mutations, found) {
      XCTAssertFalse(live.isEmpty)
      XCTAssertEqual(recorded, live, mutation)
    }
  }

  /// A record without the time that it took.
  private struct Finding: Equatable {
    let test: String
    let verdict: Verdict
    let message: String
    let misconception: String?

    init(of record: Record) {
      test = "\(record.exercise).\(record.test)"
      verdict = record.verdict
      message = record.message
      misconception = record.misconception
    }
  }
}
