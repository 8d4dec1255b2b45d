import Foundation
import FrameworkTesting
import GradedTesting
import Text
import XCTest

@testable import Coursework
@testable import Gradebooks
@testable import Grading
@testable import Intake
@testable import Reports

/// The facts of a hand-in on the pages of its student and its instructor.
final class HandInFactsTests: FrameworkTestCase {
  private func result(
    of student: String = "ann", passing: [String: Int] = ["a": 4], refusals: [Refusal] = [],
    _ handIn: HandIn
  ) -> SubmissionResult {
    Sample.attempt(student, passing: passing, refusals: refusals, handIn: handIn)
  }

  private func studentPage(
    _ result: SubmissionResult, _ policy: Policy = Policy(), _ language: Language = .english
  ) throws -> String {
    let gradebook = Sample.gradebook([result], policy)
    return StudentPage(
      row: try XCTUnwrap(gradebook.rows.first), gradebook: gradebook, attempts: [result],
      context: PageContext(
        language: language, hidden: .summarized, zone: nil, course: Sample.weeks,
        misconceptions: [:])
    ).html
  }

  private func classPage(
    _ results: [SubmissionResult], _ policy: Policy = Policy(), roster: String? = nil,
    missing: [Student] = [], _ language: Language = .english
  ) throws -> (page: String, table: String) {
    let folder = try temporaryFolder()
    try Results(
      Sample.classInfo(weeks: ["W1", "W2"], missing: missing), submissions: results,
      policy: policy, roster: try roster.map { try Roster($0, file: "r.csv") },
      language: language, course: Sample.weeks
    ).write(to: folder)
    func text(_ name: String) throws -> String {
      try String(contentsOf: folder.appending(path: name), encoding: .utf8)
    }
    return (try text("class.html"), try text("gradebook.csv"))
  }

  // MARK: The student's page

  func testTheStudentReadsWhatWasTakenAndWhatWasLeft() throws {
    let handIn = HandIn(
      taken: [Refusal(name: "A (1).swift", reason: "taken as A.swift")], left: ["notes.docx"],
      weeks: ["W1"], unreadWeeks: ["W2"])
    let refusal = Refusal(name: "b.rar", reason: "a rar archive; zip, tar and tar.gz are read")
    for (language, words) in [
      (
        Language.english,
        [
          "Taken from what you handed in:", "Not taken from what you handed in:",
          "No files of the course, and left:",
          "W2: no file of the course could be taken of attempt 1; your instructor will look at it.",
        ]
      ),
      (
        .chinese,
        [
          "你提交的以下内容已采用：", "你提交的以下内容没有采用：", "以下文件与课程无关，没有采用：",
          "W2：第 1 次提交里没有可用的课程文件，教师会查看。",
        ]
      ),
    ] {
      let html = try studentPage(result(refusals: [refusal], handIn), Policy(), language)
      for word in words + ["A (1).swift</bdi>", "notes.docx</bdi>", "b.rar</bdi>", refusal.reason] {
        XCTAssertTrue(html.contains(word), "\(word) is not on the page")
      }
    }
  }

  func testTheStudentReadsPeoplesComments() throws {
    var policy = Policy()
    policy.comments = [
      Comment(student: "ann", week: "W1", item: "style", points: 3, possible: 5, text: "Clear <b>.")
    ]
    let work = result(HandIn(weeks: ["W1"]))
    let html = try studentPage(work, policy)
    XCTAssertTrue(html.contains("Your instructor's comments"))
    XCTAssertTrue(html.contains("style: Clear &lt;b&gt;."), html)
    let gradebook = Sample.gradebook([work], policy)
    let student = GradedStudent(
      row: try XCTUnwrap(gradebook.rows.first), gradebook: gradebook, attempts: [work],
      context: PageContext(
        language: .english, hidden: .summarized, zone: nil, course: Sample.weeks,
        misconceptions: [:]))
    XCTAssertTrue(student.feedbackText.contains("  style: Clear <b>.\r\n"), student.feedbackText)
  }

