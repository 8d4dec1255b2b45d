import Coursework
import Foundation
import GradedTesting
import Text
import XCTest

@testable import Gradebooks
@testable import Grading
@testable import Intake

/// The time of a hand-in and its source: never the time at which a platform packed it.
final class HandInTimeTests: FrameworkTestCase {
  private let file = "LogisticRegression.swift"
  private let zurich = TimeZone(identifier: "Europe/Zurich")

  private func times(
    _ names: [String], roster: String? = nil, table: String? = nil, zipped: Bool = false
  ) throws -> [String: HandIn.Time] {
    let folder = try ClassFolder()
    for name in names {
      try folder.write("class/" + (name.hasSuffix(".swift") ? name : "\(name)/\(file)"), "// x")
    }
    var path = folder.url.appending(path: "class")
    if zipped {
      try XCTSkipUnless(folder.shell("cd class && zip -qr ../class.zip ."), "no zip")
      path = folder.url.appending(path: "class.zip")
    }
    let reader = try SubmissionReader(
      [path], weeks: [ClassFolder.week("C1W2")],
      roster: try roster.map { try Roster($0) },
      settings: IntakeSettings(
        times: try table.map {
          try TimeTable(data: Data($0.utf8), file: "times.csv", zone: zurich)
        },
        zone: zurich, language: .english))
    return Dictionary(
      try reader.all().map { ($0.student.id, $0.handIn.time) }, uniquingKeysWith: { $1 })
  }

  private func moment(_ text: String, _ source: HandIn.Source) -> HandIn.Time {
    .moment(Sample.date(text), source)
  }

  func testCanvasSaysLateOrInTimeAndNoMore() throws {
    for zipped in [false, true] {
      XCTAssertEqual(
        try times(["doejane_111_900_\(file)", "smithbob_LATE_222_901_\(file)"], zipped: zipped),
        ["111": .platform(isLate: false), "222": .platform(isLate: true)])
    }
  }

  func testADateInAStudentsOwnNameIsNotCanvass() throws {
    for name in ["wang_2026_11_20", "wang_2026_11_20_v_2", "wang_2026_11_20_\(file)"] {
      XCTAssertEqual(
        try times([name]).values.map { if case .moment(_, .file) = $0 { true } else { false } },
        [true], name)
    }
  }

  func testMoodleSaysNothingWithoutItsWorksheet() throws {
    XCTAssertEqual(
      try times(["Jane Doe_17_assignsubmission_file_"], zipped: true), ["17": .unknown])
    let english = """
      Identifier,Full name,Email address,Status,Grade,Maximum Grade,Grade can be changed,Last modified (submission),Last modified (grade),Feedback comments
      Participant 17,Jane Doe,j@x.edu,Submitted for grading,,100.00,Yes,"Friday, 20 November 2026, 10:10 PM",-,
      Participant 18,Bob Smith,b@x.edu,No submission,,100.00,Yes,-,-,
      """
    XCTAssertEqual(
      try times(["Jane Doe_17_assignsubmission_file_"], roster: english),
      ["17": moment("2026-11-20T21:10:00Z", .worksheet)])
    // The same worksheet is a table of times, too.
    XCTAssertEqual(
      try times(["Jane Doe_17_assignsubmission_file_"], table: english),
      ["17": moment("2026-11-20T21:10:00Z", .table)])
  }

  func testTheTimeOfTheGradeIsNotThatOfTheHandIn() throws {
    func roster(_ headings: String, _ cells: String) -> String {
      "Nummer,Vollständiger Name,E-Mail,Status,Bewertung,Beste Bewertung,Änderbar,\(headings)\n"
        + "Teilnehmer/in 17,Jane Doe,j@x.edu,da,,\"100,00\",Ja,\(cells)\n"
    }
    let names = ["Jane Doe_17_assignsubmission_file_"]
    let (in20, on21) = (
      "\"Freitag, 20. November 2026, 22:10\"", "\"Samstag, 21. November 2026, 08:00\""
    )
    // Nothing is uploaded to an assignment on paper: its only time is that of the grade.
    XCTAssertEqual(
      try times(names, roster: roster("Zuletzt geändert (Bewertung),Feedback", "\(on21),")),
      ["17": .unknown])
    XCTAssertEqual(
      try times(
        names,
        roster: roster(
          "Fällig,Zuletzt geändert (Abgabe),Text,Zuletzt geändert (Bewertung)",
          "\(on21),\(in20),x,\(on21)")),
      ["17": moment("2026-11-20T21:10:00Z", .worksheet)], "nor is a due date")
  }

