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

/// What learners with a known misconception write, and other right ways.
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
