import Banks
import Files
import Foundation
import Text

/// Saves a session's results to the progress file, and its answers to an answer file.
struct SessionKeeper: Sendable {
  let store: ProgressStore
  /// The lock held while the session runs, so that a second runner does not resume the same one.
  let lock: FileLock?
  /// The fingerprint of the bank, which is handed in with an exam.
  let bankFingerprint: String
  /// The folders for an exam's answers if the requested place is unavailable.
  var answerFolders = AnswerPlaces.folders(variables: [:])
  var calendar = ReviewCalendar()
  /// The number of questions that a day's review asks.
  var reviewLimit = ReviewPlan.defaultLimit
  /// The reason why the last change could not be saved, if it could not.
  private(set) var trouble: Phrase?

  init(store: ProgressStore, lock: FileLock?, bankFingerprint: String) {
    self.store = store
    self.lock = lock
    self.bankFingerprint = bankFingerprint
  }

  static func lockPath(_ store: ProgressStore, session id: String) -> String {
    URL(fileURLWithPath: store.path).deletingLastPathComponent().path + "/session-\(id).lock"
  }

  /// Removes sessions that the learner does not want to resume.
  mutating func remove(_ sessions: [SessionRecord], now: Date) {
    let ids = Set(sessions.map(\.id))
    guard !ids.isEmpty else { return }
    update(now) { $0.sessions.removeAll { ids.contains($0.id) } }
  }

  /// Saves the answers of an exam that is begun anew beside its future ones, where they can be
  /// handed in or inspected.
  ///
  /// - Returns: the path; nil when no folder accepts the file.
  func keepRestarted(_ record: SessionRecord, _ questions: [String: Question]) -> String? {
    let end = record.started + max(0, record.elapsed ?? 0)
    let wanted = record.answerFile.flatMap { $0 == AnswerPlaces.terminal ? nil : $0 }
    let beside = wanted.map { URL(fileURLWithPath: $0).deletingLastPathComponent().path }
    let places = AnswerPlaces(
      quiz: record.quiz, folders: [beside].compactMap { $0 } + answerFolders,
      word: "answers-before-restart")
    var file = AnswerFile(record, bank: bankFingerprint, finished: end)
    if let session = try? QuizSession(record, questions: questions, now: end),
      session.posed.count == record.questions.count
    {
      file = AnswerFile(session, bank: bankFingerprint, finished: end)
    }
    guard case .file(let path, _) = places.deliver(file) else { return nil }
    return path
  }

  /// Saves the state of the session.
  mutating func save(_ session: QuizSession, now: Date) {
    update(now) { $0.keep(session.record) }
  }

  /// Saves the session and counts the newly confirmed answer, if it is the question's first.
  mutating func saveAnswer(_ session: QuizSession, now: Date) {
    let calendar = calendar
    update(now) { progress in
      progress.keep(session.record)
      guard !session.isExam, session.isFirstTry, let judgement = session.currentJudgement else {
        return
      }
      progress.questions[session.currentKey, default: .init()]
        .note(isRight: judgement.isRight, now: now, calendar: calendar)
      if session.record.mode == .review {
        progress.noteReview(of: session.currentKey, now: now, calendar: calendar)
      }
    }
  }

  /// Ends the session, keeping its result and removing the data for resuming it.
  mutating func finish(_ session: QuizSession, now: Date) -> SummaryPage.Outcome {
    var outcome = SummaryPage.Outcome()
    outcome.isTimeUp = session.secondsLeft(now) == 0
    if session.isExam {
      outcome.delivery = deliver(session, now: now)
      if case .print(_, reason: .some)? = outcome.delivery {
        // No place could hold the answers: whoever starts the exam again hands them in again.
        save(session, now: now)
        return outcome
      }
    }
    let score = session.score
    let (calendar, limit) = (calendar, reviewLimit)
    update(now) { progress in
      progress.sessions.removeAll { $0.id == session.record.id }
      if session.record.mode == .practice, score.maximum > 0 {
        let fraction = score.points / score.maximum
        progress.quizzes[session.record.quiz, default: .init()].note(fraction, now: now)
      }
      outcome.dueCount =
        ReviewPlan(progress, now: now, calendar: calendar, limit: limit).today.count
    }
    try? FileManager.default.removeItem(
      atPath: Self.lockPath(store, session: session.record.id))
    lock?.release()
    return outcome
  }

  /// Delivers an exam's answers to a place that can hold them, or as a text to print.
  func deliver(_ session: QuizSession, now: Date) -> AnswerPlaces.Delivery {
    AnswerPlaces(
      quiz: session.record.quiz, wanted: session.record.answerFile, folders: answerFolders
    ).deliver(
      AnswerFile(session, bank: bankFingerprint, finished: min(now, session.deadline ?? now)))
  }

  private mutating func update(_ now: Date, _ change: (inout Progress) -> Void) {
    do {
      try store.update(now: now, change)
      trouble = nil
    } catch {
      trouble = error.phrase
    }
  }
}

extension Progress {
  fileprivate mutating func keep(_ record: SessionRecord) {
    if let place = sessions.firstIndex(where: { $0.id == record.id }) {
      sessions[place] = record
    } else {
      sessions.append(record)
    }
  }
}

extension Progress.Quiz {
  mutating func note(_ fraction: Double, now: Date) {
    finished = Progress.next(finished)
    best = max(best, fraction)
    last = fraction
    lastFinished = now
  }
}
