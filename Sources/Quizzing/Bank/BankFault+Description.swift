import Basics

extension BankFault.Reason: CustomStringConvertible {
  var description: String {
    switch self {
    case .unreadable(let why): "cannot be read: \(why)"
    case .badFileName:
      "the file's name does not state id and language: name it like “C1W2-Basics.en.md”"
    case .notUTF8: "this line is not UTF-8: save the file as UTF-8"
    case .controlCharacter(let code):
      "this line holds the control character U+\(hexadecimal(code)): remove it"
    case .noTitle(let found):
      "expected the quiz's title, “# Title”, before anything else, found “\(found)”"
    case .secondTitle: "a second title: a quiz has one “# Title”, and questions begin with “## id”"
    case .noQuestions: "the quiz has no question: a question begins with “## id”"
    case .unclosedFence: "the fenced block that begins here is not closed"
    case .badID(let id):
      "“\(id)” is no id: a question's heading is “## ” and lower-case letters, digits and hyphens"
    case .repeatedID(let id, let line):
      "the id “\(id)” is taken by the question on line \(line): give one of them another id"
    case .textOutsideQuestion: "a heading deeper than “##” has no meaning in a quiz"
    case .noText: "the question has no text: write it between the heading and the options"
    case .noOptions: "the question has no options: write them as “- [x] right” and “- [ ] wrong”"
    case .quoteWithoutHint:
      "a quote before the options is the hint: begin it with “> Hint:” or “> 提示：”"
    case .secondHint: "a second hint: put both sentences into one quote"
    case .textAfterOptions:
      "text after the first option belongs to an option: indent it by two spaces, "
        + "or move it above the options"
    case .textAfterExplanation:
      "text after the explanation: continue the explanation with “  > ”, "
        + "or move the text above it"
    case .badCheckBox(let found):
      "“\(found)” is no check-box: write “- [x] ” for a right option, “- [ ] ” for a wrong one"
    default: fieldDescription
    }
  }

  private var fieldDescription: String {
    switch self {
    case .badField(let line): "cannot read “\(line)”: a field is written “name: value”"
    case .unknownField(let name):
      "unknown field “\(name)”: there are type, points, tags, read, keep, tolerance and where"
    case .repeatedField(let name): "the field “\(name)” is given twice"
    case .badKind(let text):
      "unknown type “\(text)”: there are "
        + Question.Kind.allCases.map(\.rawValue).joined(separator: ", ")
    case .badPoints(let text): "points are a whole number from 1 to 100, not “\(text)”"
    case .badKeep(let text):
      "“keep” lists options by number from 1, as in “keep: 3, 4”, or says “all”; not “\(text)”"
    case .badTolerance(let text):
      "a tolerance is a number such as “0.01”, or a percentage such as “1%”; not “\(text)”"
    case .template(let error): error.description
    default: optionDescription
    }
  }

  private var optionDescription: String {
    switch self {
    case .emptyOption: "the option has no text"
    case .noExplanation:
      "the option has no explanation: write it below, as “  > why it is right or wrong”"
    case .noRightOption: "no option is right: mark one with “- [x]”"
    case .severalRightOptions(let count):
      "\(count) options are right, but the type is “one”: write “type: several”, or keep one “[x]”"
    case .tooFewOptions: "there is nothing to choose: write at least two options"
    case .badTrueFalse(let expected):
      "a question of type true-false has the two options \(expected), in this order"
    case .keepOutOfRange(let place, let count):
      "“keep” names option \(place), but there are \(count)"
    case .keepWithoutShuffle: "“keep” has no meaning here: these options are not shuffled"
    case .toleranceWithoutNumber: "only questions of type number have a tolerance"
    case .sameOptions(let text, let line): "the option reads like that on line \(line): “\(text)”"
    case .sameOptionsDrawn(let text, let values, let line):
      "with \(values) the option reads like that on line \(line): “\(text)”; "
        + "choose other values, or add a `require`"
    case .notANumber(let text): "“\(text)” is not a number"
    case .notAShape(let text):
      "“\(text)” is not a shape of whole numbers and names, such as (4, m)"
    case .wrongWithinTolerance(let wrong, let right, let values):
      "the wrong answer \(wrong) lies within the tolerance of the right one, \(right)"
        + (values.isEmpty ? "" : ", with \(values)")
    case .templateWithoutUse: "the variables are never shown: use “{{ name }}” in the question"
    default: translationDescription
    }
  }

  private var translationDescription: String {
    switch self {
    case .missingTranslation(let expected): "the translation is missing: expected \(expected)"
    case .missingInTranslation(let id, let other): "the question “\(id)” is missing in \(other)"
    case .otherOrder(let id, let other, let otherID):
      "here stands “\(id)” where \(other) has “\(otherID)”: keep the same order"
    case .differs(let what, let here, let there, let other):
      "\(what) differs from \(other): “\(here)” here, “\(there)” there"
    case .tagTranslatedTwice(let tag, let first, let second, let other):
      "the tag “\(tag)” is “\(first)” and “\(second)” in \(other): name a topic one way"
    default: ""
    }
  }
}

private func hexadecimal(_ code: UInt32) -> String {
  let digits = String(code, radix: 16, uppercase: true)
  return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
}
