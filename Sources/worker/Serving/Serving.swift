// Written by `course assign`.

import Coursework

/// The functions of every week that the package has.
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
