import Commands
import Coursework
import Foundation
import Plotting
import Quizzing
import Syllabus
import Text

/// `course status`, and `course` alone: shows the learner's progress.
enum StatusCommand {
  static var command: Command {
    Command(
      "status",
      Phrase(
        "your progress in exercises and quizzes, and what to do next", zh: "当前进度：练习、测验和下一步"),
      action: run)
  }

  static func run(_ invocation: Invocation) throws -> ExitCode {
    let language = invocation.language
    let progress = ProgressFile.standard
    try progress.forget(exercisesThatAreGone(from: try progress.records()))
    let environment = QuizEnvironment(variables: ProcessInfo.processInfo.environment)
    let (quizzes, remark) = try QuizStanding.all(environment, language)
    if let remark { Console.complain(remark) }
    let page = StatusPage(
      records: try progress.records(), weeks: Course.weeks, quizzes: quizzes,
      width: Console.isTerminal ? Console.terminal.width : 80)
    print(page.text(language))
    if let release = RunEnvironment.current.release {
      print(Phrase("Release \(release.version)", zh: "发布版 \(release.version)")(language))
    }
    return .success
  }

  /// Returns the exercises of these records whose tested code is gone, because they are stubs
  /// again.
  private static func exercisesThatAreGone(from records: [Record]) -> Set<String> {
    var gone: Set<String> = []
    for week in Course.weeks {
      let own = Set(records.filter { $0.week == week.id }.map(\.exercise))
      guard !own.isEmpty, let stub = try? ResetCommand.stub(week) else { continue }
      let file = ExerciseFile(of: week, in: RunEnvironment.current.package)
      gone.formUnion(own.filter { !file.isWritten($0, stub: stub) }.map { "\(week.id).\($0)" })
    }
    return gone
  }
}

/// The progress in exercises and quizzes, one line per week, and what to do next.
struct StatusPage {
  let records: [Record]
  let weeks: [Week]
  let quizzes: [QuizStanding]
  let width: Int

  private static let barWidth = 12

  func text(_ language: Language) -> String {
    let table = ScoreTable(records, weeks: weeks)
    let ids = Set(weeks.map(\.id) + quizzes.map(\.id)).sorted()
    let empty = String(repeating: " ", count: Self.barWidth + 13)
    var lines = [
      row(
        id: "", score: fitted(Phrase("points", zh: "得分")(language), to: empty.count, .right),
        quiz: Phrase("quiz", zh: "测验")(language), title: "")
    ]
    for id in ids {
      let week = weeks.first { $0.id == id }
      let quiz = quizzes.first { $0.id == id }
      lines.append(
        row(
          id: id, score: week.map { table.score(of: $0, bar: Self.barWidth) } ?? empty,
          quiz: quiz.map { $0.percentage ?? "–" } ?? "",
          title: week?.title(language) ?? quiz?.title ?? ""))
    }
    lines.append("")
    lines.append(table.advice(for: table.nextInCourse(), language))
    lines += quizLines(language)
    return lines.joined(separator: "\n")
  }

  private func row(id: String, score: String, quiz: String, title: String) -> String {
    let start = "\(padded(id, to: 6)) \(score)  \(padded(quiz, to: 5, .right))   "
    let line = start + truncated(title, to: max(10, width - displayWidth(of: start)))
    return String(line.reversed().drop { $0 == " " }.reversed())
  }

  /// Returns lines for the quizzes that are unfinished or due for review.
  private func quizLines(_ language: Language) -> [String] {
    var lines: [String] = []
    for quiz in quizzes {
      guard let place = quiz.unfinished else { continue }
      lines.append(
        Phrase(
          "quiz \(quiz.id), left at question \(place.number) of \(place.count): swift run course quiz \(quiz.id)",
          zh:
            "测验 \(quiz.id) 停在第 \(place.number) 题，共 \(place.count) 题：swift run course quiz \(quiz.id)"
        )(
          language))
    }
    let due = quizzes.reduce(0) { $0 + $1.due }
    if due > 0 {
      lines.append(
        Phrase(
          "\(due) question\(due == 1 ? "" : "s") to review: swift run course quiz review",
          zh: "有 \(due) 道题待复习：swift run course quiz review")(language))
    }
    return lines
  }
}
