// Written by `course assign`.

import BatchNormalization
import Coursework
import Syllabus

/// The module's function for each exercise; a changed signature is an error here.
let batchNormalization: [Implementation] = [
  C2W3b.normalizeInputs.served(by: normalizeInputs),
  C2W3b.batchNormForward.served(by: batchNormForward),
  C2W3b.batchNormBackward.served(by: batchNormBackward),
  C2W3b.updateRunningStatistics.served(by: updateRunningStatistics),
  C2W3b.batchNormInference.served(by: batchNormInference),
  C2W3b.batchNormConvolution.served(by: batchNormConvolution),
  C2W3b.forwardPropagation.served(by: forwardPropagation),
  C2W3b.backwardPropagation.served(by: backwardPropagation),
  C2W3b.predictClasses.served(by: predictClasses),
  C2W3b.model.served(by: model),
]
