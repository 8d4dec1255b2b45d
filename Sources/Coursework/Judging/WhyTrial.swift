import Text

/// Asks what would be said of a wrong function, and whether other inputs refute it.
///
/// The judge takes away the declaration of the very mistake that the function makes. What it says
/// then it says without knowing better, as of a learner's mistake that nobody has thought of.
public struct WhyTrial: Sendable {
  /// What is said of the function, and whether it is true.
  public enum Finding: Sendable, Equatable {
    /// Nothing is said.
    case nothing
    /// What is said, and true on all further samples.
    case borneOut([String])
    /// What is said, and false on some further sample.
    case refuted([String])
  }

  private let exercise: any AnyExercise
  private let learner: Host
  private let reference: Host

  /// The seed of the samples on which what is said has to hold besides.
  private static let seed: UInt32 = 90_001

  /// Prepares a trial of one function.
  ///
  /// - Parameters:
  ///   - exercise: what the function answers.
  ///   - learner: answers as the wrong function does.
  ///   - reference: knows what is right, and every mistake.
  public init(of exercise: any AnyExercise, learner: Host, reference: Host) {
    self.exercise = exercise
    self.learner = learner
    self.reference = reference
  }

  /// Judges the function, and puts what is said to further samples.
  ///
  /// - Parameters:
  ///   - left: the ids of the mistakes that are not known.
  ///   - made: those that the function is known to make, which are true whenever they are named.
  /// - Returns: what is said, and whether it holds there too.
  public func run(leavingOut left: Set<String> = [], made: Set<String> = []) -> Finding {
    let bank = Diagnosis.Bank(exercise.info, asking: reference, leavingOut: left)
    guard
      let evidence = Evidence(of: exercise, learner: learner, reference: reference),
      let said = Diagnosis(evidence, of: learner, in: bank)
    else { return .nothing }
    let sentences = said.sentences(.english)
    if let named = said.misconception, made.contains(named.id), said.reasons.count == 1 {
      return .borneOut(sentences)
    }
    guard
      let other = Evidence(
        of: exercise, learner: learner, reference: reference, seed: Self.seed)
    else { return .refuted(sentences) }
    return said.holds(in: other, of: learner, in: bank) ? .borneOut(sentences) : .refuted(sentences)
  }
}
