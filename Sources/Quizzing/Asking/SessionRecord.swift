import Foundation

/// A session as it is kept, to go on with exactly where it was left.
struct SessionRecord: Codable, Equatable, Sendable {
  enum Mode: String, Codable, Sendable { case practice, exam, review }

  /// A way to ask again what was missed, without showing the right answer before.
  enum Retry: String, Codable, Sendable {
    /// At once, until the answer is right.
    case untilRight = "until-right"
    /// Once the other questions were asked, and until all are right.
    case missed
  }

  /// The answer that one question has received so far.
  struct Answer: Codable, Equatable, Sendable {
    /// The answer that counts; nil while the question has only been looked at.
    var response: Response?
    var seconds: Double = 0
    var usedHint = false
    /// The last answer to a question that was asked again.
    var later: Response?
    /// The number of answers; nil before the first.
    var tries: Int?

    /// The answer that was given last.
    var latest: Response? { later ?? response }
  }

  /// An answer that is marked or typed, but not yet confirmed.
  struct Draft: Codable, Equatable, Sendable {
    var cursor = 0
    var chosen: [Int] = []
    var typed = ""
    var showsHint = false
  }

  var id: String
  /// `C1W2`, or `review` for due questions of all quizzes.
  var quiz: String
  var mode: Mode
  var seed: Int
  var scoring: ScoringScheme
  /// `C1W2/flatten-image`, in the order in which they are asked.
  var questions: [String]
  var position = 0
  /// Whether the explanation of the current question is on show.
  var showsFeedback = false
  var draft = Draft()
  var answers: [String: Answer] = [:]
  var started: Date
  /// In seconds from the start; the clock does not stop while the learner is away.
  var timeLimit: Double?
  /// The longest time from the start that was seen, so that a clock set back gives no time back.
  var elapsed: Double?
  /// The file that an exam's answers go to.
  var answerFile: String?
  var student: String?
  /// Of practice and review; nil explains each answer at once.
  var retry: Retry?
  /// The pass through the questions, from 1: after the first, only what was missed is asked.
  var round: Int?
  /// The number of answers in this round.
  var roundTries: Int?

  var answeredCount: Int { questions.count { answers[$0]?.response != nil } }
}

extension SessionRecord {
  /// The words behind `course quiz` that go on with this session.
  var resumeArguments: String {
    switch mode {
    case .practice: quiz
    case .exam: "\(quiz) --exam"
    case .review: "review"
    }
  }
}
