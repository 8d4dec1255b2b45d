// Written by `course assign`.

extension Demo {
  /// Every demo, for the table of a worker.
  public static let all: [Demo] = [
    logisticRegression,
    shallowNetwork,
    deepNetwork,
    initialization,
    regularization,
    gradientChecking,
    optimization,
    softmaxClassifier,
    batchNormalization,
    computationGraph,
    strategy,
    convolutionalNetwork,
    classicNetworks,
    detection,
    facesAndStyle,
  ]
}
