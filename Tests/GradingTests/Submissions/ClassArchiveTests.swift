import Foundation
import FrameworkTesting
import GradedTesting
import XCTest

@testable import Intake

/// Archives that the tools of every machine made.
final class ClassArchiveTests: FrameworkTestCase {
  private let long = String(repeating: "a long folder name ", count: 12)

  /// A class of three, as folders on disk.
  private func classFolder() throws -> ClassFolder {
    let folder = try ClassFolder()
    try folder.write("class/ana/LogisticRegression.swift", "// ana")
    try folder.write("class/ana/\(long)/ShallowNetwork.swift", lines(2000))
    try folder.write("class/李雷/Exercises/C1W4-DeepNetwork/DeepNetwork.swift", lines(10))
    try folder.write("class/zoe/README.md", "nothing")
    try folder.date("class/ana/LogisticRegression.swift", 1_700_000_000)
    try folder.date("class/ana/\(long)/ShallowNetwork.swift", 1_700_000_002)
    return folder
  }

  private func lines(_ count: Int) -> String {
    (0..<count).map { "let number\($0) = \($0 * $0 % 977)\n" }.joined()
  }

  func testEveryFormatGivesWhatTheFolderGives() throws {
    let folder = try classFolder()
    let expected = try SubmissionReader(folder.url.appending(path: "class"))
    let commands = [
      ("a.zip", "cd class && zip -qr ../a.zip ."),
      ("wrapped.zip", "zip -qr wrapped.zip class"),
      ("stored.zip", "zip -q0r stored.zip class"),
      ("a.tar", "tar cf a.tar -C class ."),
      ("ustar.tar", "tar --format=pax -cf ustar.tar class"),
      ("a.tar.gz", "tar czf a.tar.gz class"),
      ("misnamed.bin", "tar c class | gzip -9 > misnamed.bin"),
    ]
    for (name, command) in commands {
      guard try folder.shell(command) else { throw XCTSkip("no program for: \(command)") }
      let reader = try SubmissionReader(folder.url.appending(path: name))
      XCTAssertEqual(reader.students, expected.students, name)
      XCTAssertEqual(try reader.all().map(\.texts), try expected.all().map(\.texts), name)
      XCTAssertEqual(reader.remarks, [], name)
      XCTAssertEqual(
        try reader.all().first?.submitted, Date(timeIntervalSince1970: 1_700_000_002), name)
    }
  }

  func testEachStudentMayHandInAnArchive() throws {
    let folder = try classFolder()
    guard
      try folder.shell(
        """
        mkdir students
        (cd class/ana && zip -qr ../../students/ana.zip .)
        tar czf students/李雷.tar.gz -C class 李雷
        mkdir students/zoe; cp students/ana.zip students/zoe/homework.zip
        zip -qj students/ben.zip students/ana.zip
        cp students/ana.zip students/Carl.RAR
        echo text > students/dan.zip
        : > students/eve.tgz
        """)
    else { throw XCTSkip("no zip or tar") }
    // Once as a folder and once packed again, by either tool.
    try XCTSkipUnless(
      folder.shell("zip -qr all.zip students; zip -q0r all0.zip students; tar czf all.tgz students")
    )
    for name in ["students", "all.zip", "all0.zip", "all.tgz"] {
      let reader = try SubmissionReader(folder.url.appending(path: name))
      XCTAssertEqual(
        reader.students.map(\.id), ["Carl", "ana", "ben", "dan", "eve", "zoe", "李雷"], name)
      let all = try reader.all()
      XCTAssertEqual(
        all.map { $0.sources.keys.sorted() },
        [
          [], ["C1W2", "C1W3"], ["C1W2", "C1W3"], [], [], ["C1W2", "C1W3"], ["C1W4"],
        ], name)
      XCTAssertEqual(
        all.flatMap { submission in
          submission.refusals.map { "\(submission.student.id): \($0.name): \($0.reason)" }
        },
        [
          "Carl: Carl.RAR: a RAR archive; zip, tar and tar.gz are read",
          "dan: dan.zip: not a zip archive, whatever its name says",
          "eve: eve.tgz: not a tar.gz archive, whatever its name says",
        ], name)
    }
  }
}

extension ClassFolder {
  /// - Returns: whether the programs are there and did it.
  func shell(_ command: String) throws -> Bool {
    let shell = URL(fileURLWithPath: "/bin/sh")
    return try StartedProgram(["-c", command], of: shell, in: url).answer().code == 0
  }
}
