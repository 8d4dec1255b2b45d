import Foundation
import GradedTesting
import Statistics
import Text
import XCTest

@testable import Similarity

final class SwiftLexerTests: FrameworkTestCase {
  private func words(_ source: String) -> [String] {
    let bytes = Array(source.utf8)
    return SwiftLexer(bytes).tokens.map { String(decoding: bytes[$0.range], as: UTF8.self) }
  }

  func testSourceIsCutIntoTokens() {
    let cases: [(String, [String])] = [
      ("let a = x.T + 1.5e-3", ["let", "a", "=", "x", ".", "T", "+", "1.5e-3"]),
      ("0..<n", ["0", "..<", "n"]),
      ("Z .>= 0", ["Z", ".>=", "0"]),
      ("x.0.1", ["x", ".", "0.1"]),
      ("a /* b /* c */ d */ e // f\ng", ["a", "e", "g"]),
      ("\"a \\(f(\"b\")) c\" d", ["\"a \\(f(\"b\")) c\"", "d"]),
      ("#\"a\" \\#(x)\"# b", ["#\"a\" \\#(x)\"#", "b"]),
      ("\"\"\"\na \"b\" \\\"\"\" c\n\"\"\" d", ["\"\"\"\na \"b\" \\\"\"\" c\n\"\"\"", "d"]),
      ("\"never closed\nb", ["\"never closed", "b"]),
      ("/* never closed", []),
      ("σ_1(`in`, $0)", ["σ_1", "(", "`in`", ",", "$0", ")"]),
      ("a+/*b*/-c", ["a", "+", "-", "c"]),
      ("0xFF_FFp-2;x", ["0xFF_FFp", "-", "2", ";", "x"]),
      ("", []),
    ]
    for (source, expected) in cases { XCTAssertEqual(words(source), expected, source) }
  }

  func testRenamingCommentsAndLayoutChangeNothing() {
    let one = """
      public func f(_ Z: Tensor, _ m: Int) throws -> Tensor {
        let slope = 0.01  // how steep
        var (a, b) = (1, 2)
        for i in 0..<m { a += i }
        return try Z.map { x in x > 0 ? x : slope * x }.sum(axis: 0)
      }
      """
    let two = """
      func f(_ input: Tensor, _ count: Int) throws->Tensor{var k=0.5;let(p,q)=(3,4)
      /* other */ for step in 7..<count{p+=step}
      input.map{v in v>9 ? v:k*v}.sum(axis:1)}
      """
    XCTAssertEqual(
      NormalizedSource(Array(one.utf8), given: ["f"]).words,
      NormalizedSource(Array(two.utf8), given: ["f"]).words)
    let other = two.replacing(".sum", with: ".mean")
    XCTAssertNotEqual(
      NormalizedSource(Array(one.utf8), given: ["f"]).words,
      NormalizedSource(Array(other.utf8), given: ["f"]).words, "what is called cannot be renamed")
  }

  /// The guarantee of winnowing: a match as long as a window and a run leaves a fingerprint.
  func testASharedRunOfTokensSharesAFingerprint() {
    var random = SplitMix64(seed: 2)
    let length = Fingerprints.length + Fingerprints.window - 1
    for _ in 0..<200 {
      let shared = (0..<length).map { _ in random.next() }
      func text() -> [UInt64] {
        (0..<Int(random.next() % 50)).map { _ in random.next() } + shared
          + (0..<Int(random.next() % 50)).map { _ in random.next() }
      }
      XCTAssertFalse(Fingerprints(text()).chosen.isDisjoint(with: Fingerprints(text()).chosen))
      XCTAssertTrue(
        Fingerprints((0..<60).map { _ in random.next() }).chosen.isDisjoint(
          with: Fingerprints(text()).chosen))
    }
  }
}
