import GradedTesting
import Text
import XCTest

@testable import Banks
@testable import Quizzing

final class TypedNumberTests: FrameworkTestCase {
  private func readings(_ text: String) -> [Double]? { TypedNumber(text)?.readings.map(\.double) }

  func testNumbersAreReadAsPeopleTypeThem() {
    let cases: [(String, Double?)] = [
      ("12288", 12288), (" 1 / 4 ", 0.25), ("25%", 0.25), ("2.5e-1", 0.25), ("－３", -3), ("−3", -3),
      ("+7", 7), (".5", 0.5), ("12.", 12), ("１２．５", 12.5), ("0.84。", 0.84), ("= 5", 5), ("`5`", 5),
      ("≈ 0.84", 0.84), ("", nil), ("abc", nil), ("1/0", nil), ("1/2/4", 0.125), ("nan", nil),
      ("inf", nil), ("0x10", nil), ("--1", nil), ("5 apples", nil), (".", nil), (",", nil),
      ("1e", nil), ("(1", nil), ("1)", nil), (String(repeating: "9", count: 400), nil),
    ]
    for (text, value) in cases { XCTAssertEqual(TypedNumber(text)?.value, value, text) }
  }

  func testDigitsAreGroupedAndDecimalsBegunInAnyCountrysHabit() {
    let cases: [(String, Double)] = [
      ("1,234,567", 1_234_567), ("1.234.567", 1_234_567), ("1 234 567", 1_234_567),
      ("1\u{202F}234\u{A0}567", 1_234_567), ("1'234'567", 1_234_567), ("1’234’567", 1_234_567),
      ("1_234_567", 1_234_567), ("12,34,567", 1_234_567), ("1,234.5", 1234.5), ("1.234,5", 1234.5),
      ("1 234,5", 1234.5), ("1'234.5", 1234.5), ("0,84", 0.84), ("-0,5", -0.5), (",5", 0.5),
      ("1,5e3", 1500), ("٠٫٨٤", 0.84), ("١٬٢٣٤٬٥٦٧", 1_234_567), ("१२", 12), ("1.2万", 12_000),
      ("３亿", 300_000_000), ("2,5%", 0.025), ("5‰", 0.005),
    ]
    for (text, value) in cases { XCTAssertEqual(readings(text), [value], text) }
  }

  func testANumberIsNeverSilentlyAnother() {
    XCTAssertEqual(readings("0,840"), [0.84], "no thousand begins with a zero")
    XCTAssertEqual(readings("12.288"), [12.288, 12288], "a point groups digits in many countries")
    XCTAssertEqual(readings("-1.234"), [-1.234, -1234])
    XCTAssertEqual(readings("0.840"), [0.84])
    XCTAssertEqual(readings("12,288"), [12288, 12.288], "both are meant somewhere")
    for text in [
      "1,2,3", "1,23,45", "12,", "1 2", "1.2.3", "1,234,56", "3-4", "2+3", "1 100/200", "1,,2",
      "1e5e5",
      "1234,567,890", "1e-400", "0.1e-400", "0。5", "1.5 e3", "~1.5", "5±1", "12k", "1.234 567",
      "3 m", "4x", "１２，３４，５６",
    ] {
      XCTAssertNil(TypedNumber(text), "“\(text)” is read as \(readings(text) ?? [])")
    }
  }

  func testExactValuesMayBeTyped() throws {
    let cases: [(String, Double)] = [
      ("1/3", 1.0 / 3), ("-2/7", -2.0 / 7), ("½", 0.5), ("1½", 1.5), ("1 1/2", 1.5),
      ("-1 3/4", -1.75),
      ("√2/2", 0.5.squareRoot()), ("sqrt(2)/2", 0.5.squareRoot()), ("2√2", 8.0.squareRoot()),
      ("√(1/4)", 0.5), ("根号2", 2.0.squareRoot()), ("2^10", 1024), ("2**10", 1024), ("2¹⁰", 1024),
      ("10⁻³", 0.001), ("2.5·10⁻¹", 0.25), ("2.5×10^-1", 0.25), ("2.5x10^-1", 0.25), ("-2^2", -4),
      ("2^-1", 0.5), ("1 ÷ 8", 0.125), ("2^10 - 1", 1023), ("(1+√5)/2", 1.618033988749895),
    ]
    for (text, value) in cases {
      XCTAssertEqual(
        try XCTUnwrap(TypedNumber(text)?.value, text), value, accuracy: 1e-15 * max(1, abs(value)),
        text)
    }
    XCTAssertEqual(TypedNumber("2^53+1")?.readings, TypedNumber("9007199254740993")?.readings)
    XCTAssertNotEqual(TypedNumber("2^53+1")?.readings, TypedNumber("9007199254740992")?.readings)
  }

