import Coursework
import Datasets
import Syllabus
import Tensors

/// Plain and residual networks of growing depth, trained on Fashion-MNIST with the course's own
/// functions.
enum BlockTraining {
  /// The cost of the last epoch and the accuracy on the test set.
  struct Outcome {
    let cost: Double
    /// The cost on the training set, after the last step.
    let costAfter: Double
    /// The accuracy in percent.
    let accuracy: Double
  }

  /// The numbers of blocks that are compared.
  static let blocks = [1, 2, 5, 10]

  /// Eight epochs at α = 0.02 for each number of blocks, without shortcuts and with.
  static let results = Result {
    (
      plain: try blocks.map { try train(blocks: $0, hasShortcut: false) },
      residual: try blocks.map { try train(blocks: $0, hasShortcut: true) }
    )
  }

  /// Trains a network of a dense layer, blocks of two, and a softmax layer, with 32 units in each.
  ///
  /// - Throws: any error of the course's functions.
  static func train(
    blocks count: Int, hasShortcut: Bool, startsAsIdentity: Bool = true, epochs: UInt32 = 8,
    forgettingItBackwards isForgotten: Bool = false
  ) throws -> Outcome {
    let training = try FashionMNIST.train
    let (X, Y) = (try training.flattened().X, try training.oneHot(classes: 10))
    var layers = start(count, hasShortcut && startsAsIdentity)
    var cost = 0.0
    for epoch in 0..<epochs {
      cost = 0
      for batch in try MiniBatches.shuffled(X, Y, 50, epoch + 2) {
        cost += try step(&layers, batch, hasShortcut, isForgotten) / Double(X.columns)
      }
    }
    let costAfter = try losses(forward(layers, X, hasShortcut).scores, Y).sum() / Double(X.columns)
    let test = try FashionMNIST.test
    let scores = try forward(layers, test.flattened().X, hasShortcut).scores
    let answers = try scores.argmax(axis: 0).elements
    let right = zip(answers, test.labels).count { $0 == Double($1) }
    return Outcome(
      cost: cost, costAfter: costAfter, accuracy: 100 * Double(right) / Double(test.count))
  }

  private static func start(_ blocks: Int, _ startsAsIdentity: Bool) -> [LayerParameters] {
    var layers = LayerParameters.he(
      [784] + Array(repeating: 32, count: 2 * blocks + 1) + [10], seed: 1)
    if startsAsIdentity {
      for k in 0..<blocks { layers[2 * k + 2].W *= 0 }
    }
    return layers
  }

  private static func losses(_ scores: Tensor, _ Y: Tensor) throws -> Tensor {
    let peaks = try scores.max(axis: 0, keepingDimensions: true)
    return try Y * (log(exp(scores - peaks).sum(axis: 0, keepingDimensions: true)) + peaks - scores)
  }

  private static func forward(
    _ layers: [LayerParameters], _ X: Tensor, _ hasShortcut: Bool
  ) throws -> (Z0: Tensor, inputs: [Tensor], passes: [ResidualPass], scores: Tensor) {
    let Z0 = try dot(layers[0].W, X) + layers[0].b
    var inputs = [maximum(0, Z0)]
    var passes: [ResidualPass] = []
    for l in stride(from: 1, to: layers.count - 1, by: 2) {
      let pass = try C4W2.residualForward.reference(
        inputs[passes.count], [layers[l], layers[l + 1]], hasShortcut)
      passes.append(pass)
      inputs.append(pass.A2)
    }
    let last = layers[layers.count - 1]
    return (Z0, inputs, passes, try dot(last.W, inputs[passes.count]) + last.b)
  }

  /// Takes one step, and returns the sum of the losses before it.
  private static func step(
    _ layers: inout [LayerParameters], _ batch: MiniBatch, _ hasShortcut: Bool,
    _ isForgotten: Bool
  ) throws -> Double {
    let (Z0, inputs, passes, scores) = try forward(layers, batch.X, hasShortcut)
    let m = Double(batch.X.columns)
    let peaks = try scores.max(axis: 0, keepingDimensions: true)
    let sums = try exp(scores - peaks).sum(axis: 0, keepingDimensions: true)
    let dZ = try exp(scores - peaks) / sums - batch.Y
    let last = layers.count - 1
    var dA = try dot(layers[last].W.T, dZ)
    func move(_ l: Int, _ dW: Tensor, _ db: Tensor) throws {
      try layers[l].W -= 0.02 * dW
      try layers[l].b -= 0.02 * db
    }
    try move(
      last, dot(dZ, inputs[passes.count].T) / m, dZ.mean(axis: 1, keepingDimensions: true))
    for k in passes.indices.reversed() {
      let places = [2 * k + 1, 2 * k + 2]
      let found = try C4W2.residualBackward.reference(
        dA, inputs[k], places.map { layers[$0] }, passes[k], hasShortcut)
      // Without the term that the shortcut adds.
      dA = try isForgotten ? found.dA_prev - dA * (passes[k].A2 .> 0) : found.dA_prev
      for (l, gradients) in zip(places, found.layers) { try move(l, gradients.dW, gradients.db) }
    }
    let dZ0 = try dA * (Z0 .> 0)
    try move(0, dot(dZ0, batch.X.T) / m, dZ0.mean(axis: 1, keepingDimensions: true))
    return try losses(scores, batch.Y).sum()
  }
}

// MARK: Before training

extension BlockTraining {
  /// Properties of a network before its first step, over all training pictures.
  struct Untrained {
    let cost: Double
    /// The ratio of ‖dA‖ after the first layer to ‖dA‖ at the top.
    let gradient: Double
    /// The mean cosine between the activations of two pictures, after the first layer and at the
    /// top.
    let likenessBelow, likenessAbove: Double
    /// The ratio of ‖A‖ at the top to ‖A‖ after the first layer.
    let growth: Double
  }

  /// - Throws: any error of the course's functions.
  static func untrained(
    blocks: Int, hasShortcut: Bool, startsAsIdentity: Bool = true
  ) throws -> Untrained {
    let training = try FashionMNIST.train
    let (X, Y) = (try training.flattened().X, try training.oneHot(classes: 10))
    let layers = start(blocks, hasShortcut && startsAsIdentity)
    let (_, inputs, passes, scores) = try forward(layers, X, hasShortcut)
    let shares = exp(try scores - scores.max(axis: 0, keepingDimensions: true))
    let dZ = try shares / shares.sum(axis: 0, keepingDimensions: true) - Y
    let top = try dot(layers[layers.count - 1].W.T, dZ)
    var dA = top
    for k in passes.indices.reversed() {
      dA = try C4W2.residualBackward.reference(
        dA, inputs[k], [layers[2 * k + 1], layers[2 * k + 2]], passes[k], hasShortcut
      ).dA_prev
    }
    func likeness(_ A: Tensor) throws -> Double {
      let units = try A / A.norm(axis: 0, keepingDimensions: true)
      // The sum over all products of two columns is the square of their sum.
      return try units.sum(axis: 1).squared().sum() / Double(A.columns * A.columns)
    }
    return Untrained(
      cost: try losses(scores, Y).sum() / Double(X.columns), gradient: dA.norm() / top.norm(),
      likenessBelow: try likeness(inputs[0]), likenessAbove: try likeness(inputs[blocks]),
      growth: inputs[blocks].norm() / inputs[0].norm())
  }
}
