import Banks
import Commands
import Foundation
import Text

/// `course quiz review`: asks the missed questions that are due today.
extension AskCommand {
  func review() throws(CommandError) -> ExitCode {
    let now = Date()
    let (calendar, limit) = (try context.calendar(), try context.reviewLimit())
    var (progress, notice) = try context.loadProgress(now: now)
    let bench = try bench(progress)
    let gone = settle(&progress, bench, now: now)
    let phrases = context.phrases
    let faulty = bench.faulty.isEmpty ? nil : phrases(.banksLeftOut(bench.faulty))
    let said = [notice, faulty, gone.isEmpty ? nil : phrases(.questionsGone(gone))]
      .compactMap { $0 }
    let plan = ReviewPlan(
      progress, now: now, calendar: calendar, limit: limit,
      isKnown: { bench.questions[$0] != nil })
    guard !plan.today.isEmpty else {
      for line in said { writeError(line + "\n") }
      guard plan.waitingCount == 0 else {
        writeOut(phrases(.dayIsDone(limit: limit, waiting: plan.waitingCount)) + "\n")
        return .success
      }
      writeOut(phrases(.nothingDue) + "\n")
      let coming = progress.questions.filter { bench.questions[$0.key] != nil }
      if let next = coming.values.compactMap(\.due).min() {
        let start = calendar.start(ofDay: calendar.day(of: next))
        writeOut(phrases(.dueLater(start, in: calendar.timeZone)) + "\n")
      }
      return .success
    }
    try checkSeed(of: plan.today, progress)
    let waiting =
      plan.waitingCount == 0
      ? nil : phrases(.waitsForTomorrow(limit: limit, waiting: plan.waitingCount))
    return try ask(
      Sitting(
        title: phrases(.reviewTitle), introduction: "", fingerprint: "",
        questions: bench.questions, remark: waiting),
      fresh: fresh(quiz: "review", mode: .review, keys: plan.today, progress, now: now),
      progress: progress,
      notice: said.isEmpty ? nil : phrases.paragraph(said))
  }

  /// The questions that the review can ask, and what is known of each quiz.
  private struct Bench {
    var questions: [String: Question] = [:]
    /// The quizzes whose banks, with keys, were read.
    var read: Set<String> = []
    /// The quizzes whose files exist.
    var present: Set<String> = []
    /// The quizzes whose banks have faults.
    var faulty: [String] = []
    /// Whether these are all of the learner's quizzes.
    var isWhole: Bool

    /// Returns whether no bank contains the question of a key any more.
    func isGone(_ key: String) -> Bool {
      let quiz = String(key.prefix { $0 != "/" })
      if read.contains(quiz) { return questions[key] == nil }
      return isWhole && !present.contains(quiz)
    }
  }

  private func bench(_ progress: Progress) throws(CommandError) -> Bench {
    let library = try context.library()
    var bench = Bench(isWhole: options.operands.isEmpty && options.banks == nil)
    bench.present = Set(library.entries.map(\.id))
    var entries = library.entries
    if let id = options.operands.first { entries = [try context.entry(id)] }
    let reviewed = progress.questions.filter { $0.value.due != nil }
    let unfinished = progress.sessions.filter { $0.mode == .review }.flatMap(\.questions)
    let keys = Array(reviewed.keys) + Array((progress.setAside ?? [:]).keys) + unfinished
    let wanted = Set(keys.map { $0.prefix { $0 != "/" } })
    for entry in entries where wanted.contains(entry.id[...]) {
      let bank: Bank
      do {
        bank = try context.bank(entry)
      } catch {
        // One faulty bank must not prevent the review of the others.
        if options.operands.first != nil { throw error }
        bench.faulty.append(entry.id)
        continue
      }
      guard bank.keyless == nil else { continue }
      bench.read.insert(entry.id)
      for question in bank.questions { bench.questions["\(entry.id)/\(question.id)"] = question }
    }
    return bench
  }

  /// Sets aside questions that no bank contains any more, in the file if it can be written.
  ///
  /// - Returns: the keys that were newly set aside.
  private func settle(_ progress: inout Progress, _ bench: Bench, now: Date) -> [String] {
    func settled(_ progress: inout Progress) -> [String] {
      progress.settle(isGone: bench.isGone, isKnown: { bench.questions[$0] != nil })
    }
    let before = progress
    let gone = settled(&progress)
    if progress != before {
      // Another review may have done so meanwhile, in which case there is nothing left to do.
      _ = try? context.store.update(now: now) { _ = settled(&$0) }
    }
    return gone
  }
}

extension CommandContext {
  /// Returns the calendar of the review, whose days begin at the hour in `COURSE_ROLLOVER`.
  ///
  /// - Throws: `CommandError.usage` if the variable is not an hour.
  func calendar() throws(CommandError) -> ReviewCalendar {
    var calendar = ReviewCalendar()
    calendar.rollover =
      try number("COURSE_ROLLOVER", in: 0...23, Phrase("an hour", zh: "整点"))
      ?? calendar.rollover
    return calendar
  }

  /// Returns the number of questions that a day's review asks.
  ///
  /// - Throws: `CommandError.usage` if `COURSE_REVIEW_LIMIT` is not a number.
  func reviewLimit() throws(CommandError) -> Int {
    if let limit = options.limit { return limit }
    return try number(
      "COURSE_REVIEW_LIMIT", in: 1...100_000, Phrase("a number", zh: "整数"))
      ?? ReviewPlan.defaultLimit
  }

  private func number(
    _ name: String, in range: ClosedRange<Int>, _ noun: Phrase
  ) throws(CommandError) -> Int? {
    guard let text = variables[name], !text.isEmpty else { return nil }
    if let number = Int(text), range.contains(number) { return number }
    let bounds = (range.lowerBound, range.upperBound)
    throw .usage(
      Phrase(
        "\(name) expects \(noun.english) from \(bounds.0) to \(bounds.1), got “\(printable(text))”",
        zh: "\(name) 应为 \(bounds.0) 到 \(bounds.1) 的\(noun.chinese)，收到的是“\(printable(text))”"))
  }
}
