// Written by `course assign`.

import Coursework

/// The functions of all weeks, with those of known misconceptions and the alternatives.
let servedFunctions: [ServedWeek] = [
  ServedWeek("C1W2", logisticRegression + logisticRegressionVariants),
  ServedWeek("C1W3", shallowNetwork + shallowNetworkVariants),
  ServedWeek("C1W4", deepNetwork + deepNetworkVariants),
  ServedWeek("C2W1a", initialization + initializationVariants),
  ServedWeek("C2W1b", regularization + regularizationVariants),
  ServedWeek("C2W1c", gradientChecking + gradientCheckingVariants),
  ServedWeek("C2W2", optimization + optimizationVariants),
  ServedWeek("C2W3a", softmaxClassifier + softmaxClassifierVariants),
  ServedWeek("C2W3b", batchNormalization + batchNormalizationVariants),
  ServedWeek("C2W3c", computationGraph + computationGraphVariants),
  ServedWeek("C3W1", strategy + strategyVariants),
  ServedWeek("C4W1", convolutionalNetwork + convolutionalNetworkVariants),
  ServedWeek("C4W2", classicNetworks + classicNetworksVariants),
  ServedWeek("C4W3", detection + detectionVariants),
  ServedWeek("C4W4", facesAndStyle + facesAndStyleVariants),
]
