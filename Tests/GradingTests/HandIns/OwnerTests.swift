import Foundation
import GradedTesting
import Text
import XCTest

@testable import Intake

/// The owner of a hand-in: nobody gets marks by a number that contradicts the name.
final class OwnerTests: FrameworkTestCase {
  private let file = "LogisticRegression.swift"

  /// The owner of each of these folders: the student's id, or `?` with the ids of those whose it may
  /// be.
  private func owners(
    _ roster: String, _ names: [String], policy: [String: String?] = [:],
    groups: [String: [String]] = [:]
  ) throws -> [String] {
    let folder = try ClassFolder()
    for name in names {
      let path = name.hasSuffix(".swift") ? name : "\(name)/\(file)"
      try folder.write(path, "// \(name)")
    }
    let reader = try SubmissionReader(
      [folder.url], weeks: Self.weeks, roster: Roster(roster),
      settings: IntakeSettings(owners: policy, groups: Groups(groups), language: .english))
    return try reader.all().map { submission in
      let text = submission.texts["C1W2"] ?? ""
      let open = reader.unmatched.first { $0.student == submission.student }
      let owner = open.map { "? \($0.candidates.map(\.id).joined(separator: " "))" }
      return "\(text.dropFirst(3)): \(owner ?? submission.student.id)"
    }.sorted()
  }

  private static let weeks = [ClassFolder.week("C1W2"), ClassFolder.week("C1W3")]

  private let plain = "id,name\n1,李雷\n2,王小明\n7,Ann Lee\n"

  func testANumberAgainstANameIsAmbiguous() throws {
    XCTAssertEqual(try owners(plain, ["王小明(1)"]), ["王小明(1): ? 1 2"])
    XCTAssertEqual(try owners(plain, ["Lee Ann (2)"]), ["Lee Ann (2): ? 2 7"])
    XCTAssertEqual(try owners(plain, ["smithbob_2"]), ["smithbob_2: ? 2"])
  }

  func testANumberWithItsNameIsSure() throws {
    XCTAssertEqual(
      try owners(plain, ["王小明(2)", "1", "7_Ann Lee"]), ["1: 1", "7_Ann Lee: 7", "王小明(2): 2"])
  }

  func testANumberThatIsNobodysIsACopys() throws {
    XCTAssertEqual(
      try owners(plain, ["Ann Lee (3)", "李雷 - 副本"]), ["Ann Lee (3): 7", "李雷 - 副本: 1"])
  }

  func testANumberBehindAWordOfTheCourseIsNoId() throws {
    XCTAssertEqual(try owners(plain, ["week 2 Ann Lee"]), ["week 2 Ann Lee: 7"])
  }

  func testThePolicyDecides() throws {
    XCTAssertEqual(
      try owners(plain, ["王小明(1)", "stranger"], policy: ["王小明(1)": "2", "stranger": nil]),
      ["王小明(1): 2"])
  }

  func testACanvasNumberAgainstAnotherNameIsAmbiguous() throws {
    let roster = """
      Student,ID,SIS User ID,SIS Login ID,Section
      "Doe, Jane",111,a1,jdoe,A
      "Smith, Bob",222,a2,bsmith,A
      """
    XCTAssertEqual(
      try owners(
        roster, ["doejane_111_900_\(file)", "smithbob_222_901_\(file)"]),
      ["doejane_111_900_\(file): 111", "smithbob_222_901_\(file): 222"])
    XCTAssertEqual(
      try owners(roster, ["smithbob_111_900_\(file)"]), ["smithbob_111_900_\(file): ? 111 222"])
  }

  func testAMoodleTeamIsNoParticipantOfItsNumber() throws {
    let roster = """
      Identifier,Full name,Email address,Status,Grade
      Participant 17,Jane Doe,j@x.edu,Submitted,
      Participant 18,Bob Smith,b@x.edu,Submitted,
      """
    XCTAssertEqual(
      try owners(
        roster, ["Team A_17_assignsubmission_file", "Bob Smith_18_assignsubmission_file_"]),
      ["Bob Smith_18_assignsubmission_file_: 18", "Team A_17_assignsubmission_file: ? 17"])
  }

  func testAHandInCalledByItsGroupIsTheGroups() throws {
    let roster = """
      Identifier,Full name,Email address,Status,Group,Grade
      Participant 17,Jane Doe,j@x.edu,Submitted,Team_A,
      Participant 18,Bob Smith,b@x.edu,Submitted,Team B,
      Participant 19,Cy Fox,c@x.edu,Submitted,Team_A,
      Participant 20,Di Nox,d@x.edu,Submitted,Default group,
      """
    let groups = ["Team_A": ["17", "19"], "Team B": ["18"]]
    // Moodle writes the group's number behind its name, which may be a participant's.
    XCTAssertEqual(
      try owners(
        roster,
        ["Team A_18_assignsubmission_file", "Team B_3_assignsubmission_file_", "Default group"],
        groups: groups),
      [
        "Default group: ? ", "Team A_18_assignsubmission_file: 17",
        "Team B_3_assignsubmission_file_: 18",
      ])
    XCTAssertEqual(try owners(roster, ["team_a"], groups: groups), ["team_a: 17"])
  }

