extension Phrase {
  var english: String {
    switch self {
    case .questionOf(let number, let count): "Question \(number) of \(count)"
    case .points(let points): points == 1 ? "1 point" : "\(pointsText(points)) points"
    case .timeLeft(let time): "\(time) left"
    case .exam: "exam"
    case .chooseOne: "Choose one."
    case .chooseSeveral: "Choose all that apply."
    case .judgeStatement: "True or false?"
    case .typeNumber(let tolerance):
      "Type a number" + (tolerance.map { " (within \($0))" } ?? "") + "."
    case .typeShape: "Type a shape, such as (4, m)."
    case .typeText: "Type a word or a short phrase."
    case .hint(let text): "Hint: \(text)"
    case .noHint: "This question has no hint."
    case .answerLabel: "Answer"
    case .right: "Right."
    case .wrong: "Not right."
    case .partlyRight(let earned, let maximum):
      "Partly right: \(pointsText(earned)) of \(pointsText(maximum)) points."
    case .rightAnswer(let text): "The right answer is \(text)."
    case .missedOption: "also right"
    default: englishKeys
    }
  }

  private var englishKeys: String {
    switch self {
    case .keysChoice(let several):
      several
        ? "↑↓ move  Space mark  Enter confirm  ? hint  n skip  b back  q leave"
        : "↑↓ or 1–9 choose  Enter confirm  ? hint  n skip  b back  q leave"
    case .keysTyped: "type, then Enter  ? hint  Esc other keys"
    case .keysTypedCommands: "b back  n skip  q leave  any other key: type again"
    case .keysFeedback(let isLast): "Enter \(isLast ? "finish" : "next question")  b back  q leave"
    case .keysHandIn: "Enter hand in  b back  q leave"
    case .keysEnd: "q or Enter: end"
    case .keysScroll: "PgUp/PgDn scroll"
    case .lineChoicePrompt(let several):
      several
        ? "Numbers of all right options, such as 1 3 (? hint, n skip, b back, q leave): "
        : "Number of the option (? hint, n skip, b back, q leave): "
    case .lineTypedPrompt: "Your answer (? hint, :n skip, :b back, :q leave): "
    case .lineFeedbackPrompt: "Enter to go on (b back, q leave): "
    case .lineHandInPrompt: "Enter to hand in (b back, q leave): "
    case .nothingChosen: "Nothing is chosen yet."
    case .nothingTyped: "Type an answer first."
    case .unknownOption(let text): "There is no option “\(text)”."
    case .notUnderstoodNumber: "That is not a number: type one such as 12, 0.25 or 1/4."
    case .notUnderstoodShape: "That is not a shape: type one such as (4, m)."
    case .alreadyFirst: "This is the first question."
    case .terminalTooSmall: "The window is too small: enlarge it."
    default: englishEnding
    }
  }

  private var englishEnding: String {
    switch self {
    case .answeredOf(let answered, let count): "\(answered) of \(count) questions are answered."
    case .handInQuestion: "Hand in the exam?"
    case .openQuestions(let numbers): "Left open: \(numbers)"
    case .timeIsUp: "The time is up."
    case .answersWritten(let path): "Your answers are in \(path). Hand in that file."
    case .leftAndSaved(let quiz): "Saved. “course quiz \(quiz)” goes on here."
    case .resumed(let number, let count): "Going on with question \(number) of \(count)."
    case .summary: "Summary"
    case .scoreLine(let points, let maximum, let percentage):
      "\(points) of \(maximum) points (\(percentage) %)"
    case .scoringNamed(let scheme):
      switch scheme {
      case .allOrNothing: "Questions with several answers: all or nothing."
      case .perOption: "Questions with several answers: partial credit per option."
      case .rightMinusWrong: "Questions with several answers: right minus wrong."
      }
    case .byTopic: "Points per topic"
    case .readAgain: "Read again"
    case .readAgainItem(let text, let numbers):
      "\(text) (question\(numbers.contains(",") ? "s" : "") \(numbers))"
    case .allRight: "Everything right."
    case .dueForReview(let count):
      "\(count) question\(count == 1 ? "" : "s") to review: course quiz --review"
    default: englishList
    }
  }

  private var englishList: String {
    switch self {
    case .listHeading: "Quizzes"
    case .listColumns: "best"
    case .unfinished(let number, let count): "left at question \(number) of \(count)"
    case .neverAsked: "not yet asked"
    case .due(let count): "\(count) due for review"
    case .nothingDue: "Nothing is due for review."
    case .dueLater(let date): "The next question is due on \(date)."
    case .reviewTitle: "Review"
    case .listFoot: "course quiz ID asks, course quiz --review repeats what was missed."
    case .setAside(let path, let reason):
      "The progress file was damaged (\(reason)). It is kept as \(path); progress starts anew."
    case .progressNotSaved(let reason): "Progress is not saved: \(reason)"
    default: ""
    }
  }
}
