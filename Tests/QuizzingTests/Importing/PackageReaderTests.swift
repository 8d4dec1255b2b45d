import Files
import Foundation
import GradedTesting
import Text
import XCTest

@testable import Banks
@testable import Quizzing

/// Packages that name what they do not hold.
final class PackageReaderTests: FrameworkTestCase {
  /// The files of a package that the course itself exports, by name.
  private func files(_ format: ExportFormat) throws -> [(name: String, content: Data)] {
    try ExportedQuiz(
      try Samples.bank("Sample-Types.en.md"), seed: 7, includesAnswers: true
    ).packageFiles(format)
  }

  private func missing(_ bank: ImportedBank) -> [String] {
    bank.losses.filter { if case .missingFile = $0.reason { true } else { false } }
      .map { $0.phrase(.english) }
  }

  func testAWholePackageLacksNothing() throws {
    for format in [ExportFormat.qti12, .qti21] {
      let archive = try StoredArchive.data(of: try files(format))
      let bank = try ImportedBank(archive, name: "T", language: .english)
      XCTAssertEqual(missing(bank), [], "\(format)")
      XCTAssertEqual(bank.questions.count, 7)
    }
  }

  func testAnItemThatIsNotInThePackageIsNamed() throws {
    let all = try files(.qti21)
    let kept = all.filter { $0.name != "items/Sample-why-now.xml" }
    let bank = try ImportedBank(
      try StoredArchive.data(of: kept), name: "T", language: .english)
    XCTAssertEqual(bank.questions.count, 6)
    let lines = missing(bank)
    XCTAssertEqual(lines.count, 1, "it is named once: \(lines)")
    XCTAssertTrue(lines[0].hasPrefix("imsmanifest.xml:"), lines[0])
    XCTAssertTrue(lines[0].hasSuffix(": the package lacks items/Sample-why-now.xml"), lines[0])
    let chinese = try XCTUnwrap(
      bank.losses.first { $0.reason == .missingFile("items/Sample-why-now.xml") })
    XCTAssertTrue(chinese.phrase(.chinese).hasSuffix("包里缺少 items/Sample-why-now.xml"))
    // Without the manifest the test tells.
    let bare = kept.filter { $0.name != "imsmanifest.xml" }
    let told = missing(
      try ImportedBank(try StoredArchive.data(of: bare), name: "T", language: .english))
    XCTAssertEqual(told.count, 1)
    XCTAssertTrue(told.first?.hasPrefix("Sample.xml:") == true, "\(told)")
  }

  /// Canvas names its folders by long numbers, and other programs put the manifest into one.
  func testPathsBeginAtTheFileThatNamesThem() throws {
    let item = try XCTUnwrap(try files(.qti21).first { $0.name.hasSuffix("why-now.xml") })
    func manifest(_ addresses: [String]) -> Data {
      let files = addresses.map { "<file href=\"\($0)\"/>" }.joined()
      return Data(
        "<manifest><resources><resource>\(files)</resource></resources></manifest>".utf8)
    }
    for (address, lacks) in [
      ("q%201.xml", nil), ("./q%201.xml?x#y", nil), ("../a/q%201.xml", nil), ("", nil),
      ("http://example.org/q.xml", nil), ("q2.xml", "a/q2.xml"), ("../q%201.xml", "q 1.xml"),
    ] as [(String, String?)] {
      let archive = try StoredArchive.data(of: [
        ("a/imsmanifest.xml", manifest([address])), ("a/q 1.xml", item.content),
      ])
      let bank = try ImportedBank(archive, name: "T", language: .english)
      XCTAssertEqual(
        missing(bank), lacks.map { ["imsmanifest.xml:1: the package lacks \($0)"] } ?? [], address)
    }
  }

  func testAPoolIsNamedInBothVersions() throws {
    let quiz = try ExportedQuiz(
      try Samples.bank("Sample-Types.en.md"), seed: 7, versionCount: 3, includesAnswers: true)
    for format in [ExportFormat.qti12, .qti21] {
      let bank = try ImportedBank(try quiz.package(format), name: "T", language: .english)
      let pools = bank.losses.filter { if case .pool = $0.reason { true } else { false } }
      XCTAssertEqual(
        pools.map(\.reason), [.pool("flatten-image"), .pool("bias-correction")], "\(format)")
      XCTAssertTrue(
        pools[0].phrase(.english).hasSuffix(
          "of the pool “flatten-image” one is drawn there, here all are questions of their own"))
    }
  }

  func testANameThatNoIdConveysIsNamed() throws {
    let bank = try ImportedBank("::神经网络:: What is it? {=a ~b}")
    XCTAssertEqual(bank.questions.map(\.id), ["question-1"])
    XCTAssertEqual(
      bank.losses.filter { $0.reason == .name("神经网络") }.map { $0.phrase(.english) },
      ["1: question-1: its name “神经网络” is lost"])
    XCTAssertFalse(
      try ImportedBank("::Why now?:: What is it? {=a ~b}").losses.contains {
        if case .name = $0.reason { true } else { false }
      })
  }

  func testAQuestionWithoutATextIsLeftOut() throws {
    let bank = try ImportedBank("::q::{=a ~b}\n\n::r::What? {=a ~b}")
    XCTAssertEqual(bank.questions.map(\.id), ["r"])
    XCTAssertEqual(
      bank.losses.filter(\.isLeftOut).map { $0.phrase(.english) },
      ["1: q: left out: it has no text"])
  }
}
