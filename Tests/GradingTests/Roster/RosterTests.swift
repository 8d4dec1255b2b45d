import Files
import Foundation
import GradedTesting
import Text
import XCTest

@testable import Gradebooks
@testable import Intake
@testable import Reports

final class RosterTests: FrameworkTestCase {
  private func roster(_ text: String) throws -> Roster {
    try Roster(text, file: "class.csv")
  }

  // MARK: The three tables

  /// A table in the form that Canvas's guide “How do I export grades in the Gradebook?” shows.
  private let canvas = """
    \u{FEFF}Student,ID,SIS User ID,SIS Login ID,Section,C1W2 (4242),Final Score\r
        Points Possible,,,,,100.00,(read only)\r
    "Doe, Jane",901,S-17,jdoe@example.edu,"Monday, room 3\nand 4",,\r
    "李, 雷",902,S-18,lilei,Monday,,\r
    "Müller, Zoë Anne",903,,zoe,Monday\r
    "Student, Test",999,,,Monday,,\r

    """

  func testACanvasExportGivesStudentsAndKeepsItsRows() throws {
    let roster = try roster(canvas)
    XCTAssertEqual(roster.kind, .canvas)
    XCTAssertEqual(
      roster.students,
      [
        Student(id: "901", name: "Doe, Jane"), Student(id: "902", name: "李, 雷"),
        Student(id: "903", name: "Müller, Zoë Anne"),
      ])
    XCTAssertEqual(
      roster.header,
      [
        "Student", "ID", "SIS User ID", "SIS Login ID", "Section", "C1W2 (4242)", "Final Score",
      ])
    XCTAssertEqual(roster.rows.count, 5, "rows that are no student's stay for the import")
    XCTAssertEqual(roster.rows.map(\.count), [7, 7, 7, 7, 7])
    XCTAssertEqual(roster.students.map(roster.row), [1, 2, 3])
    XCTAssertEqual(roster.rows[1][4], "Monday, room 3\nand 4")
    XCTAssertNil(roster.row(of: Student(id: "999", name: "Student, Test")))
  }

  func testAMoodleWorksheetGivesStudentsWithSeveralIDs() throws {
    let roster = try roster(
      """
      Identifier,"Full name","Email address","ID number",Status,Grade,"Maximum Grade"
      "Participant 4711","Jane Doe",jane@example.edu,2024001,"Submitted for grading",,100.00
      "Participant 4712",王小明,xm@example.edu,,"No submission",,100.00
      """)
    XCTAssertEqual(roster.kind, .moodle)
    XCTAssertEqual(
      roster.students, [Student(id: "4711", name: "Jane Doe"), Student(id: "4712", name: "王小明")])
    XCTAssertEqual(roster.students(called: "2024001").map(\.id), ["4711"])
    XCTAssertEqual(roster.students(called: "JANE@example.edu").map(\.id), ["4711"])
  }

  func testMoodleParticipantsAreCalledByTheirAddress() throws {
    let roster = try roster(
      "First name;Last name;Email address;Groups\nJane;Doe;jane@example.edu;A\n")
    XCTAssertEqual(roster.kind, .moodle)
    XCTAssertEqual(roster.students, [Student(id: "jane@example.edu", name: "Jane Doe")])
  }

  func testAPlainListNeedsNoHeader() throws {
    for text in ["id,name\n7,李雷\n8,\n", "7,李雷\r\n8,\r\n"] {
      let roster = try roster(text)
      XCTAssertEqual(roster.kind, .plain)
      XCTAssertEqual(roster.header, ["id", "name"])
      XCTAssertEqual(roster.students, [Student(id: "7", name: "李雷"), Student(id: "8", name: "8")])
      XCTAssertEqual(roster.students.map(roster.row), [0, 1])
    }
  }

