// Written by `course assign`.

import Coursework

/// The functions of all weeks.
let servedFunctions: [ServedWeek] = [
  ServedWeek("C1W2", logisticRegression),
  ServedWeek("C1W3", shallowNetwork),
  ServedWeek("C1W4", deepNetwork),
  ServedWeek("C2W1a", initialization),
  ServedWeek("C2W1b", regularization),
  ServedWeek("C2W1c", gradientChecking),
  ServedWeek("C2W2", optimization),
  ServedWeek("C2W3a", softmaxClassifier),
  ServedWeek("C2W3b", batchNormalization),
  ServedWeek("C2W3c", computationGraph),
  ServedWeek("C3W1", strategy),
  ServedWeek("C4W1", convolutionalNetwork),
  ServedWeek("C4W2", classicNetworks),
  ServedWeek("C4W3", detection),
  ServedWeek("C4W4", facesAndStyle),
]
