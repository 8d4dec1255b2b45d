import Banks
import Foundation

/// A sitting of a quiz: the questions as posed, and the answers so far.
///
/// It is independent of terminals; both runners drive it with the same calls.
struct QuizSession: Sendable {
  enum Stage: Equatable, Sendable {
    case asking
    /// The answer to the current question is being explained.
    case feedback
    /// Every question of an exam was seen, and it may be handed in.
    case handingIn
    case finished
  }

  private(set) var record: SessionRecord
  let posed: [PosedQuestion]
  private(set) var stage: Stage
  private var shownSince: Date

  /// - Throws: ``TemplateError`` when a question's values cannot be drawn.
  init(
    _ record: SessionRecord, questions: [String: Question], now: Date
  ) throws(TemplateError) {
    var record = record
    record.questions = record.questions.filter { questions[$0] != nil }
    var posed: [PosedQuestion] = []
    posed.reserveCapacity(record.questions.count)
    for key in record.questions {
      if let question = questions[key] {
        posed.append(try PosedQuestion(question, seed: record.seed))
      }
    }
    record.position = min(max(0, record.position), posed.count)
    self.posed = posed
    self.record = record
    shownSince = now
    stage = .finished
    restoreStage()
  }

  private mutating func restoreStage() {
    guard record.position < posed.count else {
      stage = record.mode == .exam && !posed.isEmpty ? .handingIn : .finished
      return
    }
    let isExplained =
      !isExam && record.showsFeedback
      && record.answers[currentKey]?.response != nil
    stage = isExplained ? .feedback : .asking
    record.draft.chosen = record.draft.chosen.filter { current.question.options.indices ~= $0 }
    record.draft.cursor = min(max(0, record.draft.cursor), max(0, current.options.count - 1))
  }

  // MARK: Reading

  var current: PosedQuestion { posed[min(record.position, posed.count - 1)] }
  var currentKey: String { record.questions[min(record.position, posed.count - 1)] }
  var currentAnswer: SessionRecord.Answer? { record.answers[currentKey] }

  /// The judgement of the latest answer to the current question; nil while there is none.
  var currentJudgement: Judgement? {
    currentAnswer?.latest.map { current.judge($0, record.scoring) }
  }

  /// Whether the explained answer was the first to its question; only the first counts.
  var isFirstTry: Bool { (currentAnswer?.tries ?? 1) == 1 }

  /// Whether the current question was answered wrongly and is being asked again.
  var isAskedAgain: Bool { !isExam && stage == .asking && currentAnswer?.response != nil }

  /// Whether the right answer is withheld because the question will be asked again.
  var hidesKey: Bool { record.retry != nil && currentJudgement?.isRight == false }

  /// The step that follows an explanation.
  enum NextStep: Equatable, Sendable { case again, next, finish }

  var nextStep: NextStep {
    let place = record.position
    var later = self
    later.advance(now: shownSince)
    return later.stage == .finished ? .finish : later.record.position == place ? .again : .next
  }

  /// The number of questions whose latest answer is right.
  var rightInTheEnd: Int {
    posed.indices.count { isAnswered(at: $0) && !isMissed(at: $0) }
  }

  private func isAnswered(at place: Int) -> Bool {
    record.answers[record.questions[place]]?.response != nil
  }

  /// Returns whether the latest answer to a question is not right.
  private func isMissed(at place: Int) -> Bool {
    guard let latest = record.answers[record.questions[place]]?.latest else { return false }
    return !posed[place].judge(latest, record.scoring).isRight
  }

  var isExam: Bool { record.mode == .exam }

  /// The seconds left; nil without a limit.
  func secondsLeft(_ now: Date) -> Double? {
    record.timeLimit.map { max(0, $0 - elapsed(now)) }
  }

  /// The moment at which a time limit ends; nothing later belongs to the session.
  var deadline: Date? { record.timeLimit.map { record.started + $0 } }

  /// Returns the seconds since the start, according to the latest time ever seen on the clock.
  private func elapsed(_ now: Date) -> Double {
    max(0, record.elapsed ?? 0, now.timeIntervalSince(record.started))
  }

  // MARK: Editing the draft

  mutating func moveCursor(by step: Int) {
    guard stage == .asking, !current.question.kind.isTyped, !current.options.isEmpty else { return }
    let count = current.options.count
    record.draft.cursor = (record.draft.cursor + step % count + count) % count
  }

  /// Selects the option at a shown place: as the only one, or as one of several.
  mutating func choose(place: Int) {
    guard stage == .asking, current.options.indices ~= place else { return }
    record.draft.cursor = place
    let index = current.options[place].index
    if current.question.kind != .several {
      record.draft.chosen = [index]
    } else if let found = record.draft.chosen.firstIndex(of: index) {
      record.draft.chosen.remove(at: found)
    } else {
      record.draft.chosen.append(index)
    }
  }