  func testTimesOfThePlatformWithoutAZoneAreSaid() throws {
    let folder = try ClassFolder()
    try folder.write("Week 2_jdoe_attempt_2026-11-20-22-10-11_\(file)", "// x")
    for (zone, count) in [(nil, 1), (zurich, 0)] {
      let reader = try SubmissionReader(
        [folder.url], weeks: [ClassFolder.week("C1W2")],
        settings: IntakeSettings(zone: zone, language: .english))
      XCTAssertEqual(
        reader.remarks,
        Array(repeating: .timesWithoutZone(TimeZone.current.identifier), count: count))
    }
  }

  func testBlackboardBrightspaceAndIliasHaveItInTheName() throws {
    XCTAssertEqual(
      try times(["Week 2_jdoe_attempt_2026-11-20-22-10-11_\(file)"]),
      ["jdoe": moment("2026-11-20T21:10:11Z", .name)])
    XCTAssertEqual(
      try times(["Opdracht 2_jdoe_poging_2026-11-20-22-10-11_\(file)"]),
      ["jdoe": moment("2026-11-20T21:10:11Z", .name)])
    XCTAssertEqual(
      try times(["397063-2557369 - Mary-Ann Smith - Nov 20, 2026 1010 PM"]),
      ["Mary-Ann Smith": moment("2026-11-20T21:10:00Z", .name)])
    let folder = try ClassFolder()
    try folder.write("Doe_Jane_jdoe_6/20261120221011_\(file)", "// x")
    try folder.write("Smith_Bob_bob_7/20261121080000_\(file)", "// x")
    let reader = try SubmissionReader(
      [folder.url], weeks: [ClassFolder.week("C1W2")],
      settings: IntakeSettings(zone: zurich, language: .english))
    XCTAssertEqual(
      try reader.all().map(\.handIn.time),
      [moment("2026-11-20T21:10:11Z", .name), moment("2026-11-21T07:00:00Z", .name)])
  }

  func testADownloadedFileThatIsHandedInAgainHasTheLaterTime() throws {
    let first = "Week 2_jdoe_attempt_2026-11-20-22-10-11_\(file)"
    XCTAssertEqual(
      try times(["Week 2_jdoe_attempt_2026-11-21-08-00-00_\(first)"]),
      ["jdoe": moment("2026-11-21T07:00:00Z", .name)])
  }

  func testAYearInAFilesNameIsNotBrightspacesTime() throws {
    let folder = "300001-77 - Jane Doe - Nov 20, 2026 1010 PM"
    for name in ["hw 2026 \(file)", "week 2 - 2026 - \(file)"] {
      XCTAssertEqual(
        try times(["\(folder) - \(name)"]), ["Jane Doe": moment("2026-11-20T21:10:00Z", .name)])
    }
  }

  func testATimeInAFilesNameIsTheStudentsOwnElsewhere() throws {
    XCTAssertEqual(
      try times(["Jane Doe_17_assignsubmission_file/20261101080000_\(file)"]), ["17": .unknown])
    XCTAssertEqual(
      try times(["Week 2_jdoe_attempt_2026-11-20-22-10-11_20261121080000_\(file)"]),
      ["jdoe": moment("2026-11-20T21:10:11Z", .name)])
    XCTAssertFalse(
      try times(["jdoe/20261101080000_\(file)"]).values.contains(
        moment("2026-11-01T07:00:00Z", .name)))
  }

