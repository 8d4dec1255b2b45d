import Foundation

/// The stored form of a session, from which it resumes exactly where it was left.
struct SessionRecord: Codable, Equatable, Sendable {
  enum Mode: String, Codable, Sendable { case practice, exam, review }

  /// A way to repeat missed questions, without showing the right answer first.
  enum Retry: String, Codable, Sendable {
    /// Immediately, until the answer is right.
    case untilRight = "until-right"
    /// After all other questions were asked, and until all are right.
    case missed
  }

  /// The answer to one question so far.
  struct Answer: Codable, Equatable, Sendable {
    /// The answer that counts; nil while the question has only been viewed.
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

  /// An answer that is selected or typed but not yet confirmed.
  struct Draft: Codable, Equatable, Sendable {
    var cursor = 0
    var chosen: [Int] = []
    var typed = ""
    var showsHint = false
  }

  var id: String
  /// The id of the quiz, `C1W2`, or `review` for due questions of all quizzes.
  var quiz: String
  var mode: Mode
  var seed: Int
  var scoring: ScoringScheme
  /// The keys of the questions, such as `C1W2/flatten-image`, in the order in which they are asked.
  var questions: [String]
  var position = 0
  /// Whether the explanation of the current question is being shown.
  var showsFeedback = false
  var draft = Draft()
  var answers: [String: Answer] = [:]
  var started: Date
  /// The time limit in seconds from the start; the clock keeps running while the learner is away.
  var timeLimit: Double?
  /// The longest time since the start that was ever seen, so that setting back the clock gains no
  /// time.
  var elapsed: Double?
  /// The file that receives an exam's answers.
  var answerFile: String?
  var student: String?
  /// The way to repeat missed questions in practice and review; nil to explain each answer at once.
  var retry: Retry?
  /// The pass through the questions, from 1; after the first, only missed questions are asked.
  var round: Int?
  /// The number of answers in this round.
  var roundTries: Int?

  var answeredCount: Int { questions.count { answers[$0]?.response != nil } }
}

extension SessionRecord {
  /// The arguments of `course quiz` that resume this session.
  var resumeArguments: String {
    switch mode {
    case .practice: quiz
    case .exam: "\(quiz) --exam"
    case .review: "review"
    }
  }
}
