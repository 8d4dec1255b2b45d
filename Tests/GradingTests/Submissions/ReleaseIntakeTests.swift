import Coursework
import Foundation
import GradedTesting
import XCTest

@testable import Intake
@testable import Releases

/// The release that a submission was made from.
final class ReleaseIntakeTests: FrameworkTestCase {
  private let file = "LogisticRegression.swift"

  private func releases(_ folder: ClassFolder) throws -> [String?] {
    try SubmissionReader(folder.url).all().map(\.release)
  }

  private func packageFile(_ version: String) throws -> String {
    String(
      decoding: try Release(version: version, weeks: ["C1W2"], seeds: [1]).data, as: UTF8.self)
  }

  func testSourcesNameTheirRelease() throws {
    let folder = try ClassFolder()
    try folder.write("ana/\(file)", "// Release 3f2a91c0\n\nimport Tensors\n")
    try folder.write("bob/\(file)", "import Tensors\n")
    try folder.write("cyd/\(file)", "// Release 3f2a91c0\n")
    try folder.write("cyd/ShallowNetwork.swift", "// Release 00112233\n")
    XCTAssertEqual(try releases(folder), ["3f2a91c0", nil, "00112233, 3f2a91c0"])
  }

  func testThePackagesOwnFileNamesTheReleaseWhereTheLineIsGone() throws {
    let folder = try ClassFolder()
    let inPlace = "Exercises/C1W2-LogisticRegression/\(file)"
    try folder.write("ana/\(inPlace)", "import Tensors\n")
    try folder.write("ana/.course-release", try packageFile("3f2a91c0"))
    try folder.write("bob/\(inPlace)", "// Release 00112233\n")
    try folder.write("bob/.course-release", try packageFile("3f2a91c0"))
    try folder.write("cyd/\(inPlace)", "import Tensors\n")
    try folder.write("cyd/.course-release", "{\"version\":\"<script>\",\"seeds\":[],\"weeks\":[]}")
    try folder.write("dan/\(inPlace)", "import Tensors\n")
    try folder.write("dan/.course-release", Data(repeating: 0x20, count: 50_000))
    try folder.write(
      "eve.zip",
      ZipBuilder([
        .init("course/\(inPlace)", "import Tensors\n"),
        .init("course/.course-release", try packageFile("3f2a91c0")),
      ]).data())
    XCTAssertEqual(try releases(folder), ["3f2a91c0", "00112233", nil, nil, "3f2a91c0"])
    XCTAssertEqual(try SubmissionReader(folder.url).all().flatMap(\.refusals), [])
  }

  func testThePackagesOwnFileIsFoundInAClassPackedAsOne() throws {
    let folder = try ClassFolder()
    try folder.write("ana/\(file)", "import Tensors\n")
    try folder.write("ana/.course-release", try packageFile("3f2a91c0"))
    try folder.write("bob/\(file)", "import Tensors\n")
    let pack = "zip -qr class.zip ana bob && tar czf class.tar.gz ana bob"
    XCTAssertTrue(try folder.shell(pack))
    for archive in ["class.zip", "class.tar.gz"] {
      let reader = try SubmissionReader(folder.url.appending(path: archive))
      XCTAssertEqual(try reader.all().map(\.release), ["3f2a91c0", nil], archive)
      XCTAssertEqual(reader.students.map(\.id), ["ana", "bob"], archive)
    }
  }

  func testTheFileOfAReleaseIsNoStudent() throws {
    let folder = try ClassFolder()
    try folder.write(".course-release", try packageFile("3f2a91c0"))
    try folder.write("ana/\(file)", "import Tensors\n")
    try folder.write("bob/\(file)", "import Tensors\n")
    let reader = try SubmissionReader(folder.url)
    XCTAssertEqual(reader.students.map(\.id), ["ana", "bob"])
    XCTAssertEqual(reader.remarks, [])
  }

  func testTheStubOfAReleaseIsTheStub() {
    let stub = Data("import Tensors\n\npublic func f() {}\n".utf8)
    let marked = Data("// Release 3f2a91c0\n\n".utf8) + stub
    XCTAssertEqual(ReleaseMarker.pristine(marked), stub)
    XCTAssertEqual(ReleaseMarker.pristine(stub), stub)
    XCTAssertEqual(ReleaseMarker.pristine(Data()), Data())
  }
}
