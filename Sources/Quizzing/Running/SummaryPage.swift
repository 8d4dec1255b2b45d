import Banks
import Terminals
import Text

/// The lines shown at the end of a session.
struct SummaryPage {
  var session: QuizSession
  var phrases: Phrases
  var width: Int
  /// What happened to the session's results: where the answers went, and which questions are due.
  var outcome: Outcome

  struct Outcome: Equatable, Sendable {
    /// How an exam's answers were delivered; nil after practice.
    var delivery: AnswerPlaces.Delivery?
    var dueCount = 0
    var isTimeUp = false
  }

  var lines: [StyledLine] {
    var lines = [StyledLine(phrases(.summary), .bold), StyledLine()]
    if outcome.isTimeUp { lines.append(StyledLine(phrases(.timeIsUp), [.bold, .wrong])) }
    if session.isExam {
      lines.append(
        StyledLine(phrases(.answeredOf(session.record.answeredCount, session.posed.count))))
      return lines + deliveryLines
    }
    let score = session.score
    lines.append(
      StyledLine(
        phrases(
          .scoreLine(
            points: pointsText(score.points), maximum: pointsText(score.maximum),
            percentage: NumberFormat.shortest.string(score.percentage.rounded()))), .bold))
    lines += TextWrapping.styledLines(
      phrases(.scoringNamed(session.record.scoring)), width: width, style: .dim)
    if session.record.retry != nil {
      lines += TextWrapping.styledLines(
        phrases(.rightInTheEnd(session.rightInTheEnd, session.posed.count)), width: width)
    }
    lines += topicLines(score)
    lines += readAgainLines(score)
    if outcome.dueCount > 0 {
      lines.append(StyledLine())
      lines += TextWrapping.styledLines(phrases(.dueForReview(outcome.dueCount)), width: width)
    }
    return lines
  }

  private var deliveryLines: [StyledLine] {
    switch outcome.delivery {
    case .file(let path, let reason)?:
      let written = TextWrapping.styledLines(
        phrases(.answersWritten(printable(path))), width: width)
      return TextWrapping.styledLines(
        reason.map { phrases($0) } ?? "", width: width, style: [.bold, .wrong]) + written
    case .print(_, let reason)?:
      return TextWrapping.styledLines(
        reason.map { phrases($0) } ?? "", width: width, style: [.bold, .wrong])
        + TextWrapping.styledLines(phrases(.answersPrinted), width: width)
    case nil: return []
    }
  }

  private func topicLines(_ score: Score) -> [StyledLine] {
    guard !score.topics.isEmpty else { return [] }
    let nameWidth = min(width / 2, score.topics.map { displayWidth(of: $0.name) }.max() ?? 0)
    return [StyledLine(), StyledLine(phrases(.byTopic), .bold)]
      + score.topics.map { topic in
        let cells = 10
        let full = topic.maximum > 0 ? Int((topic.points / topic.maximum * 10).rounded()) : 0
        let bar = String(repeating: "█", count: full) + String(repeating: "·", count: cells - full)
        return StyledLine("  " + fitted(topic.name, to: nameWidth) + "  ")
          + StyledLine(bar, topic.points >= topic.maximum ? .right : .accent)
          + StyledLine("  \(pointsText(topic.points))/\(pointsText(topic.maximum))")
      }
  }

  private func readAgainLines(_ score: Score) -> [StyledLine] {
    guard !score.missed.isEmpty else {
      return [StyledLine(), StyledLine(phrases(.allRight), .right)]
    }
    var lines = [StyledLine(), StyledLine(phrases(.readAgain), .bold)]
    var numbers: [(read: String, numbers: [Int])] = []
    for missed in score.missed {
      let read = missed.read.isEmpty ? missed.id : missed.read
      if let place = numbers.firstIndex(where: { $0.read == read }) {
        numbers[place].numbers.append(missed.number)
      } else {
        numbers.append((read, [missed.number]))
      }
    }
    for (read, numbers) in numbers {
      let list = numbers.map(String.init).joined(separator: ", ")
      lines += TextWrapping.styledLines(
        phrases(.readAgainItem(RichText.plain(read), questions: list)), width: width - 4
      ).hanging(StyledLine("  • "))
    }
    return lines
  }
}
