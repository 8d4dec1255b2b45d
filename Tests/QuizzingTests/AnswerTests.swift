import GradedTesting
import XCTest

@testable import Banks
@testable import Quizzing

final class AnswerTests: FrameworkTestCase {
  /// Worked by hand: four options, the right ones 0 and 1.
  func testTheThreeSchemesScoreAsTheyAreNamed() {
    let right: Set = [0, 1]
    let cases: [(chosen: Set<Int>, all: Double, each: Double, minus: Double)] = [
      ([0, 1], 1, 1, 1), ([0], 0, 0.75, 0.5), ([0, 2], 0, 0.5, 0), ([2, 3], 0, 0, 0),
      ([0, 1, 2], 0, 0.75, 0.5), ([0, 1, 2, 3], 0, 0.5, 0), ([], 0, 0, 0),
    ]
    for (chosen, all, each, minus) in cases {
      func fraction(_ scheme: ScoringScheme) -> Double {
        scheme.fraction(chosen: chosen, right: right, count: 4)
      }
      XCTAssertEqual(fraction(.allOrNothing), all, "all-or-nothing for \(chosen)")
      XCTAssertEqual(fraction(.perOption), each, "per option for \(chosen)")
      XCTAssertEqual(fraction(.rightMinusWrong), minus, "right minus wrong for \(chosen)")
    }
  }

  /// Ticking everything, or only wrong options, shows no knowledge.
  func testTheStandardGivesNothingForAllOptionsNorForWrongOnesAlone() {
    XCTAssertEqual(ScoringScheme.standard, .rightMinusWrong)
    for count in 2...7 {
      let all = Set(0..<count)
      for rightCount in 1..<count {
        let right = Set(0..<rightCount)
        func fraction(_ chosen: Set<Int>) -> Double {
          ScoringScheme.standard.fraction(chosen: chosen, right: right, count: count)
        }
        XCTAssertEqual(fraction(all), 0, "all of \(count) options, \(rightCount) right")
        for wrong in all.subtracting(right) {
          XCTAssertEqual(fraction([wrong]), 0, "one wrong one of \(count), \(rightCount) right")
        }
        XCTAssertEqual(fraction(all.subtracting(right)), 0)
        XCTAssertEqual(fraction([0]), 1 / Double(rightCount), accuracy: 1e-15)
      }
      XCTAssertEqual(ScoringScheme.standard.fraction(chosen: all, right: all, count: count), 1)
    }
  }

  func testAQuestionWithOneRightOptionHasNoPartialCredit() throws {
    let posed = try PosedQuestion(try Samples.question("unstructured-data"), seed: 1)
    for scheme in ScoringScheme.allCases {
      XCTAssertEqual(posed.judge(.choices([0]), scheme).fraction, 1)
      XCTAssertEqual(posed.judge(.choices([1]), scheme).fraction, 0)
    }
  }

  func testTypedAnswersFindTheirExplanation() throws {
    let shape = try PosedQuestion(try Samples.question("flatten-image"), values: ["h": 16, "c": 3])
    XCTAssertEqual(
      shape.judge(.typed("768,1"), .perOption), Judgement(fraction: 1, matched: [0]))
    XCTAssertEqual(
      shape.judge(.typed("(1, 768)"), .perOption), Judgement(fraction: 0, matched: [1]))
    XCTAssertEqual(shape.judge(.typed("(7, 7)"), .perOption), Judgement(fraction: 0, matched: []))
    let number = try PosedQuestion(
      try Samples.question("bias-correction"),
      values: ["beta": 0.5, "theta": 10, "v1": 5, "v2": 7.5])
    // Two equal days of 10 with β = 0.5 give 7.5, and 10 corrected.
    XCTAssertEqual(number.judge(.typed("7.51"), .perOption).fraction, 1)
    XCTAssertEqual(number.judge(.typed("7.52"), .perOption).fraction, 0)
    XCTAssertEqual(number.judge(.typed("10"), .perOption).matched, [1])
    XCTAssertEqual(number.judge(.choices([0]), .perOption).fraction, 0)
  }

  func testASeedFixesNumbersAndOrderInBothLanguages() throws {
    let english = try Samples.bank("Sample-Types.en.md")
    let chinese = try Samples.bank("Sample-Types.zh.md")
    for seed in 0..<50 {
      for (a, b) in zip(english.questions, chinese.questions) {
        let (first, second) = (try PosedQuestion(a, seed: seed), try PosedQuestion(b, seed: seed))
        XCTAssertEqual(first.options.map(\.index), second.options.map(\.index))
        XCTAssertEqual(first, try PosedQuestion(a, seed: seed))
        if a.kind == .shape {
          XCTAssertEqual(first.options.map(\.text), second.options.map(\.text))
        }
      }
    }
  }

  func testKeptOptionsStayAndTheOthersMove() throws {
    let question = try Samples.question("why-now")
    var orders: Set<[Int]> = []
    for seed in 0..<200 {
      let order = try PosedQuestion(question, seed: seed).options.map(\.index)
      XCTAssertEqual(order.last, 3, "“None of the above” keeps its place")
      XCTAssertEqual(order.sorted(), [0, 1, 2, 3])
      orders.insert(order)
    }
    XCTAssertEqual(orders.count, 6, "all orders of the other three come up")
    let plots = try Samples.question("relu-plot")
    XCTAssertTrue(
      try (0..<50).allSatisfy {
        try PosedQuestion(plots, seed: $0).options.map(\.index) == [0, 1]
      })
  }
}
