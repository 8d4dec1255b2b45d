import Foundation
import GradedTesting
import Text
import XCTest

@testable import Banks

/// The faults that `course quiz check` finds in texts that no terminal shows.
final class MarkupTests: FrameworkTestCase {
  private func found(_ text: String) -> [Markup] { Markup.found(in: text).map(\.markup) }

  func testWhatATerminalCannotShowIsFound() {
    let cases: [(String, Markup)] = [
      ("The loss $L(a, y)$ is", .mathematics), ("$$x$$", .mathematics), ("\\(x\\)", .mathematics),
      ("\\[ x = 1 \\]", .mathematics), ("the rate \\alpha", .mathematics),
      ("\\frac{1}{2}", .mathematics),
      ("| a | b |\n|---|---|\n| 1 | 2 |", .table), ("a | b\n--|:-:\n1 | 2", .table),
      ("![a net](net.png)", .picture), ("see ![n][1]", .picture),
      ("[the paper](https://arxiv.org)", .link), ("[here](notes.html)", .link),
      ("<https://arxiv.org>", .link), ("[1]: https://arxiv.org", .link), ("[up](#top)", .link),
      ("<b>bold</b>", .html), ("a<br>b", .html), ("x&nbsp;y", .html), ("<img src=\"a\">", .html),
      ("<!-- note -->", .html), ("&#945;", .html), ("- a\n  - b", .nestedList),
      ("1. a\n   - b", .nestedList), ("~~wrong~~", .strikethrough),
    ]
    for (text, markup) in cases { XCTAssertEqual(found(text), [markup], text) }
  }

  func testOrdinaryTextIsLeftAlone() {
    for text in [
      "It costs $5 and $6.", "from $5 to $6", "`$x$` and `<b>`", "a < b & c > d", "if x<y then y>x",
      "`a[2](9)` is", "a[2](9) is", "W[1], b[1] (see above)", "{{ x | .2 }} and {{ y | 3g }}",
      "```text\n| a |\n|---|\n<b> $x$\n```", "- a\n- b\n  goes on", "a -- b", "\\*stars\\* and \\`",
      "\\$x\\$", "\\<b>", "C:\\\\temp",
      "P(a | b) | c", "AT&T; R&D", "~5 and ~6", "x = [0, 1] (closed)",
      "``a `$x$` b``", "3 <- 4", "σ(z) = 1/(1 + e⁻ᶻ)",
    ] {
      XCTAssertEqual(found(text), [], text)
    }
  }

  func testTheCheckNamesThemWithTheirLine() {
    let faults = bank(
      "Text with <b>.\n\nAnd $x$.\n\n- [x] a\n  > yes ![p](p.png)\n- [ ] [b](http://x.y)\n  > no\n"
    ).faults
    XCTAssertEqual(
      faults.map { $0.prefix(18) },
      ["T1-Test.en.md:5: H", "T1-Test.en.md:7: L", "T1-Test.en.md:10: ", "T1-Test.en.md:11: "],
      faults.joined(separator: "\n"))
    XCTAssertEqual(
      faults.last,
      "T1-Test.en.md:11: a link cannot be followed in a terminal: write the address out")
  }

  func testCharactersThatAreNotSeenAreNamed() {
    for (character, code) in [
      ("\u{202E}", "202E"), ("\u{200B}", "200B"), ("\u{2066}", "2066"), ("\u{FEFF}", "FEFF"),
      ("\u{AD}", "00AD"), ("\u{2028}", "2028"), ("\u{200E}", "200E"), ("\u{E0041}", "E0041"),
      ("\u{3164}", "3164"), ("\u{200D}", "200D"), ("\u{61C}", "061C"),
    ] {
      XCTAssertEqual(
        bank("Te\(character)xt?\n\n- [x] a\n  > yes\n- [ ] b\n  > no\n").faults,
        [
          "T1-Test.en.md:5: this line holds U+\(code), which is not seen or turns the direction of "
            + "writing: remove it"
        ])
    }
    XCTAssertNil(hiddenCharacter(in: "می\u{200C}خواهم and “quotes”，神经网络 é ½ 👍"))
  }

  // MARK: Fences

  private let options = "\n- [x] a\n  > yes\n- [ ] b\n  > no\n"

  func testFencesOfTildesMakeOneFault() {
    XCTAssertEqual(
      bank("Text?\n\n~~~text\n## no heading\n- [x] no option\n~~~\n\(options)").faults,
      ["T1-Test.en.md:7: blocks are fenced by backticks here: write “```” for “~~~”"])
  }

  func testAMissingOpeningFenceIsNamedOnce() {
    XCTAssertEqual(
      bank("type: several\ntags: a\n```\n\nText?\n\(options)\n## r\n\nText?\n\(options)").faults,
      ["T1-Test.en.md:5: fields without their block: write “```question” above this line"])
    let next = "\n## r\n\n```question\ntags: a\n```\n\nText?\n\(options)"
    XCTAssertEqual(
      bank("Text?\n\n  a figure\n```\n\(options)\(next)").faults,
      [
        "T1-Test.en.md:8: this line closes no fenced block: the line that opens it is missing above, "
          + "such as “```text”"
      ])
    XCTAssertEqual(
      bank("Text?\n\n  a figure\n```\n\n```text\nanother\n```\n\(options)\(next)").faults.count, 1)
    XCTAssertEqual(
      bank("Text?\n\n```text\n  a figure\n\(options)\(next)").faults,
      ["T1-Test.en.md:7: the fenced block that begins here is not closed"])
  }

