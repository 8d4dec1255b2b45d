import Foundation
import GradedTesting
import Text
import XCTest

@testable import Grading
@testable import Intake

/// Parts of submissions that are refused in their student's name, while everybody else goes on.
final class SubmissionRefusalTests: FrameworkTestCase {
  private let file = "LogisticRegression.swift"

  /// The sources of a hostile student, who is named ana, and her refusals as `name: reason`.
  ///
  /// Ben's good submission must be read whatever ana's is.
  private func read(
    limits: IntakeLimits = IntakeLimits(), _ hostile: (ClassFolder) throws -> Void,
    at line: UInt = #line
  ) throws -> (sources: [String: Data], refusals: [String]) {
    let folder = try ClassFolder()
    try folder.write("ben/LogisticRegression.swift", "// ben")
    try hostile(folder)
    let reader = try SubmissionReader(folder.url, roster: nil, limits: limits, language: .english)
    XCTAssertEqual(reader.students.map(\.id), ["ana", "ben"], line: line)
    let ben = try reader.submissions(of: Student(id: "ben", name: "ben"))
    XCTAssertEqual(ben.map(\.texts), [["C1W2": "// ben"]], line: line)
    let ana = try XCTUnwrap(reader.submissions(of: Student(id: "ana", name: "ana")).first)
    return (ana.sources, ana.refusals.map { "\($0.name): \($0.reason)" })
  }

  private func zip(_ entries: ZipBuilder.Entry...) throws -> ([String], taken: [String: Data]) {
    let data = try ZipBuilder(entries).data()
    let result = try read { try $0.write("ana.zip", data) }
    return (result.refusals, result.sources)
  }

  private func tar(_ build: (inout TarBuilder) -> Void) throws -> ([String], taken: [String: Data])
  {
    var builder = TarBuilder()
    build(&builder)
    let plain = try read { try $0.write("ana.tar", builder.ended) }
    let packed = try Gzip.data(of: builder.ended)
    let gzipped = try read { try $0.write("ana.tgz", packed) }
    XCTAssertEqual(
      gzipped.refusals, plain.refusals.map { $0.replacing("ana.tar", with: "ana.tgz") },
      "tar and tar.gz differ")
    XCTAssertEqual(gzipped.sources, plain.sources)
    return (plain.refusals, plain.sources)
  }

  // MARK: Links, devices and paths

  func testLinksAndDevicesInAFolderAreRefused() throws {
    let result = try read { folder in
      try folder.write("secret.swift", "// secret")
      XCTAssertTrue(
        try folder.shell(
          """
          rm secret.swift; mkdir -p ana/Exercises; echo secret > ../hidden-\(folder.url.lastPathComponent)
          ln -s ../../hidden-\(folder.url.lastPathComponent) ana/\(file)
          ln -s /etc ana/Exercises/C1W3-ShallowNetwork
          mkfifo ana/DeepNetwork.swift
          rm ../hidden-\(folder.url.lastPathComponent)
          """))
    }
    XCTAssertEqual(result.sources, [:])
    XCTAssertEqual(
      result.refusals,
      [
        "DeepNetwork.swift: a device, pipe or socket, and no file",
        "Exercises/C1W3-ShallowNetwork: a symbolic link; hand in the file itself",
        "LogisticRegression.swift: a symbolic link; hand in the file itself",
      ])
  }

  func testAStudentsFolderThatIsALinkIsRefused() throws {
    let result = try read { XCTAssertTrue(try $0.shell("ln -s ben ana")) }
    XCTAssertEqual(result.sources, [:])
    XCTAssertEqual(result.refusals, ["ana: a symbolic link; hand in the file itself"])
  }

  func testLinksDevicesAndHostilePathsInAZipAreRefused() throws {
    let (refusals, taken) = try zip(
      .init(file, "/etc/passwd", mode: 0o120777), .init("a/pipe.swift", mode: 0o010644),
      .init("/etc/\(file)"), .init("../../\(file)"), .init("a/../../\(file)"),
      .init("C:\\\(file)"), .init("..\\\(file)"), .init("a\u{1B}[2J/ShallowNetwork.swift", "// ok"),
      .init("Shallow\u{1B}[2JNetwork.swift"))
    XCTAssertEqual(
      taken, ["C1W3": Data("// ok".utf8)], "a folder's name is no reason to refuse a file")
    XCTAssertEqual(
      refusals,
      [
        "ana.zip/LogisticRegression.swift: a symbolic link; hand in the file itself",
        "ana.zip/a/pipe.swift: a device, pipe or socket, and no file",
        "ana.zip/etc/LogisticRegression.swift: an absolute path; pack the folder so that names "
          + "begin with its own",
        "ana.zip/../../LogisticRegression.swift: a path with “..”, which leads out of the archive",
        "ana.zip/a/../../LogisticRegression.swift: a path with “..”, which leads out of the archive",
        "ana.zip/C:/LogisticRegression.swift: an absolute path; pack the folder so that names "
          + "begin with its own",
        "ana.zip/../LogisticRegression.swift: a path with “..”, which leads out of the archive",
        "ana.zip/Shallow�[2JNetwork.swift: control characters in the name",
      ])
  }

