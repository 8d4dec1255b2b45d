import Banks
import Foundation
import Text

/// Converts the answers of a question: determines the right ones, and which shares and tolerances
/// are lost.
///
/// The key is never guessed: if a bank cannot express it, the question is left out.
enum AnswerFitting {
  typealias Fitted = (kind: Question.Kind, options: [ImportedQuestion.Option])

  static func fit(
    _ foreign: inout ForeignQuestion, _ language: BankLanguage
  ) -> (Fitted?, tolerance: String?) {
    switch foreign.form {
    case .one: (one(&foreign, language), nil)
    case .several: (several(&foreign), nil)
    case .trueFalse: (trueFalse(&foreign, language), nil)
    case .number: number(&foreign)
    case .text(let isCaseSensitive): (text(&foreign, isCaseSensitive), nil)
    }
  }

  private static func isWhole(_ share: Double) -> Bool { share > 0.99999 }

  private static func percent(_ share: Double) -> String {
    NumberFormat.digits(4).string(abs(share) * 100)
  }

  // MARK: Options to choose

  private static func options(_ foreign: ForeignQuestion, _ isRight: (Double) -> Bool)
    -> [ImportedQuestion.Option]
  {
    foreign.answers.map {
      ImportedQuestion.Option(
        text: $0.text, explanation: $0.explanation, isRight: isRight($0.share),
        keepsPlace: $0.keepsPlace)
    }
  }

  private static func one(_ foreign: inout ForeignQuestion, _ language: BankLanguage) -> Fitted? {
    guard foreign.answers.count > 1 else {
      foreign.lose(.oneAnswer)
      return nil
    }
    let right = foreign.answers.count { isWhole($0.share) }
    guard right == 1 else {
      foreign.lose(right == 0 ? .noRightAnswer : .severalRightAnswers(right))
      return nil
    }
    // Two options that keep their places and read true and false make a true/false question.
    if foreign.keepsAll, foreign.answers.map(\.text) == Question.truthWords(language) {
      return trueFalse(&foreign, language)
    }
    nameShares(&foreign)
    return (.one, options(foreign, isWhole))
  }

  /// Records answers that give only part of the points.
  private static func nameShares(_ foreign: inout ForeignQuestion) {
    for answer in foreign.answers where !isWhole(answer.share) {
      if answer.share > 0 {
        foreign.lose(.partialShare(answer: answer.text, percent: percent(answer.share)))
      } else if answer.share < 0 {
        foreign.lose(.penalty(answer: answer.text, percent: percent(answer.share)))
      }
    }
  }

  private static func several(_ foreign: inout ForeignQuestion) -> Fitted? {
    guard foreign.answers.count > 1 else {
      foreign.lose(.oneAnswer)
      return nil
    }
    let right = foreign.answers.map(\.share).filter { $0 > 0 }
    let wrong = foreign.answers.map(\.share).filter { $0 <= 0 }
    guard let most = right.max(), let least = right.min() else {
      foreign.lose(.noRightAnswer)
      return nil
    }
    let penalties = (wrong.max() ?? 0) - (wrong.min() ?? 0)
    if most - least > 0.001 || penalties > 0.001 { foreign.lose(.unequalShares) }
    let exact = foreign.answers.map {
      $0.share > 0 ? 1 / Double(right.count) : -1 / Double(wrong.count)
    }
    if zip(foreign.answers, exact).allSatisfy({ abs($0.share - $1) < 0.001 }) {
      foreign.isScoredAlike = true
    }
    if !foreign.isScoredAlike { foreign.lose(.scoring) }
    return (.several, options(foreign) { $0 > 0 })
  }

  /// Sets the answers for true and false, in this order.
  private static func trueFalse(
    _ foreign: inout ForeignQuestion, _ language: BankLanguage
  ) -> Fitted? {
    guard foreign.answers.count == 2, foreign.answers.count(where: { isWhole($0.share) }) == 1
    else {
      foreign.lose(.noRightAnswer)
      return nil
    }
    nameShares(&foreign)
    if BankLanguage(language.interface) != language { foreign.lose(.truthWords) }
    let words = Question.truthWords(language)
    return (
      .trueFalse,
      zip(words, foreign.answers).map { word, answer in
        ImportedQuestion.Option(
          text: word, explanation: answer.explanation, isRight: isWhole(answer.share))
      }
    )
  }

  // MARK: Typed texts and shapes

