// Written by `course assign`.

import Coursework

/// The functions of all weeks of the package.
let servedFunctions: [Implementation] = [
  logisticRegression,
  shallowNetwork,
  deepNetwork,
  initialization,
  regularization,
  gradientChecking,
  optimization,
  softmaxClassifier,
  batchNormalization,
  computationGraph,
  strategy,
  convolutionalNetwork,
  classicNetworks,
  detection,
  facesAndStyle,
].flatMap(\.self)
