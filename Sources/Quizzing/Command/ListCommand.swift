import Banks
import Commands
import Foundation
import Text

/// `course quiz`: lists the quizzes with the learner's progress.
struct ListCommand {
  var context: CommandContext

  func run() throws(CommandError) -> ExitCode {
    let phrases = context.phrases
    let now = Date()
    let library = try context.library()
    let (progress, notice) = try context.loadProgress(now: now)
    if let notice { writeError(notice + "\n") }
    var rows: [(id: String, title: String, state: String)] = []
    let plan = ReviewPlan(
      progress, now: now, calendar: try context.calendar(), limit: try context.reviewLimit())
    for quiz in QuizStanding.all(library, progress, context.language, due: plan.today) {
      var state: [String] = []
      if let best = quiz.percentage { state.append("\(phrases(.listColumns)) \(best)") }
      if let place = quiz.unfinished {
        state.append(phrases(.unfinished(place.number, place.count)))
      }
      if quiz.due > 0 { state.append(phrases(.due(quiz.due))) }
      if state.isEmpty { state = [phrases(.neverAsked)] }
      rows.append((quiz.id, quiz.title, state.joined(separator: " · ")))
    }
    let idWidth = rows.map { displayWidth(of: $0.id) }.max() ?? 0
    // A line fits into 79 columns, unless that would truncate a title to fewer than 36.
    let room = 79 - idWidth - 6 - (rows.map { displayWidth(of: $0.state) }.max() ?? 0)
    let titleWidth = min(max(36, room), rows.map { displayWidth(of: $0.title) }.max() ?? 0)
    writeOut(phrases(.listHeading) + "\n\n")
    for row in rows {
      writeOut(
        "  \(padded(row.id, to: idWidth))  \(fitted(row.title, to: titleWidth))  \(row.state)\n")
    }
    writeOut("\n" + phrases(.listFoot) + "\n")
    return .success
  }
}

extension CommandContext {
  /// Loads the progress, and a message to the learner when a damaged file was set aside.
  func loadProgress(now: Date) throws(CommandError) -> (Progress, notice: String?) {
    do {
      let (progress, setAside) = try store.load(now: now)
      let notice = setAside.map { phrases(.setAside(path: $0.path, reason: $0.reason)) }
      return (progress, notice)
    } catch {
      if case .newerVersion = error { throw .data(error.phrase) }
      return (store.peek() ?? Progress(), phrases(.progressNotSaved(error.phrase)))
    }
  }
}
