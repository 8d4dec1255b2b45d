import Coursework
import Foundation
import GradedTesting
import Text
import XCTest

@testable import Intake

/// Classes as they come, with oddities that nobody meant.
final class OddClassesTests: FrameworkTestCase {
  private let file = "LogisticRegression.swift"
  private static let weeks = [ClassFolder.week("C1W2"), ClassFolder.week("C1W3")]

  /// The owner of each file, by its content: the student's id, or `?` with those whose it may be.
  private func read(
    _ roster: String? = nil, times: String? = nil, policy: [String: String?] = [:],
    _ write: (ClassFolder) throws -> [String]
  ) throws -> (
    owners: [String], remarks: [IntakeRemark], reader: SubmissionReader, all: [Submission]
  ) {
    let folder = try ClassFolder()
    let places = try write(folder).map { folder.url.appending(path: $0) }
    let reader = try SubmissionReader(
      places, weeks: Self.weeks,
      roster: try roster.map { try Roster($0) },
      settings: IntakeSettings(
        times: try times.map { try TimeTable(data: Data($0.utf8), file: "t.csv", zone: .gmt) },
        owners: policy, zone: .gmt, language: .english))
    let all = try reader.all()
    let owners = all.flatMap { submission in
      submission.texts.values.map { text in
        let open = reader.unmatched.first { $0.student == submission.student }
        let owner = open.map { "? \($0.candidates.map(\.id).joined(separator: " "))" }
        return "\(text.dropFirst(3)): \(owner ?? submission.student.id)"
      }
    }
    return (owners.sorted(), reader.remarks, reader, all)
  }

  private func files(_ names: String...) -> (ClassFolder) throws -> [String] {
    { folder in
      for (index, name) in names.enumerated() {
        try folder.write("class/\(name)", "// \(index)")
      }
      return ["class"]
    }
  }

  // MARK: Rosters

  func testARosterMayHaveAByteOrderMarkBlankRowsAndAStudentInTwoSections() throws {
    let roster = """
      \u{FEFF}id,name,section\r
      ,,\r
      0012,Wang Wei,A\r
      0012,Wang Wei,B\r
      ,,\r
      0013,Wang Wei,B\r

      """
    let found = try read(
      roster, files("Wang Wei_0012/\(file)", "13_Wang Wei/\(file)", "Wang Wei/\(file)"))
    XCTAssertEqual(found.owners, ["0: 0012", "1: 0013", "2: ? 0012 0013"])
    XCTAssertEqual(found.reader.missing, [])
  }

  func testNumbersThatDifferOnlyByZerosAreTwoPeoples() throws {
    let found = try read(
      "id,name\n0123,Ann Lee\n123,Bob Ray\n", files("0123/\(file)", "123/\(file)", "00123/\(file)"))
    XCTAssertEqual(found.owners, ["0: 0123", "1: 123", "2: ? 0123 123"])
  }

  func testAnIdOfAnotherInTheDataOfAStudentIsNoClaim() throws {
    // Bob's login is Ann's id.
    let roster = "id,login,name\n77,ann,Ann Lee\n78,77,Bob Ray\n"
    let found = try read(roster, files("77/\(file)", "Ann Lee (77)/\(file)", "Ray_77/\(file)"))
    XCTAssertEqual(found.owners, ["0: ? 77 78", "1: 77", "2: 78"])
  }

  // MARK: Archives

  func testDownloadsOfSectionsInOneArchiveAreRead() throws {
    let roster =
      "Student,ID,SIS Login ID,Section\n\"Doe, Jane\",111,jdoe,A\n\"Ray, Bob\",222,bray,B\n"
    let found = try read(roster) { folder in
      var sections: [ZipBuilder.Entry] = []
      for (index, name) in ["doejane_111_900", "raybob_LATE_222_901"].enumerated() {
        var section = ZipBuilder.Entry("Section \(index).zip")
        section.content = try ZipBuilder([.init("\(name)_\(self.file)", "// \(index)")]).data()
        sections.append(section)
      }
      try folder.write("all.zip", ZipBuilder(sections).data())
      return ["all.zip"]
    }
    XCTAssertEqual(found.owners, ["0: 111", "1: 222"])
  }

  func testAnEmptyFolderInAnArchiveIsAHandIn() throws {
    let found = try read { folder in
      try folder.write("c/ann/\(self.file)", "// 0")
      try FileManager.default.createDirectory(
        at: folder.url.appending(path: "c/bob"), withIntermediateDirectories: true)
      try XCTSkipUnless(folder.shell("cd c && zip -qr ../c.zip ."), "no zip")
      return ["c.zip"]
    }
    XCTAssertEqual(found.reader.students.map(\.id), ["ann", "bob"])
    XCTAssertEqual(
      found.all.map(\.handIn.unreadWeeks), [[], ["C1W2", "C1W3"]],
      "of Bob's nothing is known")
  }

