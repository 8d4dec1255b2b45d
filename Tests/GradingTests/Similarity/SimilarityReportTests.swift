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
    XCTAssertEqual(region.first.first?.lowerBound, 0)
    XCTAssertEqual(region.second.last?.upperBound, two.count)
    let swapped = MatchedRegions(two, one, given: GivenCode(ClassSimilarity.Given(stub: "")))
      .regions
    XCTAssertEqual(swapped.map(\.first), [region.second])
    // Given code is nobody's own.
    let given = GivenCode(ClassSimilarity.Given(stub: own))
    XCTAssertEqual(MatchedRegions(one, two, given: given).regions, [])
    let solved = GivenCode(ClassSimilarity.Given(stub: "", solutions: [own]))
    XCTAssertEqual(MatchedRegions(one, two, given: solved).regions, [], "nor what is the course's")
  }

  func testOnlyWhatIsTheirOwnIsMarked() {
    let stub = """
      import Tensors

      /// The sigmoid.
      public func sigmoid(_ z: Tensor) throws -> Tensor { throw NotImplemented() }
      public func relu(_ z: Tensor) throws -> Tensor { throw NotImplemented() }
      """
    func source(_ comment: String, _ last: String) -> String {
      """
      import Foundation
      import Tensors

      /// The sigmoid.
      public func sigmoid(_ z: Tensor) throws -> Tensor {
        \(own)
        // \(comment)
        return first + second * 3 - exp(first) / (1 + log(second))
      }

      public func relu(_ z: Tensor) throws -> Tensor { \(last) }
      """
    }
    let one = source("mine", "return max(z, 0) + z.rows * 12 - z.columns / z.sum() + abs(z)")
    let two = source(
      "also mine", "if z.rows > 3 { while z.sum() < 9 { z.append(17) } } else { z = -z }")
    let found = MatchedRegions(
      Array(one.utf8), Array(two.utf8), given: GivenCode(ClassSimilarity.Given(stub: stub)))
    let marked = found.regions.flatMap(\.first).map {
      String(decoding: Array(one.utf8)[$0], as: UTF8.self)
    }.joined(separator: "|")
    for text in ["import", "public func", "The sigmoid", "mine", "max(z"] {
      XCTAssertFalse(marked.contains(text), "\(text) is marked in \(marked)")
    }
    XCTAssertTrue(marked.contains("log(second)"), marked)
    XCTAssertLessThan(found.alike, 0.95, "a function differs")
    XCTAssertEqual(found.functions.first.map(\.name), ["sigmoid", "relu"])
    XCTAssertEqual(found.functions.first[0].shared, found.functions.first[0].own)
    XCTAssertLessThan(found.functions.first[1].shared, found.functions.first[1].own)
  }

  func testEveryAttemptIsComparedGroupsAreNotAndTheUnreadAreNamed() {
    var similarity = ClassSimilarity(
      given: ["C1W3": ClassSimilarity.Given(stub: "")], groups: Groups(["A": ["a", "b"]]))
    let sources = ["C1W3": Data(own.utf8)]
    for id in ["a", "b"] { similarity.add(Student(id: id, name: id), sources: sources) }
    similarity.add(
      Student(id: "c", name: "c"), attempts: [sources, ["C1W3": Data("let x = 1".utf8)]])
    similarity.add(Student(id: "d", name: "d"), attempts: [[:]])
    XCTAssertEqual(
      Set(similarity.pairs().map { "\($0.first.id) \($0.second.id)" }), ["a c", "b c"])
    XCTAssertEqual(similarity.count, 3)
    let report = SimilarityReport(similarity, language: .english)
    XCTAssertEqual(report.unread.map(\.id), ["d"])
    XCTAssertTrue(report.summary(report.pairs).contains("Not compared"))
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
    try report.write(to: folder.url) { _ in [[week: Data(source.utf8)]] }
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
    XCTAssertTrue(page.contains("1 处"), page)
    let table = try String(contentsOf: folder.url.appending(path: "pairs.csv"), encoding: .utf8)
    let rows = try CSV.rows(table).map(\.fields)
    XCTAssertEqual(
      rows[0], ["id_1", "name_1", "id_2", "name_2", "week", "score", "fingerprints", "page"])
    XCTAssertEqual(rows[1][0], "'=1+1", "a spreadsheet would run the id")
    XCTAssertEqual(Array(rows[1][4...5]) + [rows[1][7]], ["C1W3", "1.0", "pair-1.html"])
  }

  func testThePageSaysOfEachFunctionHowMuchIsShared() throws {
    func source(_ last: String) -> String {
      "func sigmoid() {\n\(own)\n}\nfunc relu() { \(last) }\n"
    }
    let sources = [
      source("return max(z, 0) + z.rows * 12 - z.columns / z.sum() + abs(z)"),
      source("if z.rows > 3 { while z.sum() < 9 { z.append(17) } } else { z = -z }"),
    ].map { Data($0.utf8) }
    let given = GivenCode(ClassSimilarity.Given(stub: ""))
    let both = try XCTUnwrap(
      MatchedSources("C1W3", [["C1W3": sources[0]]], [["C1W3": sources[1]]], given))
    let students = ["a", "b"].map { Student(id: $0, name: $0) }
    let page = SimilarPage(
      pair: SimilarPair(
        first: students[0], second: students[1],
        weeks: [.init(id: "C1W3", score: 0.5, shared: 10)]),
      sources: ["C1W3": both], language: .english
    ).html
    let matched = both.matched.functions
    XCTAssertEqual(matched.first.map(\.name), ["sigmoid", "relu"])
    for (one, two) in zip(matched.first, matched.second) {
      let cells = [one, two].map { "<td class=\"number\">\($0.shared) / \($0.own)</td>" }
      XCTAssertTrue(
        page.contains("<td class=\"code\">\(one.name)</td>\(cells.joined())"), "\(one.name)")
    }
  }

  func testTheSummaryIsInBothLanguages() {
    let report = SimilarityReport(ClassSimilarity(given: [:]), language: .english)
    XCTAssertTrue(
      report.summary([]).contains(
        "0 students were compared; 0 pairs share more of their own code than the task explains."))
    let chinese = SimilarityReport(ClassSimilarity(given: [:]), language: .chinese)
    XCTAssertTrue(chinese.summary([]).contains("比较了 0 名学生；0 对学生的自写代码相同之处超出了题目本身的原因。"))
  }
}
