import Coursework
import Foundation
import GradedTesting
import Text
import XCTest

@testable import Grading
@testable import Intake
@testable import Releases

/// The files that are taken of a hand-in, and those that are left, each with its reason.
final class TakingTests: FrameworkTestCase {
  private let file = "LogisticRegression.swift"
  private let inPlace = "Exercises/C1W2-LogisticRegression"
  private static let weeks = [ClassFolder.week("C1W2"), ClassFolder.week("C1W3")]
  private static let stub = "import Tensors\n\n// YOUR CODE HERE\n"

  /// Reads one student's folder, whose files are written first.
  private func take(
    _ files: [String: String], limits: IntakeLimits = IntakeLimits()
  ) throws -> Submission {
    try take(limits: limits) { folder in
      for (name, text) in files { try folder.write("ana/\(name)", text) }
    }
  }

  private func take(
    limits: IntakeLimits = IntakeLimits(), _ write: (ClassFolder) throws -> Void
  ) throws -> Submission {
    let folder = try ClassFolder()
    try folder.write("ben/\(file)", "// ben")
    try write(folder)
    let reader = try SubmissionReader(
      [folder.url], weeks: Self.weeks,
      settings: IntakeSettings(
        stubs: ["C1W2": Data(Self.stub.utf8)], limits: limits, language: .english))
    return try XCTUnwrap(reader.submissions(of: Student(id: "ana", name: "ana")).first)
  }

  private func notes(_ submission: Submission) -> [String] {
    submission.handIn.taken.map { "\($0.name): \($0.reason)" }
  }

  // MARK: Names

  func testTheOneObviousCandidateIsTakenAndSaid() throws {
    for name in [
      "LogisticRegression (1).swift", "logisticregression.swift", "LOGISTICREGRESSION.SWIFT",
      "LogisticRegression.swift.txt", "LogisticRegression copy.swift",
      "LogisticRegression - Copy.swift",
      "Logistic Regression.swift", "logistic_regression.swift", "LogisticRegression_final_v2.swift",
      "C1W2_LogisticRegression.swift", "s24_LogisticRegression.swift",
      "LogisticRegression 副本.swift",
      "LogisticRegression.txt",
      "LogisticRegression-1.swift",
      "ana_LogisticRegression.swift", "LogisticRegression.swift.swift",
      "hw/LogisticRegression (2).swift",
    ] {
      let submission = try take([name: "// \(name)"])
      XCTAssertEqual(submission.texts, ["C1W2": "// \(name)"], name)
      XCTAssertEqual(notes(submission), ["\(name): taken as LogisticRegression.swift"])
      XCTAssertEqual(submission.handIn.left, [], name)
    }
  }

  func testATimeThatThePlatformPutBeforeTheNameIsNoRemark() throws {
    let submission = try take(["20261120221011_\(file)": "// work"])
    XCTAssertEqual(submission.texts, ["C1W2": "// work"])
    XCTAssertEqual(notes(submission), [])
    XCTAssertEqual(
      notes(try take(["20261120221011_logisticregression (1).swift": "// x"])).count, 1)
  }

  func testWhatIsNoFileOfTheWeekIsListedAndLeavesTheMarkOpen() throws {
    for name in [
      "sigmoid_homework.swift", "main.swift", "LogisticRegression.docx", "homework.pdf",
      "onlinetext.html", "LogisticRegressionTests.swift", "LogisticRegression notes.txt",
    ] {
      let submission = try take([name: "words"])
      XCTAssertEqual(submission.sources, [:], name)
      XCTAssertEqual(submission.handIn.left, [name])
      XCTAssertEqual(submission.handIn.unreadWeeks, ["C1W2", "C1W3"], name)
    }
  }

  func testAnEmptyFileLeavesTheMarkOpenAndIsSaid() throws {
    for text in ["", " \n\t\r\n"] {
      let submission = try take([file: text])
      XCTAssertEqual(submission.sources, [:])
      XCTAssertEqual(submission.handIn.unreadWeeks.first, "C1W2")
      XCTAssertEqual(
        submission.refusals.map(\.reason),
        ["an empty file, as an upload that broke off leaves; hand it in again"])
    }
    let both = try take([file: "", "other/\(file)": "// work"])
    XCTAssertEqual(both.texts["C1W2"], "// work", "an empty file is no version to choose between")
  }

