import Coursework
import Files
import Foundation
import FrameworkTesting
import GradedTesting
import Releases
import Syllabus
import XCTest

@testable import Grading

/// The changes of the course that build the judge anew, void results and rename a release.
final class SourceDigestTests: FrameworkTestCase {
  private struct Digests {
    let judge: SourceDigest
    let versions: [String: String]

    init(_ package: URL) throws {
      judge = try SourceDigest(of: package, weeks: Course.weeks)
      versions = try CourseVersion.ids(of: Course.weeks, in: package)
    }
  }

  /// The weeks whose judge, and whose version, a change touches.
  private func touched(
    _ change: (CopiedPackage) throws -> Void
  ) throws -> (judged: [String], released: [String]) {
    let package = try CopiedPackage(
      to: temporaryFolder(),
      parts: ["Package.swift", "Exercises", "Quizzes", "Solutions", "Sources", "Tests"])
    let old = try Digests(package.folder)
    try change(package)
    let new = try Digests(package.folder)
    let ids = Course.weeks.map(\.id)
    return (
      ids.filter { !old.judge.grades([$0], as: new.judge) },
      ids.filter { old.versions[$0] != new.versions[$0] }
    )
  }

  func testACommaInProseTouchesNothing() throws {
    let found = try touched {
      try $0.add("\n,\n", to: "Quizzes/C1W2-NeuralNetworkBasics.en.md")
      try $0.add("\n,\n", to: "Exercises/C1W2-LogisticRegression/README.md")
      try $0.add("\n,\n", to: "Sources/Syllabus/Hints/C1W2.en.md")
      try $0.write("Sources/Quizzing/Command/Added.swift", "// ,\n")
      try $0.add("\n// ,\n", to: "Sources/Demos/Demo.swift")
      try $0.add("\n// ,\n", to: "Tests/QuizzingTests/TypedTextTests.swift")
    }
    XCTAssertEqual(found.judged, [])
    XCTAssertEqual(found.released, [])
  }

  func testASuiteTouchesItsWeekAlone() throws {
    let found = try touched {
      try $0.add("\n// ,\n", to: "Tests/ShallowNetworkTests/TanhTests.swift")
    }
    XCTAssertEqual(found.judged, ["C1W3"])
    XCTAssertEqual(found.released, ["C1W3"])
  }

  func testADeclarationTouchesItsWeekAlone() throws {
    let found = try touched {
      try $0.add("\n// ,\n", to: "Sources/Syllabus/LogisticRegression/C1W2.swift")
    }
    XCTAssertEqual(found.judged, ["C1W2"])
    XCTAssertEqual(found.released, ["C1W2"])
  }

  func testAMistakeTouchesItsWeeksJudgeAndNoRelease() throws {
    let found = try touched {
      try $0.add("\n// ,\n", to: "Solutions/C1W2-LogisticRegression/Mistakes.swift")
    }
    XCTAssertEqual(found.judged, ["C1W2"])
    XCTAssertEqual(found.released, [])
  }

  func testSharedCodeTouchesTheWeeksThatMentionIt() throws {
    let found = try touched {
      try $0.add("\n// ,\n", to: "Sources/Syllabus/Given/ThreeLayerNetwork.swift")
    }
    XCTAssertTrue(found.judged.contains("C2W1b"), "\(found)")
    XCTAssertFalse(found.judged.contains("C1W2"), "\(found)")
    XCTAssertEqual(found.judged, found.released)
  }

  func testTheGradersOwnCodeTouchesEveryJudgeAndNoRelease() throws {
    let found = try touched {
      try $0.add("\n// ,\n", to: "Sources/Coursework/Judging/Grader.swift")
    }
    XCTAssertEqual(found.judged, Course.weeks.map(\.id))
    XCTAssertEqual(found.released, [])
  }

