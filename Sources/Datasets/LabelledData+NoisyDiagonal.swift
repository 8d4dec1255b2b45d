import Tensors

extension TrainingAndTest where Part == LabelledData {
  /// Two classes on either side of a diagonal line, with some labels swapped: data that a network
  /// memorizes unless it is regularized.
  ///
  /// This data set was made for the course. A point is uniform in [-0.7, 0.5) × [-0.6, 0.6); its
  /// class is 1 where x₂ - 0.8 x₁ - 0.1 + 0.1 · randn > 0, and then 3 of 100 labels are swapped.
  ///
  /// The accuracies that the network [2, 20, 3, 1] reaches after 30,000 steps with a learning rate
  /// of 0.3 and parameters drawn as randn / √n[l-1] with the seeds 1 to 5
  /// (Tests/Peers/datasets_noisy_diagonal.py). Rounding alone changes them by half a point:
  ///
  /// | regularization  | training | test          |
  /// |-----------------|----------|---------------|
  /// | none            | 94–97 %  | 86.5–89.5 %   |
  /// | L2, λ = 0.7     | 93–94 %  | 91.5 %        |
  /// | dropout, 0.86   | 94–95 %  | 91–92.5 %     |
  ///
  /// - Parameters:
  ///   - training: The number of training examples, which are drawn first.
  ///   - test: The number of test examples.
  ///   - seed: The seed of the random numbers.
  /// - Returns: The training examples and the test examples.
  public static func noisyDiagonal(
    training: Int = 211, test: Int = 200, seed: UInt32 = 1
  ) -> TrainingAndTest<LabelledData> {
    var random = RandomState(seed: seed)
    func examples(_ count: Int) -> LabelledData {
      var points: [(x1: Double, x2: Double)] = []
      var labels: [Int] = []
      for _ in 0..<max(0, count) {
        let x1 = 1.2 * random.rand() - 0.7
        let x2 = 1.2 * random.rand() - 0.6
        let isAbove = x2 - 0.8 * x1 - 0.1 + 0.1 * random.randn() > 0
        let isExchanged = random.rand() < 0.03
        points.append((x1, x2))
        labels.append(isAbove != isExchanged ? 1 : 0)
      }
      return LabelledData(points: points, labels: labels)
    }
    let first = examples(training)
    return TrainingAndTest(training: first, test: examples(test))
  }
}
