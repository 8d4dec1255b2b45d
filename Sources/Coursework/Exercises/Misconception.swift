public import Text

/// A mistake that learners really make, with the one sentence that helps.
///
/// The code that makes the mistake stands beside the reference solution; this is what everybody may
/// see. A wrong answer that equals what the mistake gives is named by it.
public struct Misconception: Sendable {
  /// Unique among the misconceptions of its exercise: `missing-minus`.
  public let id: String
  /// What the learner probably did and where to look.
  public let sentence: Phrase

  /// Declares a mistake and the sentence that names it.
  public init(_ id: String, _ english: String, zh chinese: String) {
    self.id = id
    self.sentence = Phrase(english, zh: chinese)
  }
}