  private func posed(
    _ answer: String, tolerance: String = "", where declaration: String = "n = 3"
  ) throws -> PosedQuestion {
    let field = tolerance.isEmpty ? "" : "tolerance: \(tolerance)\n"
    let question = try XCTUnwrap(
      bank(
        "```question\ntype: number\n\(field)where:\n  \(declaration)\n```\nHow many {{n}}?\n\n"
          + "- [x] \(answer)\n  > yes\n"
      ).bank?.questions.first)
    return try PosedQuestion(question, seed: 1)
  }

  func testWithoutAToleranceTheExactValueCountsAndWhatIsShown() throws {
    let third = try posed("{{1 / n}}")
    XCTAssertEqual(third.options[0].text, "0.333333")
    for text in ["1/3", "0.333333", "0,333333", "2/6"] {
      XCTAssertNotNil(third.match(text), text)
    }
    for text in ["0.33", "0.3333333", "333333", "3/1"] { XCTAssertNil(third.match(text), text) }
    XCTAssertNotNil(try posed("0.3").match("0.30000000000000004"), "as Python prints 0.1 + 0.2")
    let large = try posed("{{2^53 + 1}}")
    XCTAssertEqual(large.options[0].text, "9007199254740993")
    for text in ["9007199254740993", "2^53+1", "9,007,199,254,740,993"] {
      XCTAssertNotNil(large.match(text), text)
    }
    for text in ["9007199254740992", "9.0072e+15", "2^53"] {
      XCTAssertNil(large.match(text), text)
    }
    let tiny = try posed("{{1e-10}}")
    for text in ["1e-10", "0.0000000001", "10^-10", "10⁻¹⁰"] {
      XCTAssertNotNil(tiny.match(text), text)
    }
    for text in ["0", "1e-9", "1e-11"] { XCTAssertNil(tiny.match(text), text) }
    let root = try posed("{{sqrt(2) / 2}}")
    for text in ["√2/2", "sqrt(2)/2", "1/√2", "0.70710678118"] {
      XCTAssertNotNil(root.match(text), text)
    }
  }

  func testACommaIsReadAsTheQuestionNeedsIt() throws {
    XCTAssertNotNil(try posed("12288").match("12,288"))
    XCTAssertNotNil(try posed("12.288").match("12,288"))
    XCTAssertNotNil(try posed("0.840", tolerance: "0.001").match("0,840"))
    XCTAssertNil(try posed("840").match("0,840"))
    XCTAssertNotNil(try posed("1234").match("1.234"))
    XCTAssertNotNil(try posed("1.234").match("1.234"))
    XCTAssertNotNil(try posed("12288").match("12.288"))
    XCTAssertNil(try posed("1.5").match("1.500.000"))
  }

  func testWhatIsRightOneWayAndAKnownMistakeTheOtherIsAskedAgain() throws {
    let question = try XCTUnwrap(
      bank("```question\ntype: number\n```\nHow many?\n\n- [x] 12288\n  > y\n- [ ] 12.288\n  > n\n")
        .bank?.questions.first)
    let posed = try PosedQuestion(question, seed: 1)
    XCTAssertEqual(
      posed.complaint(aboutTyped: "12,288")?(.english),
      "That can be 12288 or 12.288: type it so that only one is meant.")
    XCTAssertEqual(
      posed.complaint(aboutTyped: "12.288")?(.chinese), "这可能是 12.288 或 12288：请换一种写法，只表示其中一个。")
    for text in ["12288", "12 288", "13,288", "12.2880"] {
      XCTAssertNil(posed.complaint(aboutTyped: text), text)
    }
    XCTAssertNil(try self.posed("12288").complaint(aboutTyped: "12,288"), "either way it is right")
  }

  func testAPercentageAnswersAQuestionForPerCent() throws {
    let question = try XCTUnwrap(
      bank(
        "```question\ntype: number\n```\nHow many percent are left?\n\n- [x] 7.2\n  > y\n"
      ).bank?.questions.first)
    let posed = try PosedQuestion(question, seed: 1)
    for text in ["7.2", "7.2%", "7,2 %", "７．２％"] { XCTAssertNotNil(posed.match(text), text) }
    XCTAssertNil(posed.match("0.072"))
    XCTAssertNotNil(try self.posed("0.25").match("25%"))
    XCTAssertNil(try self.posed("25").match("25%"), "nobody asked for percent here")
  }
}
