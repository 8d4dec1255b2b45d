import Foundation

/// Every sentence that the runners say, in every language of the course, in this one place.
enum Phrase: Equatable, Sendable {
  // The head of a question.
  case questionOf(Int, Int)
  case points(Double)
  case timeLeft(String)
  case exam
  case chooseOne, chooseSeveral, judgeStatement
  case typeNumber(tolerance: String?)
  case typeShape, typeText
  case hint(String)
  case noHint
  case answerLabel
  // After an answer.
  case right, wrong
  case partlyRight(earned: Double, maximum: Double)
  case rightAnswer(String)
  case missedOption
  // Keys.
  case keysChoice(several: Bool), keysTyped, keysTypedCommands, keysFeedback(isLast: Bool)
  case keysHandIn, keysEnd, keysScroll
  case lineChoicePrompt(several: Bool), lineTypedPrompt, lineFeedbackPrompt, lineHandInPrompt
  case nothingChosen, nothingTyped
  case unknownOption(String)
  case notUnderstoodNumber, notUnderstoodShape
  case alreadyFirst
  case terminalTooSmall
  // Handing in and leaving.
  case answeredOf(Int, Int)
  case handInQuestion
  case openQuestions(String)
  case timeIsUp
  case answersWritten(String)
  case leftAndSaved(quiz: String)
  case resumed(Int, Int)
  // The summary.
  case summary
  case scoreLine(points: String, maximum: String, percentage: String)
  case scoringNamed(ScoringScheme)
  case byTopic
  case readAgain
  case readAgainItem(String, questions: String)
  case allRight
  case dueForReview(Int)
  // The list and the rest of the command.
  case listHeading
  case listColumns
  case unfinished(Int, Int)
  case neverAsked
  case due(Int)
  case nothingDue
  case dueLater(String)
  case reviewTitle
  case listFoot
  case setAside(path: String, reason: String)
  case progressNotSaved(String)
}

/// The phrases in one language.
struct Phrases: Sendable {
  let language: Language

  func callAsFunction(_ phrase: Phrase) -> String {
    switch language {
    case .en: phrase.english
    case .zh: phrase.chinese
    }
  }
}

/// A number of points: `2`, `1.5`, `0.67`.
func pointsText(_ points: Double) -> String {
  let rounded = (points * 100).rounded() / 100
  return NumberFormat.shortest.string(rounded)
}

/// A duration as a clock shows it: `12:05`, `1:00:00`.
func clockText(_ seconds: Double) -> String {
  let whole = Int(min(max(0, seconds), 1e9).rounded(.up))
  let (hours, minutes, rest) = (whole / 3600, whole / 60 % 60, whole % 60)
  return hours > 0
    ? String(format: "%d:%02d:%02d", hours, minutes, rest)
    : String(format: "%d:%02d", minutes, rest)
}
