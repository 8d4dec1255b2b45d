// Written by `course assign`.

import Coursework
import GradientCheckingSolution
import Syllabus

/// The module's function for each exercise; a changed signature is an error here.
let gradientChecking: [Implementation] = [
  C2W1c.forward1D.served(by: forward1D),
  C2W1c.backward1D.served(by: backward1D),
  C2W1c.gradientCheck1D.served(by: gradientCheck1D),
  C2W1c.vectorFromParameters.served(by: vectorFromParameters),
  C2W1c.parametersFromVector.served(by: parametersFromVector),
  C2W1c.gradientCheck.served(by: gradientCheck),
  C2W1c.suspects.served(by: suspects),
  C2W1c.backward.served(by: backward),
]

/// The functions of known misconceptions, and the alternative solutions.
let gradientCheckingVariants: [Implementation] = [
  GradientCheckingSolution.mistakes,
  GradientCheckingSolution.alternatives,
].flatMap(\.self)