  private static func text(
    _ foreign: inout ForeignQuestion, _ isCaseSensitive: Bool
  ) -> Fitted? {
    if let shapes = ShapeSpellings.groups(foreign.answers) {
      return (.shape, shapes.map { option($0.answer, text: $0.shape) })
    }
    nameShares(&foreign)
    var seen: Set<String> = []
    var options: [ImportedQuestion.Option] = []
    // Accepted answers come first when comparing, so they do here as well.
    for answer in foreign.answers.filter({ isWhole($0.share) })
      + foreign.answers.filter({ !isWhole($0.share) })
    {
      let text = singleSpaced(answer.text[...])
      if text.contains("|") {
        foreign.lose(.strokeInAnswer(text))
        continue
      }
      let canonical = TypedText(text).canonical
      guard !canonical.isEmpty, seen.insert(canonical).inserted else {
        // Spellings that count as equal lose nothing.
        let isDoubled = isWhole(answer.share) && !canonical.isEmpty
        if !isDoubled { foreign.lose(.sameAnswer(text)) }
        continue
      }
      options.append(option(answer, text: RichText.escapedBraces(text)))
    }
    guard options.contains(where: \.isRight) else { return nil }
    if isCaseSensitive { foreign.lose(.caseMatters) }
    return (.text, joined(options))
  }

  private static func option(_ answer: ForeignQuestion.Answer, text: String)
    -> ImportedQuestion.Option
  {
    ImportedQuestion.Option(
      text: text, explanation: answer.explanation, isRight: isWhole(answer.share))
  }

  /// Merges consecutive answers with the same explanation into one option.
  private static func joined(_ options: [ImportedQuestion.Option]) -> [ImportedQuestion.Option] {
    var result: [ImportedQuestion.Option] = []
    for option in options {
      if let last = result.last, last.isRight == option.isRight,
        last.explanation == option.explanation
      {
        result[result.count - 1].text += " | " + option.text
      } else {
        result.append(option)
      }
    }
    return result
  }

  // MARK: Typed numbers

  private static func number(
    _ foreign: inout ForeignQuestion
  ) -> (Fitted?, tolerance: String?) {
    var accepted: [(interval: NumberInterval, answer: ForeignQuestion.Answer)] = []
    var others: [(interval: NumberInterval, answer: ForeignQuestion.Answer)] = []
    for answer in foreign.answers {
      guard let interval = answer.interval else {
        foreign.lose(.notANumber(answer.text))
        continue
      }
      if isWhole(answer.share) {
        accepted.append((interval, answer))
      } else {
        others.append((interval, answer))
      }
    }
    guard !accepted.isEmpty else { return (nil, nil) }
    nameShares(&foreign)
    let tolerance = tolerance(of: accepted.map(\.interval), &foreign)
    var options: [ImportedQuestion.Option] = []
    var numbers: [Decimal] = []
    for (interval, answer) in accepted where !numbers.contains(interval.number) {
      numbers.append(interval.number)
      options.append(option(answer, text: interval.number.plain))
    }
    for (interval, answer) in others {
      guard !accepted.contains(where: { $0.interval.contains(interval.number) }),
        !numbers.contains(interval.number)
      else {
        if answer.share <= 0 { foreign.lose(.sameAnswer(answer.text)) }
        continue
      }
      numbers.append(interval.number)
      options.append(option(answer, text: interval.number.plain))
    }
    return ((.number, options), tolerance)
  }

  /// Determines the single tolerance of a bank's question.
  private static func tolerance(
    of intervals: [NumberInterval], _ foreign: inout ForeignQuestion
  ) -> String? {
    let tolerances = intervals.map(\.tolerance)
    guard let smallest = tolerances.min(), let largest = tolerances.max() else { return nil }
    if smallest == largest { return smallest == 0 ? nil : smallest.plain }
    // The same percentage of every number.
    let parts = intervals.map { $0.number == 0 ? 0 : ($0.margin / abs($0.number)).double }
    if let least = parts.min(), let most = parts.max(), least > 1e-8, most - least < 1e-5 * most {
      let percent = NumberFormat.digits(5).string(100 * (least + most) / 2)
      return percent + "%"
    }
    foreign.lose(.tolerances(kept: smallest.plain))
    return smallest == 0 ? nil : smallest.plain
  }
}

extension Decimal {
  /// The number with a decimal point and without an exponent, if 40 characters suffice.
  var plain: String {
    var number = self
    let text = NSDecimalString(&number, Locale(identifier: "en_US_POSIX"))
    return text.utf8.count <= 40 ? text : "\(double)"
  }

  var double: Double { NSDecimalNumber(decimal: self).doubleValue }
}
