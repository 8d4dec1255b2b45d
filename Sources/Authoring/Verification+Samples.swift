import Coursework
import Tensors

// MARK: Samples that rounding decides

extension Verification {
  /// The parameters that determine the length of a training.
  private static let lengths: Set = ["steps", "epochs", "iterations"]
  /// The number of samples tried for each exercise.
  private static let sampleCount = 48
  /// The relative change of an input's numbers, with a margin over actual rounding errors.
  private static let roundings = 1e-11

  /// Checks for every training that its right answer is stable under reordering of the same sums.
  ///
  /// A long training can amplify the last bit of a number until answers differ visibly; such
  /// samples would reject right solutions. Equal numbers are changed equally, so that points on a
  /// boundary stay there.
  func checkSamples() {
    for exercise in exercises where !Self.lengths.isDisjoint(with: exercise.info.parameters) {
      let info = exercise.info
      var random = RandomState(seed: 11)
      for sample in 1...Self.sampleCount {
        guard let arguments = try? exercise.sampleArguments(&random),
          let right = try? Host.reference.answer(info, arguments),
          let other = try? Host.reference.answer(
            info, arguments.rounded(by: Self.roundings, &random)),
          other.difference(from: right, within: info.tolerance) != nil
        else { continue }
        tell(.roundingDecides(info.id, sample: sample))
        break
      }
    }
  }
}

extension [Value] {
  /// Returns the same arguments with each number changed by up to a fraction of itself.
  fileprivate func rounded(by part: Double, _ random: inout RandomState) -> [Value] {
    var factors: [Double: Double] = [:]
    return map { $0.scaled(&factors) { 1 + part * random.uniform(low: -1, high: 1) } }
  }
}