  func testAGitHubClassroomRosterGivesStudentsAndAccounts() throws {
    let roster = try roster(
      """
      "identifier","github_username","github_id","name"
      "s17@example.edu","annie-codes","1234","Ann Lee"
      "s18@example.edu","","",""
      """)
    XCTAssertEqual(roster.kind, .plain)
    XCTAssertEqual(
      roster.students,
      [
        Student(id: "s17@example.edu", name: "Ann Lee"),
        Student(id: "s18@example.edu", name: "s18@example.edu"),
      ])
    XCTAssertEqual(roster.students(called: "annie-codes").map(\.name), ["Ann Lee"])
  }

  // MARK: Who is meant

  func testAStudentIsFoundByEveryIDAndFormOfTheName() throws {
    let roster = try roster(canvas)
    let calls = [
      "901": "901", "s-17": "901", "jdoe@example.edu": "901", "jdoe": "901", "Jane Doe": "901",
      "doe, jane": "901", "DOE JANE": "901", "doejane": "901", "janedoe": "901",
      "Doe, Jane (901)": "901", "901_anything": "901", "hw1_jdoe": "901",
      "李雷": "902", "雷李": "902", "李 雷": "902", "zoë anne MULLER": "903",
      "Mu\u{308}ller, Zoe\u{308} Anne": "903", "mullerzoeanne": "903", "ZOE": "903",
    ]
    for (call, id) in calls {
      XCTAssertEqual(roster.students(called: call).map(\.id), [id], call)
    }
    for stranger in ["nobody", "90", "", "__", "jane"] {
      XCTAssertEqual(roster.students(called: stranger), [], stranger)
    }
  }

  func testNamesakesAreBothMeant() throws {
    let roster = try roster("id,name\n1,Li Wei\n2,Wei Li\n3,Zhang Wei\n")
    XCTAssertEqual(roster.students(called: "li wei").map(\.id).sorted(), ["1", "2"])
  }

  // MARK: Tables that are none

  func testErrorsSayWhatIsWrongAndWhere() throws {
    let cases: [(Data, String, String)] = [
      (
        Data([0x50, 0x4b, 3, 4, 0, 0, 1, 2]),
        "class.csv is not a text file, perhaps one of a spreadsheet program; export the table as CSV",
        "class.csv 不是文本（可能是电子表格文件）；请把表格导出为 CSV"
      ),
      (Data(), "class.csv has no students", "class.csv 里没有学生"),
      (Data("id,name\n".utf8), "class.csv has no students", "class.csv 里没有学生"),
      (
        Data("one column\nonly\n".utf8),
        "class.csv has the columns “one column”; none of them is known. A roster is the gradebook of "
          + "Canvas, Blackboard, Brightspace or Gradescope, Moodle's grading worksheet, Classroom's "
          + "list, or has columns such as id,name",
        "class.csv 的列是 “one column”；没有认识的列。名单应是 Canvas、Blackboard、Brightspace、Gradescope 的成绩导出，"
          + "Moodle 的评分表，Classroom 的名单，或者有 id,name（学号、姓名）这样的列"
      ),
      (
        Data("Vorname,Nachname,Note\nAda,Byron,1\n".utf8),
        "class.csv has the columns “Vorname”, “Nachname”, “Note”; understood: “Vorname” as first "
          + "name, “Nachname” as last name. A roster is the gradebook of "
          + "Canvas, Blackboard, Brightspace or Gradescope, Moodle's grading worksheet, Classroom's "
          + "list, or has columns such as id,name",
        "class.csv 的列是 “Vorname”、“Nachname”、“Note”；认识的有：“Vorname”作为名、“Nachname”作为姓。"
          + "名单应是 Canvas、Blackboard、Brightspace、Gradescope 的成绩导出，"
          + "Moodle 的评分表，Classroom 的名单，或者有 id,name（学号、姓名）这样的列"
      ),
      (
        Data("id,name\n2.02401E+11,Ann\n".utf8),
        "class.csv:2: a spreadsheet has rounded the id to “2.02401E+11”; export the table again and "
          + "do not save it with a spreadsheet, or format the column as text",
        "class.csv:2：电子表格把 id 舍入成了“2.02401E+11”；请重新导出，不要用电子表格另存，或把该列设为文本格式"
      ),
      (
        Data("id,name\n1,Ann\n1,Ben\n".utf8), "class.csv: lines 2 and 3 both have the id 1",
        "class.csv：第 2、3 行的 id 都是 1"
      ),
      (
        Data("id,name\n1,Ann,x\n".utf8), "class.csv:2: 3 fields, but the header has 2",
        "class.csv:2：有 3 个字段，表头只有 2 个"
      ),
      (
        Data("id,name\n,Ann\n".utf8), "class.csv:2: a student without an id",
        "class.csv:2：这个学生没有 id"
      ),
      (
        Data("id,name\n1,\"Ann\n".utf8),
        "class.csv, line 2: the quote (\") that opens a field here is not closed",
        "class.csv，第 2 行：这里有一个引号（\"）没有配对"
      ),
    ]
    for (data, english, chinese) in cases {
      XCTAssertThrowsError(try Roster(data: data, file: "class.csv")) { error in
        XCTAssertEqual((error as? RosterError)?.phrase(.english), english)
        XCTAssertEqual((error as? RosterError)?.phrase(.chinese), chinese)
      }
    }
    XCTAssertThrowsError(try Roster(contentsOf: URL(fileURLWithPath: "/nowhere/class.csv"))) {
      XCTAssertEqual(
        ($0 as? RosterError)?.phrase(.english),
        "/nowhere/class.csv cannot be read: there is no such file")
    }
  }

