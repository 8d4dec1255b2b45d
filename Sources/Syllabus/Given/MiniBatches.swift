public import Tensors

/// The mini-batches of an epoch as you cut them in C2W2, given to later weeks.
public enum MiniBatches {
  /// The examples in the order `RandomState(seed: seed).permutation(m)`, cut into batches.
  ///
  /// - Parameters:
  ///   - X: examples as columns, shape (n_x, m).
  ///   - Y: their labels, a column an example.
  ///   - batchSize: how many examples a batch holds, at least 1; the last holds what is left.
  ///   - seed: the seed of the order.
  /// - Returns: ⌈m / batchSize⌉ batches.
  /// - Throws: `ShapeError` when Y has fewer columns than X.
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
