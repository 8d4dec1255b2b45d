import Files
import Foundation
import GradedTesting
import Text
import XCTest

@testable import Coursework
@testable import Gradebooks
@testable import Grading
@testable import Intake
@testable import Reports

/// The marks that go back into a platform's table, and those that never do.
final class PlatformImportTests: FrameworkTestCase {
  private func roster(_ text: String, _ file: String = "roster.csv") throws -> Roster {
    try Roster(text, file: file)
  }

  private func csv(
    _ roster: Roster, _ submissions: [SubmissionResult], _ policy: Policy = Policy(),
    weeks: [String] = ["W1", "W2"], choices: String = ""
  ) throws -> String? {
    let asked = Sample.weeks.filter { weeks.contains($0.id) }
    let columns = try PlatformColumns(
      roster, weeks: asked, choices: XCTUnwrap(AssignmentChoices(choices, weeks: asked)),
      course: Sample.weeks)
    var options = Results.Options()
    options.columns = columns
    let handedIn = Set(submissions.map(\.student.id))
    let missing = roster.students.filter { !handedIn.contains($0.id) }
    let strangers = submissions.map(\.student).filter { roster.row(of: $0) == nil }
      .filter { student in !roster.students.contains { $0.id == student.id } }
    let results = Results(
      ClassInfo(
        release: "r1", weeks: weeks, seed: 7, sandbox: [], missing: missing,
        unmatched: strangers.map {
          UnmatchedHandIn(label: $0.id, student: $0, candidates: [])
        }), submissions: submissions, policy: policy,
      roster: roster, options: options, course: Sample.weeks)
    return PlatformImport(
      results.gradebook, roster: roster, columns: columns, course: Sample.weeks
    ).csv
  }

  private let submissions = [
    Sample.attempt("11", passing: ["a": 4, "b": 6, "c": 5]),
    Sample.attempt("12", passing: [:], fault: "no worker"),
  ]

  // MARK: Canvas

  private let canvas = """
    Student,ID,SIS User ID,SIS Login ID,Section,C1 (77),W2 Sample (78),Current Score\r
    "    Points Possible",,,,,10,"100,00",(read only)\r
    "=Lovelace, Ada",11,0011,@ada,A,,,\r
    "Byron, Bo",12,0012,bo,A,,40,\r
    "Cato, Cy",13,0013,cy,A,,ex,\r
    "Dido, Di",14,0014,di,A,,N/A,\r

    """

  func testCanvasKeepsIdentitiesAndWorkThatIsNotGraded() throws {
    // W2 is out of 100 in Canvas: 5 of 10 is 50. Bo's mark is not known; Cy is excused, the work was
    // not assigned to Di, and both handed in nothing.
    XCTAssertEqual(
      try csv(roster(canvas), submissions),
      "Student,ID,SIS User ID,SIS Login ID,Section,W1 Sample W1,W2 Sample (78)\r\n"
        + "    Points Possible,,,,,10,100\r\n"
        + "\"=Lovelace, Ada\",11,0011,@ada,A,10,50\r\n"
        + "\"Byron, Bo\",12,0012,bo,A,,40\r\n"
        + "\"Cato, Cy\",13,0013,cy,A,0,ex\r\n"
        + "\"Dido, Di\",14,0014,di,A,0,N/A\r\n")
  }