  // MARK: A class against its roster

  func testUnknownDoubledAndMissingStudentsAreNamed() throws {
    let folder = try ClassFolder()
    for name in ["Jane Doe", "901", "lilei", "stranger"] {
      try folder.write("\(name)/LogisticRegression.swift", "// \(name)")
    }
    try folder.date("Jane Doe/LogisticRegression.swift", 1_700_000_100)
    try folder.date("901/LogisticRegression.swift", 1_700_000_000)
    let reader = try SubmissionReader(folder.url, roster: roster(canvas))
    XCTAssertEqual(reader.missing, [Student(id: "903", name: "Müller, Zoë Anne")])
    XCTAssertEqual(reader.students.map(\.id), ["901", "902", "stranger"])
    XCTAssertEqual(
      reader.remarks.map { $0.phrase(.english) },
      [
        "stranger: no student of the roster; graded under this name. Say in the policy whose it is",
        "Doe, Jane: 2 submissions (901, Jane Doe), taken as attempts in order of time",
      ])
    XCTAssertEqual(
      reader.remarks.map { $0.phrase(.chinese) },
      ["stranger：名单里没有这个学生；按此名称评分。请在评分规则里写明是谁的", "Doe, Jane：有 2 份提交（901、Jane Doe），按时间先后算作多次提交"])
    XCTAssertEqual(
      try reader.all().map { "\($0.student.id) \($0.attempt) \($0.texts["C1W2"] ?? "")" },
      ["901 1 // 901", "901 2 // Jane Doe", "902 1 // lilei", "stranger 1 // stranger"])
  }

  func testNamesakesInAClassAreTold() throws {
    let folder = try ClassFolder()
    try folder.write("li wei/LogisticRegression.swift", "// 1")
    let reader = try SubmissionReader(
      folder.url, roster: roster("id,name\n1,Li Wei\n2,Wei Li\n"))
    XCTAssertEqual(
      reader.remarks.map { $0.phrase(.english) },
      [
        "li wei: may be from Li Wei, 1; Wei Li, 2; graded under this name, and given to nobody. "
          + "Say in the policy whose it is"
      ])
    XCTAssertEqual(
      reader.remarks.map { $0.phrase(.chinese) },
      ["li wei：可能是 Li Wei, 1；Wei Li, 2 的；按此名称评分，不计给任何人。请在评分规则里写明是谁的"])
    XCTAssertEqual(reader.missing.count, 2)
  }
}
