import Coursework
import Foundation
import GradedTesting
import Text
import XCTest

@testable import Grading
@testable import Intake

/// The layouts of a class, which are read alike in a folder and in an archive of it.
final class ClassLayoutTests: FrameworkTestCase {
  private let file = "LogisticRegression.swift"
  private static let weeks = [ClassFolder.week("C1W2"), ClassFolder.week("C1W3")]

  /// The weeks that each student handed in by these files, `ana: C1W2`, and the remarks.
  private func students(
    _ files: [String], roster: String? = nil
  ) throws -> (students: [String], remarks: [String]) {
    let folder = try ClassFolder()
    for name in files { try folder.write("class/\(name)", "// \(name)") }
    var found: [(students: [String], remarks: [String])] = []
    guard try folder.shell("cd class && zip -qr ../class.zip . && tar czf ../class.tgz .") else {
      throw XCTSkip("no zip or tar")
    }
    for place in ["class", "class.zip", "class.tgz"] {
      let reader = try SubmissionReader(
        [folder.url.appending(path: place)], weeks: Self.weeks,
        roster: try roster.map { try Roster($0) },
        settings: IntakeSettings(language: .english))
      let students = try reader.students.map { student in
        let submissions = try reader.submissions(of: student)
        let weeks = Set(submissions.flatMap(\.sources.keys)).sorted().joined(separator: " ")
        return "\(student.id): \(weeks)"
      }
      found.append((students, reader.remarks.map { $0.phrase(.english) }))
    }
    XCTAssertEqual(found[1].students, found[0].students, "the zip")
    XCTAssertEqual(found[2].students, found[0].students, "the tar")
    XCTAssertEqual(found[1].remarks, found[0].remarks, "the zip")
    return found[0]
  }

  func testAStrayFileDoesNotCollapseAClass() throws {
    for stray in [file, "Package.swift"] {
      let found = try students([stray, "alice/\(file)", "bob/\(file)"])
      XCTAssertEqual(found.students, ["alice: C1W2", "bob: C1W2"], stray)
      XCTAssertEqual(found.remarks, ["\(stray): no student's submission; left out"])
    }
  }

  func testAFolderAroundAClassMayHaveAStrayFileBesideIt() throws {
    XCTAssertEqual(
      try students(["subs/alice/\(file)", "subs/bob/\(file)", "README.txt"]).students,
      ["alice: C1W2", "bob: C1W2"])
    XCTAssertEqual(
      try students(["subs/alice/\(file)", "subs/bob/\(file)", "subs/README.txt"]).students,
      ["alice: C1W2", "bob: C1W2"])
    XCTAssertEqual(
      try students(["term/subs/alice/\(file)", "term/subs/bob/\(file)"]).students,
      ["alice: C1W2", "bob: C1W2"])
  }

  func testSectionsHoldStudents() throws {
    XCTAssertEqual(
      try students([
        "section A/alice/\(file)", "section A/bob/\(file)", "section B/carl/\(file)",
      ]).students, ["alice: C1W2", "bob: C1W2", "carl: C1W2"])
    XCTAssertEqual(
      try students([
        "Mueller/alice/\(file)", "Mueller/bob/\(file)", "Smith/carl/\(file)", "Smith/dan/\(file)",
      ]).students, ["alice: C1W2", "bob: C1W2", "carl: C1W2", "dan: C1W2"],
      "folders of the same file whose names differ are students")
    XCTAssertEqual(
      try students([
        "sec1/wei/\(file)", "sec1/bob/\(file)", "sec2/wei/\(file)", "sec2/dan/\(file)",
      ]).students,
      ["bob: C1W2", "dan: C1W2", "sec1/wei: C1W2", "sec2/wei: C1W2"],
      "one name in two sections is two people's")
  }

  func testASectionMayHoldOneStudentAndLieInATerm() throws {
    XCTAssertEqual(
      try students([
        "2026-fall/secA/alice/\(file)", "2026-fall/secB/bob/\(file)",
        "2026-fall/secB/carol/\(file)",
      ]).students, ["alice: C1W2", "bob: C1W2", "carol: C1W2"])
    XCTAssertEqual(
      try students(["1班/李雷/\(file)", "2班/韩梅梅/\(file)"]).students, ["李雷: C1W2", "韩梅梅: C1W2"])
    XCTAssertEqual(
      try students(["Jones/alice/\(file)", "Jones/bob/\(file)", "Smith/carl/\(file)"]).students,
      ["alice: C1W2", "bob: C1W2", "carl: C1W2"], "beside a section stand sections")
  }

