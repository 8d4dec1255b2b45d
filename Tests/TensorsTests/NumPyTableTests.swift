import Foundation
import GradedTesting
import XCTest

/// Every row of the table *NumPy → here* is code that was compiled and prints what NumPy prints.
final class NumPyTableTests: FrameworkTestCase {
  private struct Row: Decodable, Equatable {
    var numpy: String
    var printed: String
  }

  func testEveryRowPrintsWhatNumPyPrints() throws {
    let peers: [Row] = try peerValues("tensors-table.json")
    let ours = try NumPyTable().rows
    XCTAssertGreaterThan(ours.count, 80)
    XCTAssertEqual(ours.map(\.numpy), peers.map(\.numpy), "run Tests/Peers/tensors_table.py")
    for (row, peer) in zip(ours, peers) {
      XCTAssertEqual(row.printed, peer.printed, "\(row.numpy) prints this in NumPy")
    }
  }

  func testTheArticleShowsTheRowsThatWereCompiled() throws {
    let article = try matches(
      of: /^\| `([^`]+)` \| `([^`]+)` \|$/.anchorsMatchLineEndings(),
      in: "Sources/Tensors/Tensors.docc/FromNumPy.md")
    let code = try matches(
      of: /^ *(?:try )?(?:value|change)\("(.+)"\) \{ (?:A in )?(.+) \}$/.anchorsMatchLineEndings(),
      in: "Tests/TensorsTests/NumPyTable.swift")
    XCTAssertEqual(code.count, try NumPyTable().rows.count, "a row stands in one line")
    XCTAssertEqual(article, code)
  }

  private func matches(
    of pattern: Regex<(Substring, Substring, Substring)>, in path: String,
    file: String = #filePath
  ) throws -> [String] {
    let package = URL(fileURLWithPath: file).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let text = try String(contentsOf: package.appending(path: path), encoding: .utf8)
    return text.matches(of: pattern).map { "\($0.1) → \($0.2)" }
  }
}
