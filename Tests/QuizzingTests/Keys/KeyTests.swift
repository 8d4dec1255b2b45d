import Foundation
import GradedTesting
import Text
import XCTest

@testable import Banks
@testable import Quizzing

/// Every key that can be computed is computed a second time, in both languages.
final class KeyTests: FrameworkTestCase {
  private struct Entry {
    var id: String
    var language: BankLanguage
    var question: Question
  }

  /// The questions whose numbers are drawn, and those whose answer is a number or a shape.
  private static let computed = Result {
    try Samples.library().entries.flatMap { entry in
      try entry.files.sorted { $0.key < $1.key }.flatMap { language, file in
        let (bank, faults) = Bank.read(file)
        guard let bank, faults.isEmpty else { throw faults[0] }
        return bank.questions
          .filter { $0.isTemplate || $0.kind == .number || $0.kind == .shape }
          .map { Entry(id: "\(entry.id)/\($0.id)", language: language, question: $0) }
      }
    }
  }

  func testEveryComputedQuestionHasAFormulaOfItsOwn() throws {
    let asked = Set(try Self.computed.get().map(\.id))
    let known = Set(KeyFormula.all.keys)
    XCTAssertEqual(asked.subtracting(known), [], "add a formula to KeyFormula+….swift")
    XCTAssertEqual(known.subtracting(asked), [], "no bank asks this any more")
  }

  func testTheKeysAreThoseOfTheFormulas() throws {
    var count = 0
    for entry in try Self.computed.get() {
      guard let formula = KeyFormula.all[entry.id] else { continue }
      for seed in 1...Self.seeds {
        let posed = try PosedQuestion(entry.question, seed: seed)
        let asked = Asked(posed, formula, in: entry.language)
        let place = "\(entry.id) in \(entry.language.code), seed \(seed)"
        let fault = Self.fault(of: posed, formula.answer(asked))
        XCTAssertNil(fault, "\(place): \(fault ?? "")")
        if fault != nil { break }
        count += 1
      }
    }
    XCTAssertGreaterThan(count, 10_000, "answers computed a second time")
  }

  /// Every combination a question can draw, up to a bound.
  func testTheKeysHoldForEveryCombination() throws {
    for entry in try Self.computed.get() {
      guard let formula = KeyFormula.all[entry.id] else { continue }
      let combinations = entry.question.template.combinations
      let step = max(1, combinations / Self.combinations)
      var count = 0
      for number in stride(from: 0, to: combinations, by: step) {
        guard let values = try entry.question.template.values(ofCombination: number) else {
          continue
        }
        let posed = try PosedQuestion(entry.question, values: values)
        let fault = Self.fault(
          of: posed, formula.answer(Asked(posed, formula, in: entry.language)))
        XCTAssertNil(
          fault, "\(entry.id) in \(entry.language.code) with \(values): \(fault ?? "")")
        if fault != nil { break }
        count += 1
      }
      XCTAssertGreaterThan(count, 0, "no combination of \(entry.id) is right")
    }
  }

  /// The numbers of seeds and of combinations, 80 or `QUIZ_KEY_SEEDS`.
  private static let seeds =
    ProcessInfo.processInfo.environment["QUIZ_KEY_SEEDS"].flatMap { Int($0) } ?? 80
  private static let combinations = seeds

  /// The disagreement between a bank and a formula; nil if there is none.
  private static func fault(of posed: PosedQuestion, _ key: RightAnswer) -> String? {
    let right = posed.options.filter(\.isRight)
    switch key {
    case .places(let places):
      let marked = right.map(\.index).sorted()
      return marked == places ? nil : "right are the options \(places), the bank has \(marked)"
    case .shapes(let shapes):
      let expected = Set(shapes.map { "(" + $0.joined(separator: ",") + ")" })
      let marked = Set(right.compactMap { TypedShape($0.text)?.canonical })
      return marked == expected && marked.count == right.count
        ? nil : "right is \(expected.sorted()), the bank has \(right.map(\.text))"
    case .number(let number):
      guard right.count == 1, let option = right.first, let shown = TypedNumber(option.text)?.value
      else { return "one right number was expected" }
      let decimals = option.text.split(separator: ".").dropFirst().last?.count ?? 0
      guard abs(shown - number) <= 0.5 * pow(10, -Double(decimals)) + 1e-7 * max(1, abs(number))
      else { return "right is \(number), the bank has \(option.text)" }
      guard posed.judge(.typed("\(number)"), .perOption).isRight else {
        return "\(number) is right and is not accepted; the bank has \(option.text)"
      }
      let near = posed.options.first { other in
        guard !other.isRight, let value = TypedNumber(other.text)?.value else { return false }
        return abs(value - number) <= posed.question.tolerance.margin(around: number)
      }
      return near.map { "the wrong answer \($0.text) lies within the tolerance of \(number)" }
    }
  }
}