  func testNamesInGB18030WithCharactersOfFourBytesAreDecoded() throws {
    let encoding = String.Encoding(rawValue: 0x8000_0632)
    let roster = "id,name\n1,王喆\n2,\u{3400}小明\n3,张三\n"
    let found = try read(roster) { folder in
      var entries: [ZipBuilder.Entry] = []
      for (index, name) in ["王喆", "\u{3400}小明", "张三"].enumerated() {
        var entry = ZipBuilder.Entry("\(name)/\(self.file)", "// \(index)")
        entry.name = Array(try XCTUnwrap("\(name)/\(self.file)".data(using: encoding)))
        entry.flags = 0
        entries.append(entry)
      }
      try folder.write("c.zip", ZipBuilder(entries).data())
      return ["c.zip"]
    }
    XCTAssertEqual(found.owners, ["0: 1", "1: 2", "2: 3"])
  }

  // MARK: Layouts

  func testIliasPutsTeamsAroundTheirMembers() throws {
    let roster = "id,name\njdoe,Jane Doe\nbray,Bob Ray\ncfox,Cy Fox\n"
    for top in ["", "Abgaben/", "Uebung 1/Abgaben/"] {
      let found = try read(
        roster,
        files(
          "\(top)Team 5/Doe_Jane_jdoe_6/\(file)", "\(top)Team 5/Ray_Bob_bray_7/\(file)",
          "\(top)Team 6/Fox_Cy_cfox_8/\(file)"))
      XCTAssertEqual(found.owners, ["0: jdoe", "1: bray", "2: cfox"], top)
    }
    // A team that is a group of the class is one hand-in, whose file has ILIAS's time all the same.
    let folder = try ClassFolder()
    try folder.write("c/Team 5/Doe_Jane_jdoe_6/20261121080000_\(file)", "// x")
    try folder.write("c/Fox_Cy_cfox_8/20261120080000_\(file)", "// x")
    let groups = Groups(["Team 5": ["jdoe", "bray"]])
    let reader = try SubmissionReader(
      [folder.url.appending(path: "c")], weeks: Self.weeks,
      roster: Roster(data: Data(roster.utf8), file: "roster.csv"),
      settings: IntakeSettings(groups: groups, zone: .gmt, language: .english))
    XCTAssertEqual(
      try reader.all().map(\.handIn.time),
      ["2026-11-20T08:00:00Z", "2026-11-21T08:00:00Z"].map { .moment(Sample.date($0), .name) })
  }

  func testMoodleNamesMayHaveUnderscoresAndLackNumbers() throws {
    let roster = """
      Identifier,Full name,Email address,Status,Grade,Maximum Grade
      Participant 4711,Ann_Lee,a@x.edu,Submitted,,100
      Participant 4712,Bob Ray,b@x.edu,Submitted,,100
      """
    let found = try read(
      roster,
      files(
        "Ann_Lee_4711_assignsubmission_file/\(file)", "Bob Ray_assignsubmission_file_/\(file)"))
    XCTAssertEqual(found.owners, ["0: 4711", "1: 4712"])
  }

  func testAStudentInTwoSectionsDownloadsIsSaid() throws {
    let roster = "Student,ID,SIS Login ID,Section\n\"Doe, Jane\",111,jdoe,A\n"
    func places(_ second: String) -> (ClassFolder) throws -> [String] {
      { folder in
        try folder.write("a/doejane_111_900_\(self.file)", "// 0")
        try folder.write("b/doejane_LATE_111_950_\(second)", "// 1")
        return ["a", "b"]
      }
    }
    let same = try read(roster, places(file))
    XCTAssertEqual(same.owners, ["0: 111", "1: 111"])
    XCTAssertEqual(
      same.remarks, [.doubled("Doe, Jane", submissions: ["doejane (111)", "doejane (111)"])])
    XCTAssertEqual(
      try read(roster, places("ShallowNetwork.swift")).remarks, [],
      "the download of another week has the same students")
  }

  func testHandInsOfOneStudentWithoutTimesHaveNoOrder() throws {
    let roster = "id,name\n111,Jane Doe\n"
    let canvas = try read(
      roster
    ) { folder in
      try folder.write("a/doejane_111_900_\(self.file)", "// 0")
      try folder.write("b/doejane_111_950_\(self.file)", "// 1")
      return ["a", "b"]
    }
    XCTAssertEqual(canvas.all.map(\.handIn.isUnordered), [true, true])
    let blackboard = try read(
      roster,
      files(
        "W_111_attempt_2026-11-21-08-00-00_\(file)", "W_111_attempt_2026-11-20-08-00-00_\(file)"))
    XCTAssertEqual(blackboard.all.map(\.handIn.isUnordered), [nil, nil])
  }

  func testTwoVersionsByNameAreNotChosenBetween() throws {
    for name in ["LogisticRegression_final.swift", "ann_LogisticRegression.swift"] {
      let found = try read(nil, files("ann/\(file)", "ann/\(name)", "bob/\(file)"))
      XCTAssertEqual(found.owners, ["2: bob"], name)
    }
    for name in ["LogisticRegression_old.swift", "LogisticRegression backup.swift"] {
      let found = try read(nil, files("ann/\(file)", "ann/\(name)", "bob/\(file)"))
      XCTAssertEqual(found.owners, ["0: ann", "2: bob"], name)
    }
  }

