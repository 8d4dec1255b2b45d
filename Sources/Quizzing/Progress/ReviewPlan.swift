import Foundation

/// The questions of a day's review, and those that must wait for another day.
struct ReviewPlan: Equatable, Sendable {
  static let defaultLimit = 50

  /// The keys to ask today, the most overdue first.
  var today: [String]
  /// The number of questions that are due and exceed the day's limit.
  var waitingCount: Int

  /// - Parameters:
  ///   - progress: the learner's progress.
  ///   - now: the current time.
  ///   - calendar: the days of the review.
  ///   - limit: the number of questions that a day may ask. A question that was missed today is
  ///     asked again within it.
  ///   - isKnown: whether a question can be asked.
  init(
    _ progress: Progress, now: Date, calendar: ReviewCalendar, limit: Int,
    isKnown: (String) -> Bool = { _ in true }
  ) {
    let due = progress.dueQuestions(now: now, calendar: calendar).filter(isKnown)
    let asked = Set(progress.askedInReview(now: now, calendar: calendar))
    var room = max(0, limit - asked.count)
    today = due.filter { key in
      if asked.contains(key) { return true }
      room -= 1
      return room >= 0
    }
    waitingCount = due.count - today.count
  }
}

extension Progress {
  /// The questions that a day's review has asked so far.
  struct ReviewDay: Codable, Equatable, Sendable {
    /// Any moment of the day.
    var day: Date
    var questions: [String]
  }

  /// Returns the keys of the questions that are due, the most overdue first.
  func dueQuestions(now: Date, calendar: ReviewCalendar = .init()) -> [String] {
    let today = calendar.day(of: now)
    return questions.compactMap { key, question in
      question.due.flatMap { calendar.day(of: $0) <= today ? (key: key, due: $0) : nil }
    }
    .sorted { ($0.due, $0.key) < ($1.due, $1.key) }
    .map(\.key)
  }

  /// Returns the keys of the questions that today's review has asked.
  func askedInReview(now: Date, calendar: ReviewCalendar) -> [String] {
    guard let reviewed, calendar.day(of: reviewed.day) == calendar.day(of: now) else { return [] }
    return reviewed.questions
  }

  mutating func noteReview(of key: String, now: Date, calendar: ReviewCalendar) {
    var asked = askedInReview(now: now, calendar: calendar)
    if !asked.contains(key) { asked.append(key) }
    reviewed = ReviewDay(day: now, questions: asked)
  }

  /// Sets aside questions in the review that can no longer be asked, and restores those that can
  /// again.
  ///
  /// - Parameters:
  ///   - isGone: whether no bank contains the question of a key any more.
  ///   - isKnown: whether the question of a key can be asked.
  /// - Returns: the keys that were newly set aside, in order.
  mutating func settle(
    isGone: (String) -> Bool, isKnown: (String) -> Bool
  ) -> [String] {
    var aside = setAside ?? [:]
    for (key, question) in aside where isKnown(key) {
      if questions[key] == nil { questions[key] = question }
      aside[key] = nil
    }
    let gone = questions.filter { $0.value.due != nil && isGone($0.key) }
    for (key, question) in gone {
      aside[key] = question
      questions[key] = nil
    }
    setAside = aside.isEmpty ? nil : aside
    return gone.keys.sorted()
  }
}
