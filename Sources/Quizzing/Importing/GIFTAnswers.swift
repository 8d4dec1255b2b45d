import Foundation
import Text

/// Parses the answers between the braces of a GIFT question.
struct GIFTAnswers {
  var question: ForeignQuestion
  let format: ForeignTextFormat

  mutating func read(_ text: String) {
    if text.isEmpty {
      question.lose(.unknownType("essay"))
    } else if text.hasPrefix("#") {
      numbers(text.dropFirst())
    } else if text.contains("~") {
      choices(text)
    } else if text.contains("="), text.contains("->") {
      question.lose(.unknownType("matching"))
    } else if let word = Self.truth(text) {
      statement(word, text)
    } else {
      texts(text)
    }
  }

  private static func truth(_ text: String) -> Bool? {
    switch text.prefix(while: { $0 != "#" }).trimmingCharacters(in: .whitespacesAndNewlines) {
    case "T", "TRUE": true
    case "F", "FALSE": false
    default: nil
    }
  }

  /// For a true/false question the feedback to a wrong answer comes first.
  private mutating func statement(_ isTrue: Bool, _ text: String) {
    question.form = .trueFalse
    let parts = text.split(separator: "#", maxSplits: 2, omittingEmptySubsequences: false)
    let feedback = parts.dropFirst().map { markdown($0) } + ["", ""]
    question.answers = [true, false].map { value in
      ForeignQuestion.Answer(
        text: "\(value)", share: value == isTrue ? 1 : 0,
        explanation: value == isTrue ? feedback[1] : feedback[0])
    }
  }

  private mutating func choices(_ text: String) {
    question.form = text.contains("=") ? .one : .several
    for part in text.replacing("=", with: "~=").split(separator: "~") {
      let part = part.trimmingCharacters(in: .whitespacesAndNewlines)
      guard !part.isEmpty else { continue }
      let (share, rest) =
        part.hasPrefix("=")
        ? Self.share(part.dropFirst(), else: 1) : Self.share(part[...], else: 0)
      let (answer, feedback) = Self.divided(rest)
      question.answers.append(
        ForeignQuestion.Answer(
          text: markdown(answer), share: share, explanation: markdown(feedback)))
    }
  }

  private mutating func texts(_ text: String) {
    question.form = .text(isCaseSensitive: false)
    for part in text.split(separator: "=") {
      let part = part.trimmingCharacters(in: .whitespacesAndNewlines)
      guard !part.isEmpty else { continue }
      let (share, rest) = Self.share(part[...], else: 1)
      let (answer, feedback) = Self.divided(rest)
      question.add(
        typed: GIFTText.formatted(answer, else: .plain).0, share: share,
        explanation: markdown(feedback))
    }
  }

  // MARK: Numbers

  private mutating func numbers(_ text: Substring) {
    question.form = .number
    var text = text
    if let other = text.firstIndex(of: "~") {
      question.lose(.anyOtherAnswer)
      text = text[..<other]
    }
    for part in text.split(separator: "=") {
      let part = part.trimmingCharacters(in: .whitespacesAndNewlines)
      guard !part.isEmpty else { continue }
      let (share, rest) = Self.share(part[...], else: 1)
      let (answer, feedback) = Self.divided(rest)
      number(GIFTText.plain(answer), share, feedback)
    }
  }

  /// Parses `3.14`, `3.14:0.01` or `3.1..3.2`.
  private mutating func number(_ text: String, _ share: Double, _ feedback: Substring) {
    var answer = ForeignQuestion.Answer(
      text: text, share: share, explanation: markdown(feedback))
    if text == "*" {
      question.lose(.anyOtherAnswer)
      return
    }
    if let dots = text.range(of: "..") {
      answer.interval = NumberInterval(
        from: String(text[..<dots.lowerBound]), to: String(text[dots.upperBound...]))
      if let interval = answer.interval {
        question.lose(.range(text, shown: interval.number.plain))
      }
    } else if let (number, margin) = halves(text[...], at: ":") {
      answer.interval = NumberInterval(String(number), margin: String(margin))
    } else {
      answer.interval = NumberInterval(text)
    }
    question.answers.append(answer)
  }

  // MARK: Parts of an answer

  /// Splits off the share at the beginning of an answer, as in `%50%`.
  private static func share(_ text: Substring, else share: Double) -> (Double, Substring) {
    guard let match = text.prefixMatch(of: /%(-*\d{1,3}\.?\d*)%/), let percent = Double(match.1)
    else { return (share, text) }
    return (percent / 100, text[match.range.upperBound...])
  }

  /// Splits an answer from its feedback.
  private static func divided(_ text: Substring) -> (Substring, Substring) {
    guard let mark = text.firstIndex(of: "#") else { return (text, "") }
    return (text[..<mark], text[text.index(after: mark)...])
  }

  private mutating func markdown(_ text: Substring) -> String {
    let (text, own) = GIFTText.formatted(text, else: format)
    return question.markdown(text, own)
  }
}

extension ForeignQuestion {
  /// Adds a typed answer, in which an unescaped asterisk stands for any text in Moodle.
  mutating func add(typed text: String, share: Double, explanation: String) {
    let text = line(text)
    if text == "*" {
      lose(.anyOtherAnswer)
      return
    }
    guard text.replacing("\\*", with: "").contains("*") == false else {
      lose(.wildcard(answer: text))
      return
    }
    answers.append(
      Answer(
        text: text.replacing("\\*", with: "*"), share: share, explanation: explanation))
  }
}
