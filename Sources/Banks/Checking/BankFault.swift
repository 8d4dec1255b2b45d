public import Text

/// A fault of a bank: its place, and a sentence that says what is wrong and what to do.
public struct BankFault: PhrasedError, Equatable, Sendable {
  var file: String
  /// The line, from 1.
  var line: Int
  var reason: Reason

  /// Whether the file could not even be opened.
  public var isUnreadable: Bool {
    if case .unreadable = reason { true } else { false }
  }

  /// For example `C1W2.en.md:14: there are two questions “cost”: give one of them another id`.
  public var phrase: Phrase {
    Phrase(
      "\(file):\(line): \(reason.phrase(.english))",
      zh: "\(file):\(line): \(reason.phrase(.chinese))")
  }

  enum Reason: Equatable, Sendable {
    // The file.
    case unreadable(Phrase)
    case badFileName
    case notUTF8
    case controlCharacter(code: UInt32)
    case hiddenCharacter(code: UInt32)
    case noTitle(found: String)
    case secondTitle
    case noQuestions
    case unclosedFence
    case missingOpeningFence
    case tildeFence
    case cannotBeShown(Markup)
    case missingPicture(String)
    case badPicture(String, Picture.Trouble)
    case rightInOnePlace(place: Int, count: Int, of: Int)
    case rightOnesFirst(count: Int, of: Int)
    // A question.
    case badID(String)
    case repeatedID(String, firstLine: Int)
    case textOutsideQuestion
    case noText
    case noOptions
    case quoteWithoutHint
    case secondHint
    case textAfterOptions
    case textAfterExplanation
    case badCheckBox(String)
    // Its fields.
    case missingFieldsFence
    case badField(String)
    case unknownField(String)
    case repeatedField(String)
    case badKind(String)
    case badPoints(String)
    case badKeep(String)
    case badTolerance(String)
    case template(TemplateError)
    // Its options.
    case emptyOption
    case noExplanation
    case noRightOption
    case severalRightOptions(Int)
    case tooFewOptions
    case badTrueFalse
    case keepOutOfRange(place: Int, count: Int)
    case keepWithoutShuffle
    case toleranceWithoutNumber
    case sameOptions(String, otherLine: Int)
    case sameOptionsDrawn(String, values: String, otherLine: Int)
    case notANumber(String)
    case notAShape(String)
    case wrongWithinTolerance(String, right: String, values: String)
    case toleranceOfZero(values: String)
    case roundedWithoutTolerance(String, values: String)
    case templateWithoutUse
    // Its translation.
    case missingInTranslation(id: String, other: String)
    case otherOrder(id: String, other: String, otherID: String)
    case differs(what: Phrase, here: String, there: String, other: String)
    case acceptedElsewhere(String, other: String)
    case tagTranslatedTwice(tag: String, first: String, second: String, other: String)
  }
}
