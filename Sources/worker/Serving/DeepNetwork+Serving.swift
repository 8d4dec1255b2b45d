// Written by `course assign`.

import Coursework
import DeepNetwork
import Syllabus

/// The module's function for each exercise; a changed signature is an error here.
let deepNetwork: [Implementation] = [
  C1W4.initializeParameters.served(by: initializeParameters),
  C1W4.initializeDeepParameters.served(by: initializeDeepParameters),
  C1W4.linearForward.served(by: linearForward),
  C1W4.linearActivationForward.served(by: linearActivationForward),
  C1W4.modelForward.served(by: modelForward),
  C1W4.computeCost.served(by: computeCost),
  C1W4.linearBackward.served(by: linearBackward),
  C1W4.linearActivationBackward.served(by: linearActivationBackward),
  C1W4.modelBackward.served(by: modelBackward),
  C1W4.updateParameters.served(by: updateParameters),
  C1W4.predict.served(by: predict),
  C1W4.twoLayerModel.served(by: twoLayerModel),
  C1W4.deepModel.served(by: deepModel),
]