  func testLinksDevicesAndHostilePathsInATarAreRefused() throws {
    let (refusals, taken) = try tar {
      $0.add("a/\(file)", type: "1", link: "/etc/passwd")
      $0.add("b/\(file)", type: "2", link: "/etc/passwd")
      $0.add("c/\(file)", type: "3")
      $0.add("d/\(file)", type: "6")
      $0.add("/\(file)")
      $0.add("../\(file)")
      $0.add("e/\(file)", "x", type: "S")
      $0.add("././@LongLink", "f/../../\(file)", type: "L")
      $0.add("overridden")
      $0.add("PaxHeader", "20 path=/etc/passwd\n", type: "x")
      $0.add("overridden")
    }
    XCTAssertEqual(taken, [:])
    XCTAssertEqual(
      refusals,
      [
        "ana.tar/a/LogisticRegression.swift: a hard link; hand in the file itself",
        "ana.tar/b/LogisticRegression.swift: a symbolic link; hand in the file itself",
        "ana.tar/c/LogisticRegression.swift: a device, pipe or socket, and no file",
        "ana.tar/d/LogisticRegression.swift: a device, pipe or socket, and no file",
        "ana.tar/LogisticRegression.swift: an absolute path; pack the folder so that names begin "
          + "with its own",
        "ana.tar/../LogisticRegression.swift: a path with “..”, which leads out of the archive",
        "ana.tar/e/LogisticRegression.swift: a device, pipe or socket, and no file",
        "ana.tar/f/../../LogisticRegression.swift: a path with “..”, which leads out of the archive",
        "ana.tar/etc/passwd: an absolute path; pack the folder so that names begin with its own",
      ])
  }

  // MARK: Content

  func testContentThatIsNoSourceIsRefused() throws {
    let result = try read { folder in
      try folder.write("ana/LogisticRegression.swift", Data("let a = 1\nlet b\0 = 2\n".utf8))
      try folder.write("ana/Initialization.swift", Data(repeating: 0x2f, count: 100_001))
      try folder.write("ana/Optimization.swift", Data(repeating: 0x2f, count: 100_000))
    }
    XCTAssertEqual(result.sources.mapValues(\.count), ["C2W2": 100_000])
    XCTAssertEqual(
      result.refusals,
      [
        "LogisticRegression.swift: line 2 holds a NUL byte, which no source does",
        "Initialization.swift: 100001 bytes; a source may have 100000",
      ])
  }

  // MARK: Archives that lie, burst or end early

  func testEncryptedAndUnknownCompressionIsRefused() throws {
    var encrypted = ZipBuilder.Entry(file)
    encrypted.flags |= 1
    var strange = ZipBuilder.Entry("ShallowNetwork.swift")
    strange.method = 14
    let (refusals, taken) = try zip(encrypted, strange, .init("DeepNetwork.swift", "// ok\n"))
    XCTAssertEqual(taken.mapValues { String(decoding: $0, as: UTF8.self) }, ["C1W4": "// ok\n"])
    XCTAssertEqual(
      refusals,
      [
        "ana.zip/LogisticRegression.swift: encrypted; pack it without a password",
        "ana.zip/ShallowNetwork.swift: compressed by method 14; pack it with an ordinary zip program",
      ])
  }

  func testSizesAndChecksumsThatLieAreRefused() throws {
    let zeros = String(repeating: "0", count: 3 << 20)
    var bomb = ZipBuilder.Entry(file, zeros, isDeflated: true)
    bomb.size = 100
    var stored = ZipBuilder.Entry("ShallowNetwork.swift")
    stored.size = 3
    var wrong = ZipBuilder.Entry("DeepNetwork.swift", "// x", isDeflated: true)
    wrong.checksum = 7
    var huge = ZipBuilder.Entry("Initialization.swift", zeros, isDeflated: true)
    huge.size = 3 << 20
    let (refusals, taken) = try zip(bomb, stored, wrong, huge)
    XCTAssertEqual(taken, [:])
    XCTAssertEqual(
      refusals,
      [
        "ana.zip/LogisticRegression.swift: damaged: the content does not have its checksum",
        "ana.zip/ShallowNetwork.swift: damaged: two sizes",
        "ana.zip/DeepNetwork.swift: damaged: the content does not have its checksum",
        "ana.zip/Initialization.swift: 3145728 bytes; a source may have 100000",
      ])
  }

