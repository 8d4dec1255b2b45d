// Written by `course assign`.

import Coursework
import Regularization
import Syllabus

/// Which function of the module answers which exercise; a changed signature shows here as an
/// error.
let regularization: [Implementation] = [
  C2W1b.costWithRegularization.served(by: costWithRegularization),
  C2W1b.backwardWithRegularization.served(by: backwardWithRegularization),
  C2W1b.forwardWithDropout.served(by: forwardWithDropout),
  C2W1b.backwardWithDropout.served(by: backwardWithDropout),
  C2W1b.bestEpoch.served(by: bestEpoch),
  C2W1b.trainWithRegularization.served(by: trainWithRegularization),
]
