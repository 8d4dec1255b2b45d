import Foundation
import Tensors
import Text

/// The message of a failed test: what was asked, what came back, why, and what to do next.
struct Report {
  let error: any Error
  let call: Call?
  let printed: String
  let diagnosis: Diagnosis?

  func text(_ language: Language) -> String {
    var lines: [String] = []
    if let failure = error as? ExpectationFailure, let note = failure.note {
      lines.append(note(language))
    }
    lines += finding(language)
    if let call { lines += Self.arguments(of: call, language) }
    if case .threw? = error as? CallFailure, let call { lines += Self.shapes(of: call, language) }
    for why in diagnosis?.sentences(language) ?? [] {
      lines.append(Self.why(language) + why)
    }
    if !printed.isEmpty {
      lines.append(Phrase("your code printed:", zh: "你的代码打印了：")(language))
      lines.append(Self.indented(printed.trimmingCharacters(in: .newlines)))
    }
    if let call {
      lines.append(
        Phrase("help: ", zh: "提示：")(language) + "swift run course hint \(call.info.id)")
    }
    return lines.joined(separator: "\n")
  }

  /// The words that introduce a reason.
  static func why(_ language: Language) -> String { Phrase("why: ", zh: "原因：")(language) }

  static func notStarted(_ info: ExerciseInfo, _ language: Language) -> String {
    Phrase("\(info.name) is not written yet", zh: "\(info.name) 还没有写")(language)
  }

  static func blocked(
    _ info: ExerciseInfo, by culprit: ExerciseInfo, _ language: Language
  ) -> String {
    Phrase(
      "\(info.name) calls \(culprit.name), which does not pass its own tests: begin there",
      zh: "\(info.name) 要调用 \(culprit.name)，而后者还没有通过自己的测试：请先完成它")(language)
  }

  private func finding(_ language: Language) -> [String] {
    switch error {
    case let failure as ExpectationFailure:
      switch failure.fact {
      case .law(let law): [law(language)]
      case .form(let difference): difference.lines(language)
      case .difference(let difference, let expected, let actual):
        difference.lines(language) + Self.whole(expected, actual, language)
      }
    case let failure as CallFailure:
      [
        (call?.info.name ?? "") + Phrase(": ", zh: "：")(language) + failure.phrase(language)
      ]
    default:
      [Phrase(of: error)(language)]
    }
  }

  /// Both values in full when they are small enough to take in at a glance.
  private static func whole(
    _ expected: Value, _ actual: Value, _ language: Language
  ) -> [String] {
    let sizes = [expected, actual].map { $0.tensors.reduce(0) { $0 + $1.count } }
    guard sizes.allSatisfy({ (2...24).contains($0) }) else { return [] }
    return [
      Phrase("expected:", zh: "期望：")(language) + "\n" + indented(expected.text.clipped(to: 2000)),
      Phrase("got:", zh: "实际：")(language) + "\n" + indented(actual.text.clipped(to: 2000)),
    ]
  }

  private static func arguments(of call: Call, _ language: Language) -> [String] {
    let named = zip(call.info.parameters, call.arguments).map { name, value in
      "\(name) = \(value.clippedText(language))"
    }
    let head = Phrase("called with", zh: "调用参数")(language)
    return ["\(head)\n" + indented(named.joined(separator: "\n"))]
  }

  /// The shapes of all arguments in one line, including those inside structures.
  private static func shapes(of call: Call, _ language: Language) -> [String] {
    let shapes = zip(call.info.parameters, call.arguments).flatMap { $1.shapes(named: $0) }
    guard !shapes.isEmpty else { return [] }
    let list = shapes.map { "\($0.name) \(Value.shapeText($0.shape))" }.joined(separator: "  ")
    return [Phrase("shapes: ", zh: "形状：")(language) + list]
  }

  private static func indented(_ text: some StringProtocol) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { "  \($0)" }.joined(separator: "\n")
  }
}
