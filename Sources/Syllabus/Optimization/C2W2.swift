public import Coursework
import Text

/// Course 2, week 2: mini-batches, momentum, RMSprop, Adam and learning rates that fall.
public enum C2W2 {
  public static let week = Week(
    "C2W2", module: "Optimization",
    title: Phrase("Optimization", zh: "优化算法"),
    exercises: [
      updateWithGradientDescent, randomMiniBatches,
      initializeVelocity, updateWithMomentum,
      updateWithRMSprop, initializeAdam, updateWithAdam,
      exponentiallyWeightedAverage, averagingWindow,
      decayedLearningRate, scheduledLearningRate, exponentialLearningRate, rootLearningRate,
      trainWithMiniBatches,
    ])
}
