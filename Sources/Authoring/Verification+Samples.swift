import Coursework
import Tensors

// MARK: Samples that rounding decides

extension Verification {
  /// The parameters that say how long a training is.
  private static let lengths: Set = ["steps", "epochs", "iterations"]
  /// The samples of an exercise that are tried.
  private static let sampleCount = 48
  /// The relative change of an input's numbers: a margin over what roundings come to.
  private static let roundings = 1e-11

  /// Asks of every training that its right answer holds under another order of the same sums.
  ///
  /// A long training can blow up the last bit of a number until the answers differ visibly; what is
  /// drawn for it would then reject right solutions. Numbers that are equal stay equal, so that what
  /// lies on a boundary stays there.
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
  /// The same arguments, each number changed by up to a part of itself.
  fileprivate func rounded(by part: Double, _ random: inout RandomState) -> [Value] {
    var factors: [Double: Double] = [:]
    return map { $0.scaled(&factors) { 1 + part * random.uniform(low: -1, high: 1) } }
  }
}
