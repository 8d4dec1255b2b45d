import Banks
import Commands
import Files
import Foundation
import Terminals
import Text

/// `course quiz ID` and `course quiz review`: asks questions, on a full screen or line by line.
struct AskCommand {
  var context: CommandContext

  var options: QuizOptions { context.options }

  /// Whether to ask line by line, as screen readers need: by an option, or permanently by
  /// `COURSE_PLAIN=1`.
  private var isPlain: Bool {
    options.isPlain || !["", "0"].contains(context.variables["COURSE_PLAIN"] ?? "")
  }

  func run() throws(CommandError) -> ExitCode {
    let entry = try context.entry(options.operands.first ?? "")
    let bank = try context.bank(entry)
    let questions = Dictionary(
      bank.questions.map { ("\(bank.id)/\($0.id)", $0) }, uniquingKeysWith: { first, _ in first })
    let now = Date()
    let (progress, notice) = try context.loadProgress(now: now)
    let mode: SessionRecord.Mode = options.isExam ? .exam : .practice
    if options.examSecret != nil, mode == .practice {
      throw .usage(
        Phrase("--exam-secret belongs to an exam: add --exam", zh: "--exam-secret 用于考试：请加上 --exam"))
    }
    let asked = bank.questions.map { "\(bank.id)/\($0.id)" }
    if mode == .practice { try checkSeed(of: asked, progress) }
    if let keyless = bank.keyless {
      try checkKeyless(keyless, bank, mode)
    }
    return try ask(
      Sitting(
        title: "\(bank.id) \(bank.title)", introduction: bank.introduction,
        fingerprint: bank.structureFingerprint, questions: questions, onlySeed: bank.keyless?.seed),
      fresh: fresh(
        quiz: bank.id, mode: mode, keys: asked, seed: bank.keyless?.seed, progress, now: now),
      progress: progress,
      notice: notice)
  }

  /// Requires that practice or review shows no exam that is not handed in yet.
  func checkSeed(of keys: [String], _ progress: Progress) throws(CommandError) {
    guard let seed = options.seed, progress.isOpenExam(seed, keys) else { return }
    throw .usage(
      Phrase(
        "seed \(seed) is that of an exam which is not handed in yet: practise with another one",
        zh: "种子 \(seed) 属于一场尚未交卷的考试：请换一个种子练习"))
  }

  /// Requires that a bank without keys is asked as an exam, with the seed it was written for.
  private func checkKeyless(
    _ keyless: Bank.Keyless, _ bank: Bank, _ mode: SessionRecord.Mode
  ) throws(CommandError) {
    guard mode == .exam else {
      throw .usage(
        Phrase(
          "this bank has no keys, so nothing can be explained: take it with --exam",
          zh: "这个题库不含答案，无法讲解：请用 --exam 参加考试"))
    }
    guard options.drawnSeed == nil || options.drawnSeed == keyless.seed else {
      throw .usage(
        Phrase(
          "this bank was written for one seed: leave --seed and --exam-secret out",
          zh: "这个题库是为一个固定的种子生成的：请去掉 --seed 和 --exam-secret"))
    }
  }

  // MARK: Sessions

  struct Sitting {
    var title: String
    var introduction: String
    var fingerprint: String
    var questions: [String: Question]
    /// The seed whose values the questions already contain; nil where any will do.
    var onlySeed: Int?
    /// A message to the learner before the first question of a new session.
    var remark: String?
  }

  func fresh(
    quiz: String, mode: SessionRecord.Mode, keys: [String], seed given: Int? = nil,
    _ progress: Progress, now: Date
  ) -> SessionRecord {
    let seed = given ?? options.drawnSeed ?? progress.drawSeed(for: keys)
    var keys = QuestionDraw.choose(keys, count: options.count, seed: seed)
    if options.isShuffled { keys = QuestionDraw.shuffle(keys, seed: seed) }
    return SessionRecord(
      id: UUID().uuidString.lowercased(), quiz: quiz, mode: mode, seed: seed,
      scoring: options.scoring ?? .standard, questions: keys, started: now,
      timeLimit: options.timeLimit, answerFile: mode == .exam ? options.answers : nil,
      student: mode == .exam ? options.name : nil, retry: options.retry)
  }

