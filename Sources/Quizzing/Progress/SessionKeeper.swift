import Files
import Foundation
import Text

/// Carries a session's results into the progress file, and its answers into an answer file.
struct SessionKeeper: Sendable {
  let store: ProgressStore
  /// Held while the session runs, so that a second runner does not take the same one up.
  let lock: FileLock?
  /// The fingerprint of the bank, which is handed in when an exam ends.
  let bankFingerprint: String
  /// The folders for an exam's answers where the place that was wanted cannot be had.
  var answerFolders = AnswerPlaces.folders(variables: [:])
  /// The reason why the last change could not be saved; nil when it was.
  private(set) var trouble: Phrase?

  init(store: ProgressStore, lock: FileLock?, bankFingerprint: String) {
    self.store = store
    self.lock = lock
    self.bankFingerprint = bankFingerprint
  }

  static func lockPath(_ store: ProgressStore, session id: String) -> String {
    URL(fileURLWithPath: store.path).deletingLastPathComponent().path + "/session-\(id).lock"
  }

  /// On a restart, forgets the sessions that the learner does not want to go on with.
  mutating func removeOlderSessions(than record: SessionRecord, restart: Bool, now: Date) {
    guard restart else { return }
    update(now) { progress in
      progress.sessions.removeAll {
        $0.quiz == record.quiz && $0.mode == record.mode && $0.id != record.id
      }
    }
  }

  /// Saves where the session stands.
  mutating func save(_ session: QuizSession, now: Date) {
    update(now) { $0.keep(session.record) }
  }

  /// Saves the session and counts the answer that was just confirmed.
  mutating func saveAnswer(_ session: QuizSession, now: Date) {
    update(now) { progress in
      progress.keep(session.record)
      guard !session.isExam, let judgement = session.currentJudgement else { return }
      progress.questions[session.currentKey, default: .init()]
        .note(isRight: judgement.isRight, now: now)
    }
  }

  /// Ends the session: its result stays, what it takes to resume goes.
  mutating func finish(_ session: QuizSession, now: Date) -> SummaryPage.Outcome {
    var outcome = SummaryPage.Outcome()
    outcome.isTimeUp = session.secondsLeft(now) == 0
    if session.isExam {
      outcome.delivery = deliver(session, now: now)
      if case .print(_, reason: .some)? = outcome.delivery {
        // Nothing could hold the answers: whoever starts the exam again hands them in again.
        save(session, now: now)
        return outcome
      }
    }
    let score = session.score
    update(now) { progress in
      progress.sessions.removeAll { $0.id == session.record.id }
      if session.record.mode == .practice, score.maximum > 0 {
        let fraction = score.points / score.maximum
        progress.quizzes[session.record.quiz, default: .init()].note(fraction, now: now)
      }
      outcome.dueCount = progress.dueQuestions(now: now).count
    }
    try? FileManager.default.removeItem(
      atPath: Self.lockPath(store, session: session.record.id))
    lock?.release()
    return outcome
  }

  /// Brings an exam's answers to a place that holds them, or back as a text to print.
  func deliver(_ session: QuizSession, now: Date) -> AnswerPlaces.Delivery {
    AnswerPlaces(
      quiz: session.record.quiz, wanted: session.record.answerFile, folders: answerFolders
    ).deliver(AnswerFile(session, bank: bankFingerprint, finished: now))
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
