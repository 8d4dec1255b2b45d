import GradedTesting
import XCTest

@testable import Releases

/// Tests how lines of solutions are found in other texts.
final class SolutionScanTests: FrameworkTestCase {
  private let solution = """
    /// 1 / (1 - β)
    public func window(_ beta: Double) throws -> Double {
      let m = Double(beta.columns)
      // BEGIN SOLUTION
      let m = Double(X.columns)
      let cost = try -(Y * log(A)).sum() / m
      return 1 / (1 - beta)
      // A remark that says what stands below in words.
      // END SOLUTION
    }
    """

  private func places(_ text: String) throws -> [Int] {
    let stub = try Stub(of: solution, file: "A.swift").text
    let scan = SolutionScan([(name: "A.swift", text: solution, stub: stub)])
    XCTAssertEqual(scan.count, 1, "only the line of the cost should be long enough and not given")
    return scan.findings(in: text, file: "hint").map(\.line)
  }

  func testLineIsFoundWithOtherSpacesAndMarks() throws {
    XCTAssertEqual(try places("a\nlet cost = try -(Y * log(A)).sum() / m\n"), [2])
    XCTAssertEqual(try places("/// cost=-(Y*log(A))\n///   .sum()/m, and so on"), [1])
    XCTAssertEqual(try places("x\ny\n\"var cost = -( Y * log( A ) ).sum() / m\""), [3])
  }

  func testOtherFormulasAreNotFound() throws {
    XCTAssertEqual(try places("let cost = try -(Y * log(A)).mean() / m"), [])
    XCTAssertEqual(try places("cost = -(Y * log(A)).sum() / n"), [])
    XCTAssertEqual(try places("cost = -(Y * log(A)) 之后 .sum() / m"), [])
  }

  func testShortAndGivenLinesAreNotFound() throws {
    XCTAssertEqual(try places("let m = Double(X.columns)\nreturn 1 / (1 - beta)"), [])
  }

  func testAFileWithoutRegionsCountsAsASolution() {
    let scan = SolutionScan([
      (name: "B.swift", text: "let dZ = try (A - Y) * slope", stub: "throw NotImplemented()")
    ])
    XCTAssertEqual(
      scan.findings(in: "x\ndZ = (A - Y) * slope", file: "README.md"),
      [.init(file: "README.md", line: 2, source: "B.swift:1")])
  }

  func testTextLiteralsDoNotMakeALineLong() {
    let scan = SolutionScan([
      (name: "B.swift", text: "mistaken(\"one-mask-for-all\")", stub: "")
    ])
    XCTAssertEqual(scan.count, 0)
  }
}