  func testAttemptsOfBlackboardStandInOrderOfTime() throws {
    let folder = try ClassFolder()
    try folder.write("W_jdoe_attempt_2026-11-21-08-00-00_\(file)", "// second")
    try folder.write("W_jdoe_attempt_2026-11-20-22-10-11_\(file)", "// first")
    try folder.write("W_jdoe_attempt_2026-11-20-22-10-11.txt", "Name: Jane Doe (jdoe)")
    let all = try SubmissionReader(
      [folder.url], weeks: [ClassFolder.week("C1W2")],
      settings: IntakeSettings(zone: zurich, language: .english)
    ).all()
    XCTAssertEqual(all.map { $0.texts["C1W2"] }, ["// first", "// second"])
    XCTAssertEqual(all.map(\.attempt), [1, 2])
    XCTAssertEqual(all.flatMap(\.handIn.left), [], "Blackboard's own text is no student's file")
  }

  func testATableGoesBeforeEverything() throws {
    let table = "student,time\n222,2026-11-21 08:00\nann,2026-11-20T21:10:00Z\n"
    XCTAssertEqual(
      try times(
        ["smithbob_LATE_222_901_\(file)", "Jane_jdoe_attempt_2026-11-20-22-10-11_\(file)"],
        table: table)["222"],
      moment("2026-11-21T07:00:00Z", .table))
    XCTAssertEqual(try times(["ann"], table: table)["ann"], moment("2026-11-20T21:10:00Z", .table))
  }

  /// Reads one class with a roster and a table of times.
  private func reader(
    _ names: [String], in folder: ClassFolder, table: String
  ) throws -> SubmissionReader {
    for name in names { try folder.write("class/\(name)", "// \(name)") }
    let roster =
      "id,name,login,email\n17,\"Doe, Jane\",jdoe,jane@uni.example\n18,Bob Smith,bob,b@uni.example\n"
    return try SubmissionReader(
      [folder.url.appending(path: "class")],
      weeks: [ClassFolder.week("C1W2"), ClassFolder.week("C1W3")],
      roster: Roster(roster),
      settings: IntakeSettings(
        times: TimeTable(data: Data(table.utf8), file: "times.csv", zone: zurich), zone: zurich,
        language: .english))
  }

  func testARowMayGiveAnyIdOrFormOfTheName() throws {
    let folder = try ClassFolder()
    for name in ["17", "jdoe", "jane@uni.example", "\"Doe, Jane\"", "Jane Doe"] {
      let reader = try reader(
        ["17/\(file)"], in: folder, table: "student,time\n\(name),2026-11-21 08:00\n")
      XCTAssertEqual(
        try reader.all().map(\.handIn.time), [moment("2026-11-21T07:00:00Z", .table)], name)
      XCTAssertEqual(reader.remarks, [], name)
    }
  }

  func testARowThatNamesNobodyIsSaid() throws {
    let folder = try ClassFolder()
    let table =
      "student,time\n17,2026-11-21 08:00\n71,2026-11-21 09:00\nBob Smith,2026-11-21 10:00\n"
    XCTAssertEqual(
      try reader(["17/\(file)"], in: folder, table: table).remarks, [.timesOfNobody("71")],
      "Bob has handed in nothing, and is in the class")
  }

  func testEachWeekHasTheTimeOfItsOwnRow() throws {
    let folder = try ClassFolder()
    let table =
      "student,week,time\n17,C1W2,2026-11-13 08:00\n17,C1W3,2026-11-20 08:00\n18,,2026-11-20 09:00\n"
    let reader = try reader(
      ["17", "18"].flatMap { ["\($0)/\(file)", "\($0)/ShallowNetwork.swift"] }, in: folder,
      table: table)
    let all = try reader.all()
    XCTAssertEqual(
      all.map(\.handIn.weekTimes),
      [
        [
          "C1W2": [moment("2026-11-13T07:00:00Z", .table)],
          "C1W3": [moment("2026-11-20T07:00:00Z", .table)],
        ], nil,
      ])
    XCTAssertEqual(
      all.map(\.handIn.time),
      [moment("2026-11-20T07:00:00Z", .table), moment("2026-11-20T08:00:00Z", .table)])
  }

