import Files
import Foundation
import GradedTesting
import Text
import XCTest

@testable import Intake

/// The tables of students as platforms and spreadsheets write them.
final class RosterFormsTests: FrameworkTestCase {
  private func roster(_ text: String) throws -> Roster {
    try Roster(text, file: "class.csv")
  }

  private func check(
    _ text: String, _ kind: Roster.Kind, _ students: [(id: String, name: String)],
    line: UInt = #line
  ) throws {
    let roster = try roster(text)
    XCTAssertEqual(roster.kind, kind, line: line)
    XCTAssertEqual(
      roster.students, students.map { Student(id: $0.id, name: $0.name) }, line: line)
  }

  // MARK: Platforms

  func testCanvasTablesMayHaveTwoColumnsOfNames() throws {
    try check(
      """
      LastName,FirstName,ID,SIS User ID,SIS Login ID,Section,C1W2 (42)
      ,,,,,,Manual Posting
          Points Possible,,,,,,105.00
      Doe,Jane,901,0017,jdoe@example.edu,A,EX
      Student,Test,999,,,A,
      """, .canvas, [("901", "Jane Doe")])
  }

  func testBlackboardTablesAreRead() throws {
    let text = """
      "Last Name","First Name","Username","Student ID","Last Access","Availability",\
      "C1W2 [Total Pts: 100 Score] |98765"
      "Doe","Jane","jdoe","S17","2026-11-20","Yes",""
      "李","雷","lilei","S18","","Yes","5"
      "x","y","course_previewuser","","","Yes",""
      """
    try check(text, .blackboard, [("jdoe", "Jane Doe"), ("lilei", "李雷")])
    let wide = try Roster(
      data: Data([0xff, 0xfe])
        + XCTUnwrap(text.replacing(",", with: "\t").data(using: .utf16LittleEndian)),
      file: "gc.xls")
    XCTAssertEqual(wide.kind, .blackboard, "Blackboard's own file is UTF-16 with tabs")
    XCTAssertEqual(wide.students.map(\.id), ["jdoe", "lilei"])
    XCTAssertEqual(try roster(text).students(called: "s17").map(\.id), ["jdoe"])
  }

  func testBrightspaceTablesAreRead() throws {
    try check(
      """
      OrgDefinedId,Username,Last Name,First Name,Email,\
      C1W2 Points Grade <Numeric MaxPoints:100 Weight:10>,End-of-Line Indicator
      #00123,#jdoe,Doe,Jane,jdoe@example.edu,,#
      """, .brightspace, [("00123", "Jane Doe")])
  }

  func testGradescopeRostersAreReadWithoutTheStaff() throws {
    try check(
      """
      First Name,Last Name,SID,Email,Role,Sections
      Jane,Doe,017,jdoe@example.edu,Student,A
      Tim,Ta,,ta@example.edu,TA,A
      Ann,Lee,,lee@example.edu,Student,A
      """, .gradescope, [("017", "Jane Doe"), ("lee@example.edu", "Ann Lee")])
  }

  func testGoogleClassroomTablesAreRead() throws {
    try check(
      """
      Last Name,First Name,Email Address,C1W2,Overall Grade
      Date,,,2026-11-20,
      Points,,,100,
      Doe,Jane,jdoe@example.edu,,
      """, .classroom, [("jdoe@example.edu", "Jane Doe")])
  }

  func testMoodleWorksheetsInOtherLanguagesAreRead() throws {
    try check(
      """
      ID,Vollständiger Name,E-Mail-Adresse,Status,Bewertung,Höchstbewertung,Bewertung änderbar
      Teilnehmer/in4711,Jane Doe,jane@example.edu,Abgegeben,,"100,00",Ja
      """, .moodle, [("4711", "Jane Doe")])
    let unknown = try roster(
      """
      Q1,Q2,Q3,Q4,Q5,Q6
      Qatnashuvchi 4711,Jane Doe,jane@example.edu,ok,,"100,00"
      Qatnashuvchi 4712,Ann Lee,lee@example.edu,ok,,"100,00"
      """)
    XCTAssertEqual(unknown.kind, .moodle, "told by its cells")
    XCTAssertEqual(unknown.students.map(\.id), ["4711", "4712"])
    XCTAssertEqual(MoodleWorksheet(unknown.header, unknown.rows)?.grade, 4)
  }

  func testMoodleWorksheetsMayBeAnonymousOrHaveTeams() throws {
    try check(
      """
      Identifier,Status,Grade,Maximum Grade,Grade can be changed
      Participant 7,Submitted,,100.00,Yes
      """, .moodle, [("7", "7")])
    let teams = try roster(
      """
      Identifier,Full name,Email address,Status,Group,Grade,Maximum Grade
      Participant 17,Ann Lee,lee@x.edu,Submitted,Team A,,100
      Participant 18,Ben Ray,ray@x.edu,Submitted,Team B,,100
      Participant 19,Cy Fox,fox@x.edu,Submitted,Team A,,100
      Participant 20,Di Nox,nox@x.edu,Submitted,Default group,,100
      """)
    XCTAssertEqual(teams.teams.mapValues { $0.map(\.id) }, ["Team A": ["17", "19"]])
  }

