// Written by `course assign`.

import Coursework
import Strategy
import Syllabus

/// The module's function for each exercise; a changed signature is an error here.
let strategy: [Implementation] = [
  C3W1.confusionMatrix.served(by: confusionMatrix),
  C3W1.precision.served(by: precision),
  C3W1.recall.served(by: recall),
  C3W1.f1Score.served(by: f1Score),
  C3W1.macroF1.served(by: macroF1),
  C3W1.weightedError.served(by: weightedError),
  C3W1.chooseModel.served(by: chooseModel),
  C3W1.splitSizes.served(by: splitSizes),
  C3W1.humanLevel.served(by: humanLevel),
  C3W1.diagnose.served(by: diagnose),
  C3W1.errorAnalysis.served(by: errorAnalysis),
  C3W1.patchScores.served(by: patchScores),
]
