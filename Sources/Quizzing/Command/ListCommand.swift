import Banks
import Foundation
import Text

/// `course quiz`: the quizzes with the learner's progress.
struct ListCommand {
  var context: CommandContext

  func run() throws(CommandFailure) -> Int32 {
    let phrases = context.phrases
    let now = Date()
    let entries = try context.library().entries
    let (progress, notice) = try context.loadProgress(now: now)
    if let notice { writeError(notice + "\n") }
    let due = progress.dueQuestions(now: now)
    var rows: [(id: String, title: String, state: String)] = []
    for entry in entries {
      let file = entry.file(context.language)
      let title = Bank.title(ofFile: file) ?? "?"
      var state: [String] = []
      if let quiz = progress.quizzes[entry.id], quiz.finished > 0 {
        let percentage = NumberFormat.shortest.string((100 * quiz.best).rounded())
        state.append("\(phrases(.listColumns)) \(percentage) %")
      }
      if let session = progress.sessions.last(where: { $0.quiz == entry.id }) {
        let number = min(max(0, session.position), session.questions.count - 1) + 1
        state.append(phrases(.unfinished(number, session.questions.count)))
      }
      let count = due.count { $0.hasPrefix(entry.id + "/") }
      if count > 0 { state.append(phrases(.due(count))) }
      if state.isEmpty { state = [phrases(.neverAsked)] }
      rows.append((entry.id, title, state.joined(separator: " · ")))
    }
    let idWidth = rows.map { displayWidth(of: $0.id) }.max() ?? 0
    // A line keeps to 79 columns, unless a title would be cut to less than 36.
    let room = 79 - idWidth - 6 - (rows.map { displayWidth(of: $0.state) }.max() ?? 0)
    let titleWidth = min(max(36, room), rows.map { displayWidth(of: $0.title) }.max() ?? 0)
    writeOut(phrases(.listHeading) + "\n\n")
    for row in rows {
      writeOut(
        "  \(padded(row.id, to: idWidth))  \(fitted(row.title, to: titleWidth))  \(row.state)\n")
    }
    writeOut("\n" + phrases(.listFoot) + "\n")
    return ExitCode.success
  }
}

extension CommandContext {
  /// The progress, and what to tell the learner when a damaged file was set aside.
  func loadProgress(now: Date) throws(CommandFailure) -> (Progress, notice: String?) {
    do {
      let (progress, setAside) = try store.load(now: now)
      let notice = setAside.map { phrases(.setAside(path: $0.path, reason: $0.reason)) }
      return (progress, notice)
    } catch {
      if case .newerVersion = error { throw .data([error.phrase(language)]) }
      return (Progress(), phrases(.progressNotSaved(error.phrase)))
    }
  }
}
