// Written by `course assign`.

import Coursework
import LogisticRegression
import Syllabus

/// The module's function for each exercise; a changed signature is an error here.
let logisticRegression: [Implementation] = [
  C1W2.sigmoid.served(by: sigmoid),
  C1W2.sigmoidDerivative.served(by: sigmoidDerivative),
  C1W2.imageToVector.served(by: imageToVector),
  C1W2.imagesToColumns.served(by: imagesToColumns),
  C1W2.normalizeRows.served(by: normalizeRows),
  C1W2.softmax.served(by: softmax),
  C1W2.l1Loss.served(by: l1Loss),
  C1W2.l2Loss.served(by: l2Loss),
  C1W2.initializeWithZeros.served(by: initializeWithZeros),
  C1W2.propagate.served(by: propagate),
  C1W2.optimize.served(by: optimize),
  C1W2.predict.served(by: predict),
  C1W2.model.served(by: model),
]
