import Text

/// A difference between an imported bank and its source file.
struct ImportLoss: PhrasedError, Equatable {
  /// The file within a package; nil for a file that is not a package.
  var file: String?
  /// The line of the file, from 1.
  var line: Int
  /// The question's id in the bank or name in the file; nil for the whole file.
  var question: String?
  var reason: Reason

  enum Reason: Equatable {
    // Questions that are left out.
    case unknownType(String)
    case unreadable(String)
    case noText
    case noRightAnswer
    case severalRightAnswers(Int)
    case oneAnswer
    case severalFields(Int)
    case processing
    // Their keys.
    case partialShare(answer: String, percent: String)
    case unequalShares
    case scoring
    case truthWords
    case penalty(answer: String, percent: String)
    case anyOtherAnswer
    case wildcard(answer: String)
    case sameAnswer(String)
    case strokeInAnswer(String)
    case notANumber(String)
    case tolerances(kept: String)
    case rounding(String)
    case range(String, shown: String)
    case openRange
    case caseMatters
    case units
    case points(String)
    // Their texts.
    case formula
    case table
    case nestedList
    case tag(String)
    case link(String)
    case picture(String)
    case hiddenCharacter(String)
    case markdown(Phrase)
    case noExplanation(Int)
    case generalFeedback
    case combinedFeedback(String)
    case moreHints
    case name(String)
    // The file.
    case category(String)
    case pool(String)
    case missingFile(String)
  }

  /// Whether the question is left out of the bank.
  var isLeftOut: Bool {
    switch reason {
    case .unknownType, .unreadable, .noText, .noRightAnswer, .severalRightAnswers, .oneAnswer,
      .severalFields, .processing:
      true
    default: false
    }
  }

  /// The loss with its place, such as `7: flatten: the tolerances differ …`.
  var phrase: Phrase {
    let place =
      (file.map { printable($0) + ":" } ?? "") + "\(line): "
      + (question.map { printable($0) + ": " } ?? "")
    let sentence = reason.phrase
    guard isLeftOut else {
      return Phrase(place + sentence(.english), zh: place + sentence(.chinese))
    }
    return Phrase(
      "\(place)left out: \(sentence(.english))", zh: "\(place)未导入：\(sentence(.chinese))")
  }
}