  func testWhomCanvasExcusesIsExcusedHereToo() throws {
    func columns(_ cells: [String], weeks: [String] = ["W2"]) throws -> PlatformColumns {
      let rows = cells.enumerated().map { "S\($0),\(11 + $0),A,\($1)\r\n" }
      return try PlatformColumns(
        roster("Student,ID,Section,W2 (78)\r\n    Points Possible,,,10\r\n\(rows.joined())"),
        weeks: Sample.weeks.filter { weeks.contains($0.id) }, course: Sample.weeks)
    }
    let some = try columns(["EX", " n/a ", "", "7"])
    XCTAssertEqual(
      some.excuses, [.init(student: "11", week: "W2"), .init(student: "12", week: "W2")])
    XCTAssertEqual(
      some.remarks.dropFirst().map { $0(.english) },
      [
        "Canvas excuses from W2 (EX): 11; the week is no part of their totals",
        "Canvas does not assign W2 to (N/A): 12; the week is no part of their totals",
      ])
    XCTAssertEqual(
      try columns(["N/A", "N/A"]).excuses, [],
      "a whole column of an anonymous assignment that is not posted")
    XCTAssertEqual(try columns(["EX"], weeks: ["W1"]).excuses, [], "W1 has no column")
  }

  func testNobodyHasZeroWhileAHandInIsUnmatched() throws {
    let all = submissions + [Sample.attempt("anon_Ab3dE", passing: ["a": 4])]
    let text = try XCTUnwrap(csv(roster(canvas), all))
    XCTAssertTrue(text.contains("\"Cato, Cy\",13,0013,cy,A,,ex\r\n"), text)
  }

  func testExcusedHeldAndWithdrawnStudentsGetNoNewMark() throws {
    var policy = Policy()
    policy.excused = [.init(student: "11", week: "W1")]
    policy.held = ["13"]
    policy.withdrawn = ["14"]
    let text = try XCTUnwrap(csv(roster(canvas), submissions, policy))
    XCTAssertTrue(text.contains("\"=Lovelace, Ada\",11,0011,@ada,A,EX,50\r\n"), text)
    XCTAssertTrue(text.contains("\"Cato, Cy\",13,0013,cy,A,,ex\r\n"), text)
    XCTAssertTrue(text.contains("\"Dido, Di\",14,0014,di,A,,N/A\r\n"), text)
  }

  func testACanvasTableWithTwoColumnsOfNamesIsFilled() throws {
    let text = try csv(
      roster("LastName,FirstName,ID,SIS Login ID,Section,W1 (77)\n,,,,,\nLee,Ann,11,ann,A,\n"),
      submissions, weeks: ["W1"])
    XCTAssertEqual(
      text,
      "LastName,FirstName,ID,SIS Login ID,Section,W1 (77)\r\n    Points Possible,,,,,10\r\n"
        + "Lee,Ann,11,ann,A,10\r\n")
  }

  // MARK: The column of a week

  private func columns(
    _ headings: String, weeks: [String] = ["C1W2"], _ choices: String = ""
  ) throws -> PlatformColumns {
    let weeks = try weeks.map { id in try XCTUnwrap(Self.course.first { $0.id == id }) }
    return try PlatformColumns(
      roster("Student,ID,Section,\(headings)\nAnn,11,A\n"), weeks: weeks,
      choices: XCTUnwrap(AssignmentChoices(choices, weeks: weeks)), course: Self.course)
  }

  private static let course = [
    Week(
      "C1W2", module: "LogisticRegression",
      title: Phrase("Logistic regression as a neural network", zh: "用逻辑回归认识神经网络"), exercises: []),
    Week(
      "C1W3", module: "ShallowNetwork", title: Phrase("One hidden layer", zh: "单隐藏层网络"),
      exercises: []),
  ]

  func testAColumnIsFoundByAnyNameOfItsWeek() throws {
    for heading in [
      "C1W2 (222)", "Programming C1W2 (222)", "c1-w2 homework (222)", "C1 W2: sigmoid (222)",
      "Week 2: Logistic regression (222)", "LogisticRegression (222)",
      "作业二 用逻辑回归认识神经网络 (222)", "C1W2 Logistic regression as a neural network (222)",
    ] {
      XCTAssertEqual(try columns(heading).targets["C1W2"], .column(3), heading)
    }
    for heading in ["C1W3 after logistic regression (5)", "Homework 2 (222)", "C1W20 (1)"] {
      XCTAssertEqual(try columns(heading).targets["C1W2"], .new, heading)
    }
    XCTAssertEqual(
      try columns("C1W2 (1),C1W2 Quiz (2)").targets["C1W2"], .column(3), "called exactly so")
  }

