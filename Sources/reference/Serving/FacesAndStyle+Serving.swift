// Written by `course assign`.

import Coursework
import FacesAndStyleSolution
import Syllabus

/// The module's function for each exercise; a changed signature is an error here.
let facesAndStyle: [Implementation] = [
  C4W4.squaredDistance.served(by: squaredDistance),
  C4W4.verify.served(by: verify),
  C4W4.identify.served(by: identify),
  C4W4.tripletLoss.served(by: tripletLoss),
  C4W4.tripletLossBackward.served(by: tripletLossBackward),
  C4W4.hardestNegatives.served(by: hardestNegatives),
  C4W4.siameseProbability.served(by: siameseProbability),
  C4W4.contentCost.served(by: contentCost),
  C4W4.contentCostBackward.served(by: contentCostBackward),
  C4W4.unrollChannels.served(by: unrollChannels),
  C4W4.gramMatrix.served(by: gramMatrix),
  C4W4.layerStyleCost.served(by: layerStyleCost),
  C4W4.layerStyleCostBackward.served(by: layerStyleCostBackward),
  C4W4.styleCost.served(by: styleCost),
  C4W4.totalCost.served(by: totalCost),
  C4W4.totalCostBackward.served(by: totalCostBackward),
  C4W4.generate.served(by: generate),
]

/// The functions of known misconceptions, and the alternative solutions.
let facesAndStyleVariants: [Implementation] = [
  FacesAndStyleSolution.mistakes,
  FacesAndStyleSolution.alternatives,
].flatMap(\.self)
