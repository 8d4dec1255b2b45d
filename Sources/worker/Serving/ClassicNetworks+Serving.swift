// Written by `course assign`.

import ClassicNetworks
import Coursework
import Syllabus

/// The module's function for each exercise; a changed signature is an error here.
let classicNetworks: [Implementation] = [
  C4W2.layerShapes.served(by: layerShapes),
  C4W2.parameterCounts.served(by: parameterCounts),
  C4W2.multiplications.served(by: multiplications),
  C4W2.residualForward.served(by: residualForward),
  C4W2.residualBackward.served(by: residualBackward),
  C4W2.pointwiseConvolution.served(by: pointwiseConvolution),
  C4W2.depthwiseConvolution.served(by: depthwiseConvolution),
  C4W2.identityBlock.served(by: identityBlock),
  C4W2.convolutionalBlock.served(by: convolutionalBlock),
  C4W2.inceptionConcatenate.served(by: inceptionConcatenate),
  C4W2.mirror.served(by: mirror),
  C4W2.randomCrop.served(by: randomCrop),
  C4W2.shiftColours.served(by: shiftColours),
  C4W2.colourPCA.served(by: colourPCA),
  C4W2.freeze.served(by: freeze),
]
