// Written by `course assign`.

import Coursework
import Regularization
import Syllabus

/// The module's function for each exercise; a changed signature is an error here.
let regularization: [Implementation] = [
  C2W1b.costWithRegularization.served(by: costWithRegularization),
  C2W1b.backwardWithRegularization.served(by: backwardWithRegularization),
  C2W1b.forwardWithDropout.served(by: forwardWithDropout),
  C2W1b.backwardWithDropout.served(by: backwardWithDropout),
  C2W1b.bestEpoch.served(by: bestEpoch),
  C2W1b.trainWithRegularization.served(by: trainWithRegularization),
]
