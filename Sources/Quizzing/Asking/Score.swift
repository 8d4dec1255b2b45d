import Banks

/// The points of a session, in total and by topic.
struct Score: Equatable, Sendable {
  struct Topic: Equatable, Sendable {
    var name: String
    var points: Double
    var maximum: Double
  }

  struct Missed: Equatable, Sendable {
    var number: Int
    var id: String
    /// The reference to read again.
    var read: String
  }

  var points = 0.0
  var maximum = 0.0
  /// The topics in order of appearance.
  var topics: [Topic] = []
  /// The questions without full points, answered or not.
  var missed: [Missed] = []

  var percentage: Double { maximum > 0 ? 100 * points / maximum : 0 }
}

extension QuizSession {
  var score: Score {
    var score = Score()
    var places: [String: Int] = [:]
    for (number, (key, posed)) in zip(record.questions, posed).enumerated() {
      let fraction =
        record.answers[key]?.response.map { posed.judge($0, record.scoring).fraction } ?? 0
      let maximum = Double(posed.question.points)
      score.points += fraction * maximum
      score.maximum += maximum
      for tag in posed.question.tags {
        let place = places[tag] ?? score.topics.count
        if places[tag] == nil {
          places[tag] = place
          score.topics.append(Score.Topic(name: tag, points: 0, maximum: 0))
        }
        score.topics[place].points += fraction * maximum
        score.topics[place].maximum += maximum
      }
      if fraction < 1 {
        let read = posed.question.read ?? posed.question.tags.joined(separator: ", ")
        score.missed.append(
          Score.Missed(number: number + 1, id: posed.question.id, read: read))
      }
    }
    return score
  }
}