  func testTwoVersionsOfOneStudentAreNoClass() throws {
    XCTAssertEqual(
      try students(["alice/homework/\(file)", "alice/other/\(file)", "bob/\(file)"]).students,
      ["alice: ", "bob: C1W2"], "who has the work at once is a student, and so is the neighbour")
    XCTAssertEqual(
      try students(["ana/\(file)", "ana/v1/\(file)", "ana/v2/\(file)", "bob/\(file)"]).students,
      ["ana: ", "bob: C1W2"])
  }

  func testArchivesOfSectionsWithinAFolderAreRead() throws {
    let folder = try ClassFolder()
    for (section, names) in [
      ("secA", ["alice", "bob"]), ("secB", ["carl"]), ("download", ["doejane_111_900_\(file)"]),
    ] {
      for name in names {
        try folder.write(
          section + "/" + (name.hasSuffix(".swift") ? name : "\(name)/\(file)"), "// x")
      }
      try XCTSkipUnless(
        folder.shell("mkdir -p class && cd \(section) && zip -qr ../class/\(section).zip ."))
    }
    try folder.write("class/zoe/\(file)", "// x")
    let reader = try SubmissionReader(
      [folder.url.appending(path: "class")], weeks: Self.weeks,
      settings: IntakeSettings(language: .english))
    XCTAssertEqual(reader.students.map(\.id), ["111", "alice", "bob", "carl", "zoe"])
    XCTAssertEqual(Set(try reader.all().map { $0.texts["C1W2"] }), ["// x"])
  }

  func testFilesOfAFormHaveTheNameBehindTheirOwn() throws {
    let files = ["LogisticRegression - Jane Doe.swift", "LogisticRegression - Bob Ray.swift"]
    XCTAssertEqual(
      try students(files, roster: "id,name\n1,Jane Doe\n2,Bob Ray\n").students,
      ["1: C1W2", "2: C1W2"])
    XCTAssertEqual(try students(files).students, ["Bob Ray: C1W2", "Jane Doe: C1W2"])
    for (word, taken) in [
      ("Copy", ""), ("コピー", ""), ("复制 2", ""), ("final v2", ""),
      // What is called older gives way to the file itself.
      ("备份", "C1W2"), ("旧", "C1W2"), ("orig", "C1W2"),
    ] {
      XCTAssertEqual(
        try students([file, "LogisticRegression - \(word).swift"]).students, ["class: \(taken)"],
        "“\(word)” is nobody's name")
    }
  }

  func testFoldersOfWeeksAreJoinedByStudent() throws {
    XCTAssertEqual(
      try students([
        "C1W2/alice/\(file)", "C1W2/bob/\(file)", "C1W3/alice/ShallowNetwork.swift",
      ]).students, ["alice: C1W2 C1W3", "bob: C1W2"])
    XCTAssertEqual(
      try students([
        "alice/C1W2/\(file)", "alice/C1W3/ShallowNetwork.swift", "bob/C1W2/\(file)",
      ]).students, ["alice: C1W2 C1W3", "bob: C1W2"])
  }

  func testAPackageWithFoldersOfItsOwnIsOneStudents() throws {
    XCTAssertEqual(
      try students([
        "Package.swift", "Exercises/C1W2-LogisticRegression/\(file)", "Sources/Tensors/T.swift",
        "backup/\(file)",
      ]).students, ["class: C1W2"])
    XCTAssertEqual(
      try students(["C1W2-LogisticRegression/\(file)", "C1W3-ShallowNetwork/ShallowNetwork.swift"])
        .students, ["class: C1W2 C1W3"])
  }

  func testVersionsInStudentsFoldersAreNoStudents() throws {
    XCTAssertEqual(
      try students(["ana/a/\(file)", "ana/b/\(file)", "ben/a/\(file)", "ben/b/\(file)"]).students,
      ["ana: ", "ben: "])
  }

  func testLooseFilesBesideFoldersAreStudentsToo() throws {
    XCTAssertEqual(
      try students(["alice/\(file)", "bob_\(file)", "carl.zip", "notes.pdf"]).students,
      ["alice: C1W2", "bob: C1W2", "carl: "])
  }