  // MARK: Pictures

  func testAPictureBesideTheBankIsAllowed() throws {
    let scratch = try Scratch()
    func faults(_ name: String, _ svg: String?) throws -> [String] {
      if let svg {
        try svg.write(toFile: scratch.path + "/\(name)", atomically: true, encoding: .utf8)
      }
      let file = scratch.path + "/T1-Test.en.md"
      let text = "# T\n\n## q\n\nWhich?\n\n```text \(name)\n _/\n```\n\(options)"
      return Bank.read(Data(text.utf8), file: file, deeply: true).faults.map {
        String($0.phrase(.english).dropFirst(file.count))
      }
    }
    let drawing = "<svg xmlns=\"http://www.w3.org/2000/svg\"><path d=\"M0 0\"/></svg>"
    XCTAssertEqual(try faults("relu.svg", drawing), [])
    XCTAssertEqual(
      try faults("none.svg", nil),
      [
        ":7: there is no picture “none.svg” beside the bank: the file is named after “```text”"
      ])
    XCTAssertEqual(try faults("text.svg", "hello"), [":7: “text.svg” is no SVG file"])
    for active in [
      "<svg><script>1</script></svg>", "<svg onload='x()'></svg>",
      "<svg><image href=\"http://x.y/z.png\"/></svg>",
    ] {
      XCTAssertEqual(
        try faults("active.svg", active),
        [":7: “active.svg” holds scripts or loads other files: save it as a plain drawing"], active)
    }
    XCTAssertEqual(try faults("../relu.svg", nil).count, 1)
    XCTAssertEqual(try faults("photo.png", nil).count, 1)
  }

  // MARK: Places and tolerances

  func testRightOptionsThatStandInOnePlaceAreNamed() {
    func question(_ place: Int) -> String {
      "Text?\n\n"
        + (0..<4).map { "- [\($0 == place ? "x" : " ")] option \($0)\n  > why\n" }.joined()
    }
    func faults(_ places: [Int]) -> [String] {
      bank(places.enumerated().map { "\n## q\($0.offset)\n\n" + question($0.element) }.joined())
        .faults
        .filter { !$0.contains("no text") && !$0.contains("no options") }
    }
    XCTAssertEqual(
      faults([0, 0, 0, 0, 0, 0, 1, 0]),
      [
        "T1-Test.en.md:1: the right option is number 1 in 7 of 8 questions: vary its place, "
          + "for not every program shuffles"
      ])
    XCTAssertEqual(faults([3, 3, 3, 3]).count, 1, "any place will do")
    XCTAssertEqual(faults([0, 1, 2, 3, 0, 1, 0, 2]), [])
    XCTAssertEqual(faults([0, 0, 0]), [], "three may be chance")
  }

  func testRightOptionsThatAllComeFirstAreNamed() {
    let question =
      "```question\ntype: several\n```\nText?\n\n"
      + "- [x] a\n  > y\n- [x] b\n  > y\n- [ ] c\n  > n\n- [ ] d\n  > n\n"
    XCTAssertEqual(
      bank(
        "Text?\n\n- [ ] a\n  > n\n- [x] b\n  > y\n"
          + (1...4).map { "\n## q\($0)\n\n" + question }.joined()
      )
      .faults,
      [
        "T1-Test.en.md:1: all right options stand before the wrong ones in 4 of 4 questions with "
          + "several: mix them, for not every program shuffles"
      ])
  }

  private func number(_ fields: String, _ answer: String) -> [String] {
    bank("```question\ntype: number\n\(fields)```\nHow many {{n}}?\n\n- [x] \(answer)\n  > y\n")
      .faults
      .map { String($0.drop { $0 != " " }.dropFirst()) }
  }

  func testTolerancesThatAllowNothingAreNamed() {
    XCTAssertEqual(
      number("tolerance: 5%\nwhere:\n  n = range 0..1\n", "{{n}}"),
      ["a percentage of 0 allows nothing, with n = 0: give a tolerance such as 0.01"])
    XCTAssertEqual(number("tolerance: 5%\nwhere:\n  n = range 1..3\n", "{{n}}"), [])
    XCTAssertEqual(
      number("where:\n  n = range 2..3\n", "{{1 / n}}"),
      ["with n = 3 the answer is shown rounded, as 0.333333: give a tolerance"])
    XCTAssertEqual(number("where:\n  n = range 2..3\n", "1/{{n}}"), [], "a fraction is exact")
    XCTAssertEqual(number("where:\n  n = range 52..53\n", "{{2 ^ n + 1}}"), [])
    XCTAssertEqual(number("where:\n  n = 1\n", "{{n * 1e-10}}"), [])
  }

  func testAFolderIsNoBank() throws {
    let scratch = try Scratch()
    XCTAssertEqual(
      Bank.read(scratch.path).faults.map { $0.phrase(.english) },
      ["\(scratch.path):1: cannot be read: this is a folder: name the files in it"])
  }
}
