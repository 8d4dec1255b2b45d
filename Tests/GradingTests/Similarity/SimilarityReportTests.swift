import Coursework
import Files
import Foundation
import GradedTesting
import Text
import XCTest

@testable import Gradebooks
@testable import Grading
@testable import Intake
@testable import Similarity

final class SimilarityReportTests: FrameworkTestCase {
  private let own = """
    let first = exp(-Z) * Z.columns + 17
    let second = log(first) / sqrt(first) - first.sum(axis: 1) * first.mean(axis: 0)
    for i in 0..<9 { if i % 2 == 0 { print(first[i, i]); values.append(second.rows) } }
    while values.count > 3 { values.removeLast(); total += abs(values[0]) * tanh(values[1]) }
    """

  func testRegionsAreTheSharedPartsInBothOrders() {
    let one = Array("\(own)\nlet lonely = dot(A, B)\n".utf8)
    let two = Array("struct Other { let x: Int }\n\(own.replacing("first", with: "renamed"))".utf8)
    let regions = MatchedRegions(one, two, given: GivenCode(ClassSimilarity.Given(stub: "")))
      .regions
    XCTAssertEqual(regions.count, 1)
    let region = regions[0]
    XCTAssertEqual(region.first.lowerBound, 0)
    XCTAssertEqual(region.second.upperBound, two.count)
    let swapped = MatchedRegions(two, one, given: GivenCode(ClassSimilarity.Given(stub: "")))
      .regions
    XCTAssertEqual(swapped.map(\.first), [region.second])
    // What is given is nobody's.
    let given = GivenCode(ClassSimilarity.Given(stub: own))
    XCTAssertEqual(MatchedRegions(one, two, given: given).regions, [])
  }

  func testPagesEscapeWhatStudentsWrote() throws {
    let hostile = "<script>alert(1)</script>\"'&"
    let source = "// </pre>\(hostile)\n\(own)\n"
    let week = "C1W3"
    var similarity = ClassSimilarity(given: [week: ClassSimilarity.Given(stub: "")])
    let students = [Student(id: "=1+1", name: hostile), Student(id: "2", name: "李雷")]
    for student in students { similarity.add(student, sources: [week: Data(source.utf8)]) }
    let folder = try ClassFolder()
    let report = SimilarityReport(similarity, language: .chinese)
    try report.write(to: folder.url) { _ in [week: Data(source.utf8)] }
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.url.path).sorted()
    XCTAssertEqual(names, ["index.html", "pair-1.html", "pairs.csv"])
    for name in ["index.html", "pair-1.html"] {
      let page = try String(contentsOf: folder.url.appending(path: name), encoding: .utf8)
      XCTAssertFalse(page.contains("<script"), name)
      XCTAssertTrue(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;&amp;"), name)
      XCTAssertTrue(page.contains("李雷"), name)
      XCTAssertFalse(page.contains("http://"), "\(name) loads something")
    }
    let page = try String(contentsOf: folder.url.appending(path: "pair-1.html"), encoding: .utf8)
    XCTAssertTrue(page.contains("<mark id=\"C1W3-a1\""), "no part is marked")
    XCTAssertTrue(page.contains("href=\"#C1W3-b1\""), "the parts are not linked")
    let table = try String(contentsOf: folder.url.appending(path: "pairs.csv"), encoding: .utf8)
    let rows = try CSV.rows(table).map(\.fields)
    XCTAssertEqual(
      rows[0], ["id_1", "name_1", "id_2", "name_2", "week", "score", "fingerprints", "page"])
    XCTAssertEqual(rows[1][0], "'=1+1", "a spreadsheet would run the id")
    XCTAssertEqual(Array(rows[1][4...5]) + [rows[1][7]], ["C1W3", "1.0", "pair-1.html"])
  }

  func testTextsInBothLanguages() {
    let report = SimilarityReport(ClassSimilarity(given: [:]), language: .english)
    XCTAssertTrue(
      report.summary.contains(
        "0 students compared; 0 pairs share more of their own code than the task explains."))
    let chinese = SimilarityReport(ClassSimilarity(given: [:]), language: .chinese)
    XCTAssertTrue(chinese.summary.contains("比较了 0 名学生；0 对学生的自写代码相同之处超出了题目本身的原因。"))
  }
}
