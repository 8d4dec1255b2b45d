import Text

/// Checks whether the diagnosis of a wrong function is refuted by other inputs.
///
/// The judge is denied the declaration of the very mistake that the function makes. Its diagnosis
/// is then made without that knowledge, as for a mistake that nobody anticipated.
public struct WhyTrial: Sendable {
  /// The diagnosis of the function, and whether it is true.
  public enum Finding: Sendable, Equatable {
    /// There is no diagnosis.
    case nothing
    /// A diagnosis that holds on all further samples.
    case borneOut([String])
    /// A diagnosis that fails on some further sample.
    case refuted([String])
  }

  private let exercise: any AnyExercise
  private let learner: Host
  private let reference: Host

  /// The seed of the further samples on which a diagnosis must hold.
  private static let seed: UInt32 = 90_001

  /// Creates a trial of one function.
  ///
  /// - Parameters:
  ///   - exercise: the exercise that the function answers.
  ///   - learner: the host that answers with the wrong function.
  ///   - reference: the host that knows the right answers and every mistake.
  public init(of exercise: any AnyExercise, learner: Host, reference: Host) {
    self.exercise = exercise
    self.learner = learner
    self.reference = reference
  }

  /// Diagnoses the function, and tests the diagnosis on further samples.
  ///
  /// - Parameters:
  ///   - left: the ids of the mistakes that the judge must not know.
  ///   - made: the ids of the mistakes that the function is known to make; naming one is always
  ///     true.
  /// - Returns: the diagnosis, and whether it holds on the further samples.
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
