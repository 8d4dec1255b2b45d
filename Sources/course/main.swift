import Foundation
import Quizzing

let words = CommandLine.arguments.dropFirst()
guard words.first == "quiz" else {
  try? FileHandle.standardError.write(contentsOf: Data("usage: course quiz …\n".utf8))
  exit(64)
}
exit(
  QuizCommand.run(
    arguments: Array(words.dropFirst()),
    environment: QuizEnvironment(variables: ProcessInfo.processInfo.environment)))
