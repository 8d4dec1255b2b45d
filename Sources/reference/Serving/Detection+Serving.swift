// Written by `course assign`.

import Coursework
import DetectionSolution
import Syllabus

/// The module's function for each exercise; a changed signature is an error here.
let detection: [Implementation] = [
  C4W3.boxCorners.served(by: boxCorners),
  C4W3.intersectionOverUnion.served(by: intersectionOverUnion),
  C4W3.encodeLabels.served(by: encodeLabels),
  C4W3.decodePredictions.served(by: decodePredictions),
  C4W3.detectionLoss.served(by: detectionLoss),
  C4W3.filterBoxes.served(by: filterBoxes),
  C4W3.nonMaxSuppression.served(by: nonMaxSuppression),
  C4W3.detect.served(by: detect),
  C4W3.filtersFromDense.served(by: filtersFromDense),
  C4W3.slideByConvolution.served(by: slideByConvolution),
  C4W3.averagePrecision.served(by: averagePrecision),
  C4W3.meanAveragePrecision.served(by: meanAveragePrecision),
]

/// The functions of known misconceptions, and the alternative solutions.
let detectionVariants: [Implementation] = [
  DetectionSolution.mistakes,
  DetectionSolution.alternatives,
].flatMap(\.self)