  /// Returns the unfinished session to resume, with the lock that reserves it, or else the fresh
  /// one.
  private func claim(
    _ fresh: SessionRecord, _ progress: Progress, _ sitting: Sitting, now: Date
  ) -> (record: SessionRecord, lock: FileLock?) {
    let store = context.store
    if !options.isRestart {
      let wanted = left(progress, sitting, fresh).filter { !progress.isOpenExam($0) }
      // The newest with answers: an empty session may be newer than an evening's work.
      let candidates =
        wanted.filter { $0.answeredCount > 0 } + wanted.filter { $0.answeredCount == 0 }
      for candidate in candidates where isPlainID(candidate.id) {
        let path = SessionKeeper.lockPath(store, session: candidate.id)
        guard let lock = FileLock(path: path, waits: false) else { continue }
        // Another runner may have finished it before the lock was acquired.
        let current = (try? store.load(now: now))?.progress.sessions
        if var record = current?.first(where: { $0.id == candidate.id }) {
          record.timeLimit = options.timeLimit ?? record.timeLimit
          record.student = options.name ?? record.student
          record.scoring = options.scoring ?? record.scoring
          record.retry = options.retry ?? record.retry
          return (record, lock)
        }
        try? FileManager.default.removeItem(atPath: path)
        lock.release()
      }
    }
    let path = SessionKeeper.lockPath(store, session: fresh.id)
    return (fresh, FileLock(path: path, waits: false))
  }

  /// Returns the unfinished sessions that the command asks for, the newest first.
  private func left(
    _ progress: Progress, _ sitting: Sitting, _ fresh: SessionRecord
  ) -> [SessionRecord] {
    progress.sessions.reversed().filter {
      $0.questions.contains { sitting.questions[$0] != nil }
        && (sitting.onlySeed ?? $0.seed) == $0.seed && isWanted($0, fresh)
    }
  }

  /// Returns whether a session is the one that the command asks for, by quiz and mode, and by seed
  /// and number where given.
  private func isWanted(_ session: SessionRecord, _ fresh: SessionRecord) -> Bool {
    guard session.quiz == fresh.quiz, session.mode == fresh.mode else { return false }
    if let seed = options.drawnSeed, session.seed != seed { return false }
    // The number of questions due for review changes daily, so it is not compared.
    if session.mode == .review
      ? options.count == nil : options.drawnSeed == nil && options.count == nil
    {
      return true
    }
    return session.questions.count == fresh.questions.count
  }

  /// On a restart, saves the answers of the exams that are begun anew to files, and removes the
  /// sessions.
  ///
  /// - Returns: the message to the learner about it.
  private func setAsideOnRestart(
    before record: SessionRecord, _ progress: Progress, _ questions: [String: Question],
    _ keeper: inout SessionKeeper, now: Date
  ) throws(CommandError) -> [String] {
    guard options.isRestart else { return [] }
    let older = progress.sessions.filter {
      $0.quiz == record.quiz && $0.mode == record.mode && $0.id != record.id
    }
    var said: [String] = []
    for exam in older where exam.mode == .exam && exam.answeredCount > 0 {
      guard let path = keeper.keepRestarted(exam, questions) else {
        throw .usage(
          Phrase(
            "the exam that was left cannot be kept in any file: go on with it, without --restart",
            zh: "上一场考试的答卷无处保存：请去掉 --restart 继续那场考试"))
      }
      said.append(context.phrases(.restartKept(in: printable(path))))
      keeper.remove([exam], now: now)
    }
    keeper.remove(older, now: now)
    return said
  }

  /// Chooses the place of an exam's answers before the first question.
  ///
  /// - Returns: the message to the learner about it.
  private func choosePlace(for record: inout SessionRecord) throws(CommandError) -> String? {
    guard record.mode == .exam else { return nil }
    let folders = AnswerPlaces.folders(variables: context.variables)
    func place(_ wanted: String?) throws(CommandError) -> String {
      try AnswerPlaces(quiz: record.quiz, wanted: wanted, folders: folders).place()
    }
    if options.answers == nil, let kept = record.answerFile, let path = try? place(kept) {
      record.answerFile = path
    } else {
      record.answerFile = try place(options.answers)
    }
    return record.answerFile.map { context.phrases(.answersWillGo(to: printable($0))) }
  }

