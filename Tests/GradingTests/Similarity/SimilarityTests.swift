import Coursework
import Foundation
import GradedTesting
import Statistics
import Text
import XCTest

@testable import Grading
@testable import Intake
@testable import Reports
@testable import Similarity

final class SimilarityTests: FrameworkTestCase {
  private static let week = "C1W3"

  private static let given: [String: ClassSimilarity.Given] = {
    let folder = RunEnvironment.current.package.appending(path: "Solutions/C1W3-ShallowNetwork")
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    let solutions = files.compactMap {
      try? String(contentsOf: folder.appending(path: $0), encoding: .utf8)
    }
    let stub = RunEnvironment.current.package.appending(
      path: "Exercises/C1W3-ShallowNetwork/ShallowNetwork.swift")
    return [
      week: ClassSimilarity.Given(
        stub: (try? String(contentsOf: stub, encoding: .utf8)) ?? "", solutions: solutions)
    ]
  }()

  private func similarity(_ sources: [(String, String)]) -> ClassSimilarity {
    var similarity = ClassSimilarity(given: Self.given)
    for (name, source) in sources {
      similarity.add(Student(id: name, name: name), sources: [Self.week: Data(source.utf8)])
    }
    return similarity
  }

  /// A class whose students worked independently.
  private func independent(_ count: Int, seed: UInt64) -> [(String, String)] {
    var sources = SyntheticSources(seed: seed)
    return (0..<count).map { ("s\($0)", sources.independent()) }
  }

  private func names(_ pairs: [SimilarPair]) -> [String] {
    pairs.map { "\($0.first.id) \($0.second.id)" }
  }

  // MARK: Copies that are found

  func testADisguisedCopyIsFoundInASmallAndALargeClass() {
    for count in [3, 30, 120] {
      var sources = independent(count, seed: UInt64(count))
      var disguise = SyntheticSources(seed: 77)
      sources.append(("thief", disguise.disguised(sources[1].1)))
      let pairs = similarity(sources).pairs()
      XCTAssertEqual(names(pairs), ["s1 thief"], "in a class of \(count)")
      XCTAssertGreaterThan(pairs.first?.score ?? 0, 0.8, "in a class of \(count)")
    }
  }

  func testHalfACopyIsFound() {
    var sources = independent(40, seed: 5)
    var other = SyntheticSources(seed: 99)
    let half = sources[3].1.components(separatedBy: "\npublic func ")
    let rest = other.independent().components(separatedBy: "\npublic func ")
    let mixed = (rest.prefix(5) + half.dropFirst(5)).joined(separator: "\npublic func ")
    sources.append(("thief", other.disguised(mixed)))
    XCTAssertEqual(names(similarity(sources).pairs()), ["s3 thief"])
  }

  func testThreeWithTheSameSourceAreOneCluster() {
    var sources = independent(40, seed: 6)
    var disguise = SyntheticSources(seed: 8)
    sources.append(("b", disguise.disguised(sources[0].1)))
    sources.append(("c", disguise.disguised(sources[0].1)))
    let pairs = similarity(sources).pairs()
    XCTAssertEqual(Set(names(pairs)), ["s0 b", "s0 c", "b c"])
    XCTAssertEqual(SimilarPair.clusters(pairs).map { $0.map(\.id) }, [["b", "c", "s0"]])
  }

  // MARK: Work that is not reported

  func testWhoWorkedAloneIsNotReported() {
    for (count, seeds) in [(2, 1...20), (5, 41...50), (30, 61...62), (120, 70...70)] {
      for seed in seeds {
        let sources = independent(count, seed: UInt64(seed))
        XCTAssertEqual(names(similarity(sources).pairs()), [], "class \(seed) of \(count)")
      }
    }
  }

  func testStubsAndSolutionsAreNobodysOwn() throws {
    let package = RunEnvironment.current.package
    for folder in ["Solutions", "Exercises"] {
      let file = package.appending(path: "\(folder)/C1W3-ShallowNetwork/ShallowNetwork.swift")
      let text = try String(contentsOf: file, encoding: .utf8)
      XCTAssertEqual(names(similarity([("a", text), ("b", text), ("c", "")]).pairs()), [], folder)
    }
  }

  func testBrokenAndHostileSourcesAreCompared() {
    let texts = [
      "", "\"", "\"\"\"", "/*", "/*/*", "#\"\\#(", "let", "`", "\u{0}", "((((", "0x.e+", "\\(((",
      String(repeating: "func f() { ", count: 5000), String(repeating: "/*", count: 100_000),
      String(repeating: "a ", count: 100_000), String(repeating: "\"\\(", count: 50_000),
    ]
    var random = SplitMix64(seed: 4)
    let noise = (0..<200).map { _ in
      String(
        decoding: (0..<500).map { _ in UInt8(truncatingIfNeeded: random.next()) }, as: UTF8.self)
    }
    let all = (texts + noise).enumerated().map { ("s\($0.offset)", $0.element) }
    let found = similarity(all)
    XCTAssertEqual(found.count, all.count)
    _ = found.pairs()
    XCTAssertEqual(
      MatchedRegions(
        Array(texts[14].utf8), Array(texts[14].utf8),
        given: GivenCode(ClassSimilarity.Given(stub: ""))
      ).regions.first?.words, 100_000)
  }

  /// `COURSE_CLASS_COUNT=3000` sets the number of students.
  func testAClassOfIndependentStudentsHasNoPair() throws {
    let asked = ProcessInfo.processInfo.environment["COURSE_CLASS_COUNT"].flatMap { Int($0) }
    XCTAssertEqual(names(similarity(independent(asked ?? 100, seed: 3)).pairs()), [])
  }
}
