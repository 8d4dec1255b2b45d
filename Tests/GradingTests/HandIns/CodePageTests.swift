import Foundation
import GradedTesting
import Text
import XCTest

@testable import Files
@testable import Intake

/// Names of zip archives in the code pages of their makers; the bytes are Python's, as
/// `'王喆'.encode('gbk')` gives them.
final class CodePageTests: FrameworkTestCase {
  private let file = "LogisticRegression.swift"

  /// The names of the folders in an archive.
  private func names(_ folders: [[UInt8]], roster: String? = nil) throws -> [String] {
    let folder = try ClassFolder()
    let entries = folders.map { name in
      var entry = ZipBuilder.Entry("", "// x")
      entry.name = name + Array("/\(file)".utf8)
      entry.flags = 0
      return entry
    }
    try folder.write("c.zip", ZipBuilder(entries).data())
    let reader = try SubmissionReader(
      [folder.url.appending(path: "c.zip")], weeks: [ClassFolder.week("C1W2")],
      roster: try roster.map { try Roster($0, file: "r.csv") },
      settings: IntakeSettings(language: .english))
    XCTAssertEqual(try reader.all().flatMap(\.refusals), [])
    XCTAssertEqual(try reader.all().map(\.sources.count), folders.map { _ in 1 })
    return reader.students.map(\.name)
  }

  func testNamesInTheCodePagesOfWindowsAreDecoded() throws {
    let cases: [(String, [[UInt8]])] = [
      // cp437
      ("José,Lösung", [[0x4a, 0x6f, 0x73, 0x82], [0x4c, 0x94, 0x73, 0x75, 0x6e, 0x67]]),
      // cp850
      ("José,Lösung", [[0x4a, 0x6f, 0x73, 0x82], [0x4c, 0x94, 0x73, 0x75, 0x6e, 0x67]]),
      // cp866
      (
        "Иванов Пётр,Смирнова",
        [
          [0x88, 0xa2, 0xa0, 0xad, 0xae, 0xa2, 0x20, 0x8f, 0xf1, 0xe2, 0xe0],
          [0x91, 0xac, 0xa8, 0xe0, 0xad, 0xae, 0xa2, 0xa0],
        ]
      ),
      // shift_jis
      (
        "田中太郎,さとう",
        [[0x93, 0x63, 0x92, 0x86, 0x91, 0xbe, 0x98, 0x59], [0x82, 0xb3, 0x82, 0xc6, 0x82, 0xa4]]
      ),
      // gbk
      ("王喆,李雷", [[0xcd, 0xf5, 0x86, 0xb4], [0xc0, 0xee, 0xc0, 0xd7]]),
      // gb2312
      ("王小明", [[0xcd, 0xf5, 0xd0, 0xa1, 0xc3, 0xf7]]),
      // cp949
      (
        "김철수,박지영,이민호,최수진",
        [
          [0xb1, 0xe8, 0xc3, 0xb6, 0xbc, 0xf6], [0xb9, 0xda, 0xc1, 0xf6, 0xbf, 0xb5],
          [0xc0, 0xcc, 0xb9, 0xce, 0xc8, 0xa3], [0xc3, 0xd6, 0xbc, 0xf6, 0xc1, 0xf8],
        ]
      ),
      // big5
      ("陳大文,林美玲", [[0xb3, 0xaf, 0xa4, 0x6a, 0xa4, 0xe5], [0xaa, 0x4c, 0xac, 0xfc, 0xac, 0xc2]]),
      // cp1252
      ("José,Müller", [[0x4a, 0x6f, 0x73, 0xe9], [0x4d, 0xfc, 0x6c, 0x6c, 0x65, 0x72]]),
    ]
    for (list, bytes) in cases {
      XCTAssertEqual(
        try names(bytes).sorted(), list.split(separator: ",").map(String.init).sorted(), list)
    }
  }

  func testTheRosterDecidesBetweenCodePages() throws {
    // The bytes of 李雷 in GBK are those of 쟀잉 in the Korean code page, too.
    let bytes: [[UInt8]] = [[0xc0, 0xee, 0xc0, 0xd7]]
    XCTAssertEqual(try names(bytes, roster: "id,name\n1,李雷\n"), ["李雷"])
    XCTAssertEqual(try names(bytes, roster: "id,name\n1,쟀잉\n"), ["쟀잉"])
    // 0x9b is ø in code page 850, ¢ in 437 and Ы in 866.
    let danish: [[UInt8]] = [[0x53, 0x9b, 0x72, 0x65, 0x6e]]
    XCTAssertEqual(try names(danish, roster: "id,name\n1,Søren\n"), ["Søren"])
  }

  func testFoldersOnDiskMayBeInAnyCodePage() throws {
    let folder = try ClassFolder()
    // 王喆 in GBK and José in code page 850, as a program unpacks them that does not care.
    let script =
      #"for name in "$(printf '\315\365\206\264')" "$(printf 'Jos\202')" bob; do "#
      + #"mkdir -p "$name/deep" && printf '// x' > "$name/deep/LogisticRegression.swift"; done"#
    try XCTSkipUnless(folder.shell(script))
    let roster = try Roster("id,name\n1,王喆\n2,Bob\n", file: "r.csv")
    let reader = try SubmissionReader(
      [folder.url], weeks: [ClassFolder.week("C1W2")], roster: roster,
      settings: IntakeSettings(language: .english))
    XCTAssertEqual(try reader.all().map { $0.texts["C1W2"] }, ["// x", "// x", "// x"])
    XCTAssertEqual(try reader.all().flatMap(\.refusals), [])
    XCTAssertEqual(reader.missing, [], "who is on the roster is found by the name")
  }

  func testNoByteIsAReasonToRefuse() throws {
    for byte in UInt8(0x80)...0xff {
      XCTAssertEqual(try names([[0x41, byte, 0x42], [0x43, byte]]).count, 2, "\(byte)")
    }
  }
}