  // MARK: The class page and the gradebook

  func testEveryHandInIsListedWithItsSources() throws {
    let handIn = HandIn(
      owner: .found(.id), clue: .init("0222", column: "SIS Login ID"),
      time: .moment(Sample.date("2026-11-20T10:00:00Z"), .worksheet),
      otherTimes: [.platform(isLate: true)],
      taken: [Refusal(name: "A (1).swift", reason: "taken as A.swift")], left: ["notes.docx"],
      weeks: ["W1"])
    let refusal = Refusal(name: "b.rar", reason: "a rar archive")
    let (page, table) = try classPage([result(refusals: [refusal], handIn)])
    let facts = try XCTUnwrap(page.components(separatedBy: "1 attempt: whose, when and what").last)
    for words in [
      "an id: <bdi>0222</bdi> in “<bdi>SIS Login ID</bdi>”",
      "the worksheet says 2026-11-20 10:00 UTC; the platform&#39;s mark says late",
      "W1<br><bdi>A (1).swift</bdi>: taken as A.swift<br>left: <bdi>notes.docx</bdi><br>refused: "
        + "<bdi>b.rar</bdi>: a rar archive",
    ] {
      XCTAssertTrue(facts.contains(words), "\(words) is not in \(facts)")
    }
    XCTAssertTrue(table.contains("of attempt 1: A (1).swift: taken as A.swift"), table)
  }

  func testTheClassPageSaysHowEachOwnerWasFound() throws {
    let ann = Student(id: "ann", name: "Ann")
    for (owner, words) in [
      (HandIn.Owner.label, "the hand-in&#39;s name; no roster"),
      (.found(.name), "the name: <bdi>x"),
      (.found(.nearName), "a similar name, the only one: <bdi>x"), (.found(.policy), "the policy<"),
      (.found(.group), "the group&#39;s name: <bdi>x"), (.unknown, "nobody on the roster"),
      (.ambiguous([ann]), "may be ann"),
    ] {
      let page = try classPage([result(HandIn(owner: owner, clue: .init("x", column: nil)))]).page
      XCTAssertTrue(page.contains("<td>\(words)"), "\(owner)")
    }
  }

  func testTheRosterSaysWhichColumnAnIdIsFrom() throws {
    let table = "Student,ID,SIS User ID,SIS Login ID,Section\n\"Doe, Jane\",111,0042,jdoe@x.edu,A\n"
    let roster = try Roster(table, file: "r.csv")
    let jane = try XCTUnwrap(roster.students.first)
    for (text, column) in [("111", "ID"), ("42", "SIS User ID"), ("jdoe", "SIS Login ID")] {
      XCTAssertEqual(
        roster.clue(to: jane, in: ["none", text]), HandIn.OwnerClue(text, column: column))
    }
    let folder = try ClassFolder()
    try folder.write("Jane Doe_0042/LogisticRegression.swift", "// x")
    let reader = try SubmissionReader(folder.url, roster: roster, language: .english)
    XCTAssertEqual(
      try reader.all().map(\.handIn.clue), [HandIn.OwnerClue("0042", column: "SIS User ID")])
  }

  func testMeansLeaveOutWhoIsExcusedMissingOrGone() throws {
    var policy = Policy()
    policy.excused = [.init(student: "bo", week: "W2")]
    policy.withdrawn = ["cy"]
    // Ann has 10 of 20, Bo 8 of 10, Cy, who left, all 20, and Di has handed in nothing.
    let results = [
      Sample.attempt("ann", passing: ["a": 4, "b": 6]),
      Sample.attempt("bo", passing: ["a": 4, "b": 4]),
      Sample.attempt("cy", passing: ["a": 4, "b": 6, "c": 10]),
    ]
    let page = try classPage(results, policy, missing: [Student(id: "di", name: "Di")]).page
    XCTAssertTrue(
      page.contains("mean 65, median 65, 2 students who handed in"), "50 % and 80 %, and no 0")
    let sums = page.components(separatedBy: "<rect ").count - 1
    XCTAssertEqual(sums, 2, "a bar for 50 and one for 80")
  }