  func testTheRosterTellsWhoIsAStudent() throws {
    let roster = "id,name\nalice,Alice\nbob,Bob\n"
    XCTAssertEqual(
      try students(["hw/alice/\(file)", "hw/bob/\(file)", "bob/\(file)"], roster: roster).students,
      ["alice: C1W2", "bob: C1W2"])
    XCTAssertEqual(
      try students(["inbox/alice/\(file)"], roster: roster).students, ["alice: C1W2"])
  }

  func testADownloadWithinAFolderIsRead() throws {
    XCTAssertEqual(
      try students(["submissions/doejane_111_900_\(file)", "submissions/leeann_222_901_\(file)"])
        .students, ["111: C1W2", "222: C1W2"])
    XCTAssertEqual(
      try students([
        "secA/Jane Doe_17_assignsubmission_file_/\(file)",
        "secB/Bob Smith_18_assignsubmission_file_/\(file)",
      ]).students, ["17: C1W2", "18: C1W2"])
  }

  func testTwoExportsOfGradescopeEachHaveTheirOwnSubmitters() throws {
    let folder = try ClassFolder()
    for (place, sid) in [("assignment_9_export", "100"), ("assignment_10_export", "200")] {
      try folder.write("c/\(place)/submission_1/\(file)", "// \(sid)")
      try folder.write(
        "c/\(place)/submission_metadata.yml",
        "submission_1:\n  :submitters:\n  - :name: A B\n    :sid: '\(sid)'\n")
    }
    let reader = try SubmissionReader(folder.url.appending(path: "c"))
    XCTAssertEqual(reader.students.map(\.id), ["100", "200"])
    XCTAssertEqual(try reader.all().map { $0.texts["C1W2"] }, ["// 100", "// 200"])
  }

  func testGradescopesExportGivesOwnersGroupsAndTimes() throws {
    let folder = try ClassFolder()
    let place = "assignment_8046601_export"
    try folder.write("c/\(place)/submission_1/\(file)", "// one")
    try folder.write("c/\(place)/submission_2/\(file)", "// group")
    try folder.write(
      "c/\(place)/submission_metadata.yml",
      """
      submission_1:
        :submitters:
        - :name: Solo Student
          :sid: '100'
          :email: solo@x.edu
        :created_at: 2026-11-20 21:10:00.514087000 Z
        :score: 0.0
        :results:
          tests:
          - name: other
      submission_2:
        :submitters:
        - :name: Pair One
          :sid: '200'
          :email: one@x.edu
        - :name: Pair Two
          :sid: '201'
          :email: two@x.edu
        :created_at: 2026-11-21 07:00:00.000000000 Z

      """)
    let roster = "id,name\n100,Solo Student\n200,Pair One\n201,Pair Two\n"
    for roster in [nil, try Roster(roster, file: "r")] {
      let reader = try SubmissionReader(
        [folder.url.appending(path: "c")], weeks: Self.weeks, roster: roster,
        settings: IntakeSettings(language: .english))
      XCTAssertEqual(reader.students.map(\.id), ["100", "200", "201"])
      let all = try reader.all()
      XCTAssertEqual(all.map { $0.texts["C1W2"] }, ["// one", "// group", "// group"])
      XCTAssertEqual(
        all.map(\.handIn.time),
        ["2026-11-20T21:10:00Z", "2026-11-21T07:00:00Z", "2026-11-21T07:00:00Z"].map {
          .moment(Sample.date($0), .metadata)
        })
    }
  }

  func testSeveralPlacesAreOneClass() throws {
    let folder = try ClassFolder()
    try folder.write("a/doejane_111_900_\(file)", "// a")
    try folder.write("b/leeann_222_901_\(file)", "// b")
    try folder.write("b/doejane_111_902_ShallowNetwork.swift", "// c")
    try XCTSkipUnless(
      folder.shell("cd a && zip -q ../secA.zip * && cd ../b && zip -q ../secB.zip *"))
    let reader = try SubmissionReader(
      ["secA.zip", "secB.zip"].map { folder.url.appending(path: $0) }, weeks: Self.weeks,
      settings: IntakeSettings(language: .english))
    XCTAssertEqual(reader.students.map(\.id), ["111", "222"])
    XCTAssertEqual(reader.remarks, [])
    let jane = try reader.submissions(of: reader.students[0])
    XCTAssertEqual(jane.map(\.texts), [["C1W2": "// a"], ["C1W3": "// c"]])
    XCTAssertThrowsError(
      try SubmissionReader(
        ["secA.zip", "none"].map { folder.url.appending(path: $0) }, weeks: Self.weeks,
        settings: IntakeSettings()))
  }
}