  func testAGroupThatIsCalledLikeSomebodyIsAmbiguous() throws {
    XCTAssertEqual(
      try owners(
        "id,name\n1,Jane Doe\n2,Bob Smith\n3,Cy Fox\n", ["Jane Doe"],
        groups: ["Jane Doe": ["2", "3"]]),
      ["Jane Doe: ? 1 2 3"])
  }

  func testALoginThatIsAnothersFirstNameIsNoClaim() throws {
    let roster = """
      login,name
      ann,Ann Roe
      annlee,Ann Lee
      summer,Ed Poe
      slee,Summer Lee
      """
    XCTAssertEqual(
      try owners(roster, ["Ann Lee", "Summer Lee", "Lee_Ann_annlee_6", "ann"]),
      ["Ann Lee: annlee", "Lee_Ann_annlee_6: annlee", "Summer Lee: slee", "ann: ann"])
    XCTAssertEqual(
      try owners(roster, ["Roe_Ann_ann_4711", "hw2 ann", "ann lee 2"]),
      ["Roe_Ann_ann_4711: ann", "ann lee 2: annlee", "hw2 ann: ann"])
  }

  func testALoginThatIsAnothersOnlyNameIsAmbiguous() throws {
    XCTAssertEqual(
      try owners("login,name\nsummer,Ed Poe\ns2,Summer\n", ["summer", "Summer (3)"]),
      ["Summer (3): s2", "summer: ? s2 summer"])
  }

  func testALongerNameThanThatOfALoginIsNotItsOwners() throws {
    XCTAssertEqual(
      try owners("login,name\nann,Ann Lee\nals,Ann Lee Smith\n", ["Ann Lee Smith"]),
      ["Ann Lee Smith: als"])
    XCTAssertEqual(
      try owners("login,name\njane,Jane Roe\ndoe,Jane Marie Doe\n", ["Jane Doe"]),
      ["Jane Doe: doe"])
    XCTAssertEqual(
      try owners("login,name\njane,Jane Roe\n", ["Jane Xu"]), ["Jane Xu: ? jane"],
      "which says whose login it is")
  }

  func testNamesMayHoldAWordOfTheCourse() throws {
    let roster = "id,name\n1,Taylor Swift\n2,Ana Lab\n3,\"Summer, Finn\"\n4,Taylor\n"
    XCTAssertEqual(
      try owners(roster, ["Taylor Swift", "Lab_Ana", "Finn Summer", "Taylor final"]),
      ["Finn Summer: 3", "Lab_Ana: 2", "Taylor Swift: 1", "Taylor final: 4"])
  }

  func testAFolderCalledLikeAVersionIsWhoseLoginItIs() throws {
    let roster = "id,name\nv2,Vy Vo\nold,Ed Old\nann,Ann Lee\n"
    XCTAssertEqual(try owners(roster, ["v2", "old", "ann"]), ["ann: ann", "old: old", "v2: v2"])
  }

  func testGroupsAreFoundByTheLettersThatPlatformsKeep() throws {
    let roster = """
      Student,ID,SIS User ID,SIS Login ID,Section
      "Doe, Jane",111,a1,jdoe,A
      "Ray, Bob",222,a2,bray,A
      """
    let groups = ["Team Alpha #1": ["111", "222"]]
    // Canvas drops everything but letters, digits and `_`, and gives the representative's number.
    XCTAssertEqual(
      try owners(roster, ["teamalpha1_222_900_\(file)"], groups: groups),
      ["teamalpha1_222_900_\(file): 111"])
    XCTAssertEqual(
      try owners(roster, ["team-alpha-1"], groups: groups), ["team-alpha-1: 111"])
    let both = groups.merging(["Team Alpha 1": ["222"]]) { $1 }
    XCTAssertEqual(
      try owners(roster, ["team-alpha-1"], groups: both), ["team-alpha-1: ? "],
      "two groups of these letters")
  }

  func testATeamOfTheWorksheetIsNoParticipantOfItsNumber() throws {
    let roster = """
      Identifier,Full name,Email address,Status,Group,Grade
      Participant 17,Ann Lee,a@x.edu,Submitted,Team Lee,
      Participant 18,Bob Ray,b@x.edu,Submitted,Team Lee,
      Participant 19,Lee Fox,l@x.edu,Submitted,-,
      """
    XCTAssertEqual(
      try owners(roster, ["Team Lee_19_assignsubmission_file"]),
      ["Team Lee_19_assignsubmission_file: ? 17 18"])
  }

  func testBlindMarkingInAnotherLanguageHidesTheName() throws {
    let roster = """
      ID,Vollständiger Name,E-Mail-Adresse,Status,Bewertung
      Teilnehmer/in 501,Jürgen Müller,j@x.de,Abgegeben,
      """
    XCTAssertEqual(
      try owners(roster, ["Teilnehmerin_501_assignsubmission_file"]),
      ["Teilnehmerin_501_assignsubmission_file: 501"])
  }