  func testTheTimeOfOneWeekIsNotThatOfAnother() throws {
    let folder = try ClassFolder()
    let reader = try reader(
      ["17/\(file)", "17/ShallowNetwork.swift"], in: folder,
      table: "student,week,time\n17,C1W2,2026-11-13 08:00\n")
    let handIn = try XCTUnwrap(reader.all().first?.handIn)
    XCTAssertEqual(handIn.times(of: "C1W2"), [moment("2026-11-13T07:00:00Z", .table)])
    guard case .moment(_, .file) = handIn.time else {
      return XCTFail("C1W3 has \(handIn.time), and not the time of its file")
    }
  }

  func testTablesThatSayNoTimeAreNamed() {
    func complaint(_ text: String) -> String? {
      do {
        _ = try TimeTable(data: Data(text.utf8), file: "t.csv", zone: zurich)
        return nil
      } catch {
        return (error as? TimeTableError)?.phrase(.english)
      }
    }
    XCTAssertEqual(
      complaint("student,time\nann,03/04/2026 10:00\n"),
      "t.csv:2: in “03/04/2026 10:00” the day and the month may be either way round; write "
        + "2026-11-20 22:10")
    XCTAssertEqual(
      complaint("student,time\nann,yesterday\n"),
      "t.csv:2: “yesterday” is not a date and time; write 2026-11-20 22:10, or 2026-11-20T22:10:00+01:00"
    )
    XCTAssertEqual(
      complaint("a,b\nc,d\n"),
      "t.csv has the columns a, b; a table of times has the columns student,time (and week, if they "
        + "differ by week), or is Moodle's grading worksheet")
    XCTAssertNil(complaint("ann,2026-11-20 22:10\n"), "without a header")
    XCTAssertNil(complaint("student;time\nann;20.11.2026 22:10\n"), "with semicolons")
  }

  func testDatesOfDOSAreOfTheClasssZone() throws {
    var entry = ZipBuilder.Entry("ana/\(file)")
    entry.extra = []
    let folder = try ClassFolder()
    try folder.write("c.zip", ZipBuilder([entry, .init("bob/\(file)")]).data())
    for (zone, time) in [
      ("Asia/Tokyo", "2024-11-01T03:00:00Z"), ("Europe/Zurich", "2024-11-01T11:00:00Z"),
    ] {
      let reader = try SubmissionReader(
        [folder.url.appending(path: "c.zip")], weeks: [ClassFolder.week("C1W2")],
        settings: IntakeSettings(zone: TimeZone(identifier: zone), language: .english))
      XCTAssertEqual(try reader.all().first?.handIn.time, moment(time, .file), "12:00 in \(zone)")
    }
  }

  // MARK: What they cost

  private func attempt(_ student: String, _ time: HandIn.Time) -> SubmissionResult {
    Sample.attempt(student, passing: ["c": 8], handIn: HandIn(time: time))
  }

  func testLatenessThatNobodyKnowsIsDecidedByAPerson() throws {
    var policy = Policy(
      deadlines: ["W2": Sample.date("2026-11-20T12:00:00Z")], late: LatePenalty(percentPerDay: 10))
    let late = attempt("ann", .platform(isLate: true))
    let row = try XCTUnwrap(Sample.gradebook([late], policy).rows.first)
    XCTAssertNil(row.weeks[1].points)
    XCTAssertNil(row.total)
    let flag = try XCTUnwrap(row.flags.first)
    XCTAssertTrue(flag.isUrgent)
    XCTAssertEqual(
      flag.phrase(.english),
      "W2: the platform says that attempt 1 was late, and not how late; give the time by --times CSV, "
        + "or in the policy, under \"manual\": { \"student\": \"ann\", \"mark\": \"W2\", \"points\": 8, "
        + "\"automatic\": null, \"reason\": \"in time\" }")
    policy.manual = [
      .init(student: "ann", mark: .week("W2"), points: 8, automatic: nil, reason: "in time")
    ]
    let decided = try XCTUnwrap(Sample.gradebook([late], policy).rows.first)
    XCTAssertEqual(decided.weeks[1].points, 8)
    XCTAssertEqual(
      decided.flags, [.manual(mark: "W2", points: 8, automatic: nil, reason: "in time")],
      "what is decided is not asked again")
    policy.manual = []
    XCTAssertNil(
      Sample.gradebook([attempt("ann", .unknown)], policy).rows.first?.weeks[1].points)
    let inTime = try XCTUnwrap(
      Sample.gradebook([attempt("ann", .platform(isLate: false))], policy).rows.first)
    XCTAssertEqual(inTime.weeks[1].points, 8)
    XCTAssertEqual(inTime.flags, [])
    policy.late = nil
    let free = try XCTUnwrap(Sample.gradebook([late], policy).rows.first)
    XCTAssertEqual(free.weeks[1].points, 8, "lateness that costs nothing is only said")
    XCTAssertEqual(free.flags, [.unknownTime(week: "W2", attempt: 1)])
  }

