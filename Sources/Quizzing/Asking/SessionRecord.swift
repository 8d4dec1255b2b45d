import Foundation

/// A session as it is kept, to go on with exactly where it was left.
struct SessionRecord: Codable, Equatable, Sendable {
  enum Mode: String, Codable, Sendable { case practice, exam, review }

  /// The answer that one question has received so far.
  struct Answer: Codable, Equatable, Sendable {
    /// Nil while the question has only been looked at.
    var response: Response?
    var seconds: Double = 0
    var usedHint = false
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