  func testNamesInOtherSpellingsFindTheirStudents() throws {
    let roster = "id,name\n1,\"Doe, Jane M.\"\n2,Jürgen Groß\n3,José Pérez\n4,Søren Åberg\n"
    XCTAssertEqual(
      try owners(roster, ["Jane Doe", "Juergen Gross", "perez jose", "Soeren Aaberg"]),
      ["Jane Doe: 1", "Juergen Gross: 2", "Soeren Aaberg: 4", "perez jose: 3"])
  }

  func testInvisibleCharactersAreNoPartOfANameOrAnId() throws {
    // Canvas drops the joiner of a Persian name, and spreadsheets add spaces of no width.
    let roster =
      "id,name\n\u{200B}12,علی\u{200C}رضا\n\u{FEFF}13,\u{200F}ليلى حسن\n"
      + "14,ΓΙΩΡΓΟΣ ΠΑΠΠΑΣ\n"
    XCTAssertEqual(
      try owners(roster, ["علیرضا", "ليلى حسن", "Γιώργος Παππάς", "12"]),
      [
        "12: 12", "Γιώργος Παππάς: 14", "علیرضا: 12", "ليلى حسن: \u{FEFF}13",
      ].sorted())
  }

  func testTwoOfOneNameAreAmbiguous() throws {
    XCTAssertEqual(
      try owners("id,name\n1,Wang Wei\n2,Wang Wei\n", ["Wang Wei"]), ["Wang Wei: ? 1 2"])
    XCTAssertEqual(
      try owners("id,name\n1,Jane A. Doe\n2,Jane B. Doe\n", ["Jane Doe"]), ["Jane Doe: ? 1 2"])
  }

  func testLostZerosOfANumberAreForgiven() throws {
    XCTAssertEqual(try owners("id,name\n12,Ann Lee\n", ["0012"]), ["0012: 12"])
  }

  func testBlackboardsUserIsAnIdAndNoName() throws {
    let roster = "id,name\nxk42,Jane Doe\nwei_2,Wang Wei\n"
    let names = [
      "Week 2_xk42_attempt_2026-11-20-22-10-11_\(file)",
      "Week_2_wei_2_attempt_2026-11-20-22-10-11_\(file)",
    ]
    XCTAssertEqual(
      try owners(roster, names), ["\(names[0]): xk42", "\(names[1]): wei_2"].sorted())
  }

  func testUsersOfBlackboardThatEndAlikeAreTwo() throws {
    let names = ["a_lee", "b_lee", "lee"].map {
      "Week 2_\($0)_attempt_2026-11-20-22-10-11_\(file)"
    }
    XCTAssertEqual(
      try owners("id,name\na_lee,Ann Lee\nb_lee,Bo Lee\nlee,Cy Lee\n", names),
      ["\(names[0]): a_lee", "\(names[1]): b_lee", "\(names[2]): lee"])
    let folder = try ClassFolder()
    for name in names { try folder.write(name, "// \(name)") }
    XCTAssertEqual(
      try SubmissionReader(folder.url, language: .english).students.map(\.id),
      ["a_lee", "b_lee", "lee"], "without a roster as well")
    // Of a single hand-in, and where all begin alike, either reading may be right.
    let one = "W_x_a_lee_attempt_2026-11-20-22-10-11_\(file)"
    XCTAssertEqual(
      try owners("id,name\na_lee,Ann Lee\nx_a_lee,Cy Lee\n", [one]), ["\(one): ? a_lee x_a_lee"])
    let alike = ["s_1", "s_2"].map { "W_\($0)_attempt_2026-11-20-22-10-11_\(file)" }
    XCTAssertEqual(
      try owners("id,name\ns_1,Ann Lee\ns_2,Bo Ray\n1,Cy Fox\n", alike),
      ["\(alike[0]): ? 1 s_1", "\(alike[1]): s_2"])
  }

  func testAnonymousDownloadsAreNobodys() throws {
    let roster = "id,name\n1,Ann\n2,Bob\n"
    XCTAssertEqual(
      try owners(roster, ["anon_Ab3dE_900_\(file)", "LATE_anon_Zz9yX_901_\(file)"]),
      ["LATE_anon_Zz9yX_901_\(file): ? ", "anon_Ab3dE_900_\(file): ? "])
  }

  func testNamesComposedAndDecomposedAreJoinedAndSaid() throws {
    let folder = try ClassFolder()
    try folder.write("Ren\u{E9}/\(file)", "// composed")
    try folder.write("Rene\u{301}/ShallowNetwork.swift", "// decomposed")
    for archive in [false, true] {
      if archive {
        try XCTSkipUnless(folder.shell("zip -qr c.zip Ren*"))
      }
      let reader = try SubmissionReader(
        [archive ? folder.url.appending(path: "c.zip") : folder.url], weeks: Self.weeks,
        settings: IntakeSettings(language: .english))
      XCTAssertEqual(reader.students.map(\.id), ["Ren\u{E9}"])
      XCTAssertEqual(reader.remarks, [.sameName("Ren\u{E9}")])
      XCTAssertEqual(Set(try reader.all().flatMap(\.sources.keys)), ["C1W2", "C1W3"])
    }
  }
}
