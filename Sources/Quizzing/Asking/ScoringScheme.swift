import Banks

/// A way to score a question with several right options.
///
/// All schemes agree on every other question. The standard one is that of Moodle's multiple choice
/// and of a QTI mapping with the lower bound 0: whoever chooses everything, or only wrong options,
/// earns nothing.
enum ScoringScheme: String, CaseIterable, Codable, Sendable {
  /// The scheme where none is named.
  static let standard = ScoringScheme.rightMinusWrong

  /// Full points for exactly the right options, otherwise none.
  case allOrNothing = "all-or-nothing"
  /// Each option counts equally: chosen where right, left out where wrong, so that a wrong option
  /// alone earns points for the other wrong ones. For practice, not for marks.
  case perOption = "per-option"
  /// The fraction of the right options that were chosen minus that of the wrong ones, but at least
  /// 0. The standard.
  case rightMinusWrong = "right-minus-wrong"

  /// Returns the fraction of a question's points for a set of chosen options.
  ///
  /// Choosing nothing scores nothing in every scheme.
  func fraction(chosen: Set<Int>, right: Set<Int>, count: Int) -> Double {
    guard !chosen.isEmpty, count > 0 else { return 0 }
    if chosen == right { return 1 }
    switch self {
    case .allOrNothing: return 0
    case .perOption:
      return Double(count - chosen.symmetricDifference(right).count) / Double(count)
    case .rightMinusWrong:
      let wrongCount = count - right.count
      let gained = Double(chosen.intersection(right).count) / Double(max(1, right.count))
      let lost = Double(chosen.subtracting(right).count) / Double(max(1, wrongCount))
      return max(0, gained - lost)
    }
  }
}

/// The points of an answer, and the options that it matches.
struct Judgement: Equatable, Sendable {
  /// The fraction of the question's points, from 0 to 1.
  var fraction: Double
  /// The chosen options, or the option, accepted or known to be wrong, that the typed answer
  /// equals.
  var matched: [Int]

  var isRight: Bool { fraction >= 1 }
}

extension PosedQuestion {
  func judge(_ response: Response, _ scheme: ScoringScheme) -> Judgement {
    switch (response, question.kind.isTyped) {
    case (.choices(let places), false):
      let chosen = Set(places).intersection(options.map(\.index))
      let right = Set(options.filter(\.isRight).map(\.index))
      let fraction =
        question.kind == .several
        ? scheme.fraction(chosen: chosen, right: right, count: options.count)
        : chosen == right ? 1 : 0
      return Judgement(fraction: fraction, matched: chosen.sorted())
    case (.typed(let text), true):
      guard let option = match(text) else { return Judgement(fraction: 0, matched: []) }
      return Judgement(fraction: option.isRight ? 1 : 0, matched: [option.index])
    default:
      return Judgement(fraction: 0, matched: [])
    }
  }
}
