// Written by `course assign`.

import ConvolutionalNetworkSolution
import Coursework
import Syllabus

/// The module's function for each exercise; a changed signature is an error here.
let convolutionalNetwork: [Implementation] = [
  C4W1.outputSize.served(by: outputSize),
  C4W1.samePadding.served(by: samePadding),
  C4W1.zeroPad.served(by: zeroPad),
  C4W1.convolveSingleStep.served(by: convolveSingleStep),
  C4W1.convolveForward.served(by: convolveForward),
  C4W1.poolForward.served(by: poolForward),
  C4W1.convolveBackward.served(by: convolveBackward),
  C4W1.maskFromWindow.served(by: maskFromWindow),
  C4W1.distributeValue.served(by: distributeValue),
  C4W1.poolBackward.served(by: poolBackward),
  C4W1.imageToColumns.served(by: imageToColumns),
  C4W1.columnsToImage.served(by: columnsToImage),
  C4W1.convolveForwardByProduct.served(by: convolveForwardByProduct),
  C4W1.convolveBackwardByProduct.served(by: convolveBackwardByProduct),
  C4W1.leNetForward.served(by: leNetForward),
  C4W1.leNetBackward.served(by: leNetBackward),
]

/// The functions of known misconceptions, and the alternative solutions.
let convolutionalNetworkVariants: [Implementation] = [
  ConvolutionalNetworkSolution.mistakes,
  ConvolutionalNetworkSolution.alternatives,
].flatMap(\.self)
