// Written by `course assign`.

import Coursework
import Initialization
import Syllabus

/// The module's function for each exercise; a changed signature is an error here.
let initialization: [Implementation] = [
  C2W1a.inputStatistics.served(by: inputStatistics),
  C2W1a.normalizeInputs.served(by: normalizeInputs),
  C2W1a.restoreInputs.served(by: restoreInputs),
  C2W1a.initializeZeros.served(by: initializeZeros),
  C2W1a.initializeRandom.served(by: initializeRandom),
  C2W1a.initializeHe.served(by: initializeHe),
  C2W1a.initializeXavier.served(by: initializeXavier),
  C2W1a.initializeAveragedXavier.served(by: initializeAveragedXavier),
  C2W1a.deepLinearLengths.served(by: deepLinearLengths),
  C2W1a.trainFromInitialization.served(by: trainFromInitialization),
]