  func testANewWeekTouchesNoOther() throws {
    let found = try touched {
      try $0.write(
        "Sources/Syllabus/Numbers/C1W9.swift",
        """
        import Text
        public import Coursework

        public enum C1W9 {
          public static let week = Week(
            "C1W9", module: "Numbers", title: Phrase("Numbers", zh: "数"), exercises: [double])
          public static let double = Exercise<Double, Double>(
            "double", week: "C1W9", parameters: ["x"], points: 1, sample: { $0.rand() })
        }

        public struct NumberPair {
          public let W: Double
          public let b: Double
        }
        """)
      try $0.write("Sources/Syllabus/Given/Numbers.swift", "public struct Numbers {}\n")
      try $0.replace(
        "C4W1.week,", "C4W1.week,\n    C1W9.week,", in: "Sources/Syllabus/Course.swift")
      try $0.replace(
        "  \"C4W1-Conv", "  \"C1W9-Numbers\",\n  \"C4W1-Conv", in: "Package.swift")
      try $0.write("Tests/NumbersTests/DoubleTests.swift", "import XCTest\n")
      try $0.write("Solutions/C1W9-Numbers/Numbers.swift", "public func double() {}\n")
      try $0.write("Sources/worker/Serving/Numbers+Serving.swift", "let numbers = 0\n")
    }
    XCTAssertEqual(found.judged, [])
    XCTAssertEqual(found.released, [])
  }

  func testAJudgeIsFoundAsLongAsItsWeeksAreTheSame() throws {
    let folder = try temporaryFolder()
    func digest(_ weeks: [String: String]) throws -> SourceDigest {
      let data = try JSONEncoder().encode(["common": "c"])
      var object = try XCTUnwrap(
        try JSONSerialization.jsonObject(with: data) as? [String: Any])
      object["weeks"] = weeks
      return try JSONDecoder().decode(
        SourceDigest.self, from: JSONSerialization.data(withJSONObject: object))
    }
    let cache = JudgeCache(folder)
    let old = try digest(["A": "1", "B": "1"])
    let first = try cache.make(
      old, copy: { try Data().write(to: $0.appending(path: "file")) }, build: { _ in })
    let other = try digest(["A": "1", "B": "2"])
    XCTAssertEqual(cache.find(other, ["A"])?.folder.path, first.path)
    XCTAssertNil(cache.find(other, ["B"]))
    XCTAssertNil(cache.find(other, ["A", "B"]))
    XCTAssertNil(cache.find(try digest(["A": "1", "B": "1", "C": "1"]), ["C"]))
  }

  func testAnEditOfHiddenSuitesBuildsInThePlaceOfTheLast() throws {
    let folder = try temporaryFolder()
    func digest(_ hidden: String?) throws -> SourceDigest {
      let text = #"{"common": "c", "weeks": {"A": "1"}}"#
      var digest = try JSONDecoder().decode(SourceDigest.self, from: Data(text.utf8))
      digest.hidden = hidden
      return digest
    }
    let cache = JudgeCache(folder)
    var done: [String] = []
    for hidden in ["1", "2", "2", nil, "1"] {
      let judge = try cache.make(
        try digest(hidden), copy: { _ in done.append("copy") },
        build: { _ in done.append("build \(hidden ?? "none")") })
      XCTAssertEqual(cache.find(try digest(hidden), ["A"])?.folder.path, judge.path)
      XCTAssertNil(cache.find(try digest("3"), ["A"]))
      // As when the grader that uses it has ended.
      let lock = "\(judge.lastPathComponent).lock"
      try FileManager.default.removeItem(at: folder.appending(path: lock))
    }
    XCTAssertEqual(done, ["copy", "build 1", "build 2", "copy", "build none", "build 1"])
  }

  func testOldJudgesAreRemovedUnlessSomebodyUsesThem() throws {
    let folder = try temporaryFolder()
    func make(_ name: String) throws -> URL {
      let judge = folder.appending(path: name)
      try FileManager.default.createDirectory(at: judge, withIntermediateDirectories: true)
      return judge
    }
    let (old, used, new) = (try make("old"), try make("used"), try make("new"))
    let lock = FileLock(
      path: folder.appending(path: "used.lock").path, waits: true, isShared: true)
    JudgeCache(folder).removeOthers(than: new)
    func exists(_ url: URL) -> Bool { FileManager.default.fileExists(atPath: url.path) }
    XCTAssertEqual([old, used, new].map(exists), [false, true, true])
    lock?.release()
    JudgeCache(folder).removeOthers(than: new)
    XCTAssertEqual([old, used, new].map(exists), [false, false, true])
  }
}
