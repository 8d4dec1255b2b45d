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

/// The functions of known misconceptions, and the alternative solutions.
let variants: [Implementation] = [
  logisticRegressionVariants,
  shallowNetworkVariants,
  deepNetworkVariants,
  initializationVariants,
  regularizationVariants,
  gradientCheckingVariants,
  optimizationVariants,
  softmaxClassifierVariants,
  batchNormalizationVariants,
  computationGraphVariants,
  strategyVariants,
  convolutionalNetworkVariants,
  classicNetworksVariants,
  detectionVariants,
  facesAndStyleVariants,
].flatMap(\.self)
