// Written by `course assign`.

import Coursework
import SoftmaxClassifierSolution
import Syllabus

/// The module's function for each exercise; a changed signature is an error here.
let softmaxClassifier: [Implementation] = [
  C2W3a.oneHot.served(by: oneHot),
  C2W3a.softmax.served(by: softmax),
  C2W3a.hardmax.served(by: hardmax),
  C2W3a.predictClasses.served(by: predictClasses),
  C2W3a.crossEntropyCost.served(by: crossEntropyCost),
  C2W3a.crossEntropyFromLogits.served(by: crossEntropyFromLogits),
  C2W3a.softmaxBackward.served(by: softmaxBackward),
  C2W3a.forwardPropagation.served(by: forwardPropagation),
  C2W3a.backwardPropagation.served(by: backwardPropagation),
  C2W3a.model.served(by: model),
  C2W3a.sampleLearningRate.served(by: sampleLearningRate),
  C2W3a.sampleMomentum.served(by: sampleMomentum),
  C2W3a.gridSearch.served(by: gridSearch),
  C2W3a.randomSearch.served(by: randomSearch),
  C2W3a.coarseToFine.served(by: coarseToFine),
]

/// The functions of known misconceptions, and the alternative solutions.
let softmaxClassifierVariants: [Implementation] = [
  SoftmaxClassifierSolution.mistakes,
  SoftmaxClassifierSolution.alternatives,
].flatMap(\.self)