  func testAnEmptyFolderIsAHandInOfNothingKnown() throws {
    let submission = try take { folder in
      try FileManager.default.createDirectory(
        at: folder.url.appending(path: "ana"), withIntermediateDirectories: true)
    }
    XCTAssertEqual(submission.handIn.unreadWeeks, ["C1W2", "C1W3"])
  }

  func testNotesBesideTheWorkLeaveNothingOpen() throws {
    let submission = try take([file: "// work", "notes.txt": "x", "README.md": "x"])
    XCTAssertEqual(submission.handIn.left, ["README.md", "notes.txt"])
    XCTAssertEqual(submission.handIn.unreadWeeks, [])
  }

  func testTheExactNameGoesBeforeOneLikeIt() throws {
    let submission = try take([file: "// work", "old/LogisticRegression_draft.swift": "// draft"])
    XCTAssertEqual(submission.texts, ["C1W2": "// work"])
    XCTAssertEqual(submission.handIn.left, ["old/LogisticRegression_draft.swift"])
    XCTAssertEqual(notes(submission), [])
  }

  func testTwoVersionsAreNotChosenBetween() throws {
    for other in ["LogisticRegression (1).swift", "LogisticRegression copy.swift"] {
      let submission = try take([file: "// one", other: "// other"])
      XCTAssertEqual(submission.sources, [:], other)
      XCTAssertEqual(
        submission.refusals.map(\.reason),
        [
          "handed in 2 times with different content: \([file, other].sorted().joined(separator: ", "));"
            + " hand in one"
        ])
      XCTAssertEqual(submission.handIn.unreadWeeks, ["C1W2", "C1W3"], other)
    }
    XCTAssertEqual(
      try take([file: "// one", "LogisticRegression (1).swift": "// one"]).texts, ["C1W2": "// one"]
    )
  }

  // MARK: Stubs

  func testAnUntouchedStubNeverBeatsWork() throws {
    let place = "\(inPlace)/\(file)"
    for (name, text) in [
      (file, "// work"), ("LogisticRegression (1).swift", "// work"), ("mine/\(file)", "// work"),
    ] {
      for stub in [Self.stub, "// Release 3f2a91c0\n\n" + Self.stub.replacing("\n", with: "\r\n")] {
        let submission = try take([place: stub, name: text])
        XCTAssertEqual(submission.texts, ["C1W2": text], name)
        XCTAssertEqual(submission.refusals, [])
        XCTAssertTrue(
          notes(submission).contains("\(place): as it was given out; \(name) was taken instead"),
          "\(notes(submission))")
      }
    }
    XCTAssertEqual(try take([place: Self.stub]).texts, ["C1W2": Self.stub], "and counts alone")
  }

  func testAStubOfAnotherReleaseIsKnownByItsPlaceholders() throws {
    let count = Self.weeks[0].exercises.count
    let old = String(repeating: "throw NotImplemented()\n", count: count)
    let submission = try take(["\(inPlace)/\(file)": old, file: "// work"])
    XCTAssertEqual(submission.texts, ["C1W2": "// work"])
  }

  // MARK: Encodings

  func testOtherEncodingsAreReadAndSaid() throws {
    let text = "// é: 学习\nlet a = \"ü\"\n"
    let western = "// é: Übung\nlet a = \"école\"\n"
    let chinese = "// 计算成本函数\nlet a = 1\n"
    let cases: [(String, Data, String)] = [
      (text, Data([0xff, 0xfe]) + (text.data(using: .utf16LittleEndian) ?? Data()), "UTF-16"),
      (text, Data([0xfe, 0xff]) + (text.data(using: .utf16BigEndian) ?? Data()), "UTF-16"),
      (western, western.data(using: .utf16LittleEndian) ?? Data(), "UTF-16"),
      (western, western.data(using: .isoLatin1) ?? Data(), "Latin-1"),
      (chinese, chinese.data(using: .init(rawValue: 0x8000_0632)) ?? Data(), "GB 18030"),
    ]
    for (text, data, encoding) in cases {
      let submission = try take { try $0.write("ana/\(file)", data) }
      XCTAssertEqual(submission.texts, ["C1W2": text], encoding)
      XCTAssertEqual(notes(submission), ["\(file): read as \(encoding); save files as UTF-8"])
    }
    let marked = try take { try $0.write("ana/\(file)", Data([0xef, 0xbb, 0xbf]) + "// x".utf8) }
    XCTAssertEqual(marked.texts, ["C1W2": "// x"], "the mark of UTF-8 is no part of a text")
    XCTAssertEqual(notes(marked), [])
  }