  func testSeveralColumnsAreRefusedAndNamed() throws {
    XCTAssertThrowsError(try columns("C1W2 Quiz (111),C1W2 Programming (222)")) {
      XCTAssertEqual(
        ($0 as? PlatformError)?.phrase(.english),
        "C1W2 may be “C1W2 Quiz (111)” or “C1W2 Programming (222)” of the roster; say which: "
          + "--assignment C1W2=222, or C1W2=new for a new column")
      XCTAssertEqual(
        ($0 as? PlatformError)?.phrase(.chinese),
        "名单里 “C1W2 Quiz (111)”、“C1W2 Programming (222)” 都可能是 C1W2；请指明："
          + "--assignment C1W2=222，或 C1W2=new 新建一列")
    }
    XCTAssertThrowsError(try columns("C1W2 Quiz (111)"), "a quiz is not taken unasked")
    let two = "C1W2 Quiz (111),C1W2 Programming (222)"
    for (choice, target) in [
      ("C1W2=222", PlatformColumns.Target.column(4)), ("c1w2=C1W2 Quiz", .column(3)),
      ("C1W2=new", .new),
    ] {
      XCTAssertEqual(try columns(two, choice).targets["C1W2"], target, choice)
    }
    XCTAssertThrowsError(try columns(two, "C1W2=333")) {
      XCTAssertEqual(
        ($0 as? PlatformError)?.phrase(.english),
        "--assignment C1W2=333 names no one column of the roster; it has “C1W2 Quiz (111)”, "
          + "“C1W2 Programming (222)”")
    }
    XCTAssertThrowsError(
      try columns("Work (1)", weeks: ["C1W2", "C1W3"], "C1W2=1,C1W3=1"), "one column for two weeks")
    XCTAssertNil(AssignmentChoices("C1W9=1", weeks: Self.course))
  }

  func testANewColumnIsRemarkedOn() throws {
    XCTAssertEqual(
      try columns("Homework 2 (222)").remarks.map { $0(.english) },
      [
        "no column is named after C1W2, so it gets a new one (the table has “Homework 2 (222)”); "
          + "--assignment C1W2=ID names one"
      ])
  }

  // MARK: Moodle

  private let worksheet = """
    Identifier,Full name,Email address,Status,Grade,Maximum Grade,Grade can be changed\r
    Participant 11,Ada,ada@x.org,Submitted,,"100,00",Yes\r
    Participant 12,Bo,bo@x.org,Submitted,40.00,"100,00",Yes\r
    Participant 13,Cy,cy@x.org,No submission,7.00,"100,00",No\r

    """

  func testMoodlesWorksheetIsFilledOutOfItsMaximum() throws {
    let text = try csv(roster(worksheet), submissions, weeks: ["W2"])
    XCTAssertEqual(
      text,
      "Identifier,Full name,Email address,Status,Grade,Maximum Grade,Grade can be changed\r\n"
        + "Participant 11,Ada,ada@x.org,Submitted,50,\"100,00\",Yes\r\n"
        + "Participant 12,Bo,bo@x.org,Submitted,40.00,\"100,00\",Yes\r\n"
        + "Participant 13,Cy,cy@x.org,No submission,7.00,\"100,00\",No\r\n",
      "an unknown mark leaves the grade that Moodle has")
  }

  func testAWorksheetNeverGetsTheTotalOfSeveralWeeks() throws {
    XCTAssertNil(try csv(roster(worksheet), submissions))
    let columns = try PlatformColumns(
      roster(worksheet), weeks: Sample.weeks, course: Sample.weeks)
    XCTAssertEqual(columns.remarks.count, 1)
    for text in [
      try csv(roster(worksheet), submissions, choices: "W2"),
      try csv(roster(worksheet, "Grades-DL-W2 Sample-4711.csv"), submissions),
    ] {
      XCTAssertTrue(try XCTUnwrap(text).contains("Ada,ada@x.org,Submitted,50,"), text ?? "")
    }
  }

