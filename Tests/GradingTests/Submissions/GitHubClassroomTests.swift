import Foundation
import GradedTesting
import XCTest

@testable import Grading
@testable import Intake

final class GitHubClassroomTests: FrameworkTestCase {
  /// A clone as `gh classroom clone student-repos` leaves it; without Git, its outline.
  private func clone(_ name: String, in folder: ClassFolder, seconds: Int) throws -> Bool {
    try folder.write(
      "\(name)/Exercises/C1W2-LogisticRegression/LogisticRegression.swift", "// \(name)")
    return try folder.shell(
      """
      cd '\(name)' && git init -q -b main . && git add . &&
      GIT_COMMITTER_DATE='\(seconds) +0000' git -c user.name=x -c user.email=x commit -qm x
      """)
  }

  func testClonesGiveAccountsAndDates() throws {
    let folder = try ClassFolder()
    let names = ["hw-1-ann-lee", "hw-1-ann-berg", "hw-1-zoe"]
    var hasGit = true
    for (index, name) in names.enumerated() {
      guard try clone(name, in: folder, seconds: 1_700_000_000 + index) else {
        // A machine without Git reads the folders all the same.
        hasGit = false
        try folder.write("\(name)/.git/HEAD", String(repeating: "0", count: 40))
        continue
      }
      try folder.write("\(name)/ShallowNetwork.swift", "// never committed")
    }
    let reader = try SubmissionReader(folder.url)
    XCTAssertEqual(reader.students.map(\.id), ["ann-berg", "ann-lee", "zoe"])
    let all = try reader.all()
    XCTAssertEqual(
      all.map(\.texts),
      [["C1W2": "// hw-1-ann-berg"], ["C1W2": "// hw-1-ann-lee"], ["C1W2": "// hw-1-zoe"]])
    if hasGit {
      XCTAssertEqual(
        all.map { $0.submitted?.timeIntervalSince1970 },
        [1_700_000_001, 1_700_000_000, 1_700_000_002])
    }
  }

