// Written by `course assign`.

import Coursework
import ShallowNetwork
import Syllabus

/// The module's function for each exercise; a changed signature is an error here.
let shallowNetwork: [Implementation] = [
  C1W3.tanhActivation.served(by: tanhActivation),
  C1W3.tanhDerivative.served(by: tanhDerivative),
  C1W3.relu.served(by: relu),
  C1W3.reluDerivative.served(by: reluDerivative),
  C1W3.leakyReLU.served(by: leakyReLU),
  C1W3.leakyReLUDerivative.served(by: leakyReLUDerivative),
  C1W3.layerSizes.served(by: layerSizes),
  C1W3.initializeParameters.served(by: initializeParameters),
  C1W3.forwardPropagation.served(by: forwardPropagation),
  C1W3.computeCost.served(by: computeCost),
  C1W3.backwardPropagation.served(by: backwardPropagation),
  C1W3.updateParameters.served(by: updateParameters),
  C1W3.predict.served(by: predict),
  C1W3.model.served(by: model),
]
