import Foundation

/// A learner's progress, as stored in its file.
///
///     {
///       "version": 1,
///       "quizzes": { "C1W2": { "finished": 2, "best": 0.85, "last": 0.7, "lastFinished": "2026-03-01T10:00:00Z" } },
///       "questions": { "C1W2/flatten-image": { "asked": 3, "missed": 1, "box": 2, "due": "2026-03-04T10:00:00Z" } },
///       "sessions": [ … what it takes to resume, one entry a quiz that was left … ]
///     }
///
/// `best` and `last` are fractions of the points. `box` and `due` are present while a question is
/// in the review; see ``Progress/Question/note(isRight:now:calendar:)``. Dates are ISO 8601 in UTC.
/// `reviewed`, `setAside` and `results` were added later: files without them can still be read.
struct Progress: Codable, Equatable, Sendable {
  static let currentVersion = 1

  struct Quiz: Codable, Equatable, Sendable {
    var finished = 0
    var best = 0.0
    var last = 0.0
    var lastFinished: Date?
  }

  var version = Progress.currentVersion
  var quizzes: [String: Quiz] = [:]
  var questions: [String: Question] = [:]
  var sessions: [SessionRecord] = []
  /// The questions that today's review has asked.
  var reviewed: ReviewDay?
  /// The questions in the review that no bank contains any more.
  var setAside: [String: Question]?
  /// The sittings whose results were brought into the review.
  var results: [String]?

  /// Returns a count increased by one; a file may contain any number, which must not overflow.
  static func next(_ count: Int) -> Int { min(max(0, count), 1_000_000_000) + 1 }
}

extension Progress {
  /// A question's history and its box in spaced repetition.
  struct Question: Codable, Equatable, Sendable {
    var asked = 0
    var missed = 0
    /// The box, from 1 to 5, while the question is in the review.
    var box: Int?
    var due: Date?

    /// The days until a question is due again after a right answer in box 1, 2, 3 and 4.
    static let intervals = [1, 2, 4, 8]
    /// The largest number of days late for which a right answer is given credit.
    static let longestCredit = 365

    /// Counts an answer and moves the question between the boxes, after Leitner (1972).
    ///
    /// A missed question goes to box 1 and is due at once. A right answer to a question that is
    /// due moves it one box up, to be due after 1, 2, 4 and 8 days; the fifth right answer in a
    /// row ends its review. A right answer before a question is due changes nothing.
    ///
    /// A learner who still knows a question long after its due date knows it better than the box
    /// says, so the days late are added to the next interval. Anki's scheduler adds half of them to
    /// the interval before multiplying it
    /// (https://faqs.ankiweb.net/what-spaced-repetition-algorithm.html); the boxes double the
    /// interval, so here it is all of them.
    mutating func note(isRight: Bool, now: Date, calendar: ReviewCalendar = .init()) {
      asked = Progress.next(asked)
      guard isRight else {
        missed = Progress.next(missed)
        box = 1
        due = now
        return
      }
      let today = calendar.day(of: now)
      guard let place = box, let date = due, calendar.day(of: date) <= today else { return }
      let level = min(max(1, place), Self.intervals.count + 1)
      if level > Self.intervals.count {
        box = nil
        due = nil
      } else {
        box = level + 1
        let late = min(today - calendar.day(of: date), Self.longestCredit)
        due = calendar.start(ofDay: today + Self.intervals[level - 1] + late)
      }
    }
  }
}
