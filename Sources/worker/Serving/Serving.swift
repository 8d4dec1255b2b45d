import Coursework

/// The functions of every week, of Exercises/ or of Solutions/ as the program is built.
let servedFunctions: [Implementation] = [
  logisticRegression,
  shallowNetwork,
  deepNetwork,
  initialization,
  regularization,
  gradientChecking,
  optimization,
  convolutionalNetwork,
].flatMap(\.self)