  /// Returns whether an id from a file is safe to use as part of a file name.
  private func isPlainID(_ id: String) -> Bool {
    id.utf8.count <= 64
      && id.utf8.allSatisfy {
        ($0 >= UInt8(ascii: "a") && $0 <= UInt8(ascii: "z"))
          || ($0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9")) || $0 == UInt8(ascii: "-")
      } && !id.isEmpty
  }

  func ask(
    _ sitting: Sitting, fresh: SessionRecord, progress: Progress, notice: String?
  ) throws(CommandError) -> ExitCode {
    let now = Date()
    let phrases = context.phrases
    var (record, lock) = claim(fresh, progress, sitting, now: now)
    var keeper = SessionKeeper(
      store: context.store, lock: lock, bankFingerprint: sitting.fingerprint)
    keeper.calendar = try context.calendar()
    keeper.reviewLimit = try context.reviewLimit()
    keeper.answerFolders = AnswerPlaces.folders(variables: context.variables)
    let chosen = try choosePlace(for: &record)
    let kept = try setAsideOnRestart(
      before: record, progress, sitting.questions, &keeper, now: now)
    let place = kept.isEmpty ? chosen : phrases.paragraph(kept + [chosen].compactMap { $0 })
    let waits =
      !options.isRestart && left(progress, sitting, fresh).contains(where: progress.isOpenExam)
    let remark = [waits ? phrases(.waitsForExam) : nil, sitting.remark].compactMap { $0 }
    let session: QuizSession
    do throws(TemplateError) {
      session = try QuizSession(record, questions: sitting.questions, now: now)
    } catch {
      throw .data(error.phrase.prefixed("\(sitting.title): "))
    }
    let resumed =
      record.id == fresh.id
      ? nil
      : phrases(
        .resumed(min(session.record.position + 1, session.posed.count), session.posed.count))
    let ending: RunEnding
    // The text that remains on the terminal after the full screen is left.
    if !kept.isEmpty, !isPlain { writeOut(kept.joined(separator: "\n") + "\n") }
    if !isPlain, Terminal.isUsable(variables: context.variables) {
      var runner = ScreenRunner(
        session: session, keeper: keeper, phrases: phrases, title: sitting.title,
        introduction: record.id == fresh.id ? sitting.introduction : "",
        colours: (context.variables["NO_COLOR"] ?? "").isEmpty,
        notice: notice ?? resumed ?? place ?? (remark.isEmpty ? nil : phrases.paragraph(remark)))
      if let ended = runner.run() {
        return finish(ended, runner.session, runner.keeper, runner.outcome)
      }
    }
    var runner = LineRunner(
      session: session, keeper: keeper, phrases: phrases, title: sitting.title)
    if isatty(STDOUT_FILENO) == 1 { runner.width = max(20, Terminal.size.columns) }
    for line in [notice, resumed, place].compactMap({ $0 }) + remark {
      writeOut(line + "\n")
    }
    if record.id == fresh.id, !sitting.introduction.isEmpty {
      runner.introduction = sitting.introduction
    }
    ending = runner.run()
    return finish(ending, runner.session, runner.keeper, runner.outcome)
  }

  private func finish(
    _ ending: RunEnding, _ session: QuizSession, _ keeper: SessionKeeper,
    _ outcome: SummaryPage.Outcome?
  ) -> ExitCode {
    let phrases = context.phrases
    if let trouble = keeper.trouble {
      writeError(phrases(.progressNotSaved(trouble)) + "\n")
    }
    if case .print(let text, let reason)? = outcome?.delivery {
      writeOut("\n" + text)
      return reason == nil && keeper.trouble == nil ? .success : .cannotCreate
    }
    if ending == .finished { return keeper.trouble == nil ? .success : .cannotCreate }
    guard keeper.trouble == nil else {
      keepAnswers(of: session, keeper)
      if case .ended(let signal) = ending { Terminal.die(by: signal) }
      return ending == .left ? .cannotCreate : .interrupted
    }
    writeOut(phrases(.leftAndSaved(quiz: session.record.resumeArguments)) + "\n")
    if case .ended(let signal) = ending { Terminal.die(by: signal) }
    return ending == .left ? .success : .interrupted
  }

  /// Saves the answers of an exam that cannot continue to a file, or prints them.
  private func keepAnswers(of session: QuizSession, _ keeper: SessionKeeper) {
    let phrases = context.phrases
    guard session.isExam, session.record.answeredCount > 0 else {
      writeError(phrases(.leftUnsaved(quiz: session.record.resumeArguments)) + "\n")
      return
    }
    switch keeper.deliver(session, now: Date()) {
    case .file(let path, _): writeError(phrases(.answersSoFar(in: printable(path))) + "\n")
    case .print(let text, _): writeOut(phrases(.answersPrinted) + "\n\n" + text)
    }
  }
}