  mutating func setChosen(places: [Int]) {
    record.draft.chosen = places.filter { current.options.indices ~= $0 }
      .map { current.options[$0].index }
  }

  mutating func setTyped(_ text: String) { record.draft.typed = String(text.prefix(200)) }

  mutating func showHint() {
    guard stage == .asking, current.hint != nil else { return }
    record.draft.showsHint = true
    record.answers[currentKey, default: .init()].usedHint = true
  }

  /// The draft as an answer; nil when nothing is selected or typed.
  var draftedResponse: Response? {
    let response: Response =
      current.question.kind.isTyped
      ? .typed(record.draft.typed.trimmingCharacters(in: .whitespaces))
      : .choices(record.draft.chosen.sorted())
    return response.isEmpty ? nil : response
  }

  // MARK: Going through the questions

  /// Confirms the draft.
  ///
  /// Practice explains it; an exam goes on to the next question.
  ///
  /// - Returns: whether there was anything to confirm.
  mutating func submit(now: Date) -> Bool {
    guard stage == .asking, let response = draftedResponse else { return false }
    keepTime(now)
    if isExam {
      record.answers[currentKey, default: .init()].response = response
      goTo(record.position + 1, now: now)
    } else {
      var answer = record.answers[currentKey] ?? .init()
      if answer.response == nil { answer.response = response } else { answer.later = response }
      answer.tries = min(answer.tries ?? 0, 1_000_000) + 1
      record.answers[currentKey] = answer
      record.roundTries = min(record.roundTries ?? 0, 1_000_000) + 1
      record.showsFeedback = true
      stage = .feedback
    }
    return true
  }

  /// Moves on from an explanation, or past a question that is left open.
  mutating func advance(now: Date) {
    switch stage {
    case .feedback where record.retry == .untilRight && currentJudgement?.isRight == false:
      goTo(record.position, now: now)
    case .asking, .feedback: goTo(nextPlace(), now: now)
    case .handingIn: stage = .finished
    case .finished: break
    }
  }

  /// Returns the place of the next question, or the one past the last if none is left.
  private mutating func nextPlace() -> Int {
    let following = record.position + 1
    guard record.retry == .missed, !isExam else { return following }
    if record.round ?? 1 <= 1, following < posed.count { return following }
    if record.round ?? 1 > 1, let next = (following..<posed.count).first(where: isMissed) {
      return next
    }
    // A round in which every question was skipped is the last.
    guard record.roundTries ?? 0 > 0, let first = posed.indices.first(where: isMissed) else {
      return posed.count
    }
    record.round = min(record.round ?? 1, 1_000_000) + 1
    record.roundTries = 0
    return first
  }

  /// - Returns: whether there was a question to go back to.
  mutating func goBack(now: Date) -> Bool {
    guard stage != .finished, record.position > 0 else { return false }
    goTo(record.position - 1, now: now)
    return true
  }

  /// Ends the session at once, as when the time is up.
  ///
  /// In an exam, an unconfirmed draft counts as the answer.
  mutating func finish(now: Date) {
    keepTime(now)
    if isExam, stage == .asking, let response = draftedResponse, isReadable(response) {
      record.answers[currentKey, default: .init()].response = response
    }
    stage = .finished
  }

  private func isReadable(_ response: Response) -> Bool {
    guard case .typed(let text) = response else { return true }
    return current.complaint(aboutTyped: text) == nil
  }

  /// Adds the time since the question appeared, before the session is saved or left.
  mutating func keepTime(_ now: Date) {
    record.elapsed = elapsed(now)
    if stage == .asking, record.position < posed.count {
      // A suspended runner may wake long after the deadline.
      let seconds = max(0, min(now, deadline ?? now).timeIntervalSince(shownSince))
      record.answers[currentKey, default: .init()].seconds += seconds
    }
    shownSince = now
  }

  private mutating func goTo(_ position: Int, now: Date) {
    keepTime(now)
    record.position = position
    record.draft = .init()
    record.showsFeedback = false
    guard position < posed.count else {
      stage = isExam ? .handingIn : .finished
      return
    }
    stage = .asking
    guard let answer = currentAnswer, let response = answer.latest else { return }
    record.draft.showsHint = answer.usedHint
    // A question that is asked again starts without its earlier answer.
    if !isExam, record.retry != nil, isMissed(at: position) { return }
    // An answered question shows its answer again, and in practice its explanation.
    switch response {
    case .choices(let places): record.draft.chosen = places
    case .typed(let text): record.draft.typed = text
    }
    let first = current.options.firstIndex { record.draft.chosen.contains($0.index) }
    record.draft.cursor = first ?? 0
    if !isExam {
      record.showsFeedback = true
      stage = .feedback
    }
  }
}
