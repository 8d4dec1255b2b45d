import Foundation
import FrameworkTesting
import GradedTesting
import Text
import XCTest

@testable import Commands

/// Tests the completions that the shells themselves offer.
///
/// Shells that are not installed are skipped.
final class CompletionScriptTests: FrameworkTestCase {
  /// Command lines whose last word is completed, and the completions.
  private static let cases: [(words: [String], proposals: [String])] = [
    (["bakery", ""], ["bake", "oven", "sell"]),
    (["bakery", "o"], ["oven"]),
    (["bakery", "oven", ""], ["clean", "heat"]),
    (["bakery", "bake", ""], ["baguette", "ciabatta", "focaccia"]),
    (["bakery", "bake", "f"], ["focaccia"]),
    (["bakery", "bake", "--m"], ["--minutes"]),
    (["bakery", "--lang", "zh", "bake", "--we"], ["--weight"]),
    (["bakery", "bake", "--crust", ""], ["crisp", "soft"]),
    (["bakery", "bake", "--crust", "c"], ["crisp"]),
    // The value of an option is not a command.
    (["bakery", "bake", "--minutes", "oven", "b"], ["baguette"]),
    (["bakery", "sell", "--h"], ["--help"]),
  ]

  private func script(_ shell: CompletionScript.Shell) -> String {
    CompletionScript(Bakery.root, for: shell, .english).text
  }

  /// The words that a shell prints, in order.
  private func run(_ program: String, _ text: String) throws -> [String] {
    let file = try temporaryFolder().appending(path: "script")
    try Data(text.utf8).write(to: file)
    let answer = try StartedProgram([file.path], of: URL(fileURLWithPath: program)).answer()
    XCTAssertEqual(answer.complaint, "", program)
    return answer.output.split(separator: "\n").map(String.init).sorted()
  }

  private func installed(_ name: String) -> String? {
    ["/bin", "/usr/bin", "/usr/local/bin"].map { "\($0)/\(name)" }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }

  private func bashAnswer(_ words: [String]) throws -> [String] {
    let list = words.map { "'\($0)'" }.joined(separator: " ")
    return try run(
      XCTUnwrap(installed("bash")),
      """
      \(script(.bash))
      compopt() { :; }
      COMP_WORDS=(\(list)); COMP_CWORD=\(words.count - 1)
      _bakery
      printf '%s\\n' "${COMPREPLY[@]}"
      complete -p bakery > /dev/null
      """)
  }

  func testBash() throws {
    for (words, proposals) in Self.cases {
      XCTAssertEqual(try bashAnswer(words), proposals, words.joined(separator: " "))
    }
  }

  func testBashCompletesAValueAfterAnEqualsSign() throws {
    XCTAssertEqual(try bashAnswer(["bakery", "bake", "--crust", "="]), ["crisp", "soft"])
    XCTAssertEqual(try bashAnswer(["bakery", "bake", "--crust", "=", "s"]), ["soft"])
  }

  func testFish() throws {
    guard let fish = installed("fish") else { return }
    for (words, proposals) in Self.cases {
      let line = words.joined(separator: " ")
      let answer = try run(fish, "\(script(.fish))\ncomplete -C '\(line)'")
      XCTAssertEqual(
        answer.map { $0.split(separator: "\t")[0] }.map(String.init).sorted(), proposals, line)
    }
    XCTAssertEqual(
      try run(fish, "\(script(.fish))\ncomplete -C 'bakery bake --crust=s'"),
      ["--crust=soft\tits crust"])
  }

  /// Replaces zsh's completion functions by functions that print their arguments.
  func testZsh() throws {
    guard let zsh = installed("zsh") else { return }
    for (words, proposals) in Self.cases {
      let list = words.map { "'\($0)'" }.joined(separator: " ")
      let answer = try run(
        zsh,
        """
        compdef() { :; }
        \(script(.zsh))
        _describe() { print -l -- "${(@)${(@P)2}%%:*}"; }
        compadd() { shift; print -l -- "$@"; }
        _files() { :; }
        words=(\(list)); CURRENT=\(words.count)
        _bakery
        """)
      let last = words.last ?? ""
      XCTAssertEqual(
        answer.filter { $0.hasPrefix(last) }, proposals, words.joined(separator: " "))
    }
  }

  func testSummariesAreQuotedForTheShell() throws {
    let root = Command(
      "it", "it's a $(thing): “x” \\".both,
      groups: [
        CommandGroup(
          "a".both, [Command("a:b", "don't $HOME `x` \\".both, action: { _ in .success })])
      ])
    for shell in CompletionScript.Shell.allCases {
      guard let program = installed(shell.rawValue) else { continue }
      let head = shell == .zsh ? "compdef() { :; }\n" : ""
      let text = CompletionScript(root, for: shell, .english).text
      XCTAssertEqual(try run(program, head + text + "\necho end"), ["end"], "\(shell)")
    }
  }
}

extension String {
  fileprivate var both: Phrase { Phrase(self, zh: self) }
}