  func testAGradeAboveTheMaximumIsCut() throws {
    var policy = Policy()
    policy.comments = [Comment(student: "11", week: "W2", item: "bonus", points: 9)]
    let text = try XCTUnwrap(csv(roster(worksheet), submissions, policy, weeks: ["W2"]))
    XCTAssertTrue(
      text.contains("Submitted,100,"), "14 of 10 points; Moodle passes over 140: \(text)")
  }

  func testMoodlesParticipantsGetAColumnAWeek() throws {
    XCTAssertEqual(
      try csv(
        roster("First name,Last name,ID number,Email address\r\nAda,Byron,11,ada@x.org\r\n"),
        [Sample.attempt("11", passing: ["a": 4, "c": 5])]),
      "First name,Last name,ID number,Email address,W1 Sample W1,W2 Sample W2,Total (%)\r\n"
        + "Ada,Byron,11,ada@x.org,4,5,45\r\n")
  }

  // MARK: Blackboard and Brightspace

  func testBlackboardIsFilledByTheNumbersOfItsColumns() throws {
    let heading = "W2 Lab [Total Pts: 50 Score] |98765"
    XCTAssertEqual(
      try csv(
        roster(
          "Last Name,First Name,Username,Student ID,\(heading),Total [Total Pts: 50 Score] |1\n"
            + "Lee,Ann,11,S1,,\nRay,Ben,12,S2,7,\n"), submissions),
      "\"Last Name\",\"First Name\",\"Username\",\"Student ID\",\"\(heading)\"\r\n"
        + "\"Lee\",\"Ann\",\"11\",\"S1\",\"25\"\r\n\"Ray\",\"Ben\",\"12\",\"S2\",\"7\"\r\n")
  }

  func testBlackboardsUsersAreFoundInAnyLanguage() throws {
    let heading = "W2 Lab [Gesamtpunkte: 50 Punkte] |98765"
    XCTAssertEqual(
      try csv(
        roster(
          "Nachname,Vorname,Benutzername,Matrikelnummer,Letzter Zugriff,\(heading)\n"
            + "Lee,Ann,11,S1,gestern,\n"), submissions),
      "\"Nachname\",\"Vorname\",\"Benutzername\",\"Matrikelnummer\",\"\(heading)\"\r\n"
        + "\"Lee\",\"Ann\",\"11\",\"S1\",\"25\"\r\n")
    // Of a table whose login is called by an unknown word, everything before the grades is kept.
    XCTAssertEqual(
      try csv(roster("Sukunimi,Tunnus,Student ID,\(heading)\nLee,ann,11,\n"), submissions),
      "\"Sukunimi\",\"Tunnus\",\"Student ID\",\"\(heading)\"\r\n"
        + "\"Lee\",\"ann\",\"11\",\"25\"\r\n")
  }

  func testBrightspaceLinesEndWithTheirMark() throws {
    let heading = "W2 Lab Points Grade <Numeric MaxPoints:20 Weight:5>"
    XCTAssertEqual(
      try csv(
        roster(
          "OrgDefinedId,Username,Last Name,First Name,\(heading),End-of-Line Indicator\n"
            + "#11,#ann,Lee,Ann,,#\n#12,#ben,Ray,Ben,3,#\n"), submissions),
      "OrgDefinedId,Username,W1 Sample W1 Points Grade <Numeric MaxPoints:10>,\(heading),"
        + "End-of-Line Indicator\r\n#11,#ann,10,10,#\r\n#12,#ben,,3,#\r\n")
  }

  func testARosterOfNoPlatformGetsNoTable() throws {
    XCTAssertNil(try csv(roster("id,name\n11,Ann\n"), submissions))
  }
}
