import Coursework
import Foundation
import GradedTesting
import Processes
import Syllabus
import Text
import XCTest

@testable import Gradebooks
@testable import Grading
@testable import Intake
@testable import Reports

/// Hand-ins that are hostile by their files and names and not by their code, from the folder of a
/// class to the gradebook and the pages: nobody else loses anything, and each is told why.
final class HostileHandInTests: FrameworkTestCase {
  private let file = "LogisticRegression.swift"

  /// Names that a spreadsheet, a page, a shell or a terminal might run.
  private let names = [
    "=cmd()|' &C calc'!A0", "+1+cmd", "-2+3", "@SUM(A1)", "<img src=x onerror=alert(1)>",
    "\"; touch hostile-mark; \"", "$(touch hostile-mark)", "`touch hostile-mark`", "--out",
    "a\u{202E}gnp.exe", "con", "%2e%2e%2fhonest",
  ]

  func testHostileHandInsCostNobodyAnything() throws {
    let week = C1W2.week
    let right = try BuiltJudge.solution(week)
    let folder = try ClassFolder()
    for name in names + ["honest", "zz honest"] { try folder.write("\(name)/\(file)", right) }
    try writeRefused(into: folder)
    try writePackage(into: folder, right)

    let reader = try SubmissionReader(
      folder.url, roster: nil, limits: IntakeLimits(), language: .english)
    let grader = try BuiltJudge.grader(
      self, weeks: [week], jobs: ProcessInfo.processInfo.jobsOfPrograms)
    let submissions = try reader.all()
    let results = try grader.grade(submissions)
    let byStudent = Dictionary(grouping: results, by: \.student.id)
    for id in names.map(printableName) + ["honest", "zz honest", "manifest"] {
      let points = byStudent[id]?.first?.weeks.flatMap(\.tests).reduce(0) { $0 + $1.record.points }
      XCTAssertEqual(points ?? -1, week.points, accuracy: 1e-9, "points of \(id)")
    }
    for (id, words) in refused {
      let result = try XCTUnwrap(byStudent[id]?.first, "no result of \(id)")
      XCTAssertEqual(result.weeks.map(\.isHandedIn), [false], id)
      let reasons = result.refusals.map { "\($0.name): \($0.reason)" }
      XCTAssertTrue(reasons.contains { $0.contains(words) }, "\(id): \(reasons)")
    }
    let mark = RunEnvironment.current.package.appending(path: "hostile-mark")
    XCTAssertFalse(FileManager.default.fileExists(atPath: mark.path), "a name was run by a shell")
    try checkOutput(results, in: folder.url.appending(path: "results"))
  }

  private func printableName(_ name: String) -> String {
    name.precomposedStringWithCanonicalMapping.replacing("\u{202E}", with: "\u{FFFD}")
  }

  /// By student, words of the reason.
  private let refused = [
    "absolute": "an absolute path", "bomb": "times its size", "climbing": "leads out of",
    "device": "a device, pipe or socket", "huge": "bytes; a source may have",
    "link": "a symbolic link", "nested": "an archive within an archive", "nul": "NUL byte",
    "truncated": "cut off on its way",
  ]

  private func writeRefused(into folder: ClassFolder) throws {
    let code = "public func softmax(_ x: Tensor) throws -> Tensor { x }\n"
    let secret = RunEnvironment.current.package
      .appending(path: "Solutions/C1W2-LogisticRegression/\(file)").path
    try folder.write("absolute.zip", ZipBuilder([.init("/etc/\(file)", code)]).data())
    try folder.write("climbing.zip", ZipBuilder([.init("../../honest/\(file)", code)]).data())
    let zeros = String(repeating: " ", count: 60 << 20)
    try folder.write(
      "bomb.zip", ZipBuilder([.init(file, zeros, isDeflated: true)]).data())
    let inner = try ZipBuilder([.init(file, code)]).data()
    try folder.write("nested/a.zip", inner)
    try folder.write("inner/a.zip", inner)
    XCTAssertTrue(
      try folder.shell(
        """
        cd inner && zip -q b.zip a.zip && zip -q c.zip b.zip && zip -q ../nested.zip c.zip &&
        cd .. && rm -r inner nested
        """))
    try folder.write("truncated.zip", inner.prefix(40))
    try folder.write("huge/\(file)", Data(repeating: UInt8(ascii: "\n"), count: 50 << 20))
    try folder.write("nul/\(file)", Data("let a = 1\n\0\n".utf8))
    XCTAssertTrue(
      try folder.shell(
        "mkdir link device && ln -s '\(secret)' link/\(file) && mkfifo device/\(file)"))
  }

  /// A manifest, a plugin of the build and a second module that would like to be run.
  private func writePackage(into folder: ClassFolder, _ right: String) throws {
    let deed = "import Foundation\ntry? Data().write(to: URL(fileURLWithPath: \"hostile-mark\"))\n"
    try folder.write("manifest/Exercises/C1W2-LogisticRegression/\(file)", right)
    for other in [
      "Package.swift", "Package@swift-6.2.swift", "Plugins/Hostile/plugin.swift",
      "Tests/LogisticRegressionTests/SigmoidTests.swift", "Sources/worker/main.swift",
      "Exercises/C1W2-LogisticRegression/Extra.swift", ".swiftpm/configuration/mirrors.json",
    ] { try folder.write("manifest/\(other)", deed) }
  }

  private func checkOutput(_ results: [SubmissionResult], in folder: URL) throws {
    let info = ClassInfo(release: "1", weeks: ["C1W2"], seed: 7, sandbox: [])
    try Results(info, submissions: results, language: .english).write(to: folder)
    let table = try String(contentsOf: folder.appending(path: "gradebook.csv"), encoding: .utf8)
    for line in table.split(separator: "\r\n") {
      XCTAssertFalse(
        "=+-@".contains(line.drop { $0 == "\"" }.first ?? " "), "a spreadsheet would run: \(line)")
    }
    XCTAssertEqual(table.split(separator: "\r\n").count, results.count + 1)
    let outside = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    XCTAssertEqual(
      outside, ["class.html", "gradebook.csv", "gradebook.json", "results.jsonl", "students"])
    let pages = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(".html") }
    XCTAssertEqual(pages.count, results.count + 1, "a page a student, and the class's")
    for page in pages {
      let text = try String(contentsOf: folder.appending(path: page), encoding: .utf8)
      XCTAssertFalse(text.contains("<img src=x"), "\(page) runs a name")
      XCTAssertFalse(text.contains("\u{202E}"), "\(page) holds text that runs backwards")
    }
  }
}