  // MARK: What the instructor says

  func testAPolicyThatNamesNobodyDecidesNothing() throws {
    let found = try read(
      "id,name\n1,李雷\n2,王小明\n", policy: ["王小明(1)": "22"], files("王小明(1)/\(file)"))
    XCTAssertEqual(found.owners, ["0: ? 1 2"])
    XCTAssertEqual(found.remarks.first, .ownerUnknown("王小明(1)", id: "22"))
  }

  func testATimeOfANameThatTwoStudentsHaveIsNeithers() throws {
    let found = try read(
      "id,name\n1,Jane Doe\n2,Jane Doe\n3,Cy Fox\n",
      times: "student,time\nJane Doe,2026-11-20 08:00\n\"Fox, Cy\",2026-11-20 09:00\n",
      files("1/\(file)", "2/\(file)", "3/\(file)"))
    XCTAssertEqual(
      found.all.map { if case .moment(_, .table) = $0.handIn.time { true } else { false } },
      [false, false, true])
    XCTAssertEqual(found.remarks, [.timesOfSeveral("Jane Doe")])
  }

  func testATimeOfAnIdIsNotThatOfAPlatformsNumber() throws {
    let found = try read(
      "id,name\n12,Bob Ray\n13,Jane Doe\n", times: "student,time\n12,2026-11-20 08:00\n",
      files(
        "Ray Bob_12_assignsubmission_file/\(file)", "Jane Doe_44_assignsubmission_file/\(file)"))
    XCTAssertEqual(
      found.all.map(\.handIn.time),
      [.moment(Sample.date("2026-11-20T08:00:00Z"), .table), .unknown])
    let crossed = try read(
      "id,name\n12,Bob Ray\n13,Jane Doe\n", times: "student,time\n12,2026-11-20 08:00\n",
      policy: ["Jane Doe (12)": "13"], files("Jane Doe_12_assignsubmission_file/\(file)"))
    XCTAssertEqual(crossed.all.map(\.handIn.time), [.unknown], "the time is Bob's")
  }

  func testATableMayNameWeeksInSmallLettersAndUnknownOnesAreNamed() throws {
    let found = try read(
      times: "student,week,time\nann,c1w2,2026-11-20 08:00\nann,C1W9,2026-11-21 08:00\n",
      files("ann/\(file)", "bob/\(file)"))
    XCTAssertEqual(
      found.all.first?.handIn.time,
      .moment(Sample.date("2026-11-20T08:00:00Z"), .table))
    XCTAssertEqual(found.remarks, [.timesOfNoWeek("c1w9")])
  }

  func testDraftsAndExtensionsOfAWorksheetAreSaid() throws {
    let worksheet = """
      Identifier,Full name,Email address,Status,Grade,Maximum Grade,Grade can be changed,Last modified (submission),Last modified (grade)
      Participant 17,Jane Doe,j@x.edu,Draft (not submitted),,100.00,Yes,"Friday, 20 November 2026, 10:10 PM",-
      Participant 18,Bob Ray,b@x.edu,"Submitted for grading - 8 hours 1 min late - Extension granted until: Sunday, 22 November 2026, 11:59 PM",,100.00,Yes,"Saturday, 21 November 2026, 8:00 AM",-
      Participant 19,Cy Fox,c@x.edu,"No submission - Extension granted until: Sunday, 22 November 2026, 11:59 PM",,100.00,Yes,-,-
      """
    let found = try read(
      worksheet,
      files(
        "Jane Doe_17_assignsubmission_file/\(file)", "Bob Ray_18_assignsubmission_file/\(file)"))
    XCTAssertEqual(found.owners, ["0: 17", "1: 18"])
    XCTAssertEqual(
      found.remarks,
      [
        .draft("Jane Doe (17)"),
        .extended(
          "Bob Ray (18)",
          line: #"{ "student": "18", "week": "WEEK", "until": "2026-11-22T23:59:00Z" }"#),
      ])
    XCTAssertEqual(
      ["Entwurf (nicht abgegeben)", "草稿（未提交）", "Brouillon (non remis)", "Abgegeben"].map {
        MoodleStatus($0, zone: .gmt).isDraft
      }, [true, true, true, false])
  }

  func testAWorksheetThatKnowsOfAHandInIsBelieved() throws {
    let worksheet = """
      Identifier,Full name,Email address,Status,Grade,Maximum Grade,Grade can be changed,Last modified (submission),Last modified (grade)
      Participant 17,Jane Doe,j@x.edu,Submitted for grading,,100.00,Yes,"Friday, 20 November 2026, 10:10 PM",-
      Participant 18,Bob Ray,b@x.edu,Submitted for grading,,100.00,Yes,"Friday, 20 November 2026, 9:10 PM",-
      Participant 19,Cy Fox,c@x.edu,No submission,,100.00,Yes,-,-
      """
    let found = try read(worksheet, files("Jane Doe_17_assignsubmission_file/\(file)"))
    XCTAssertEqual(found.reader.missing.map(\.id), ["18", "19"])
    XCTAssertEqual(found.reader.expected.map(\.id), ["18"])
  }
}
