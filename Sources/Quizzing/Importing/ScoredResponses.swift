import Text

/// The outcomes of a file's rules for responses that are tried one by one, which is how its key is
/// found: equivalent rules can be written in many ways.
struct ScoredResponses {
  struct Outcome {
    var score: Double
    /// The feedback that is shown, by its index in the file.
    var shown: [Int]
  }

  /// The largest possible score; nil where the file does not declare it.
  var maximum: Double?
  /// The texts of the feedback as Markdown.
  var texts: [String]
  /// Returns the outcome of a response.
  var outcome: ([String]) throws(UnknownRule) -> Outcome

  /// A rule that cannot be evaluated.
  struct UnknownRule: Error {}

  // MARK: Options to choose

  /// Converts a question with one right option: each answer is worth what it gives alone.
  func fitOne(_ question: inout ForeignQuestion, _ ids: [String]) throws(UnknownRule) {
    var outcomes: [Outcome] = []
    for id in ids { outcomes.append(try outcome([id])) }
    let best = maximum ?? outcomes.map(\.score).max() ?? 0
    for place in question.answers.indices where best > 0 {
      question.answers[place].share = outcomes[place].score / best
    }
    explain(&question, outcomes, other: nil)
  }

  /// Converts a question with several right options, which are those of the response with the
  /// highest score.
  ///
  /// `named` are the right options, if the file lists them.
  func fitSeveral(
    _ question: inout ForeignQuestion, _ ids: [String], named: [String]
  ) throws(UnknownRule) {
    var outcomes: [Outcome] = []
    for id in ids { outcomes.append(try outcome([id])) }
    guard let right = try bestChoice(ids, named: named) else {
      question.lose(.noRightAnswer)
      return
    }
    for (place, id) in ids.enumerated() {
      question.answers[place].share = right.contains(id) ? 1 / Double(right.count) : 0
    }
    question.isScoredAlike = try isScoredAlike(ids, right: right)
    explain(&question, outcomes, other: nil)
  }

  /// Returns whether every choice earns the part of the points that it earns in the course.
  private func isScoredAlike(_ ids: [String], right: [String]) throws(UnknownRule) -> Bool {
    var best = maximum ?? 0
    if maximum == nil { best = try outcome(right).score }
    guard ids.count <= 10, best > 0 else { return false }
    let wanted = Set(ids.indices.filter { right.contains(ids[$0]) })
    for bits in 1..<(1 << ids.count) {
      let chosen = ids.indices.filter { bits >> $0 & 1 == 1 }
      let share = try outcome(chosen.map { ids[$0] }).score / best
      let here = ScoringScheme.standard.fraction(
        chosen: Set(chosen), right: wanted, count: ids.count)
      guard abs(share - here) < 1e-6 else { return false }
    }
    return true
  }

  /// Returns the smallest choice with the highest score; nil if there is none or more than one.
  private func bestChoice(_ ids: [String], named: [String]) throws(UnknownRule) -> [String]? {
    var choices: [[String]] = [named].filter { !$0.isEmpty }
    if ids.count <= 10 {
      for bits in 1..<(1 << ids.count) {
        choices.append(ids.indices.filter { bits >> $0 & 1 == 1 }.map { ids[$0] })
      }
    } else {
      choices += try climb(ids, from: []) + climb(ids, from: named)
    }
    var best: (score: Double, choices: [[String]]) = (0, [])
    for choice in choices {
      let score = try outcome(choice).score
      if score > best.score + 1e-9 {
        best = (score, [choice])
      } else if score > 0, abs(score - best.score) <= 1e-9, !best.choices.contains(choice) {
        best.choices.append(choice)
      }
    }
    // The listed options come first among the choices.
    if let first = best.choices.first, first == named { return named }
    let least = best.choices.map(\.count).min()
    let smallest = best.choices.filter { $0.count == least }
    return smallest.count == 1 ? smallest[0] : nil
  }

  /// Adds and removes options as long as the score grows.
  private func climb(_ ids: [String], from start: [String]) throws(UnknownRule) -> [[String]] {
    var choice = Set(start)
    func listed(_ choice: Set<String>) -> [String] { ids.filter(choice.contains) }
    var score = try outcome(listed(choice)).score
    for _ in ids {
      var step: (id: String, score: Double)?
      for id in ids {
        let next = try outcome(listed(choice.symmetricDifference([id]))).score
        if next > (step?.score ?? score) + 1e-9 { step = (id, next) }
      }
      guard let step else { break }
      choice.formSymmetricDifference([step.id])
      score = step.score
    }
    return choice.isEmpty ? [] : [listed(choice)]
  }

  // MARK: Typed answers

  /// Converts the typed answers that the rules mention.
  func fitTyped(
    _ question: inout ForeignQuestion, _ answers: [ForeignQuestion.Answer]
  ) throws(UnknownRule) {
    var outcomes: [Outcome] = []
    for answer in answers {
      outcomes.append(try outcome([answer.interval?.number.plain ?? answer.text]))
    }
    let other = try outcome(["\u{1}"])
    if other.score > 0 { throw UnknownRule() }
    let best = maximum ?? outcomes.map(\.score).max() ?? 0
    question.answers = answers
    for place in answers.indices where best > 0 {
      question.answers[place].share = outcomes[place].score / best
    }
    explain(&question, outcomes, other: other)
  }

  // MARK: Feedback

  /// Assigns to every answer its most specific feedback; feedback that is shown for all belongs to
  /// the whole question.
  private func explain(_ question: inout ForeignQuestion, _ outcomes: [Outcome], other: Outcome?) {
    let all = outcomes + (other.map { [$0] } ?? [])
    var counts: [Int: Int] = [:]
    for outcome in all { for place in Set(outcome.shown) { counts[place, default: 0] += 1 } }
    let general = counts.filter { $0.value == all.count && all.count > 1 }.keys
      .filter { !texts[$0].isEmpty }.sorted()
    var used = Set(general.prefix(1))
    if let first = general.first { question.generalExplanation = texts[first] }
    for (place, outcome) in outcomes.enumerated() where question.answers.indices.contains(place) {
      let own = outcome.shown.filter { !general.contains($0) && !texts[$0].isEmpty }
      guard let most = own.min(by: { counts[$0, default: 0] < counts[$1, default: 0] }) else {
        continue
      }
      used.insert(most)
      question.answers[place].explanation = texts[most]
    }
    if let other, other.shown.contains(where: { !used.contains($0) && !texts[$0].isEmpty }) {
      question.lose(.anyOtherAnswer)
      used.formUnion(other.shown)
    }
    for (place, text) in texts.enumerated()
    where !text.isEmpty && !used.contains(place) && !used.contains(where: { texts[$0] == text }) {
      question.lose(.combinedFeedback(RichText.plain(text)))
    }
  }
}