  func testWhoHandedInOnlyAnExcusedWeekIsInNoMean() throws {
    var policy = Policy()
    policy.excused = [.init(student: "bo", week: "W2")]
    let results = [
      Sample.attempt("ann", passing: ["a": 4, "b": 6, "c": 10]),
      Sample.attempt("bo", passing: ["c": 10]),
    ]
    XCTAssertTrue(
      try classPage(results, policy).page.contains("mean 100, median 100, 1 student who handed in"))
  }

  func testSectionsHaveAColumnAndStatisticsOfTheirOwn() throws {
    let roster = "id,name,section\nann,Ann,A\nbo,Bo,B\ncy,Cy,B\ndi,Di,B\n"
    let results = [
      Sample.attempt("ann", passing: ["a": 4, "b": 6, "c": 10]),
      Sample.attempt("bo", passing: ["a": 4, "b": 6]), Sample.attempt("cy", passing: ["c": 5]),
    ]
    let (page, table) = try classPage(
      results, roster: roster, missing: [Student(id: "di", name: "Di")])
    XCTAssertTrue(table.contains("student,name,section,attempts,"), table)
    XCTAssertTrue(table.contains("\r\nbo,Bo,B,1,"), table)
    let number = "</td><td class=\"number\">"
    for line in [
      ["<bdi>A</bdi>", "1", "1", "100", "100"], ["<bdi>B</bdi>", "3", "2", "37.5", "37.5"],
    ] {
      XCTAssertTrue(page.contains("<tr><td>\(line.joined(separator: number))</td></tr>"), "\(line)")
    }
  }

  func testWhoDoesNotCompileIsNamed() throws {
    let plain = Sample.attempt("ann", passing: ["c": 0], failing: .doesNotCompile)
    let broken = SubmissionResult(
      student: plain.student, attempt: 1, submitted: nil, digest: "", release: nil, refusals: [],
      weeks: [
        plain.weeks[0],
        WeekResult(
          week: "W2", isHandedIn: true,
          diagnostics: [.init(file: "W2.swift", line: 1, column: 1, message: "expected '}'")],
          tests: plain.weeks[1].tests),
      ], seconds: 1)
    for (language, head) in [(Language.english, "Does not compile"), (.chinese, "无法编译")] {
      let page = try classPage(
        [broken, Sample.attempt("bo", passing: ["c": 1])], Policy(), language
      ).page
      let list = try XCTUnwrap(page.components(separatedBy: "<b>\(head)</b>").dropFirst().first)
        .prefix { $0 != "\n" }.components(separatedBy: "</ul>")[0]
      XCTAssertTrue(list.contains("ann.html\"><bdi>Ann</bdi></a> W2"), list)
      XCTAssertFalse(list.contains("bo.html"), list)
    }
  }

  // MARK: Pages of people who are not there

  func testPagesOfWhoLeftOrIsHeldBackAreRemoved() throws {
    let folder = try temporaryFolder()
    func pages(_ students: [String], _ policy: Policy) throws -> [String] {
      try Results(
        Sample.classInfo(), submissions: students.map { Sample.attempt($0, passing: ["a": 1]) },
        policy: policy, language: .english, course: Sample.weeks
      ).write(to: folder)
      return try FileManager.default.contentsOfDirectory(
        atPath: folder.appending(path: "students").path
      ).sorted()
    }
    let all = ["ann", "bo", "cy", "di"]
    XCTAssertEqual(try pages(all, Policy()), all.map { "\($0).html" })
    var policy = Policy()
    policy.withdrawn = ["bo"]
    policy.held = ["cy"]
    XCTAssertEqual(try pages(["ann", "bo", "cy"], policy), ["ann.html"])
    let page = try String(contentsOf: folder.appending(path: "class.html"), encoding: .utf8)
    XCTAssertFalse(page.contains("cy.html"), "nothing links to a page that is not there")
  }
}