  // MARK: Archives

  func testArchivesWithinArchivesAndCompressedFilesAreOpened() throws {
    let zip = try ZipBuilder([.init("deep/\(file)", "// in zip")]).data()
    var outer = ZipBuilder.Entry("inner.zip")
    outer.content = zip
    let nested = try take { try $0.write("ana.zip", ZipBuilder([outer]).data()) }
    XCTAssertEqual(nested.texts, ["C1W2": "// in zip"])
    let inFolder = try take { try $0.write("ana/homework.zip", ZipBuilder([outer]).data()) }
    XCTAssertEqual(inFolder.texts, ["C1W2": "// in zip"])
    let packed = try Gzip.data(of: Data("// packed".utf8))
    let compressed = try take { try $0.write("ana/\(file).gz", packed) }
    XCTAssertEqual(compressed.texts, ["C1W2": "// packed"])
    XCTAssertEqual(notes(compressed), ["\(file).gz: taken as LogisticRegression.swift"])
  }

  func testAnArchiveThatCannotBeReadLeavesTheMarkOpen() throws {
    var encrypted = ZipBuilder.Entry(file)
    encrypted.flags |= 1
    let locked = try ZipBuilder([encrypted]).data()
    for (name, data) in [
      ("ana/hw.rar", Data("Rar!".utf8)), ("ana/hw.7z", Data("7z".utf8)), ("ana.zip", locked),
      ("ana/cut.zip", Data(locked.prefix(40))),
    ] {
      let submission = try take { try $0.write(name, data) }
      XCTAssertEqual(submission.sources, [:], name)
      XCTAssertEqual(submission.refusals.count, 1, name)
      XCTAssertEqual(submission.handIn.unreadWeeks, ["C1W2", "C1W3"], name)
    }
  }

  // MARK: Helpers

  func testFilesBesideTheWeeksFileAreOfItsModule() throws {
    let loose = try take([file: "// work", "Helpers.swift": "// help", "other/Far.swift": "// far"])
    XCTAssertEqual(loose.helpers, ["C1W2": ["Helpers.swift": Data("// help".utf8)]])
    XCTAssertEqual(loose.handIn.left, ["other/Far.swift"])
    let package = try take([
      "course/Package.swift": "x", "course/\(inPlace)/\(file)": "// work",
      "course/\(inPlace)/Helpers.swift": "// help", "course/\(inPlace)/More/Deep.swift": "// deep",
      "course/Sources/Tensors/Tensor.swift": "// the course's own",
    ])
    XCTAssertEqual(
      package.helpers["C1W2"]?.keys.sorted(), ["Helpers.swift", "More/Deep.swift"])
    XCTAssertEqual(package.handIn.left, [])
    XCTAssertNotEqual(
      loose.digest, try take([file: "// work", "Helpers.swift": "// changed"]).digest,
      "another helper is another submission")
  }

  func testTooManyOrTooLargeHelpersAreRefusedByName() throws {
    var limits = IntakeLimits()
    limits.helpers = 1
    let many = try take([file: "// work", "A.swift": "", "B.swift": ""], limits: limits)
    XCTAssertEqual(many.helpers, [:])
    XCTAssertEqual(
      many.refusals.map { "\($0.name): \($0.reason)" },
      ["A", "B"].map { "\($0).swift: one of more than 1 files beside the week's own" })
    limits.helperBytes = 3
    let large = try take([file: "// work", "A.swift": "// large"], limits: limits)
    XCTAssertEqual(
      large.refusals.map(\.reason),
      ["the files beside the week's own have more than 3 bytes together"])
  }
}
