public import Tensors

/// The mini-batches of an epoch as formed in C2W2, for use in later weeks.
public enum MiniBatches {
  /// Splits the examples into batches, in the order `RandomState(seed: seed).permutation(m)`.
  ///
  /// - Parameters:
  ///   - X: examples as columns, shape (n_x, m).
  ///   - Y: their labels, one column for each example.
  ///   - batchSize: the number of examples in a batch, at least 1; the last batch takes the rest.
  ///   - seed: the seed of the order.
  /// - Returns: ⌈m / batchSize⌉ batches.
  /// - Throws: `ShapeError` if Y has fewer columns than X.
  public static func shuffled(
    _ X: Tensor, _ Y: Tensor, _ batchSize: Int, _ seed: UInt32
  ) throws -> [MiniBatch] {
    var random = RandomState(seed: seed)
    let shuffled = random.permutation(X.columns)
    var batches: [MiniBatch] = []
    for first in stride(from: 0, to: shuffled.count, by: batchSize) {
      let places = Array(shuffled[first...].prefix(batchSize))
      batches.append(MiniBatch(X: try X.columns(at: places), Y: try Y.columns(at: places)))
    }
    return batches
  }
}
