// Written by `course assign`.

import Coursework
import OptimizationSolution
import Syllabus

/// The module's function for each exercise; a changed signature is an error here.
let optimization: [Implementation] = [
  C2W2.updateWithGradientDescent.served(by: updateWithGradientDescent),
  C2W2.randomMiniBatches.served(by: randomMiniBatches),
  C2W2.initializeVelocity.served(by: initializeVelocity),
  C2W2.updateWithMomentum.served(by: updateWithMomentum),
  C2W2.updateWithRMSprop.served(by: updateWithRMSprop),
  C2W2.initializeAdam.served(by: initializeAdam),
  C2W2.updateWithAdam.served(by: updateWithAdam),
  C2W2.exponentiallyWeightedAverage.served(by: exponentiallyWeightedAverage),
  C2W2.averagingWindow.served(by: averagingWindow),
  C2W2.decayedLearningRate.served(by: decayedLearningRate),
  C2W2.scheduledLearningRate.served(by: scheduledLearningRate),
  C2W2.exponentialLearningRate.served(by: exponentialLearningRate),
  C2W2.rootLearningRate.served(by: rootLearningRate),
  C2W2.trainWithMiniBatches.served(by: trainWithMiniBatches),
]

/// The functions of known misconceptions, and the alternative solutions.
let optimizationVariants: [Implementation] = [
  OptimizationSolution.mistakes,
  OptimizationSolution.alternatives,
].flatMap(\.self)
