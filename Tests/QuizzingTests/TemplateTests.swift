import GradedTesting
import Text
import XCTest

@testable import Banks

final class TemplateTests: FrameworkTestCase {
  private func value(_ text: String, _ values: [String: ExactNumber] = [:]) throws -> Double {
    try ExpressionParser.expression(text).value(values).double
  }

  /// The right sides are Python's.
  func testExpressionsFollowTheRulesOfArithmetic() throws {
    XCTAssertEqual(try value("1 + 2 * 3"), 7)
    XCTAssertEqual(try value("(1 + 2) * 3"), 9)
    XCTAssertEqual(try value("10 - 4 - 3"), 3)
    XCTAssertEqual(try value("2 ^ 3 ^ 2"), 512)
    XCTAssertEqual(try value("-2 ^ 2"), -4)
    XCTAssertEqual(try value("7 / 2"), 3.5)
    XCTAssertEqual(
      try value("floor((n + 2 * p - f) / s) + 1", ["n": 7, "p": 1, "f": 3, "s": 2]), 4)
    XCTAssertEqual(try value("mod(-7, 3)"), 2)
    XCTAssertEqual(try value("max(min(3, 5), 2)"), 3)
    XCTAssertEqual(try value("round(2.5)"), 3)
    XCTAssertEqual(try value("tanh(0.5)"), 0.46211715726000973, accuracy: 1e-15)
    XCTAssertEqual(try value("log2(10)"), 3.321928094887362, accuracy: 1e-15)
  }

  func testNumbersMayHaveAnExponent() throws {
    XCTAssertEqual(try value("1e-10"), 1e-10)
    XCTAssertEqual(try value("2.5E+3 - 1e3"), 1500)
    XCTAssertThrowsError(try value("2e"), "an e without digits is a name")
  }

  /// The right sides are Python's integers and fractions.
  func testWhatCanBeExactIsExact() throws {
    func shown(_ text: String) throws -> String {
      NumberFormat.shortest.string(of: try ExpressionParser.expression(text).value([:]))
    }
    XCTAssertEqual(try shown("2^53 + 1"), "9007199254740993")
    XCTAssertEqual(try shown("3^40"), "12157665459056928801")
    XCTAssertEqual(try shown("2^100 / 2^98"), "4")
    XCTAssertEqual(try shown("sqrt(2)^2 - 2"), "0")
    XCTAssertEqual(try shown("1e-10"), "1e-10")
    XCTAssertEqual(try shown("exp(-30)"), "9.35762e-14")
    XCTAssertEqual(try shown("0.1 + 0.2"), "0.3")
    XCTAssertEqual(try shown("round(-2.5)"), "-3")
    XCTAssertEqual(try shown("ceil(-7 / 2)"), "-3")
    XCTAssertEqual(try shown("floor(0.35 * 20)"), "7")
    XCTAssertEqual(
      try ExpressionParser.expression("1 / 3 + 1 / 6").value([:]), 0.5, "a sum of fractions")
  }

  /// -2¹²⁷ has no opposite among the whole numbers of 128 bits.
  func testWhatIsTooLargeToBeExactIsRounded() throws {
    XCTAssertEqual(try value("-(0 - 2^63 * 2^64)"), 0x1p127)
    XCTAssertEqual(try value("2^1000"), 0x1p1000)
    XCTAssertEqual(try value("2^(0 - 9223372036854775807 - 1)"), 0)
    XCTAssertEqual(try value("1e300 / 1e300"), 1)
    XCTAssertFalse(try value("9^999999").isFinite)
  }

  func testConditionsJoinByAndBeforeOr() throws {
    let condition = try ExpressionParser.condition("a == 1 and b == 1 or c == 1")
    XCTAssertTrue(try condition.holds(["a": 1, "b": 1, "c": 0]))
    XCTAssertTrue(try condition.holds(["a": 0, "b": 0, "c": 1]))
    XCTAssertFalse(try condition.holds(["a": 1, "b": 0, "c": 0]))
  }

  func testAConditionForgivesRoundingErrors() throws {
    XCTAssertTrue(try ExpressionParser.condition("a + b == 0.3").holds(["a": 0.1, "b": 0.2]))
    XCTAssertFalse(try ExpressionParser.condition("a + b > 0.3").holds(["a": 0.1, "b": 0.2]))
  }

  func testUnreadableExpressionsSayWhatWasExpected() {
    let cases: [(String, String)] = [
      ("1 +", "expected a number, a name or “(”, found the end"),
      ("(1", "expected “)”, found the end"),
      ("1 2", "expected an operator or the end, found “2”"),
      (
        "sin(1)",
        "unknown function “sin”: there are floor, ceil, round, sqrt, abs, exp, log, "
          + "log2, log10, tanh, min, max, mod"
      ),
      ("min(1)", "min takes 2 arguments, not 1"),
      (String(repeating: "(", count: 200), "the expression is nested more than 50 levels deep"),
      (
        String(repeating: "-", count: 400) + "1",
        "the expression is nested more than 50 levels deep"
      ),
      (String(repeating: "1+", count: 400) + "1", "the expression is longer than 500 characters"),
    ]
    for (text, sentence) in cases {
      XCTAssertThrowsError(try ExpressionParser.expression(text), text) {
        XCTAssertEqual(($0 as? any PhrasedError)?.phrase(.english), sentence)
      }
    }
  }

  private func template(_ lines: [String]) throws -> Template {
    var template = Template()
    for line in lines { try template.add(line) }
    return template
  }