  func testACommitFromBeforeTheReleaseIsDoubted() throws {
    var policy = Policy()
    policy.released = ["W2": Sample.date("2026-11-10T08:00:00Z")]
    func flags(_ moment: String, _ source: HandIn.Source) throws -> [Gradebook.Flag] {
      let attempt = attempt("ann", .moment(Sample.date(moment), source))
      return try XCTUnwrap(Sample.gradebook([attempt], policy).rows.first).flags
    }
    let flag = Gradebook.Flag.olderThanRelease(week: "W2", attempt: 1)
    XCTAssertEqual(try flags("2026-11-09T08:00:00Z", .commit), [flag])
    XCTAssertTrue(flag.isUrgent)
    XCTAssertEqual(try flags("2026-11-11T08:00:00Z", .commit), [])
    XCTAssertEqual(
      try flags("2026-11-09T08:00:00Z", .table), [], "what a table says is no claim of a student's")
  }

  func testAPenaltyByTheTimeOfAFileIsSaid() throws {
    let policy = Policy(
      deadlines: ["W2": Sample.date("2026-11-20T12:00:00Z")], late: LatePenalty(percentPerDay: 10))
    for (source, flags) in [
      (HandIn.Source.file, [Gradebook.Flag.lateByFile(week: "W2", attempt: 1, isCommit: false)]),
      (.commit, [.lateByFile(week: "W2", attempt: 1, isCommit: true)]), (.name, []), (.table, []),
    ] {
      let late = attempt("ann", .moment(Sample.date("2026-11-21T08:00:00Z"), source))
      let row = try XCTUnwrap(Sample.gradebook([late], policy).rows.first)
      XCTAssertEqual(row.weeks[1].points, 7.2)
      XCTAssertEqual(row.flags, flags, "\(source)")
    }
  }

  func testOneTimeOfAllFilesIsThatOfACopy() {
    func facts(_ seconds: [Double]) -> [Journal.Key: HandInFacts] {
      Dictionary(
        uniqueKeysWithValues: seconds.enumerated().map { index, second in
          let student = Student(id: "\(index)", name: "\(index)")
          let submission = Submission(
            student: student, submitted: Date(timeIntervalSince1970: second), sources: [:])
          return (Journal.Key(student: student, attempt: 1), HandInFacts(submission))
        })
    }
    let copied = HandInTimes.checked(facts([1000, 1010, 1100]))
    XCTAssertEqual(Set(copied.facts.values.map { $0.handIn.time == .unknown }), [true])
    XCTAssertEqual(copied.remarks, [.timesOfACopy(Date(timeIntervalSince1970: 1100))])
    let real = HandInTimes.checked(facts([1000, 1010, 90_000]))
    XCTAssertEqual(Set(real.facts.values.map { $0.handIn.time == .unknown }), [false])
    XCTAssertEqual(real.remarks, [])
    XCTAssertEqual(HandInTimes.checked(facts([1000, 1001])).remarks, [], "two are no class")
  }

  func testTheTimeOfACopyIsInTheZoneOfTheClass() throws {
    let zone = try XCTUnwrap(TimeZone(identifier: "Europe/Zurich"))
    // `date -u -d @1795209000` is 20 November 2026, 21:10.
    let remark = IntakeRemark.timesOfACopy(Date(timeIntervalSince1970: 1_795_209_000))
    for (zone, text) in [(zone, "2026-11-20 22:10 +01:00"), (nil, "2026-11-20 21:10 UTC")] {
      let sentence = remark.phrase(.english, zone: zone)
      XCTAssertTrue(sentence.contains(text + ":"), sentence)
    }
  }
}