  func testTheGradesOfAnAssignmentAreATableOfTimes() throws {
    let grades = """
      assignment_name,assignment_url,starter_code_url,github_username,roster_identifier,student_repository_name,student_repository_url,submission_timestamp,points_awarded,points_available
      hw 1,https://x.edu/a,https://x.edu/s,janed,jd,hw-1-janed,https://x.edu/j,2026-11-21T07:00:00Z,0,100
      hw 1,https://x.edu/a,https://x.edu/s,bob-ray,,hw-1-bob-ray,https://x.edu/b,,0,100
      """
    let roster = try Roster(
      data: Data(
        #""identifier","github_username","github_id","name"\#n"jd","janed","1",""\#n"#.utf8),
      file: "roster.csv")
    let times = try TimeTable(data: Data(grades.utf8), file: "grades.csv", zone: nil)
      .naming(roster)
    XCTAssertEqual(
      times.date(ofAny: ["jd"], weeks: ["C1W2"]), Sample.date("2026-11-21T07:00:00Z"))
    XCTAssertNil(times.date(ofAny: ["bob-ray"], weeks: ["C1W2"]))
  }

  func testACommitWhoseDatesContradictEachOtherIsDoubted() throws {
    func doubt(_ committed: Double, _ authored: Double, _ ancestors: [Double] = []) -> CommitDoubt?
    {
      CommitDoubt(
        committed: committed, authored: authored, ancestors: ancestors, now: 1_800_000_000)
    }
    XCTAssertNil(doubt(1_700_000_000, 1_700_000_000, [1_690_000_000]))
    // An amended commit is written before it is committed, and clocks differ by minutes.
    XCTAssertNil(doubt(1_700_000_000, 1_600_000_000, [1_700_000_100]))
    XCTAssertEqual(doubt(1_700_000_000, 1_700_000_000, [1_700_100_000]), .olderThanParent)
    XCTAssertEqual(doubt(1_700_000_000, 1_700_100_000), .olderThanItself)
    XCTAssertEqual(doubt(1_900_000_000, 1_900_000_000), .inTheFuture)
  }

  func testABackdatedCommitIsDoubtedInTheClone() throws {
    let folder = try ClassFolder()
    for name in ["hw-ann", "hw-bo"] {
      guard try clone(name, in: folder, seconds: 1_700_000_000) else {
        throw XCTSkip("no Git")
      }
    }
    // A commit of now whose committer's date alone is set.
    XCTAssertEqual(
      try SubmissionReader(folder.url).all().map { $0.handIn.doubt },
      [.olderThanItself, .olderThanItself])
    XCTAssertTrue(
      try folder.shell(
        """
        cd hw-bo && export GIT_AUTHOR_DATE='1690000000 +0000' GIT_COMMITTER_DATE='1690000000 +0000' &&
        git -c user.name=x -c user.email=x commit -q --allow-empty -m y
        """))
    XCTAssertEqual(
      try SubmissionReader(folder.url).all().map { $0.handIn.doubt },
      [.olderThanItself, .olderThanParent])
  }

  func testFilesThatWereWrittenAfterTheirCommitAreDoubtedWhereTheyAreNotACheckout() {
    func doubt(files: [Double], checkouts: [Double]) -> CommitDoubt? {
      CommitDoubt(
        committed: 1_700_000_000, authored: nil, ancestors: [], files: files,
        checkouts: checkouts, now: 1_800_000_000)
    }
    XCTAssertNil(
      doubt(files: [1_710_000_000, 1_710_000_020], checkouts: [1_710_000_000]), "a clone")
    XCTAssertNil(
      doubt(files: [1_710_000_000], checkouts: [1_690_000_000, 1_710_000_010]),
      "a clone of an earlier week, and a pull")
    XCTAssertNil(doubt(files: [1_699_990_000], checkouts: [1_690_000_000]), "saved, then committed")
    XCTAssertNil(doubt(files: [1_710_000_000], checkouts: []), "nothing says what a checkout is")
    XCTAssertEqual(doubt(files: [1_710_000_000], checkouts: [1_690_000_000]), .olderThanItsFiles)
  }

  func testABackdatedCommitInAFolderOfTheirOwnIsDoubted() throws {
    let folder = try ClassFolder()
    // A repository since 2023, whose commit of 2023 holds a file that was saved just now.
    guard try clone("hw-ann", in: folder, seconds: 1_700_000_000),
      try folder.shell(
        """
        cd hw-ann && touch -d @1690000000 .git/description .git/HEAD &&
        export GIT_AUTHOR_DATE='1700000001 +0000' GIT_COMMITTER_DATE='1700000001 +0000' &&
        git -c user.name=x -c user.email=x commit -q --amend --allow-empty -m y \
          --date='1700000001 +0000'
        """)
    else { throw XCTSkip("no Git") }
    _ = try clone("hw-bo", in: folder, seconds: 1_700_000_000)
    XCTAssertEqual(
      try SubmissionReader(folder.url).all().first?.handIn.doubt, .olderThanItsFiles)
  }

  func testACloneOfTheLastCommitAloneHasItsTime() throws {
    let folder = try ClassFolder()
    guard try clone("all", in: folder, seconds: 1_700_000_000),
      try folder.shell(
        """
        cd all && export GIT_AUTHOR_DATE='1700000100 +0000' GIT_COMMITTER_DATE='1700000100 +0000' &&
        git -c user.name=x -c user.email=x commit -q --allow-empty -m y && cd .. &&
        for name in ann bo; do git clone -q --depth 1 "file://$PWD/all" hw-$name; done && rm -rf all
        """)
    else { throw XCTSkip("no Git") }
    let all = try SubmissionReader(folder.url).all()
    XCTAssertEqual(
      all.map { $0.submitted?.timeIntervalSince1970 }, [1_700_000_100, 1_700_000_100])
    XCTAssertEqual(all.map { $0.handIn.doubt }, [nil, nil])
  }

  func testTheCommonPrefixOfClonesIsNoPartOfAnAccount() throws {
    let roster = try Roster("id,name\nann-lee,A\nann-berg,B\n", file: "roster")
    let both = ["hw-1-ann-lee", "hw-1-ann-berg"]
    XCTAssertEqual(CloneNames.prefix(of: both, folder: "x", roster: nil), "hw-1-ann-")
    XCTAssertEqual(CloneNames.prefix(of: both, folder: "hw-1-submissions", roster: nil), "hw-1-")
    XCTAssertEqual(CloneNames.prefix(of: both, folder: "x", roster: roster), "hw-1-")
    XCTAssertEqual(CloneNames.prefix(of: ["hw-ann"], folder: "x", roster: nil), "hw-")
    XCTAssertEqual(CloneNames.prefix(of: ["ann", "ben"], folder: "x", roster: nil), "")
    XCTAssertEqual(CloneNames.prefix(of: [], folder: "x", roster: nil), "")
  }

  func testARepositoryInOneStudentsFolderIsNoClassroom() throws {
    let folder = try ClassFolder()
    let commit = String(repeating: "0", count: 40)
    for name in ["li-lei", "ann", "zoe"] {
      try folder.write("\(name)/LogisticRegression.swift", "// \(name)")
    }
    try folder.write("li-lei/.git/HEAD", commit)
    let reader = try SubmissionReader(folder.url)
    XCTAssertEqual(reader.students.map(\.id), ["ann", "li-lei", "zoe"])
    XCTAssertEqual(try reader.all().map(\.sources.count), [1, 1, 1])
  }

  /// A configuration can name programs; Git must not read a student's.
  func testTheConfigurationOfACloneIsNotRead() throws {
    let folder = try ClassFolder()
    guard try clone("hw-eve", in: folder, seconds: 1_700_000_000) else { throw XCTSkip("no Git") }
    let proof = folder.url.appending(path: "proof").path
    try folder.write(
      "hw-eve/.git/config",
      """
      [core]
      repositoryformatversion = 0
      fsmonitor = touch \(proof)
      pager = touch \(proof)
      [log]
      showSignature = true
      [gpg]
      program = touch \(proof)
      [include]
      path = /nonexistent
      """)
    let submission = try XCTUnwrap(SubmissionReader(folder.url).all().first)
    XCTAssertEqual(submission.submitted, Date(timeIntervalSince1970: 1_700_000_000))
    XCTAssertFalse(FileManager.default.fileExists(atPath: proof))
  }
}