  func testEveryDrawMeetsTheRequirements() throws {
    let template = try template([
      "a = range 1..10", "b = choose 2 4 8", "c = a * b", "require a != b and c < 50",
    ])
    for seed in 0..<300 {
      var random = RandomDraw(seed: seed, questionID: "q")
      let values = try template.draw(&random)
      let (a, b) = (try XCTUnwrap(values["a"]), try XCTUnwrap(values["b"]))
      XCTAssertTrue(
        (1...10).contains(a.double) && [2, 4, 8].contains(b), "seed \(seed): \(values)")
      XCTAssertEqual(values["c"], a * b, "seed \(seed)")
      XCTAssertTrue(a != b && (a * b).double < 50, "seed \(seed): \(values)")
    }
  }

  func testARangeHoldsBothEndsAndItsSteps() throws {
    let template = try template(["x = range 0.1..0.9 step 0.2"])
    XCTAssertEqual(template.combinations, 5)
    let drawn = try (0..<5).map { try XCTUnwrap(try template.values(ofCombination: $0))["x"] }
    XCTAssertEqual(drawn, [0.1, 0.3, 0.5, 0.7, 0.9])
  }

  func testEveryCombinationIsListedOnce() throws {
    let template = try template(["a = choose 1 2 3", "b = range 0..1"])
    let all = try (0..<template.combinations).compactMap { try template.values(ofCombination: $0) }
    XCTAssertEqual(Set(all.map { "\($0["a"]?.double ?? 0) \($0["b"]?.double ?? 0)" }).count, 6)
  }

  func testDeclarationsThatCannotBeMeantAreRefused() {
    let cases: [([String], String)] = [
      (
        ["n"],
        "cannot read “n” in `where`: write `name = choose 1 2 3`, `name = range 1..9`, "
          + "`name = expression` or `require condition`"
      ),
      (["n = choose x"], "“x” is not a number"),
      (["n = range 5..1"], "the range “5..1” contains no number"),
      (["n = range 0..1 step 0"], "the range “0..1 step 0” contains no number"),
      (["n = range 0..1e9"], "“0..1e9” holds more than 100,000 numbers: use a larger step"),
      (["n = 1", "n = 2"], "the variable “n” is defined twice"),
      (["floor = 1"], "“floor” cannot name a variable, it has a meaning of its own"),
      (["n = m + 1"], "unknown variable “m”: define it in `where`, above the line that uses it"),
      (["require n"], "expected a comparison such as “!=”, found the end"),
    ]
    for (lines, sentence) in cases {
      XCTAssertThrowsError(try template(lines), lines.joined()) {
        XCTAssertEqual(($0 as? any PhrasedError)?.phrase(.english), sentence)
      }
    }
  }

  func testImpossibleRequirementsEndTheDraw() throws {
    let template = try template(["n = range 1..3", "require n > 5"])
    var random = RandomDraw(seed: 1, questionID: "q")
    XCTAssertThrowsError(try template.draw(&random)) {
      XCTAssertEqual($0 as? TemplateError, .unmetRequirements)
    }
  }

  /// The right sides are those of C's printf.
  func testNumbersAreShownAsPeopleWriteThem() throws {
    XCTAssertEqual(NumberFormat.shortest.string(12288), "12288")
    XCTAssertEqual(NumberFormat.shortest.string(-3), "-3")
    XCTAssertEqual(NumberFormat.shortest.string(0.1 + 0.2), "0.3")
    XCTAssertEqual(NumberFormat.shortest.string(2.0 / 3), "0.666667")
    XCTAssertEqual(NumberFormat.shortest.string(1 - 1e-12), "1")
    XCTAssertEqual(try NumberFormat(".2").string(6.75), "6.75")
    XCTAssertEqual(try NumberFormat(".2").string(-0.001), "0.00")
    XCTAssertEqual(try NumberFormat("3g").string(0.012345), "0.0123")
    XCTAssertThrowsError(try NumberFormat("x")) {
      XCTAssertEqual(
        ($0 as? any PhrasedError)?.phrase(.english),
        "unknown format “x”: write `| .2` for two decimals or `| 3g` for three digits")
    }
  }

  func testValuesFillTextCodeAndFences() throws {
    let values: [String: ExactNumber] = ["n": 4, "x": 0.5]
    XCTAssertEqual(
      try Interpolation.fill("`({{n}}, {{ n * 2 }})` and {{x | .2}} {one} \\{{ n }}", values),
      "`(4, 8)` and 0.50 {one} {{ n }}")
    XCTAssertEqual(try Interpolation.fill("a { b } { c", [:]), "a { b } { c")
    XCTAssertThrowsError(try Interpolation.fill("{{ n", values)) {
      XCTAssertEqual(
        ($0 as? any PhrasedError)?.phrase(.english),
        "“{{” is not closed by “}}”; for two literal braces write “\\{{”")
    }
    XCTAssertThrowsError(try Interpolation.fill("{{ 1 / 0 }}", values)) {
      XCTAssertEqual(($0 as? any PhrasedError)?.phrase(.english), "“1 / 0” has no finite value")
    }
  }

  /// The numbers are the first outputs of the reference SplitMix64 for the seed 1234567.
  func testTheGeneratorIsSplitMix64() {
    var random = RandomDraw(seed: 1_234_567 as UInt64)
    XCTAssertEqual(
      (0..<3).map { _ in random.next() },
      [6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423])
  }
}