  func testLoginsWithNumbersAreNoParticipants() throws {
    try check(
      "login,name,section,email\nstud001,Ann Lee,1,lee@x.edu\nstud002,Ben Ray,1,ray@x.edu\n",
      .plain,
      [("stud001", "Ann Lee"), ("stud002", "Ben Ray")])
  }

  // MARK: Headings of plain tables

  func testHeadingsAreNoStudents() throws {
    for header in ["student_id,name", "id,name", "ID,Student Name", "学号,姓名", "SID,Full Name"] {
      try check("\(header)\n1,李雷\n2,王小明\n", .plain, [("1", "李雷"), ("2", "王小明")])
    }
    for header in ["name,id", "Name,Student ID", "姓名,学号"] {
      try check("\(header)\n李雷,1\n王小明,2\n", .plain, [("1", "李雷"), ("2", "王小明")])
    }
    try check("李雷,1\n王小明,2\n", .plain, [("1", "李雷"), ("2", "王小明")])
    try check(
      "First Name,Last Name,Student ID,Email\nJane,Doe,S17,jane@x.edu\n", .plain,
      [("S17", "Jane Doe")])
    try check("2026 autumn,\n学号,姓名\n1,李雷\n", .plain, [("1", "李雷")])
  }

  func testUnknownHeadingsAreNoStudentEither() throws {
    XCTAssertThrowsError(try roster("Kennzeichen,Wer\n11,Ann\n12,Ben\n")) {
      guard case .unknownTable(_, let columns, _) = $0 as? RosterError else {
        return XCTFail("\($0)")
      }
      XCTAssertEqual(columns, ["Kennzeichen", "Wer"])
    }
  }

  // MARK: Spreadsheets

  func testBlankRowsFormulasAndSeparatorsAreUnderstood() throws {
    try check(
      "sep=;\r\nid;name;;\r\n=\"0012\";Ann;;\r\n;;;\r\n\"=\"\"0013\"\"\";Ben;;\r\n", .plain,
      [("0012", "Ann"), ("0013", "Ben")])
    try check("id\tname\n7\tDoe, Jane\n", .plain, [("7", "Doe, Jane")])
  }

  func testLostZerosFindTheirStudent() throws {
    let roster = try roster("id,name\n12,Ann\n345,Ben\n")
    XCTAssertEqual(roster.students(called: "0012").map(\.id), ["12"])
    XCTAssertEqual(
      try self.roster("id,name\n0012,Ann\n").students(called: "12").map(\.id), ["0012"])
  }

  func testTablesInOtherEncodingsAreRead() throws {
    let western = try Roster(
      data: XCTUnwrap("id,name\n1,José Müller\n2,Zoë Ñandú\n".data(using: .windowsCP1252)),
      file: "class.csv")
    XCTAssertEqual(western.students.map(\.name), ["José Müller", "Zoë Ñandú"])
    XCTAssertEqual(
      western.remarks.map { $0(.english) },
      ["class.csv does not say its encoding; read as Windows-1252"])
    // 学号,姓名 / 1,王喆 / 2,李雷 as `iconv -t GBK` writes it: 喆 is not in GB 2312.
    let gbk: [UInt8] = [
      0xd1, 0xa7, 0xba, 0xc5, 0x2c, 0xd0, 0xd5, 0xc3, 0xfb, 0x0a, 0x31, 0x2c, 0xcd, 0xf5, 0x86,
      0xb4,
      0x0a, 0x32, 0x2c, 0xc0, 0xee, 0xc0, 0xd7, 0x0a,
    ]
    let chinese = try Roster(data: Data(gbk), file: "class.csv")
    XCTAssertEqual(chinese.students, [Student(id: "1", name: "王喆"), Student(id: "2", name: "李雷")])
    let wide = try Roster(
      data: XCTUnwrap("id,name\n1,王喆\n".data(using: .utf16BigEndian)), file: "class.csv")
    XCTAssertEqual(wide.students.map(\.name), ["王喆"], "without a byte order mark")
  }

  func testNumbersOfAnyLocaleAreRead() {
    for (text, value) in [
      ("100.00", 100), ("100,00", 100), ("1.234,50", 1234.5), ("1,234.50", 1234.5),
      ("1 234,5", 1234.5),
      ("1\u{202F}234,50", 1234.5), ("1'234.50", 1234.5), ("1,000", 1000), ("0,125", 0.125),
      ("١٠٠٫٠٠", 100), ("12", 12), ("1.000.000", 1_000_000), ("-2,5", -2.5),
    ] {
      XCTAssertEqual(LocalNumber(text)?.value, value, text)
    }
    for text in ["", "EX", "N/A", "(read only)", "1.2.3", "5 %"] {
      XCTAssertNil(LocalNumber(text), text)
    }
  }

  // MARK: Who is meant

  func testNamesWithMoreOrFewerWordsFindTheirStudent() throws {
    let roster = try roster("id,name\n1,\"Doe, Jane M.\"\n2,Jürgen Groß\n3,\"Doe, John\"\n")
    XCTAssertEqual(roster.students(called: "Jane Doe").map(\.id), ["1"])
    XCTAssertEqual(roster.students(called: "Juergen Gross").map(\.id), ["2"])
    XCTAssertEqual(roster.students(called: "Jurgen Groß").map(\.id), ["2"])
    XCTAssertEqual(roster.students(called: "Doe").map(\.id), [])
  }
}
