import Coursework

/// The functions of every week, of Exercises/ or of Solutions/ as the program is built.
let servedFunctions: [Implementation] =
  logisticRegression + initialization + regularization + gradientChecking + optimization
