// Written by `course assign`.

import ComputationGraph
import Coursework
import Syllabus

/// The module's function for each exercise; a changed signature is an error here.
let computationGraph: [Implementation] = [
  C2W3c.topologicalOrder.served(by: topologicalOrder),
  C2W3c.evaluate.served(by: evaluate),
  C2W3c.localDerivatives.served(by: localDerivatives),
  C2W3c.backpropagate.served(by: backpropagate),
  C2W3c.matrixProductBackward.served(by: matrixProductBackward),
  C2W3c.unbroadcast.served(by: unbroadcast),
  C2W3c.sumBackward.served(by: sumBackward),
  C2W3c.reluBackward.served(by: reluBackward),
  C2W3c.evaluateTensors.served(by: evaluateTensors),
  C2W3c.backpropagateTensors.served(by: backpropagateTensors),
  C2W3c.costAndGradients.served(by: costAndGradients),
  C2W3c.trainByGraph.served(by: trainByGraph),
]
