import Coursework
import Syllabus
import Tensors

/// The exercises of this week as learners with a known misconception write them, each with the
/// sentence that says what went wrong.
public var mistakes: [Implementation] {
  batchesMistakes + momentumMistakes + adamMistakes + schedulesMistakes + trainingMistakes
    + furtherMistakes
}

func blend(
  _ old: [LayerGradients], _ fresh: [LayerGradients], _ keep: Double, _ take: Double
) throws -> [LayerGradients] {
  try zip(old, fresh).map { old, fresh in
    LayerGradients(
      dW: try keep * old.dW + take * fresh.dW, db: try keep * old.db + take * fresh.db)
  }
}

/// Averages corrected by 1 minus something else than βᵗ, where `lost` tells it for t = 1, 2, ….
func averages(
  _ theta: [Double], _ beta: Double, _ correcting: Bool, by lost: (Int) -> Double
) throws -> [Double] {
  let plain = try exponentiallyWeightedAverage(theta, beta, false)
  guard correcting else { return plain }
  return plain.enumerated().map { $1 / (1 - lost($0 + 1)) }
}

/// Averages with another rule for mixing in a value, or another start.
func averages(
  _ theta: [Double], _ beta: Double, _ correcting: Bool, from start: Double = 0,
  _ mix: (Double, Double) -> Double
) throws -> [Double] {
  var v = start
  return theta.enumerated().map { index, value in
    v = mix(v, value)
    return correcting ? v / (1 - pow(beta, Double(index + 1))) : v
  }
}