  func testArchivesThatUnpackTooLargeAreRefused() throws {
    let zeros = String(repeating: "0", count: 12 << 20)
    let entry = ZipBuilder.Entry("zeros.bin", zeros, isDeflated: true)
    XCTAssertEqual(
      try zip(entry, .init(file)).0, ["ana.zip: unpacks to more than 100 times its size"])
    var builder = TarBuilder()
    builder.add("zeros.bin", zeros)
    builder.add(file)
    let packed = try Gzip.data(of: builder.ended)
    XCTAssertEqual(
      try read { try $0.write("ana.tar.gz", packed) }.refusals,
      ["ana.tar.gz: unpacks to more than 100 times its size"])
    var limits = IntakeLimits()
    limits.unpacked = 1 << 20
    XCTAssertEqual(
      try read(limits: limits) { try $0.write("ana.tar.gz", packed) }.refusals,
      ["ana.tar.gz: unpacks to more than 1048576 bytes"])
  }

  func testArchivesAndFoldersBeyondTheLimitsAreRefused() throws {
    var limits = IntakeLimits()
    limits.archive = 1000
    limits.entries = 3
    XCTAssertEqual(
      try read(limits: limits) { try $0.write("ana.zip", Data(count: 1001)) }.refusals,
      ["ana.zip: 1001 bytes; an archive may have 1000. Leave out .build"])
    limits.archive = 50 << 20
    let data = try ZipBuilder((0..<4).map { .init("\($0)") }).data()
    XCTAssertEqual(
      try read(limits: limits) { try $0.write("ana.zip", data) }.refusals,
      ["ana.zip: more than 3 entries. Leave out .build"])
    var builder = TarBuilder()
    for number in 0..<4 { builder.add("\(number)") }
    XCTAssertEqual(
      try read(limits: limits) { try $0.write("ana.tar", builder.ended) }.refusals,
      ["ana.tar: more than 3 entries. Leave out .build"])
    XCTAssertEqual(
      try read(limits: limits) { folder in
        for number in 0..<4 { try folder.write("ana/\(number)", "") }
      }.refusals,
      ["ana: more than 3 entries. Leave out .build"])
  }

  func testTruncatedArchivesAreRefused() throws {
    let zip = try ZipBuilder([.init(file, lines, isDeflated: true)]).data()
    var builder = TarBuilder()
    builder.add("first", lines)
    builder.add(file, lines)
    let gzip = try Gzip.data(of: builder.ended)
    let cases: [(String, Data, String)] = [
      ("ana.zip", zip.prefix(zip.count / 2), "ends too early; it was cut off on its way"),
      ("ana.tar", builder.data.prefix(9000), "ends too early; it was cut off on its way"),
      ("ana.tar.gz", gzip.prefix(gzip.count / 2), "ends too early; it was cut off on its way"),
      (
        "ana.tar.gz", gzip.dropLast(8) + Data(count: 8),
        "damaged: the content does not have its checksum"
      ),
      ("ana.tar", Data("no archive".utf8), "not a tar archive, whatever its name says"),
    ]
    for (name, data, reason) in cases {
      XCTAssertEqual(try read { try $0.write(name, data) }.refusals, ["\(name): \(reason)"])
    }
  }

  private var lines: String { (0..<800).map { "let number\($0) = \($0 * $0 % 977)\n" }.joined() }

  func testManyRefusalsAreCounted() throws {
    let entries = (0..<30).map { ZipBuilder.Entry("../\($0)") }
    let data = try ZipBuilder(entries).data()
    let refusals = try read { try $0.write("ana.zip", data) }.refusals
    XCTAssertEqual(refusals.count, 21)
    XCTAssertEqual(refusals.last, "…: 10 further parts were refused")
  }

  func testAPlaceThatHoldsNoClassIsRefused() throws {
    let folder = try ClassFolder()
    try folder.write("notes.txt", "no archive")
    try folder.write("cut.zip", try ZipBuilder([.init("a/\(file)")]).data().dropLast(30))
    let path = folder.url.path
    for (name, sentence) in [
      ("missing", "there is no \(path)/missing"),
      ("notes.txt", "\(path)/notes.txt is neither a folder nor a zip, tar or tar.gz archive"),
      ("cut.zip", "\(path)/cut.zip: ends too early; it was cut off on its way"),
    ] {
      XCTAssertThrowsError(try SubmissionReader(folder.url.appending(path: name))) {
        XCTAssertEqual(($0 as? IntakeError)?.phrase(.english), sentence)
      }
    }
    let empty = try ClassFolder()
    XCTAssertThrowsError(try SubmissionReader(empty.url)) {
      XCTAssertEqual(($0 as? IntakeError)?.phrase(.chinese), "\(empty.url.path) 里没有提交")
    }
  }
}
