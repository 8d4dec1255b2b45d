import Coursework
import Foundation
import Quizzing
import Text

/// `course quiz`: hands its words to the quiz, which sorts them by itself.
enum QuizSubcommand: Subcommand {
  static let name = "quiz"
  static let summary = Phrase(
    "ask a quiz, repeat what you missed; for instructors: exams and exports",
    zh: "做测验、复习错题；教师可考试、评分、导出")
  static let arguments = "[ID]"

  static func run(_ options: Options) throws -> Int32 { run(options.words[...]) }

  static func run(_ words: ArraySlice<String>) -> Int32 {
    QuizCommand.run(
      arguments: Array(words),
      environment: QuizEnvironment(variables: ProcessInfo.processInfo.environment))
  }
}
