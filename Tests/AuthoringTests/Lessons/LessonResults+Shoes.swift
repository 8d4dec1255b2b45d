import Coursework
import Datasets
import Syllabus
import Tensors

/// Sneakers and ankle boots with the deep network of C1W4.
enum Shoes {
  static var training: LabelledData {
    get throws { try FashionMNIST.pair(of: 7, and: 9).training }
  }
  static let sizes = [784, 20, 7, 5, 1]

  static func deep(_ sizes: [Int], steps: Int) throws -> DeepModel {
    let data = try training
    return try C1W4.deepModel.reference(data.X, data.Y, sizes, steps, 0.05, 1)
  }

  /// The accuracies on the training set and the test set.
  static func accuracies(_ model: DeepModel) throws -> [Double] {
    let data = try FashionMNIST.pair(of: 7, and: 9)
    return try [data.training, data.test].map {
      try LessonResults.percent(C1W4.predict.reference(model.parameters, $0.X), $0.Y)
    }
  }

  /// The pass before the first step.
  static func first(_ scaling: WeightScaling) throws -> ModelForward {
    try C1W4.modelForward.reference(
      training.X, C1W4.initializeDeepParameters.reference(sizes, scaling, 1))
  }

  /// The costs of steps 0, 100, and so on.
  static func costs(from scaling: WeightScaling, steps: Int) throws -> [Double] {
    let data = try training
    let start = try C1W4.initializeDeepParameters.reference(sizes, scaling, 1)
    return try costs(data.X, data.Y, from: start, steps: steps)
  }

  static func costs(
    _ X: Tensor, _ Y: Tensor, from start: [LayerParameters], steps: Int
  ) throws -> [Double] {
    var parameters = start
    var costs: [Double] = []
    for step in 0..<steps {
      let pass = try C1W4.modelForward.reference(X, parameters)
      if step % 100 == 0 { costs.append(try C1W4.computeCost.reference(pass.AL, Y)) }
      let gradients = try C1W4.modelBackward.reference(pass.AL, Y, pass.caches)
      parameters = try C1W4.updateParameters.reference(parameters, gradients, 0.05)
    }
    return costs
  }

  static func checklist() throws -> [Double] {
    let data = try training
    let start = try C1W4.initializeDeepParameters.reference(sizes, .byInputs, 1)
    let pass = try C1W4.modelForward.reference(data.X, start)
    let cost = try C1W4.computeCost.reference(pass.AL, data.Y)
    let ten = Array(stride(from: 0, to: 400, by: 40))
    let learned = try costs(
      data.X.columns(at: ten), data.Y.columns(at: ten), from: start, steps: 1001)
    let squares = start.map { $0.W.squared().sum() }.reduce(0, +)
    let dW1 = try C1W4.modelBackward.reference(pass.AL, data.Y, pass.caches)[0].dW
    return [
      log(2.0), cost, learned[10], cost + 10 / (2 * 400) * squares,
      0.05 * dW1.norm() / start[0].W.norm(), 100 * max(data.Y.mean(), 1 - data.Y.mean()),
    ]
  }
}

/// The network with 2, 1 and 1 units that C1W4 computes by hand.
enum ThreeLayersByHand {
  static func numbers() throws -> [Double] {
    let layers = [
      LayerParameters(W: Tensor([[1], [-1]]), b: Tensor([[0], [1.5]])),
      LayerParameters(W: Tensor([[1, -2]]), b: Tensor([[0.5]])),
      LayerParameters(W: Tensor([[-1]]), b: Tensor([[1]])),
    ]
    let (X, Y) = (Tensor([[1, 2]]), Tensor([[1, 0]]))
    let pass = try C1W4.modelForward.reference(X, layers)
    let gradients = try C1W4.modelBackward.reference(pass.AL, Y, pass.caches)
    let (Z1, Z2, Z3) = (pass.caches[0].Z, pass.caches[1].Z, pass.caches[2].Z)
    let (A1, A2) = (pass.caches[1].linear.A, pass.caches[2].linear.A)
    let (dA1, dA2) = (gradients[1].dAPrevious, gradients[2].dAPrevious)
    let dAL = try -(Y / pass.AL - (1 - Y) / (1 - pass.AL))
    let dZ1 = try dA1 * (Z1 .> 0)
    // Row by row, the halves and the digits after the decimal point.
    return dAL.elements
      + [Z1[1, 0], Z1[1, 1], A1[1, 0]] + (try pass.AL - Y).elements
      + [gradients[2].dW[0, 0], gradients[2].db[0, 0]]
      + Z2.elements + A2.elements + dA2.elements
      + Z3.elements + pass.AL.elements + gradients[1].dW.elements
      + (try dA1.row(0)).elements
      + [try C1W4.computeCost.reference(pass.AL, Y)] + (try dA1.row(1)).elements
      + (try dZ1.row(0)).elements + gradients[0].dW.elements + [dZ1[1, 0]]
  }
}
