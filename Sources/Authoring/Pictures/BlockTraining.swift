import Coursework
import Datasets
import Syllabus
import Tensors

/// Plain and residual networks of growing depth on clothes, trained with the course's own functions.
enum BlockTraining {
  /// The cost of the last epoch and the part of the test set that is right.
  struct Outcome {
    let cost: Double
    /// In percent.
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

  /// A training of a dense layer, blocks of two, and a softmax layer, with 32 units in each.
  ///
  /// - Throws: what the course's functions throw.
  static func train(
    blocks count: Int, hasShortcut: Bool, startsAsIdentity: Bool = true, epochs: UInt32 = 8
  ) throws -> Outcome {
    let training = try FashionMNIST.train
    let (X, Y) = (try training.flattened().X, try training.oneHot(classes: 10))
    var layers = LayerParameters.he(
      [X.rows] + Array(repeating: 32, count: 2 * count + 1) + [10], seed: 1)
    if hasShortcut, startsAsIdentity {
      for k in 0..<count { layers[2 * k + 2].W *= 0 }
    }
    var cost = 0.0
    for epoch in 0..<epochs {
      cost = 0
      for batch in try MiniBatches.shuffled(X, Y, 50, epoch + 2) {
        cost += try step(&layers, batch, hasShortcut) / Double(X.columns)
      }
    }
    let test = try FashionMNIST.test
    let scores = try forward(layers, test.flattened().X, hasShortcut).scores
    let answers = try scores.argmax(axis: 0).elements
    let right = zip(answers, test.labels).count { $0 == Double($1) }
    return Outcome(cost: cost, accuracy: 100 * Double(right) / Double(test.count))
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

  /// One step; gives the sum of the losses before it.
  private static func step(
    _ layers: inout [LayerParameters], _ batch: MiniBatch, _ hasShortcut: Bool
  ) throws -> Double {
    let (Z0, inputs, passes, scores) = try forward(layers, batch.X, hasShortcut)
    let m = Double(batch.X.columns)
    let peaks = try scores.max(axis: 0, keepingDimensions: true)
    let sums = try exp(scores - peaks).sum(axis: 0, keepingDimensions: true)
    let losses = try batch.Y * (log(sums) + peaks - scores)
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
      dA = found.dA_prev
      for (l, gradients) in zip(places, found.layers) { try move(l, gradients.dW, gradients.db) }
    }
    let dZ0 = try dA * (Z0 .> 0)
    try move(0, dot(dZ0, batch.X.T) / m, dZ0.mean(axis: 1, keepingDimensions: true))
    return losses.sum()
  }
}
